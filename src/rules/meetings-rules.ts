import { dateOf, daysBetween } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { lastOfMonth } from './periods.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['meetings']>()

const MONTHLY = '安全稳定领导小组例会(月底)'

export const meetingsRules = all({
  /** The minutes hold one decision a line. */
  followup: rule({ own: ['decisions'] }, ({ decisions }) => {
    if (decisions === null) return null
    return decisions.split('\n').filter((line) => line.trim() !== '').length
  }),
  /** “每月月底” (O8): held in the last days of its month. */
  counts: rule({ own: ['at', 'kind'] }, ({ at, kind }, { policy }) => {
    if (at === null || kind === null) return null
    const day = dateOf(at)
    return kind === MONTHLY && daysBetween(day, lastOfMonth(day)) < policy['meeting.window']
  }),
})
