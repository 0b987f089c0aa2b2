import { addDays, weekdayOf, type LocalDate } from '../../shared/local-date.ts'
import { newId } from '../../shared/id.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Cell } from '../../tables/cell.ts'
import type { RotaProblem, RotaSolution } from '../../rules/rota/rota-problem.ts'
import { mannedOn } from '../../rules/on-duty.ts'
import type { CellEdit } from '../../engine/change.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { NewRow } from '../completed-rows.ts'
import { dutyBookOf, rowNamed } from '../duty-book.ts'
import type { Outcome, Session } from '../session.ts'
import { barring } from './availability.ts'
import { dutyOfDay, shiftsOn, type HolidayDraft, type ShiftDraft } from './holiday-draft.ts'
import { personsIn, standIns } from './standing-duties.ts'

/** A shift on a day, and the row it has already, if that is to get other people. */
export interface ShiftPlace {
  readonly day: LocalDate
  readonly shift: ShiftDraft
  readonly row: string | null
}

export interface HolidayWork {
  readonly places: readonly ShiftPlace[]
  readonly teachers: RotaProblem
  readonly teacherIds: readonly string[]
  /** One who leads all shifts of a day. */
  readonly leaders: RotaProblem
  readonly leaderIds: readonly string[]
  readonly leaderDays: readonly LocalDate[]
  readonly leaderOf: ReadonlyMap<LocalDate, string>
  readonly kept: number
}

export interface HolidayMade {
  readonly work: HolidayWork
  readonly teachers: RotaSolution
  readonly leaders: RotaSolution
}

/** No school year has more days; a slip in a year is not worth an hour. */
const MOST_DAYS = 400

/** @returns `rota.no-people`, `rota.no-days` where there is nothing to plan */
export function holidayWork(book: Workbook, draft: HolidayDraft): Result<HolidayWork> {
  const teachers = draft.people.filter(({ part }) => part === 'teacher').map(({ id }) => id)
  const leaders = draft.people.filter(({ part }) => part === 'leader').map(({ id }) => id)
  if (teachers.length === 0) return fail('rota.no-people')
  const days: LocalDate[] = []
  for (let day = draft.from; day <= draft.to && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day)
  const dutyOf = dutyOfDay(book)

  const known = rowsOf(book)
  const swapped = new Set(standIns(book).map(({ row }) => row))
  const stays = (row: DutyRow) => !draft.again || row.begun || swapped.has(row.id)
  const places = days.flatMap((day) =>
    shiftsOn(day, draft.shifts, dutyOf).flatMap((shift): ShiftPlace[] => {
      const row = known.find(
        (each) => each.day === day && each.kind === shift.kind && each.shift === shift.shift,
      )
      if (row && stays(row)) return []
      return [{ day, shift, row: row?.id ?? null }]
    }),
  )
  if (places.length === 0) return fail('rota.no-days')

  const replaced = new Set(places.map(({ row }) => row))
  const standing = known.filter(({ id }) => !replaced.has(id))
  const within = standing.filter(({ day }) => day >= draft.from && day <= draft.to)
  const busy = busyOn(book, days, within)
  const leaderOf = new Map(within.flatMap(({ day, leader }) => (leader ? [[day, leader] as const] : [])))
  const leaderDays = [...new Set(places.map(({ day }) => day))].filter((day) => !leaderOf.has(day))
  const barred = barring(book, false, [])
  const barredOn = (ids: readonly string[], day: LocalDate) =>
    ids.flatMap((id, person) => {
      const why = barred(id, [day], null)
      return why ? [[person, why] as const] : []
    })
  const count = (rows: readonly DutyRow[], id: string, of: 'people' | 'leader') =>
    rows.filter((row) => (of === 'people' ? row.people.includes(id) : row.leader === id)).length
  const earlier = standing.filter(({ day }) => day < draft.from)
  const common = (ids: readonly string[], of: 'people' | 'leader') => ({
    periods: days.length,
    people: ids.map((id) => ({ most: null, had: count(within, id, of), before: count(earlier, id, of) })),
    standing: ids.flatMap((id, person) =>
      days.flatMap((day, period) => (busy.get(day)!.has(id) ? [[person, period] as const] : [])),
    ),
  })
  return ok({
    places,
    teacherIds: teachers,
    teachers: {
      ...common(teachers, 'people'),
      places: places.map(({ day, shift }) => ({
        period: days.indexOf(day),
        post: draft.shifts.indexOf(shift),
        weekday: weekdayOf(day),
        seats: shift.seats,
        barred: barredOn(teachers, day),
      })),
    },
    leaderIds: leaders,
    leaderDays,
    leaderOf,
    leaders: {
      ...common(leaders, 'leader'),
      places: leaderDays.map((day) => ({
        period: days.indexOf(day),
        post: 0,
        weekday: weekdayOf(day),
        seats: 1,
        barred: barredOn(leaders, day),
      })),
    },
    kept: within.length,
  })
}

