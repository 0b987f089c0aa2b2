import { dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { workdaysFrom } from './periods.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['activities']>()

export const activitiesRules = all({
  /** So many workdays before it begins; off campus more, because the bureau is asked as well. */
  approve_by: rule(
    { own: ['when_where', 'off_campus'] },
    ({ when_where, off_campus }, { policy, calendar }) =>
      when_where === null
        ? null
        : workdaysFrom(
            dateOf(when_where),
            -policy[off_campus === true ? 'activity.offCampusDays' : 'activity.leadDays'],
            calendar,
          ),
  ),
})
