import { addDays, type LocalDate } from '../../shared/local-date.ts'
import { lastOfMonth, workdaysFrom } from '../periods.ts'
import { mondayOf, weekNumber } from '../weeks.ts'
import type { ObligationFacts, Period } from './declaration.ts'

/** Months and quarters with fewer school days than this ask for no meeting and no drill. */
const FEW_DAYS = 5
/** No run of free days is longer than a summer. */
const LONGEST_BREAK = 120

type Facts = Pick<ObligationFacts, 'calendar' | 'policy' | 'terms' | 'majorDays'>
type SchoolTerm = Facts['terms'][number] & { readonly startDate: LocalDate; readonly endDate: LocalDate }

/** Terms whose school days are known. */
const schoolTerms = ({ terms }: Facts): SchoolTerm[] =>
  terms.filter((term): term is SchoolTerm => term.startDate !== null && term.endDate !== null)

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)

/** The days of school between two days, both included. */
export function* schoolDays(facts: Facts, from: LocalDate, to: LocalDate): Generator<LocalDate> {
  for (const { startDate, endDate } of schoolTerms(facts))
    for (let day = later(from, startDate); day <= earlier(to, endDate); day = addDays(day, 1))
      if (facts.calendar.isWorkday(day)) yield day
}

/** Every school day for itself. What was not written down on the day may be made up for within `late` days. */
export const daily = () =>
  function* (facts: Facts, from: LocalDate, to: LocalDate): Generator<Period> {
    for (const day of schoolDays(facts, from, to))
      yield { key: day, from: day, to: day, opens: day, due: day }
  }

/** The weeks of the terms with at least `least` school days; named by their Monday. */
export function* weekly(facts: Facts, from: LocalDate, to: LocalDate, least = 1): Generator<Period> {
  for (const term of schoolTerms(facts)) {
    const first = mondayOf(later(from, term.startDate))
    for (let monday = first; monday <= earlier(to, term.endDate); monday = addDays(monday, 7)) {
      const sunday = addDays(monday, 6)
      const days = [...schoolDays({ ...facts, terms: [term] }, monday, sunday)]
      if (days.length < Math.max(1, least)) continue
      const week = weekNumber(days[0]!, term.startDate, term.endDate)!
      yield {
        key: monday,
        from: monday,
        to: sunday,
        opens: days[0]!,
        due: days.at(-1)!,
        match: `${term.id}|${week}`,
        term: term.id,
      }
    }
  }
}

/** `2026-09` … for every month that touches the stretch. */
function* months(
  from: LocalDate,
  to: LocalDate,
): Generator<{ key: string; first: LocalDate; last: LocalDate }> {
  for (let first = `${from.slice(0, 8)}01`; first <= to;) {
    const last = lastOfMonth(first)
    yield { key: first.slice(0, 7), first, last }
    first = addDays(last, 1)
  }
}

/** Months of school, to be done by their last school day. */
export function* monthly(facts: Facts, from: LocalDate, to: LocalDate): Generator<Period> {
  for (const { key, first, last } of months(from, to)) {
    const days = [...schoolDays(facts, first, last)]
    if (days.length >= FEW_DAYS)
      yield { key, from: first, to: last, opens: days[0]!, due: days.at(-1)!, match: key }
  }
}

/** The last days of a month of school (O8), or its last school day where the month ends in a vacation. */
export function* monthEnds(facts: Facts, from: LocalDate, to: LocalDate): Generator<Period> {
  for (const month of monthly(facts, from, to)) {
    const opens = earlier(addDays(month.to, 1 - facts.policy['meeting.window']), month.due)
    yield { ...month, from: opens, opens }
  }
}

/** `2026-Q3`, with its months of school. */
export function* quarterly(facts: Facts, from: LocalDate, to: LocalDate): Generator<Period> {
  const [months, end] = [firstOfQuarter(from), to]
  for (let first = months; first <= end;) {
    const last = lastOfMonth(addDays(first, 70))
    const days = [...schoolDays(facts, first, last)]
    if (days.length >= FEW_DAYS)
      yield { key: quarterName(first), from: first, to: last, opens: days[0]!, due: days.at(-1)! }
    first = addDays(last, 1)
  }
}

const firstOfQuarter = (day: LocalDate): LocalDate =>
  `${day.slice(0, 5)}${String(Math.floor((+day.slice(5, 7) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`
const quarterName = (day: LocalDate): string => `${day.slice(0, 4)}-Q${Math.ceil(+day.slice(5, 7) / 3)}`

/** All months, each due on a day of its own; a month without one is passed over. */
export const everyMonth = (dueOf: (month: string, facts: ObligationFacts) => LocalDate | null, ahead = 5) =>
  function* (facts: ObligationFacts, from: LocalDate, to: LocalDate): Generator<Period> {
    for (const { key, first, last } of months(from, to)) {
      const due = dueOf(key, facts)
      if (due !== null)
        yield {
          key,
          from: first,
          to: last,
          opens: workdaysFrom(due, -ahead, facts.calendar),
          due,
          match: key,
        }
    }
  }

