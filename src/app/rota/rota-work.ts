import { fail, ok, type Result } from '../../shared/result.ts'
import { addDays, weekdayOf, type LocalDate } from '../../shared/local-date.ts'
import { mondayOf, weekNumber } from '../../rules/weeks.ts'
import { termPlaces, type TermPlace } from '../../rules/rota/term-places.ts'
import type { RotaPlace, RotaProblem } from '../../rules/rota/rota-problem.ts'
import type { TermSpan } from '../../rules/terms.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { PersonDraft, RotaDraft } from './rota-draft.ts'
import { countsAsLoad } from '../../rules/rota/load.ts'
import { barring } from './availability.ts'
import { dutiesBefore, rotaRowsOf, standIns, type RotaRow } from './standing-duties.ts'

/** A draft put into numbers for the solver, and what its numbers mean. */
export interface RotaWork {
  readonly term: TermSpan
  readonly places: readonly TermPlace[]
  readonly teachers: RotaProblem
  readonly teacherIds: readonly string[]
  /** A leader for each week that has none yet. */
  readonly leaders: RotaProblem
  readonly leaderIds: readonly string[]
  readonly leaderWeeks: readonly number[]
  /** Leaders of weeks that have one in a row that stays. */
  readonly leaderOf: ReadonlyMap<number, string>
  /** Rows in the span that may be written over or taken away; all others stay. */
  readonly replaceable: readonly RotaRow[]
  /** How many rows in the span stay as they are. */
  readonly kept: number
}

/** @returns `rota.no-term`, `rota.no-posts`, `rota.no-people`, `rota.no-days` where there is nothing to plan */
export function rotaWork(book: Workbook, draft: RotaDraft): Result<RotaWork> {
  const { calendar, policy, terms } = book.environment()
  const term = terms.find(({ id }) => id === draft.term)
  if (!term?.startDate || !term.endDate) return fail('rota.no-term')
  if (draft.posts.length === 0) return fail('rota.no-posts')
  const teachers = draft.people.filter(({ part }) => part === 'teacher')
  const leaders = draft.people.filter(({ part }) => part === 'leader')
  if (teachers.length === 0) return fail('rota.no-people')

  const byWeek = draft.turn === 'week'
  // Whole weeks where people change by the week: half of one would be a week of its own for somebody.
  const from = byWeek ? mondayOf(draft.from) : draft.from
  const to = byWeek ? addDays(mondayOf(draft.to), 6) : draft.to
  const wanted = termPlaces(
    draft.posts,
    { start: term.startDate, end: term.endDate, from, to },
    calendar,
    dayNames(book),
    { 'rota.turn': draft.turn, 'rota.makeUp': policy['rota.makeUp'] },
  )
  if (wanted.length === 0) return fail('rota.no-days')

  const swaps = standIns(book)
  const swapped = new Set(swaps.map(({ row }) => row))
  const stays = (row: RotaRow): boolean =>
    row.confirmed ||
    !countsAsLoad(row.origin) ||
    swapped.has(row.id) ||
    (draft.keepByHand && row.origin === '手工') ||
    row.days.length === 0 ||
    row.days.some((day) => day < from || day > to)
  const rows = rotaRowsOf(book, term)
  const standing = rows.filter(stays)
  const replaceable = rows.filter((row) => !stays(row))
  const places = wanted.filter(
    ({ template, days }) =>
      !standing.some((row) => row.post === template.post && row.days.some((day) => days.includes(day))),
  )

  const periods = periodsOf(term, wanted, byWeek)
  const busy = busyDays(book, standing, swaps, rows)
  const standingFor = (people: readonly PersonDraft[], weekly: boolean): (readonly [number, number])[] =>
    people.flatMap(({ id }, person) =>
      [
        ...new Set(
          [...(busy.get(id) ?? [])].flatMap((day) => (weekly ? weekOf(term, day) - 1 : periods.of(day))),
        ),
      ]
        .filter((period) => period >= 0)
        .map((period) => [person, period] as const),
    )

  const barred = barring(book, policy['rota.ownClass'], rows)
  const before = policy['rota.carry'] ? dutiesBefore(book, term) : () => 0
  const had = (id: string) => standing.filter((row) => countsAsLoad(row.origin) && row.teachers.includes(id))
  const leaderOf = new Map(standing.flatMap(({ week, leader }) => (leader ? [[week, leader] as const] : [])))
  const leaderWeeks = [...new Set(places.map(({ week }) => week))].filter((week) => !leaderOf.has(week))
  return ok({
    term,
    places,
    teacherIds: teachers.map(({ id }) => id),
    teachers: {
      periods: periods.count,
      people: teachers.map(({ id, cap }) => ({
        most: cap === null ? null : Math.max(0, cap - new Set(had(id).map(({ week }) => week)).size),
        had: had(id).length,
        before: before(id),
      })),
      standing: standingFor(teachers, byWeek),
      places: places.map(({ template, days, week }): RotaPlace => {
        const [day] = days
        return {
          period: periods.of(day!),
          post: draft.posts.findIndex(({ post }) => post === template.post),
          weekday: byWeek ? 0 : weekdayOf(day!),
          seats: template.seats,
          barred: teachers.flatMap(({ id }, person) => {
            const why = barred(id, days, { week, withClass: template.withClass })
            return why ? [[person, why] as const] : []
          }),
        }
      }),
    },
    leaderIds: leaders.map(({ id }) => id),
    leaderWeeks,
    leaderOf,
    leaders: {
      periods: weekOf(term, term.endDate),
      people: leaders.map(({ id, cap }) => {
        const led = [...leaderOf].filter(([, leader]) => leader === id).length
        return { most: cap === null ? null : Math.max(0, cap - led), had: led, before: 0 }
      }),
      standing: standingFor(leaders, true),
      places: leaderWeeks.map((week) => ({
        period: week - 1,
        post: 0,
        weekday: 0,
        seats: 1,
        barred: leaders.flatMap(({ id }, person) => {
          const days = places.filter((place) => place.week === week).flatMap((place) => place.days)
          const why = barred(id, days, null)
          return why ? [[person, why] as const] : []
        }),
      })),
    },
    replaceable,
    kept: standing.filter(({ days }) => days.some((day) => day >= from && day <= to)).length,
  })
}

