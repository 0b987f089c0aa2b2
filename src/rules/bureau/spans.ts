import { dateOf, type LocalDate, type LocalTime } from '../../shared/local-date.ts'
import { monthOf, monthsOfQuarter, quarterOf } from '../../tables/school/report-periods.ts'
import { lastOfMonth } from '../periods.ts'

/** Days from … to, both included. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

const monthSpan = (month: string): Span => ({ from: `${month}-01`, to: lastOfMonth(`${month}-01`) })

export function quarterSpan(quarter: string): Span {
  const [first, , last] = monthsOfQuarter(quarter)
  return { from: `${first!}-01`, to: lastOfMonth(`${last!}-01`) }
}

/** `2026-Q3` of a day in it. */
export const quarterOfDay = (day: LocalDate): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(+day.slice(5, 7) / 3)}`

export const quarterAround = (day: LocalDate): Span => quarterSpan(quarterOfDay(day))

/** The months a period is made of: one, or a quarter's three; null for what is neither. */
export function monthsIn(period: string | null): readonly string[] | null {
  if (period === null) return null
  const quarter = quarterOf(period)
  if (quarter !== null) return monthsOfQuarter(quarter)
  const month = monthOf(period)
  return month === null ? null : [month]
}

export const spanOf = (months: readonly string[]): Span => ({
  from: monthSpan(months[0]!).from,
  to: monthSpan(months.at(-1)!).to,
})

/** As many months before the first of these. */
export function monthsBefore(months: readonly string[]): readonly string[] {
  const first = +months[0]!.slice(0, 4) * 12 + +months[0]!.slice(5, 7) - 1
  return months.map((_, n) => {
    const month = first - months.length + n
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

export const isIn = (moment: LocalDate | LocalTime | null, { from, to }: Span): boolean =>
  moment !== null && dateOf(moment) >= from && dateOf(moment) <= to

/** The quarters of a year that are over: only these can have been done or left undone. */
export const quartersOver = (year: string, today: LocalDate): readonly Span[] =>
  [1, 2, 3, 4].map((n) => quarterSpan(`${year}-Q${n}`)).filter(({ to }) => to < today)
