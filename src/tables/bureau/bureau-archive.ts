import type { Option } from '../column.ts'
import { archiveChecks, archiveColumns } from '../school/archives.ts'
import { defineTable } from '../table.ts'

const kinds = [
  { zh: '组织机构', en: 'Organisation', also: ['组织管理'] },
  { zh: '责任书', en: 'Pledges', also: ['责任状'] },
  { zh: '文件计划', en: 'Plans and directives' },
  { zh: '分包督查', en: 'Visits', also: ['督查检查'] },
  { zh: '会议研究', en: 'Meetings and studies', also: ['会议'] },
  { zh: '报送通报', en: 'Reports and bulletins', also: ['月报通报'] },
  { zh: '隐患督办', en: 'Hazards', also: ['检查与隐患'] },
  { zh: '事故调查', en: 'Incidents and inquiries', also: ['事故'] },
  { zh: '突发信息', en: 'Urgent information' },
  { zh: '舆情信访', en: 'Opinion and petitions' },
  { zh: '活动考试', en: 'Activities and exams' },
  { zh: '校舍民办', en: 'Buildings and private schools' },
  { zh: '值班', en: 'Duty' },
  { zh: '宣传培训', en: 'Training' },
  { zh: '考核奖惩', en: 'Assessment' },
  { zh: '其他', en: 'Other' },
] as const satisfies readonly Option[]

/** Where the boxes stand. What was changed, by whom and when, is in the workbook's own log. */
export const bureauArchive = defineTable({
  name: 'bureauArchive',
  zh: '档案与变更日志',
  en: 'Archive index',
  group: 'ledger',
  tier: 'more',
  key: ['no'],
  shownBy: ['no', 'title'],
  columns: archiveColumns(kinds, { people: 'bureauStaff' }),
  checks: archiveChecks,
})