export const everyQuarter = (dueOf: (quarter: string, facts: ObligationFacts) => LocalDate, ahead = 5) =>
  function* (facts: ObligationFacts, from: LocalDate, to: LocalDate): Generator<Period> {
    for (let first = firstOfQuarter(from); first <= to;) {
      const last = lastOfMonth(addDays(first, 70))
      const key = quarterName(first)
      const due = dueOf(key, facts)
      yield { key, from: first, to: last, opens: workdaysFrom(due, -ahead, facts.calendar), due, match: key }
      first = addDays(last, 1)
    }
  }

/** Terms as a whole, to be done by their last day (or `weeks` after their first). */
export const perTerm = (weeks?: (facts: Facts) => number, match = (term: SchoolTerm): string => term.id) =>
  function* (facts: Facts, from: LocalDate, to: LocalDate): Generator<Period> {
    for (const term of schoolTerms(facts)) {
      const due = weeks ? addDays(mondayOf(term.startDate), 7 * weeks(facts) - 1) : term.endDate
      // Written in the vacation before is written for this term.
      const start = addDays(term.startDate, weeks ? -45 : 0)
      if (due >= from && start <= to)
        yield {
          key: term.startDate,
          from: start,
          to: addDays(term.endDate, 30),
          opens: weeks ? addDays(term.startDate, -7) : addDays(term.endDate, -14),
          due,
          match: match(term),
          term: term.id,
        }
    }
  }

/** School years, by their first terms. */
export const perSchoolYear = (weeks: (facts: Facts) => number) =>
  function* (facts: Facts, from: LocalDate, to: LocalDate): Generator<Period> {
    const years = new Set<string>()
    for (const term of schoolTerms(facts)) {
      if (years.has(term.schoolYear)) continue
      years.add(term.schoolYear)
      const due = addDays(mondayOf(term.startDate), 7 * weeks(facts) - 1)
      if (due >= from && addDays(term.startDate, -7) <= to)
        yield {
          key: term.schoolYear,
          from: addDays(term.startDate, -60),
          to: addDays(term.startDate, 365),
          opens: term.startDate,
          due,
          match: term.schoolYear,
        }
    }
  }

/** Calendar years: something due on a day (`03-15`) of the year or, with `of` = −1, of the year after. */
export const perYear = (day: string, { ahead = 14, of = 0 }: { ahead?: number; of?: number } = {}) =>
  function* (_: Facts, from: LocalDate, to: LocalDate): Generator<Period> {
    for (let year = +from.slice(0, 4); year <= +to.slice(0, 4) + 1; year++) {
      const due = `${year}-${day}`
      const key = String(year + of)
      yield { key, from: `${key}-01-01`, to: due, opens: addDays(due, -ahead), due, match: key }
    }
  }

/** A run of free days that school stops for. */
export interface Break {
  /** Names it on every computer: the first major day in it, or the end of the term before it. */
  readonly key: string
  readonly first: LocalDate
  readonly last: LocalDate
}

/**
 * Major holidays (O5) that interrupt a term, and the vacations after the terms. A holiday inside a vacation is no break
 * of its own: the vacation has begun already.
 */
export function breaks(facts: Facts): Break[] {
  const { calendar, majorDays } = facts
  const terms = schoolTerms(facts)
  const found = new Map<LocalDate, Break>()
  for (const { endDate } of terms) {
    const first = addDays(endDate, 1)
    const next = terms.map(({ startDate }) => startDate).find((start) => start > endDate)
    found.set(first, {
      key: endDate,
      first,
      last: next ? addDays(next, -1) : addDays(endDate, LONGEST_BREAK / 2),
    })
  }
  for (const day of majorDays) {
    if (calendar.isWorkday(day)) continue
    const term = terms.find(({ startDate, endDate }) => day >= startDate && day <= endDate)
    if (!term) continue
    let [first, last] = [day, day]
    for (let i = 0; i < LONGEST_BREAK && !calendar.isWorkday(addDays(first, -1)); i++)
      first = addDays(first, -1)
    for (let i = 0; i < LONGEST_BREAK && !calendar.isWorkday(addDays(last, 1)); i++) last = addDays(last, 1)
    // School has not been held yet when the term begins with a holiday.
    if (first > term.startDate && !found.has(first)) found.set(first, { key: day, first, last })
  }
  return [...found.values()].sort((a, b) => (a.first < b.first ? -1 : 1))
}

/** The last workdays before each break (O6). */
export const beforeBreaks = (days: (facts: Facts) => number) =>
  function* (facts: Facts, from: LocalDate, to: LocalDate): Generator<Period> {
    for (const { key, first } of breaks(facts)) {
      const due = workdaysFrom(first, -1, facts.calendar)
      const opens = workdaysFrom(first, -days(facts), facts.calendar)
      if (due >= from && opens <= to) yield { key, from: opens, to: addDays(first, -1), opens, due }
    }
  }

/** The free days of each break themselves, to be arranged before it begins. */
export function* duringBreaks(facts: Facts, from: LocalDate, to: LocalDate): Generator<Period> {
  for (const { key, first, last } of breaks(facts)) {
    const due = workdaysFrom(first, -1, facts.calendar)
    const opens = workdaysFrom(first, -5, facts.calendar)
    if (due >= from && opens <= to) yield { key, from: first, to: last, opens, due }
  }
}
