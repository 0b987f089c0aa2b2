import { addDays, daysBetween, weekdayOf, type LocalDate } from '../shared/local-date.ts'

/** The Monday of a day's week. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date))

/** Teaching weeks of a term, Monday to Sunday; the week school starts in is the first, however short. */
export const weeksOf = (from: LocalDate, to: LocalDate): number =>
  to < from ? 0 : daysBetween(mondayOf(from), mondayOf(to)) / 7 + 1

/** The week of the term a day lies in, or null outside it. */
export const weekNumber = (date: LocalDate, from: LocalDate, to: LocalDate): number | null =>
  date < from || date > to ? null : weeksOf(from, date)
