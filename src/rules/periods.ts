import { addDays, daysInMonth, type LocalDate } from '../shared/local-date.ts'
import type { Calendar } from './calendar.ts'

/** Looking for workdays ends here: a table that makes everything free is a mistake, not a reason to hang. */
const LONGEST = 400

/** The `count`-th workday before (negative) or after a day that itself is not counted; the day for 0. */
export function workdaysFrom(
  day: LocalDate,
  count: number,
  calendar: Pick<Calendar, 'isWorkday'>,
): LocalDate {
  const step = count < 0 ? -1 : 1
  let [at, left] = [day, Math.abs(count)]
  for (let i = 0; left > 0 && i < LONGEST; i++) {
    at = addDays(at, step)
    if (calendar.isWorkday(at)) left--
  }
  return at
}

/** A period of days after a day: natural days, or those that are worked. */
export const daysAfter = (
  day: LocalDate,
  count: number,
  counted: 'natural' | 'work',
  calendar: Pick<Calendar, 'isWorkday'>,
): LocalDate => (counted === 'work' ? workdaysFrom(day, count, calendar) : addDays(day, count))

/** The same day so many months later; the last of the month where it has no such day (31 January → 28 February). */
export function monthsAfter(day: LocalDate, months: number): LocalDate {
  const count = +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const date = Math.min(+day.slice(8, 10), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The last day of the month a day lies in. */
export const lastOfMonth = (day: LocalDate): LocalDate =>
  `${day.slice(0, 8)}${daysInMonth(+day.slice(0, 4), +day.slice(5, 7))}`
