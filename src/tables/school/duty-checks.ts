import type { Option } from '../column.ts'

/** What the leader of the week looks after each day (P6-10 … P6-16), one column of the log each. */
export const dutyChecks = [
  'recess_check',
  'exercise_check',
  'rollcall_check',
  'clearing_check',
  'patrol_check',
  'other_checks',
] as const

export const normality = [
  { zh: '正常', en: 'In order', also: ['√', '✓', '良好'] },
  { zh: '异常', en: 'Not in order', also: ['×', '不正常'], alarm: true },
  { zh: '未查', en: 'Not checked', also: ['未检查'] },
] as const satisfies readonly Option[]

export const presence = [
  { zh: '无', en: 'None', also: ['没有', '否'] },
  { zh: '有', en: 'Some', also: ['有(填S23)', '是'], alarm: true },
] as const satisfies readonly Option[]
