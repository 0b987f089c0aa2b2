import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['deductions']>()

/** Lines the program makes, and lines a meeting adds by hand. */
export const deductionsRules = all({
  class6: rule({ entry: 'deduction' }, ({ entry }) => entry?.class6 ?? null),
  points: rule({ own: ['manual_points'], entry: 'deduction' }, ({ entry, manual_points }) =>
    entry ? entry.points : manual_points,
  ),
  explain: rule(
    { own: ['reason', 'adjusts'], via: { adjusts: ['school_year', 'term'] }, entry: 'deduction' },
    ({ entry, reason, adjusts, via }) => {
      if (entry) return entry.steps
      if (reason === null) return []
      if (adjusts === null) return [{ code: 'receipt.manual', params: { reason } }]
      const term = via.adjusts
        ? [via.adjusts.school_year, via.adjusts.term].filter(Boolean).join(' ')
        : adjusts
      return [{ code: 'receipt.adjusts', params: { reason, term } }]
    },
  ),
  rules: rule({}, (_, { policyVersion }) => policyVersion),
})
