import { addDays, dateOf, type LocalDate, type LocalTime } from '../../shared/local-date.ts'
import { calendarFrom, type Calendar } from '../../rules/calendar.ts'
import type { TermSpan } from '../../rules/terms.ts'
import { weekNumber } from '../../rules/weeks.ts'
import { schoolPresets } from '../../tables/school/presets.ts'
import { terms } from '../sample-school-people.ts'

/**
 * The incidents of the sample school have their days, up to this one. Whatever else is written in it follows the day it is
 * opened, so that its 今日 is a morning like others; opened earlier, it looks as on this day.
 */
export const EARLIEST: LocalTime = '2026-11-23 08:00'

/** Days in which nobody is at school, terms or not: month and day, both included. */
const VACATIONS = [
  ['01-23', '03-01'],
  ['07-04', '08-24'],
] as const

export interface SampleDays {
  readonly today: LocalDate
  readonly calendar: Calendar
  readonly spans: readonly TermSpan[]
  /** School days of the second term (the autumn) that are over, earliest first. */
  readonly autumn: readonly LocalDate[]
  /** School days of the first term (the spring). */
  readonly spring: readonly LocalDate[]
  /** The autumn's week of a day, also of one that is still to come. */
  readonly week: (day: LocalDate) => number
  /** Is no school held after the day, up to another? */
  readonly isLast: (day: LocalDate, until: LocalDate) => boolean
  /** The last day before today, `n` days ago or more, on which school was held. */
  readonly ago: (n: number) => LocalDate
  /** The last school day on or before a day. */
  readonly heldBy: (day: LocalDate) => LocalDate
}

export function sampleDays(now: LocalTime): SampleDays {
  const today = dateOf(now < EARLIEST ? EARLIEST : now)
  const holidays = schoolPresets().find(({ table }) => table === 'holidays')!
  const calendar = calendarFrom(
    holidays.rows.map(({ cells: { date, kind } }) => ({ date: String(date), kind: String(kind) })),
  )
  const spans = terms.map((row, at): TermSpan => ({
    id: String(at),
    name: `${String(row['school_year'])} ${String(row['term'])}`,
    schoolYear: String(row['school_year']),
    from: String(row['score_from']),
    to: String(row['score_to']),
    startDate: String(row['start_date']),
    endDate: String(row['end_date']),
    sealed: false,
    closedOn: null,
  }))
  const [first, second] = spans as [TermSpan, TermSpan]
  const held = (from: LocalDate, to: LocalDate) => {
    const days: LocalDate[] = []
    for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) days.push(day)
    return days
  }
  const inVacation = (day: LocalDate) =>
    VACATIONS.some(([from, to]) => day.slice(5) >= from && day.slice(5) <= to)
  const heldBy = (day: LocalDate) => {
    let last = day
    while (!calendar.isWorkday(last) || inVacation(last)) last = addDays(last, -1)
    return last
  }
  const yesterday = addDays(today, -1)
  const isSchoolDay = (day: LocalDate) =>
    calendar.isWorkday(day) && spans.some(({ startDate, endDate }) => day >= startDate! && day <= endDate!)
  const isLast = (day: LocalDate, until: LocalDate) => {
    for (let next = addDays(day, 1); next <= until; next = addDays(next, 1))
      if (isSchoolDay(next)) return false
    return true
  }
  return {
    today,
    calendar,
    spans,
    spring: held(first.startDate!, first.endDate!),
    autumn: held(second.startDate!, yesterday < second.endDate! ? yesterday : second.endDate!),
    week: (day) => weekNumber(day, second.startDate!, '9999-12-31') ?? 1,
    heldBy,
    isLast,
    ago: (n) => heldBy(addDays(today, -Math.max(1, n))),
  }
}

/** One of a list, going round it. */
export const turn = <T>(list: readonly T[], at: number): T => list[at % list.length]!
