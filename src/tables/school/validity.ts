import { date } from '../column.ts'

/** 起止日期: from when to when a row holds; without a last day it goes on. */
export const validity = {
  valid: date({
    zh: '起始日期',
    en: 'Valid from',
    required: true,
    synonyms: ['起止日期', '起止', '开始日期', '起日', '任期开始', '生效日期'],
  }),
  valid_to: date({
    zh: '截止日期',
    en: 'Valid to',
    synonyms: ['结束日期', '止日', '终止日期', '任期结束', '到期日期'],
    hint: { zh: '一直有效的不用填。', en: 'Leave empty while it holds.' },
  }),
} as const

export const validityCheck = {
  column: 'valid_to',
  problem: (row: { readonly valid: string | null; readonly valid_to: string | null }) =>
    row.valid && row.valid_to && row.valid_to < row.valid ? 'dates.to-before-from' : null,
} as const
