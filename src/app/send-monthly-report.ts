import { newId } from '../shared/id.ts'
import { dateOf } from '../shared/local-date.ts'
import { sha256OfText } from '../shared/sha-256-text.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { CellEdit } from '../engine/change.ts'
import { monthOf } from '../tables/school/report-periods.ts'
import { snapshotText } from '../rules/report-snapshot.ts'
import { reportOf } from './monthly-report.ts'
import type { NewRow } from './completed-rows.ts'
import type { Outcome, Session } from './session.ts'

/**
 * 报送: freezes a monthly report. In one change its rows are written down as they stand, the hazards it tells of for the
 * first time are marked as reported, and the register of submissions gets a line with the check code. Undoing it takes all
 * of that back.
 */
export function sendMonthlyReport(
  session: Session,
  row: string,
): Result<Outcome & { readonly hash: string }> {
  const { book, now } = session
  if (!book.has('monthlyReports', row)) return fail('report.not-there')
  if (book.stored('monthlyReports', row, 'snapshot') !== null) return fail('report.sent-already')
  const month = monthOf(String(book.stored('monthlyReports', row, 'month') ?? ''))
  if (month === null) return fail('report.month-unreadable')
  const sent_at = book.stored('monthlyReports', row, 'sent_at') ?? now
  const report = reportOf(book, row, String(sent_at))
  if (report === null) return fail('report.month-unreadable')
  const { period, figures, hazards } = report
  if (period.from > dateOf(now)) return fail('report.period-open')
  if (figures.new === 0 && book.stored('monthlyReports', row, 'zero_note') === null)
    return fail('report.zero-note')
  const snapshot = snapshotText({ from: period.from, to: period.to, due: period.due, hazards })
  const hash = sha256OfText(snapshot)
  const edit = (table: string, id: string, column: string, to: string): CellEdit => ({
    table,
    row: id,
    column,
    from: book.stored(table, id, column),
    to,
  })
  const edits: CellEdit[] = [
    edit('monthlyReports', row, 'sent_at', String(sent_at)),
    edit('monthlyReports', row, 'snapshot', snapshot),
    ...hazards
      .filter(({ id }) => book.has('hazards', id) && isUnreported(book.stored('hazards', id, 'reported')))
      .flatMap(({ id }) => [
        edit('hazards', id, 'reported', '月报'),
        edit('hazards', id, 'reported_on', String(sent_at)),
      ]),
  ]
  const known = book
    .view('submissions')
    .ids()
    .find(
      (id) =>
        book.stored('submissions', id, 'item') === '隐患月报' &&
        monthOf(String(book.stored('submissions', id, 'period') ?? '')) === month,
    )
  const proof = { sent_at: String(sent_at), hash }
  if (known !== undefined)
    for (const [column, to] of Object.entries(proof)) edits.push(edit('submissions', known, column, to))
  const rows: NewRow[] =
    known !== undefined
      ? []
      : [
          {
            table: 'submissions',
            id: newId(),
            cells: { item: '隐患月报', period: month, due: period.due, channel: '文件', ...proof },
          },
        ]
  const outcome = session.accept(
    { edits, rows },
    { source: 'user', label: { code: 'report.send', params: { month } } },
  )
  return ok({ ...outcome, hash })
}

const isUnreported = (reported: unknown): boolean => reported === null || reported === '否'
