import { addDays, dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'
import { mondayOf, weekNumber, weeksOf } from './weeks.ts'

const { rule, all } = rulesOf<Tables['terms']>()

const days = { own: ['start_date', 'end_date'] } as const

/** Today's week of the term; before and after it there is none. */
const thisWeek = (
  { start_date, end_date }: { readonly start_date: string | null; readonly end_date: string | null },
  now: string,
) => (start_date === null || end_date === null ? null : weekNumber(dateOf(now), start_date, end_date))

export const termsRules = all({
  name: rule({ own: ['school_year', 'term'] }, ({ school_year, term }) =>
    school_year === null || term === null ? null : `${school_year} ${term}`,
  ),
  weeks: rule(days, ({ start_date, end_date }) =>
    start_date === null || end_date === null ? null : weeksOf(start_date, end_date),
  ),
  week_no: rule(days, (row, { now }) => thisWeek(row, now)),
  week_from: rule(days, (row, { now }) => (thisWeek(row, now) === null ? null : mondayOf(dateOf(now)))),
  week_to: rule(days, (row, { now }) =>
    thisWeek(row, now) === null ? null : addDays(mondayOf(dateOf(now)), 6),
  ),
})
