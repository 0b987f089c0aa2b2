import { addDays, type LocalDate } from '../shared/local-date.ts'
import { fixedId, newId } from '../shared/id.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Step } from '../tables/column.ts'
import { leaderOn, weekAt } from '../rules/on-duty.ts'
import { weekDraft, type ClassWeek, type WeekDraft } from '../rules/week-draft.ts'
import { mondayOf } from '../rules/weeks.ts'
import type { Workbook } from '../engine/workbook.ts'
import { dutyBookOf, rowNamed } from './duty-book.ts'
import type { Outcome, Session } from './session.ts'

const TABLE = 'weeklySummaries'

/**
 * The summary of the week a day lies in: the row that is there, or a new one with leader, receiver and figures, and its
 * texts begun from the logs and the attendance.
 */
export function weeklySummaryOf(session: Session, day: LocalDate): Result<{ readonly row: string }> {
  const { book } = session
  const at = weekAt(day, book.environment().terms)
  if (at === null) return fail('week.no-term')
  const { term, week } = at
  const known = book
    .view(TABLE)
    .ids()
    .find(
      (row) =>
        rowNamed(book, 'terms', book.stored(TABLE, row, 'term')) === term.id &&
        book.stored(TABLE, row, 'week') === week,
    )
  if (known !== undefined) return ok({ row: known })
  const fixed = fixedId(TABLE, term.id, String(week))
  const id = book.positionOf(TABLE, fixed) < 0 ? fixed : newId()
  const how = { source: 'user', label: { code: 'week.begin', params: { week } } } as const
  session.accept({ edits: [], rows: [{ table: TABLE, id, cells: { term: term.id, week } }] }, how)
  return ok({ row: id })
}

/** 起草各段文字: fills the empty paragraphs of a week's summary, as one change. What is written stays. */
export function draftWeeklySummary(session: Session, row: string): Result<Outcome> {
  const { book } = session
  if (!book.has(TABLE, row)) return fail('report.not-there')
  const draft = draftOf(book, row)
  if (draft === null) return fail('week.no-term')
  const edits = Object.entries(draft)
    .filter(([column, to]) => to !== null && book.stored(TABLE, row, column) === null)
    .map(([column, to]) => ({ table: TABLE, row, column, from: null, to: to as string }))
  return ok(session.accept({ edits, rows: [] }, { source: 'user', label: { code: 'week.draft' } }))
}

function draftOf(book: Workbook, row: string): WeekDraft | null {
  const week = book.stored(TABLE, row, 'week')
  const own = rowNamed(book, 'terms', book.stored(TABLE, row, 'term'))
  const term = book.environment().terms.find(({ id }) => id === own)
  if (!term?.startDate || typeof week !== 'number') return null
  const first = addDays(mondayOf(term.startDate), (week - 1) * 7)
  const last = addDays(first, 6)
  const inWeek = (table: string) =>
    book
      .view(table)
      .ids()
      .filter((id) => {
        const date = book.stored(table, id, 'date')
        return typeof date === 'string' && date >= first && date <= last
      })
  const reports = inWeek('classAttendance')
  const duty = dutyBookOf(book)
  const leader = Array.from({ length: 7 }, (_, day) => leaderOn(addDays(first, day), duty)).find(Boolean)
  return weekDraft({
    week,
    leader: leader ? book.shownName(leader) : null,
    logs: inWeek('dutyLog')
      .filter((id) => book.value('dutyLog', id, 'status') !== '未填')
      .map((id) => ({
        date: String(book.stored('dutyLog', id, 'date')),
        issues: book.stored('dutyLog', id, 'issues') as string | null,
        handled: book.stored('dutyLog', id, 'handled') as string | null,
      }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    stats: (book.value(TABLE, row, 'stats') ?? []) as readonly Step[],
    reports: reports.length,
    classes: classWeeks(book, reports),
  })
}

function classWeeks(book: Workbook, reports: readonly string[]): ClassWeek[] {
  const weeks = new Map<string, ClassWeek>()
  for (const row of reports) {
    const number = (column: string) => {
      const value = book.value('classAttendance', row, column)
      return typeof value === 'number' ? value : 0
    }
    const cell = book.stored('classAttendance', row, 'class')
    const own = rowNamed(book, 'classes', cell)
    const name = own === null ? String(cell ?? '') : (book.shownName(own) ?? '')
    const before = weeks.get(name) ?? { name, absent: 0, sick: 0, leave: 0, late: 0 }
    weeks.set(name, {
      name,
      absent: before.absent + number('absent'),
      sick: before.sick + number('sick'),
      leave: before.leave + number('leave'),
      late: before.late + (book.value('classAttendance', row, 'late') === true ? 1 : 0),
    })
  }
  return [...weeks.values()]
}
