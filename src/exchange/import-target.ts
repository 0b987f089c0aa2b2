import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import type { Table } from '../tables/table.ts'
import type { SheetChoice } from './choose-table.ts'

/** The workbook as an import sees it. */
export interface ImportTarget {
  readonly tables: Readonly<Record<string, Table>>
  ids(table: string): readonly string[]
  /** Inputs as kept, computed cells as shown. */
  cell(table: string, row: string, column: string): Cell
  readonly context: CellContext
}

/** What becomes of rows that are here already, and of those that are not. */
export const STRATEGIES = ['update-and-add', 'add-only', 'update-only'] as const
export type Strategy = (typeof STRATEGIES)[number]

export interface ImportOptions {
  /** The table somebody chose; found by the headings when left out. */
  readonly table?: string
  /**
   * What was decided sheet by sheet, in the order of the file; null leaves a sheet out. A sheet with a table chosen is
   * taken even if it is hidden.
   */
  readonly bySheet?: readonly (SheetChoice | null | undefined)[]
  readonly strategy?: Strategy
  /** Take cells that do not fit as they are typed, marked, instead of turning the row away. */
  readonly keepInvalid?: boolean
  /** Hidden sheets are left out unless asked for. */
  readonly hidden?: boolean
  /** An empty cell in the file empties the cell here; otherwise it leaves it alone. */
  readonly clearEmpty?: boolean
}
