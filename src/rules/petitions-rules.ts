import { dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { daysAfter } from './periods.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['petitions']>()

export const petitionsRules = all({
  group_visit: rule({ own: ['people'] }, ({ people }, { policy }) =>
    people === null ? null : people >= policy['petition.groupSize'],
  ),
  /** The day of receipt is not counted. */
  notice_due: rule({ own: ['at'] }, ({ at }, { policy, calendar }) =>
    at === null
      ? null
      : daysAfter(dateOf(at), policy['petition.noticeDays'], policy['petition.days'], calendar),
  ),
  due: rule({ own: ['at', 'extended'] }, ({ at, extended }, { policy, calendar }) => {
    if (at === null) return null
    const days = policy['petition.closeDays'] + (extended === true ? policy['petition.extendDays'] : 0)
    return daysAfter(dateOf(at), days, policy['petition.days'], calendar)
  }),
})
