import type { Content } from '../tables/column.ts'
import type { DutyBook } from '../rules/on-duty.ts'
import type { MonthlyReport } from '../rules/report-figures.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { DepartmentRow } from './department-paper.ts'
import type { Reader } from './reader.ts'
import type { Letterhead } from './receipt-paper.ts'

/**
 * The workbook as a paper may read it. What is printed goes through `text`, `told` or the reader; the book itself is for
 * deciding what is printed, for its cells know nothing of who will read them.
 */
export interface PaperSource extends Reader {
  readonly book: Workbook
  readonly duty: DutyBook
  readonly letterhead: Letterhead & { readonly rules: string }
  /** The columns of a table that go to this reader; none where the table stays as a whole. */
  columns(table: string): readonly string[]
  /** A cell as this reader may read it, in the language of whoever prints; empty for what does not go to him. */
  text(table: string, row: string, column: string): string
  /** The same for a text that is no cell, such as one kept in a report that was sent. */
  told(content: Content, text: string): string
  /** A person by what a cell holds: a row of the staff, or a name that was typed. */
  named(reference: unknown): string
  /** Rows without names stand in the order of what they say: the school's own order would tell who is who. */
  hidesOrder(table: string): boolean
  monthlyReport(row: string): MonthlyReport | null
  /** A term's scores by department, as everybody may read them. */
  openDepartments(term: string): readonly DepartmentRow[]
}
