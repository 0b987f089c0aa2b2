import type { Result } from '../../shared/result.ts'
import type { Cell } from '../cell.ts'
import type { Column, Step } from '../column.ts'

/** What a cell type needs to know of the world to read or write a cell. */
export interface CellContext {
  /** Local wall time, for "今天", "3月2日" (this year) and two-digit years. */
  readonly now: string
  /** The row of `table` that bears this shown name: its id; 'many' when several do; null when none does. */
  readonly find: (tables: readonly string[], shownName: string) => string | 'many' | null
  /** The shown name of a row, or null when the id names no row. */
  readonly nameOf: (id: string) => string | null
  /** What a table is called; null for one this version does not know. */
  readonly labelOfTable?: (table: string) => { readonly zh: string; readonly en: string } | null
  /** An explanation in the reader's language. */
  readonly say: (steps: readonly Step[]) => string
  /** 'zh' writes stored labels; another language translates option labels and yes/no. */
  readonly optionLabel?: (zh: string, en: string) => string
  /** Entries of one cell after one another, as the reader's language sets them. */
  readonly listed?: (entries: readonly string[]) => string
}

/** How a cell goes to a spreadsheet file. Dates are serial day numbers (1900 system), times with a fraction. */
export interface SheetCell {
  readonly value: string | number | boolean | null
  readonly format?: string
}

/**
 * All knowledge of one kind of cell in one file: parse and format together, so that grid, clipboard, import, export,
 * sort and rules can never disagree about it.
 */
export interface CellType {
  /** What somebody typed or a file holds → the stored value. A problem leaves the text as typed in the cell. */
  readonly parse: (input: string | number | boolean, column: Column, context: CellContext) => Result<Cell>
  /** The stored value → what is shown, copied and written to CSV. */
  readonly format: (value: Cell | readonly Step[], column: Column, context: CellContext) => string
  /** True when the stored value is a valid one of this type (else it is kept-as-typed text). */
  readonly valid: (value: Cell, column: Column) => boolean
  /** Order for sorting; empty cells are put last by the caller. Text by pinyin (zh collation). */
  readonly compare: (a: Cell, b: Cell, column: Column, context: CellContext) => number
  readonly toSheet: (value: Cell | readonly Step[], column: Column, context: CellContext) => SheetCell
  /** Width in the grid in pixels when the column does not say. */
  readonly width: number
  readonly align: 'start' | 'end' | 'center'
}
