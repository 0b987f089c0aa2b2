import { fixedId } from '../../shared/id.ts'
import { DELETED, type CellEdit, type RowBlock } from '../../engine/change.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { sameCell, type Cell } from '../../tables/cell.ts'
import { unanswered } from './answers-of.ts'
import { CarryOver } from './carry-over.ts'
import { cellsOfReport, REPORTS, reportId, type KnownReport } from './known-reports.ts'
import { isFromReports, LEDGERS, receiptsOf, type Ledger, type WantedRow } from './ledgers-of.ts'

export interface Differing {
  readonly edits: CellEdit[]
  readonly added: RowBlock[]
}

/**
 * What must change in the workbook for the register to hold these reports, and the ledgers and receipts of these schools
 * what their reports say. Nothing else is touched: not a column of the bureau's own, not a row it has entered itself.
 */
export function differing(
  book: Workbook,
  {
    schools,
    ledgers,
    reports,
    coming,
    disputed,
  }: {
    /** Whose ledgers are written. */
    readonly schools: Iterable<string>
    readonly ledgers: readonly WantedRow[]
    /** Every report of these schools, those just come included. */
    readonly reports: readonly KnownReport[]
    /** Reports and schools that are to be entered. */
    readonly coming: readonly WantedRow[]
    /** Cells to be written although they hold the value already: that decides them. */
    readonly disputed?: Disputed
  },
): Differing {
  const difference = new RowDifference(book, disputed)
  for (const row of coming) difference.want(row)
  const wanted = new Set(ledgers.map(({ id }) => id))
  const bySchool = bySchoolOf(reports)
  const carried = new Map<string, Readonly<Record<string, Cell>>>()
  const carryOver = new CarryOver(book, ledgers)
  const all = [...schools]
  for (const school of all)
    for (const table of LEDGERS)
      for (const id of rowsOf(book, table, school)) {
        if (wanted.has(id) || !isFromReports(table, school, id) || !book.has(table, id)) continue
        difference.drop(table, id)
        const next = carryOver.successor(table, id)
        if (next === null || carried.has(next)) continue
        carried.set(next, carryOver.own(table, id, next))
        difference.edit(carryOver.references(table, id, next))
      }
  for (const row of ledgers) difference.want({ ...row, cells: { ...carried.get(row.id), ...row.cells } })
  for (const school of all) {
    for (const id of rowsOf(book, 'orderAnswers', school))
      if (!wanted.has(id) && book.has('orderAnswers', id)) difference.want(unanswered(id))
    const known = rowsOf(book, 'receipts', school)
    for (const { month, cells } of receiptsOf(bySchool.get(school) ?? []))
      difference.want(receipt(book, known, school, month, cells))
  }
  return difference.result()
}

export function bySchoolOf(reports: readonly KnownReport[]): Map<string, KnownReport[]> {
  const bySchool = new Map<string, KnownReport[]>()
  for (const report of reports) {
    const others = bySchool.get(report.school)
    if (others) others.push(report)
    else bySchool.set(report.school, [report])
  }
  return bySchool
}

export const reportRow = (report: KnownReport): WantedRow => ({
  table: REPORTS,
  id: reportId(report.hash),
  cells: cellsOfReport(report),
})

const rowsOf = (
  book: Workbook,
  table: Ledger | 'receipts' | 'orderAnswers',
  school: string,
): readonly string[] =>
  book
    .children('schools', school)
    .filter((child) => child.table === table && child.by === 'school')
    .flatMap(({ ids }) => [...ids])

/**
 * The bureau may have begun the receipt itself: for a reminder, or because the school brought it on paper first, and that
 * day counts.
 */
function receipt(
  book: Workbook,
  known: readonly string[],
  school: string,
  month: string,
  cells: Readonly<Record<string, Cell>>,
): WantedRow {
  const [begun] = known.filter((id) => book.stored('receipts', id, 'month') === month).sort()
  const id = begun ?? fixedId('receipts', month, school)
  const before = begun === undefined ? null : book.stored('receipts', begun, 'received')
  const earlier = typeof before === 'string' && before < String(cells['received'])
  const isNew = book.positionOf('receipts', id) < 0
  const own: Record<string, Cell> = isNew ? { reminders: 0, returned: false } : {}
  return { table: 'receipts', id, cells: { ...own, ...cells, ...(earlier ? { received: before } : {}) } }
}

type Disputed = (table: string, row: string, column: string) => boolean

/** Gathers rows as they shall be, and says what that means for those that are there. */
class RowDifference {
  private readonly edits: CellEdit[] = []
  private readonly rows = new Map<string, WantedRow[]>()

  constructor(
    private readonly book: Workbook,
    private readonly disputed: Disputed = () => false,
  ) {}

  want(row: WantedRow): void {
    const { table, id, cells } = row
    if (this.book.positionOf(table, id) < 0) {
      const others = this.rows.get(table)
      if (others) others.push(row)
      else this.rows.set(table, [row])
      return
    }
    // An undo, or the school itself, had taken it away.
    if (!this.book.has(table, id)) this.edits.push({ table, row: id, column: DELETED, from: true, to: null })
    for (const [column, to] of Object.entries(cells)) {
      const from = this.book.stored(table, id, column)
      if (!sameCell(from, to) || this.disputed(table, id, column))
        this.edits.push({ table, row: id, column, from, to })
    }
  }

  edit(edits: readonly CellEdit[]): void {
    this.edits.push(...edits)
  }

  drop(table: string, row: string): void {
    this.edits.push({ table, row, column: DELETED, from: null, to: true })
  }

  result(): Differing {
    const added = [...this.rows].map(([table, rows]): RowBlock => {
      const keys = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
      const columns = keys.map((key) => [key, rows.map(({ cells }) => cells[key] ?? null)] as const)
      return { table, ids: rows.map(({ id }) => id), columns: Object.fromEntries(columns) }
    })
    return { edits: this.edits, added }
  }
}
