/** Words of pasting: the preview of what does not fit, and the paste with a choice of how. */
export const zh = {
  'problem.paste.digits-lost':
    '这串数字在 Excel 里当成了数值，只剩前 15 位是真的。请在 Excel 里把这一列设为“文本”，填好后再复制。',

  'grid.fill-right': '向右填充',
  'grid.paste-special': '选择性粘贴…',

  'ui.paste.heading': '粘贴前请看一下',
  'ui.paste.refused': '下面 {count} 格的内容不合这一列的要求，其余 {good} 格没有问题。现在还什么都没有写入。',
  'ui.paste.row': '行',
  'ui.paste.column': '列',
  'ui.paste.text': '要粘贴的内容',
  'ui.paste.why': '为什么',
  'ui.paste.more': '还有 {count} 格，没有全部列出。',
  'ui.paste.skipped': '另有 {count} 格落在系统算出的列或表格右边之外，不会写入。',
  'ui.paste.lost-rows': '这张表的行由系统产生，超出末尾的 {count} 行不会写入。',
  'ui.paste.all': '全部粘贴，不合的标红',
  'ui.paste.good': '只粘贴合格的 {count} 格',
  'ui.paste.none-good': '没有可以粘贴的内容。',

  'ui.paste-special.heading': '选择性粘贴',
  'ui.paste-special.teach': '在下面的框里按 Ctrl+V，放入刚才复制的内容。',
  'ui.paste-special.here': '在这里按 Ctrl+V',
  'ui.paste-special.read': '读取剪贴板',
  'ui.paste-special.denied': '浏览器没有允许读取剪贴板，请在框里按 Ctrl+V。',
  'ui.paste-special.empty': '剪贴板里没有文字。',
  'ui.paste-special.size': '{rows} 行 {columns} 列',
  'ui.paste-special.values': '只要显示的文字（合并的格子不铺开，不取文字背后的数值）',
  'ui.paste-special.transpose': '转置：行变成列，列变成行',
  'ui.paste-special.skip-empty': '跳过空格：空的格子不清掉原来的内容',
  'ui.paste-special.paste': '粘贴',
} as const
