/** What can go wrong with keeping the data in this browser, and what to do about it. */
export const zh = {
  'problem.store.quota':
    '电脑或浏览器的存储空间已满，刚才的改动还没有保存。内容仍在页面上：请先导出一份文件，再清理磁盘空间，然后点“重新保存”。',
  'problem.store.failed':
    '浏览器没能保存刚才的改动（{error}）。内容仍在页面上：请先导出一份文件，再点“重新保存”。',
  'problem.store.closed':
    '浏览器关闭了数据库，可能是网站数据被清除了。请不要关闭本页：先导出一份文件，再重新打开。',
  'problem.store.emptied': '这本工作簿的数据已不在浏览器里，可能被清除了。请用备份文件恢复。',
  'problem.store.unavailable':
    '这个浏览器不允许网页保存数据（可能是无痕窗口或设置所限）。可以打开文件查看和导出，但关闭页面后不会留下。',
  'problem.store.not-answering':
    '浏览器的数据库没有响应。请关闭浏览器后重新打开；如果仍不行，请用备份文件恢复。',
  'problem.store.blocked': '另一个标签页还开着旧版本，正在等它关闭。请关闭其他双责簿标签页，会自动继续。',
  'problem.store.upgraded-elsewhere': '另一个标签页已升级到新版本，本页不能再编辑。请刷新本页。',
  'problem.store.newer-database': '数据是由更新的版本保存的，这个旧版本不能打开。请刷新页面换成新版本。',
  'problem.store.newer-writer':
    '数据已由更新的版本（写入版本 {needed}）保存，本页只能查看。请刷新页面换成新版本。',
  'problem.store.changes-missing':
    '上次保存的改动里有 {count} 条不见了，现有内容到 {since} 为止，可能是突然断电造成的。请核对，或用最近的备份恢复。',
  'problem.store.all-changes-missing':
    '以前保存的 {count} 条改动都不见了，可能是浏览器丢失了数据。请用最近的备份恢复。',
  'problem.store.other-content': '浏览器里的内容与上次保存的不一致，可能恢复过旧数据。请核对最近的改动。',
  'problem.store.pages-unreadable':
    '有 {count} 处内容读不出来（每处约一千行），没有改动它，其他行照常可用。请用最近的备份恢复。',
  'problem.store.changes-unreadable':
    '有 {count} 条改动读不出来，没有改动它，其他内容照常可用。请用最近的备份核对。',
  'problem.store.lost':
    '“{name}”原来存在这个浏览器里（{rows} 行，最后保存于 {at}），现在找不到了，可能被清除了。请用备份文件恢复。',
  'problem.store.lost-by-browser':
    '浏览器发现数据库损坏并删除了它：“{name}”（{rows} 行，最后保存于 {at}）。请用备份文件恢复。',
  'problem.store.may-be-deleted':
    '浏览器没有答应长期保留数据，空间紧张时可能自动清除。请安装到桌面，或经常导出备份。',
  'problem.store.cannot-promise': '这个浏览器不能保证长期保留数据。请经常导出备份。',
  'problem.store.little-space': '剩余存储空间不多，约 {megabytes} MB。请清理磁盘，并导出备份。',
} as const
