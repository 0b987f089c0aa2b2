/** What can be printed, by name: menus of tables show them, so they come with the start. */
export const zh = {
  'report.kind.rota': '值周表',
  'report.kind.monthly': '隐患月报表',
  'report.kind.quarterly': '季度总结',
  'report.kind.incident': '事故报告',
  'report.kind.pledges': '责任状',
  'report.kind.checklist': '空白检查表',
  'report.kind.inspection': '检查记录表',
  'report.kind.notice': '整改通知书',
  'report.kind.scores': '考核公示表',
  'report.kind.receipts': '得分依据',
  'report.kind.allowances': '津贴发放表',
  'report.kind.bundle': '迎检包',
  'report.kind.dashboard': '看板',
  'ui.print.kind': '打印{name}',
  'ui.print.any': '打印报表',
} as const
