import { dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['duties']>()

export const dutiesRules = all({
  job: rule(
    { own: ['job_own'], via: { post: ['job_duty'] } },
    ({ job_own, via }) => job_own ?? via.post?.job_duty ?? null,
  ),
  safety: rule(
    { own: ['safety_own'], via: { post: ['safety_duty'] } },
    ({ safety_own, via }) => safety_own ?? via.post?.safety_duty ?? null,
  ),
  /** The pledges the person has signed and that still hold. */
  pledge: rule(
    { own: ['person'], rows: { pledges: { by: 'party_b', columns: ['no', 'signed_on', 'valid_to'] } } },
    ({ person, rows }, { now }) => {
      const today = dateOf(now)
      const numbers = rows.pledges
        .where(person)
        .fold<string[]>([], (found, { no, signed_on, valid_to }) =>
          no !== null && signed_on !== null && signed_on <= today && (valid_to === null || valid_to >= today)
            ? [...found, no]
            : found,
        )
      return numbers.length ? numbers.join('、') : null
    },
  ),
})
