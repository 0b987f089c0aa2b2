import { numbersBySize } from '../shared/collation.ts'
import { fixedId, newId } from '../shared/id.ts'
import type { LocalDate } from '../shared/local-date.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import { DELETED, type CellEdit } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { NewRow } from './completed-rows.ts'
import { rowNamed } from './duty-book.ts'
import type { Outcome, Session } from './session.ts'

/** Why a pupil is not there, as far as the roll asks: what is known, and what has to be looked into. */
export const ABSENT_KINDS = ['sick', 'leave', 'unknown'] as const
export type AbsentKind = (typeof ABSENT_KINDS)[number]

export const SESSIONS = ['晨检', '午检', '晚检'] as const
export type RollSession = (typeof SESSIONS)[number]

/** One pupil who is not there. Number and name may stay empty. */
export interface AbsentPupil {
  /** The follow-up row that tells of him, if there is one. */
  readonly row: string | null
  readonly kind: AbsentKind
  readonly code: string
  readonly name: string
}

export interface ClassRoll {
  readonly class: string
  readonly name: string
  /** How many pupils it has; null while the list of classes does not say. */
  readonly due: number | null
  /** The report of this day and session, if there is one. */
  readonly row: string | null
  /** Follow-up rows that were there when the roll was read: only of these can it say that they were a slip. */
  readonly known: readonly string[]
  readonly absent: readonly AbsentPupil[]
}

const REASONS: Readonly<Record<AbsentKind, string>> = { sick: '病假', leave: '事假', unknown: '未知' }

/** A pupil who came late was not absent; everything nobody knows a reason for has to be looked into. */
function kindOf(reason: Cell): AbsentKind | null {
  if (reason === '病假') return 'sick'
  if (reason === '事假') return 'leave'
  return reason === '迟到' ? null : 'unknown'
}

export const countOf = ({ absent }: ClassRoll, kind: AbsentKind): number =>
  absent.reduce((sum, pupil) => sum + (pupil.kind === kind ? 1 : 0), 0)

export const presentIn = ({ due, absent }: ClassRoll): number | null =>
  due === null ? null : Math.max(0, due - absent.length)

/** So many of a kind: pupils are added without a name, and taken away from the end, those without a name first. */
export function withCount(roll: ClassRoll, kind: AbsentKind, wanted: number): ClassRoll {
  const others = roll.absent.filter((pupil) => pupil.kind !== kind)
  const count = Math.max(0, Math.min(wanted, (roll.due ?? wanted + others.length) - others.length))
  const own = roll.absent.filter((pupil) => pupil.kind === kind)
  const isNamed = ({ code, name, row }: AbsentPupil) => code !== '' || name !== '' || row !== null
  const kept = [...own.filter(isNamed), ...own.filter((pupil) => !isNamed(pupil))].slice(0, count)
  while (kept.length < count) kept.push({ row: null, kind, code: '', name: '' })
  const absent = ABSENT_KINDS.flatMap((each) =>
    each === kind ? kept : others.filter((pupil) => pupil.kind === each),
  )
  return { ...roll, absent }
}

const byName = numbersBySize('zh-CN')

/**
 * Every class of the school for one session of a day, by grade: with what has been reported already, and everybody else
 * taken to be there.
 */
export function classRolls(book: Workbook, date: LocalDate, session: RollSession): ClassRoll[] {
  const grades = (book.tables['classes']!.columns['grade']!.options ?? []).map(({ zh }) => zh)
  const gradeOf = (row: string) => {
    const at = grades.indexOf(String(book.stored('classes', row, 'grade')))
    return at < 0 ? grades.length : at
  }
  const reports = ofDay(book, 'classAttendance', date)
  const absences = ofDay(book, 'absences', date)
  return book
    .view('classes')
    .ids()
    .map((row) => ({ row, name: book.shownName(row) ?? '', grade: gradeOf(row) }))
    .sort((a, b) => a.grade - b.grade || byName(a.name, b.name))
    .map(({ row: own, name }): ClassRoll => {
      const students = book.stored('classes', own, 'students')
      const report =
        (reports.get(own) ?? []).find((id) => book.stored('classAttendance', id, 'session') === session) ??
        null
      const absent = (absences.get(own) ?? []).flatMap((id): AbsentPupil[] => {
        const kind = kindOf(book.stored('absences', id, 'reason'))
        return kind === null
          ? []
          : [{ row: id, kind, code: textOf(book, id, 'pupil_code'), name: textOf(book, id, 'pupil_name') }]
      })
      const roll: ClassRoll = {
        class: own,
        name,
        due: typeof students === 'number' ? students : null,
        row: report,
        known: absent.map((pupil) => pupil.row!),
        absent: [],
      }
      return ABSENT_KINDS.reduce((sum, kind) => {
        const named = absent.filter((pupil) => pupil.kind === kind)
        const known = { ...sum, absent: [...sum.absent, ...named] }
        const reported = report === null ? 0 : reportedOf(book, report, kind, students)
        return reported > named.length ? withCount(known, kind, reported) : known
      }, roll)
    })
}