interface DutyRow {
  readonly id: string
  readonly day: LocalDate
  readonly kind: Cell
  readonly shift: Cell
  readonly leader: string | null
  readonly people: readonly string[]
  /** Somebody has been there, or has written about it. */
  readonly begun: boolean
}

function rowsOf(book: Workbook): DutyRow[] {
  return book
    .view('holidayDuty')
    .ids()
    .flatMap((id) => {
      const cell = (column: string) => book.stored('holidayDuty', id, column)
      const day = cell('date')
      if (typeof day !== 'string') return []
      return [
        {
          id,
          day,
          kind: cell('kind'),
          shift: cell('shift'),
          leader: rowNamed(book, 'staff', cell('leader')),
          people: personsIn(book, cell('staff')),
          begun: ['signin', 'signout', 'log'].some((column) => cell(column) !== null),
        },
      ]
    })
}

/** Whoever has a duty on a day already: in a row that stays, by the weekly rota, or in somebody's place. */
function busyOn(
  book: Workbook,
  days: readonly LocalDate[],
  rows: readonly DutyRow[],
): Map<LocalDate, Set<string>> {
  const duty = dutyBookOf(book)
  const busy = new Map(
    days.map((day) => [
      day,
      new Set(
        mannedOn(day, duty).flatMap(({ leader, teachers }) => (leader ? [leader, ...teachers] : teachers)),
      ),
    ]),
  )
  for (const { day, leader, people } of rows)
    for (const person of leader ? [leader, ...people] : people) busy.get(day)?.add(person)
  const dayOf = new Map(rows.map(({ id, day }) => [id, day]))
  for (const { row, person, on } of standIns(book))
    if (person !== null) busy.get(on ?? dayOf.get(row) ?? '')?.add(person)
  return busy
}

/** Writes the duty as one step: new rows, and other people in those that were to be planned again. */
export function applyHolidayDuty(session: Session, { work, teachers, leaders }: HolidayMade): Outcome {
  const leaderOf = new Map(work.leaderOf)
  for (const [at, day] of work.leaderDays.entries()) {
    const [leader] = leaders.holders[at]!
    if (leader !== undefined) leaderOf.set(day, work.leaderIds[leader]!)
  }
  const edits: CellEdit[] = []
  const rows: NewRow[] = []
  for (const [at, { day, shift, row }] of work.places.entries()) {
    const people = teachers.holders[at]!.map((person) => work.teacherIds[person]!)
    const cells = { leader: leaderOf.get(day) ?? null, staff: people.length > 0 ? people : null }
    if (row === null) {
      const own = { date: day, kind: shift.kind, shift: shift.shift }
      rows.push({ table: 'holidayDuty', id: newId(), cells: { ...own, ...cells } })
    } else
      for (const [column, to] of Object.entries(cells))
        edits.push({
          table: 'holidayDuty',
          row,
          column,
          from: session.book.stored('holidayDuty', row, column),
          to,
        })
  }
  return session.accept(
    { edits, rows },
    { source: 'program', label: { code: 'duty.plan', params: { count: work.places.length } } },
  )
}
