import { ok, type Result } from '../shared/result.ts'
import { dateOf } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import { monthOf } from '../tables/school/report-periods.ts'
import type { Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { TableRows } from '../exchange/table-sheet.ts'
import { packFile } from '../sync/package-file.ts'
import { encodeReport, type ReportedTable } from '../sync/report.ts'
import type { Session } from './session.ts'

/**
 * Takes in the rows of a table as a report has them, a few at a time: cells as their audience may read them, whoever is
 * referred to by the name that is shown. Explanations stay: they are sentences of the program that makes the file.
 */
export class ReportedRows {
  private readonly tables = new Map<string, { ids: string[]; columns: Record<string, Cell[]> }>()

  constructor(private readonly context: CellContext) {}

  get all(): ReadonlyMap<string, ReportedTable> {
    return this.tables
  }

  /** A table without rows is told of as well: that there was nothing is something. */
  begin(table: Table, columns: readonly string[]): void {
    const keys = columns.filter((key) => table.columns[key]!.type !== 'steps')
    this.tables.set(table.name, { ids: [], columns: Object.fromEntries(keys.map((key) => [key, []])) })
  }

  add(table: Table, rows: TableRows): void {
    const { ids, columns } = this.tables.get(table.name)!
    ids.push(...rows.ids)
    for (const [key, cells] of Object.entries(columns))
      for (const row of rows.ids) cells.push(this.cell(table.columns[key]!, rows.value(row, key) as Cell))
  }

  private cell(column: Column, value: Cell): Cell {
    const refers = column.type === 'reference' || column.type === 'references'
    return refers && value !== null ? cellTypeOf(column).format(value, column, this.context) || null : value
  }
}

/** The month a report is about: the last whose figures have been sent, else the present one. */
export function reportedMonth(book: Workbook): string {
  const sent = book
    .view('monthlyReports')
    .ids()
    .filter((id) => book.stored('monthlyReports', id, 'sent_at') !== null)
    .map((id) => monthOf(String(book.stored('monthlyReports', id, 'month') ?? '')))
    .filter((month) => month !== null)
  return sent.sort().at(-1) ?? dateOf(book.environment().now).slice(0, 7)
}

/**
 * The report that goes along in a file for the bureau, signed with this copy's key. It says how far the copy had come, by
 * what is durable: two reports in which the same work is contained must not look like one after the other.
 */
export async function packReport(
  session: Session,
  tables: ReadonlyMap<string, ReportedTable>,
  school: string,
  /** Hashes of the reports of other schools that go along. */
  passes: readonly string[] = [],
): Promise<Result<Uint8Array>> {
  await session.settled()
  if (session.saving.problem) return { ok: false, problem: session.saving.problem }
  const { book, info } = session
  // As its audience may read it: anything can be typed into a cell, also into this one.
  const [code] = tables.get('profile')?.columns['school_code'] ?? []
  const { replica, vector } = await session.standing()
  const report = encodeReport({
    workbook: { id: info.id, name: school },
    school: { code: typeof code === 'string' ? code : '', name: school },
    period: reportedMonth(book),
    made: new Date().toISOString(),
    now: book.environment().now,
    replica,
    vector,
    passes,
    tables,
  })
  return ok(await packFile(report, (await session.keys?.own()) ?? null))
}