/** Rows of a day by the class they are of. */
function ofDay(book: Workbook, table: string, date: LocalDate): Map<string, string[]> {
  const rows = new Map<string, string[]>()
  for (const row of book.view(table).ids()) {
    if (book.stored(table, row, 'date') !== date) continue
    const own = rowNamed(book, 'classes', book.stored(table, row, 'class'))
    if (own !== null) rows.set(own, [...(rows.get(own) ?? []), row])
  }
  return rows
}

function reportedOf(book: Workbook, report: string, kind: AbsentKind, students: Cell): number {
  const count = (column: string) => {
    const cell = book.stored('classAttendance', report, column)
    return typeof cell === 'number' ? cell : 0
  }
  if (kind !== 'unknown') return count(kind)
  if (typeof students !== 'number' || book.stored('classAttendance', report, 'present') === null) return 0
  return Math.max(0, students - count('present') - count('sick') - count('leave'))
}

const textOf = (book: Workbook, row: string, column: string) =>
  String(book.stored('absences', row, column) ?? '')

/** What a roll has come to. */
export interface RollOutcome extends Outcome {
  /** Classes that are reported now; those without a number of pupils cannot be. */
  readonly classes: number
}

/**
 * Reports the attendance of the whole school as one step: a row for each class, and one to follow up for each pupil who is
 * named or of whom nobody knows why he is not there. Run again for the day it corrects what is there and doubles nothing;
 * two computers that both report a day name its rows alike, and merge into one report.
 */
export function recordRolls(
  session: Session,
  { date, session: time, rolls }: { date: LocalDate; session: RollSession; rolls: readonly ClassRoll[] },
): RollOutcome {
  const { book } = session
  const edits: CellEdit[] = []
  const rows: NewRow[] = []
  const set = (table: string, row: string, cells: Readonly<Record<string, Cell>>) => {
    for (const [column, to] of Object.entries(cells)) {
      const from = book.stored(table, row, column)
      if (!sameCell(from, to)) edits.push({ table, row, column, from, to })
    }
  }
  const add = (table: string, names: readonly string[], cells: Readonly<Record<string, Cell>>) => {
    const fixed = fixedId(table, ...names)
    // One that was deleted keeps its id; the new one is another row.
    const id = names.length && book.positionOf(table, fixed) < 0 && !rows.some((row) => row.id === fixed)
    rows.push({ table, id: id ? fixed : newId(), cells })
  }
  const reports = ofDay(book, 'classAttendance', date)
  let classes = 0
  for (const roll of rolls) {
    const present = presentIn(roll)
    if (present === null) continue
    classes++
    const counts = { present, sick: countOf(roll, 'sick'), leave: countOf(roll, 'leave') }
    // Looked for now: another window may have reported since the roll was read.
    const report = (reports.get(roll.class) ?? []).find(
      (row) => book.stored('classAttendance', row, 'session') === time,
    )
    if (report !== undefined) set('classAttendance', report, counts)
    else
      add('classAttendance', [date, roll.class, String(SESSIONS.indexOf(time))], {
        date,
        class: roll.class,
        session: time,
        ...counts,
      })
    const listed = new Set<string>()
    for (const { row, kind, code, name } of roll.absent) {
      const cells = { pupil_code: code.trim() || null, pupil_name: name.trim() || null }
      if (row !== null && book.has('absences', row)) {
        listed.add(row)
        // 疑似失联 says more than the roll knows.
        const stays = kindOf(book.stored('absences', row, 'reason')) === kind
        set('absences', row, stays ? cells : { ...cells, reason: REASONS[kind] })
      } else if (kind === 'unknown' || cells.pupil_code !== null || cells.pupil_name !== null)
        add('absences', cells.pupil_code === null ? [] : [date, roll.class, cells.pupil_code], {
          date,
          class: roll.class,
          reason: REASONS[kind],
          ...cells,
        })
    }
    for (const row of roll.known) {
      if (
        listed.has(row) ||
        !book.has('absences', row) ||
        kindOf(book.stored('absences', row, 'reason')) === null
      )
        continue
      // What somebody has found out already is kept: the pupil has come, late.
      if (time !== '晨检' || isFollowedUp(book, row)) set('absences', row, { reason: '迟到' })
      else edits.push({ table: 'absences', row, column: DELETED, from: null, to: true })
    }
  }
  // There is somebody to look for again, whatever the day's log says.
  if (rows.some(({ table }) => table === 'absences'))
    for (const row of book.view('dutyLog').ids())
      if (book.stored('dutyLog', row, 'date') === date) set('dutyLog', row, { absence_confirmed: '未完' })
  const outcome = session.accept(
    { edits, rows },
    { source: 'user', label: { code: 'attendance.record', params: { date, count: classes } } },
  )
  return { ...outcome, classes }
}

const isFollowedUp = (book: Workbook, row: string): boolean =>
  ['parent_told', 'track', 'confirmed_by', 'returned'].some(
    (column) => book.stored('absences', row, column) !== null,
  )
