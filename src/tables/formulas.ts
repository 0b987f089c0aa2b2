import type { Cell } from './cell.ts'
import type { Table } from './table.ts'

/**
 * What formula columns are worked out from: the cells of the workbook as a sheet would hold them. Said here, below
 * both, because the engine must not carry the formula language: it is loaded only where a workbook has formulas.
 */
export interface FormulaWorld {
  readonly tables: Readonly<Record<string, Table>>
  /** The live rows, in the order in which a sheet lists them. */
  readonly rows: (table: string) => readonly string[]
  /** A cell of a column without a formula. Days are serial numbers, choices and references their Chinese text. */
  readonly cell: (table: string, row: string, column: string) => string | number | boolean | null
  /** The row a reference points to, or null. */
  readonly target: (table: string, row: string, column: string) => string | null
  /** The rows that point to a row through a reference column; null when nobody keeps a list of them. */
  readonly pointing: (table: string, column: string, row: string) => readonly string[] | null
  /** Is every move of the column's cells told? Not so where they are worked out only when somebody looks. */
  readonly isTold: (table: string, column: string) => boolean
  /** Local wall time `YYYY-MM-DD HH:mm`. */
  readonly now: () => string
}

/** The formula columns of a workbook, worked out when somebody looks and kept until something they read moves. */
export interface Formulas {
  readonly value: (table: string, row: string, column: string) => Cell
  readonly cellMoved: (table: string, row: string, column: string) => void
  /** A row came or went. */
  readonly rowMoved: (table: string, row: string) => void
  readonly everythingMoved: () => void
  /** Rows whose formula cells may show something else since this was last asked; only rows somebody has looked at. */
  readonly takeMoved: () => ReadonlyMap<string, ReadonlySet<string>>
}

export type MakeFormulas = (world: FormulaWorld) => Formulas
