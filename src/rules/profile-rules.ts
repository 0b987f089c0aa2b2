import { dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { schoolYearOf } from './duty-defaults.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['profile']>()

/** Layers that are not inside the school: what its head signs with the bureau, and what parents sign. */
const OUTSIDE: ReadonlySet<string> = new Set(['局-学校', '班主任-家长(可选)'])

const schoolYear = (now: string): string => {
  const first = schoolYearOf(dateOf(now))
  return `${first}-${first + 1}`
}

export const profileRules = all({
  pledge_rate: rule(
    { rows: { pledges: { by: 'year', columns: ['tier', 'signed_on'] } } },
    ({ rows }, { now, policy }) => {
      if (!policy['plan.pledges']) return null
      const { all: owed, signed } = rows.pledges
        .where(schoolYear(now))
        .fold({ all: 0, signed: 0 }, (so, { tier, signed_on }) =>
          tier !== null && OUTSIDE.has(tier)
            ? so
            : { all: so.all + 1, signed: so.signed + (signed_on === null ? 0 : 1) },
        )
      return owed === 0 ? null : Math.round((signed / owed) * 1000) / 10
    },
  ),
  staff_total: rule({}, (_, { staffAtWork }) => staffAtWork),
  /** The rules in force; a print of the scores names it, so that a later change of rules shows. */
  ruleset_version: rule({}, (_, { policyVersion }) => policyVersion),
})
