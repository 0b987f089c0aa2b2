import { dateOf, daysBetween, daysInMonth } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['meetings']>()

const MONTHLY = '安全稳定领导小组例会(月底)'
/** “每月月底” (O8): the last days of a month in which its meeting may be held. */
const WINDOW_DAYS = 7

export const meetingsRules = all({
  /** The minutes hold one decision a line. */
  followup: rule({ own: ['decisions'] }, ({ decisions }) => {
    if (decisions === null) return null
    return decisions.split('\n').filter((line) => line.trim() !== '').length
  }),
  counts: rule({ own: ['at', 'kind'] }, ({ at, kind }) => {
    if (at === null || kind === null) return null
    const day = dateOf(at)
    const last = `${day.slice(0, 8)}${daysInMonth(+day.slice(0, 4), +day.slice(5, 7))}`
    return kind === MONTHLY && daysBetween(day, last) < WINDOW_DAYS
  }),
})