const weekOf = (term: TermSpan, day: LocalDate): number =>
  weekNumber(day, term.startDate!, term.endDate!) ?? 0

/** Weeks or days as numbers in their order. */
function periodsOf(term: TermSpan, places: readonly TermPlace[], byWeek: boolean) {
  if (byWeek) return { count: weekOf(term, term.endDate!), of: (day: LocalDate) => weekOf(term, day) - 1 }
  const days = [...new Set(places.flatMap((place) => place.days))].sort()
  const numbers = new Map(days.map((day, number) => [day, number]))
  return { count: days.length, of: (day: LocalDate) => numbers.get(day) ?? -1 }
}

function dayNames(book: Workbook): (day: LocalDate) => string | null {
  const names = new Map<string, string>()
  for (const id of book.view('holidays').ids()) {
    const [day, name] = [book.stored('holidays', id, 'date'), book.stored('holidays', id, 'name')]
    if (typeof day === 'string' && typeof name === 'string') names.set(day, name)
  }
  return (day) => names.get(day) ?? null
}

/** On which days whom the planning cannot have: rows that stay, in any part of them, and stepping in for somebody. */
function busyDays(
  book: Workbook,
  standing: readonly RotaRow[],
  swaps: ReturnType<typeof standIns>,
  rows: readonly RotaRow[],
): Map<string, Set<LocalDate>> {
  const busy = new Map<string, Set<LocalDate>>()
  const add = (person: string, days: readonly LocalDate[]) => {
    const known = busy.get(person) ?? new Set()
    for (const day of days) known.add(day)
    busy.set(person, known)
  }
  for (const { teachers, leader, days } of standing)
    for (const person of leader === null ? teachers : [...teachers, leader]) add(person, days)
  const daysOf = new Map(rows.map(({ id, days }) => [id, days]))
  for (const { row, person, on } of swaps) {
    if (person === null) continue
    const dutyDay = book.has('holidayDuty', row) ? book.stored('holidayDuty', row, 'date') : null
    add(person, on !== null ? [on] : typeof dutyDay === 'string' ? [dutyDay] : (daysOf.get(row) ?? []))
  }
  return busy
}
