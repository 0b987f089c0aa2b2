import type { Tables } from '../tables/index.ts'
import { monthsAfter } from './periods.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['plans']>()

export const plansRules = all({
  /** A plan that was withdrawn needs no review. */
  next: rule({ own: ['issued', 'reviewed', 'cycle', 'state'] }, ({ issued, reviewed, cycle, state }) => {
    const last = reviewed !== null && (issued === null || reviewed > issued) ? reviewed : issued
    return last === null || cycle === null || state === '废止' ? null : monthsAfter(last, cycle)
  }),
})
