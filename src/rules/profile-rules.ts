import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['profile']>()

export const profileRules = all({
  staff_total: rule({}, (_, { staffAtWork }) => staffAtWork),
  /** The rules in force; a print of the scores names it, so that a later change of rules shows. */
  ruleset_version: rule({}, (_, { policyVersion }) => policyVersion),
})
