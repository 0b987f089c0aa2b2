/** Words about bringing copies of a workbook together. */
export const zh = {
  'problem.package.not-one': '这不是双责簿的数据文件。',
  'problem.package.cut':
    '文件不完整：应有 {of} 字节，只有 {have} 字节。什么都没有改动，请重新拷贝或请对方再发一次。',
  'problem.package.damaged': '文件在第 {where} 字节处损坏，什么都没有改动。请对方再发一次。',
  'problem.package.malformed': '文件里的数据不合规定（{where}），什么都没有改动。',
  'problem.package.newer-format':
    '文件是由更新的版本保存的（格式 {format}，本版本认识 {known}）。请刷新页面换成新版本后再合并。',
  'problem.merge.no-state':
    '文件里没有合并用的数据：可能是部分或遮盖后的导出，或被别的程序去掉了。没有合并；可以用“导入”逐行核对。',
  'problem.merge.state-damaged':
    '文件里合并用的数据（隐藏的工作表“_dutybook”）被改动或删去了一部分，没有采用任何内容。请对方重新导出。',
  'problem.merge.other-workbook': '这个文件属于另一本工作簿“{name}”，没有合并。',
  'problem.merge.other-window': '另一个窗口正在编辑这本工作簿。请先关闭那个窗口再合并。',
  'problem.merge.clock-ahead': '{by} 的电脑时钟偏快（有改动记为 {at}）。只影响显示的时间，不影响数据。',
  'problem.merge.clock-behind': '{by} 的电脑时钟偏慢（有改动记为 {at}）。只影响显示的时间，不影响数据。',
  'problem.store.merge-overtaken':
    '合并时另一个窗口写入了内容，合并没有保存。请刷新本页后再合并一次；文件和已保存的内容都没有损失。',
  'problem.store.not-whole': '浏览器里有内容读不出来，现在不能合并或导出数据。请先用最近的备份恢复。',
  'change.merge.package': '合并文件：新增 {rows} 行，改动 {cells} 格，{conflicts} 处待确认',
  'change.merge.names': '合并后，按姓名填写的格子跟着改名的人',
  'change.merge.resolve': '确认了一处不一致',
  'change.merge.resolve-many': '确认了 {count} 处不一致',
} as const
