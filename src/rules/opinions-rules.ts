import { addMinutes } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['opinions']>()

export const opinionsRules = all({
  /** Until when the offices above are told what is true and what is done about it. */
  feed_by: rule({ own: ['found_at', 'level'] }, ({ found_at, level }, { policy }) =>
    found_at === null
      ? null
      : addMinutes(
          found_at,
          60 * policy[level === null || level === '一般' ? 'opinion.feedHours' : 'opinion.sensitiveHours'],
        ),
  ),
})
