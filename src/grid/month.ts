import { addDays, daysInMonth, weekdayOf, type LocalDate } from '../shared/local-date.ts'

export interface MonthDay {
  readonly date: LocalDate
  readonly day: number
  readonly inMonth: boolean
}

/** Six weeks from the Monday on or before the first: a sheet of constant height, as on the office wall. */
export function monthSheet(month: LocalDate): MonthDay[][] {
  const first = `${month.slice(0, 7)}-01`
  const start = addDays(first, 1 - weekdayOf(first))
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const date = addDays(start, week * 7 + weekday)
      return { date, day: Number(date.slice(8, 10)), inMonth: date.slice(0, 7) === first.slice(0, 7) }
    }),
  )
}

/** The same day some months on; the last day of a month that is too short. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
