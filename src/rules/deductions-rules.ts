import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['deductions']>()

/** Lines the program makes, and lines a meeting adds by hand. */
export const deductionsRules = all({
  class6: rule({ entry: 'deduction' }, ({ entry }) => entry?.class6 ?? null),
  points: rule({ own: ['manual_points'], entry: 'deduction' }, ({ entry, manual_points }) =>
    entry ? entry.points : manual_points,
  ),
  explain: rule({ own: ['reason'], entry: 'deduction' }, ({ entry, reason }) =>
    entry ? entry.steps : reason === null ? [] : [{ code: 'receipt.manual', params: { reason } }],
  ),
  rules: rule({}, (_, { policyVersion }) => policyVersion),
})
