import type { Option } from '../column.ts'

export const assessmentGrades = [
  { zh: '优秀', en: 'Excellent' },
  { zh: '良好', en: 'Good' },
  { zh: '合格', en: 'Passed' },
  { zh: '不合格', en: 'Failed', alarm: true },
] as const satisfies readonly Option[]
