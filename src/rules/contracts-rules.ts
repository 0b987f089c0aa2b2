import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['contracts']>()

export const contractsRules = all({
  last_check: rule({}, () => null),
  overdue: rule({}, () => null),
  open_hazards: rule({}, () => null),
})
