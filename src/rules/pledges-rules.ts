import { dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['pledges']>()

export const pledgesRules = all({
  /** The last day is still in force. */
  status: rule({ own: ['signed_on', 'valid_to'] }, ({ signed_on, valid_to }, { now }) => {
    if (signed_on === null) return '未签'
    return valid_to !== null && valid_to < dateOf(now) ? '过期' : '已签'
  }),
})
