/** Words of what goes with the grid and is loaded later: cells that an undo spares, kept views, sorting, cards. */
export const zh = {
  'ui.overtaken.heading': '有 {count} 个单元格后来被别人改过',
  'ui.overtaken.why':
    '撤销没有动这些单元格：在您写入之后，它们又被合并的文件或另一个窗口改过。保留就什么也不丢；也可以改回，改回以后还能撤销。',
  'ui.overtaken.where': '位置',
  'ui.overtaken.now': '现在的内容',
  'ui.overtaken.before': '撤销会写入',
  'ui.overtaken.more': '还有 {count} 个',
  'ui.overtaken.keep': '保留现在的内容',
  'ui.overtaken.restore': '改回原来的内容',
} as const
