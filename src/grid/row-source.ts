import type { ChangeLabel, Source } from '../engine/change.ts'
import type { CellLook } from '../engine/formats/table-formats.ts'
import type { Problem } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import type { Step } from '../tables/column.ts'
import type { Look } from '../tables/own/formats.ts'
import type { Table } from '../tables/table.ts'

/** What a person typed, picked or pasted for a cell; the column's cell type parses it behind the write door. */
export type Input = string | number | boolean | null | readonly string[]

export interface EditRequest {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly input: Input
}

/** How a write is to be recorded, and the rows a paste adds past the end: one write, so one undo step. */
export interface Write {
  readonly source: Source
  readonly label: ChangeLabel
  readonly rows: readonly Readonly<Record<string, Input>>[]
}

/** One entry of a cell's list. `detail` (department, staff number) tells namesakes apart. */
export interface Suggestion {
  readonly input: string
  readonly label: string
  readonly detail?: string
}

/**
 * The rows of one table as the grid reads them: by position for the model, by id for every cell. The grid keeps
 * nothing of a row but its id, so what it shows is always what the workbook holds.
 */
export interface RowSource {
  readonly table: Table
  readonly context: CellContext
  readonly size: number
  idAt(position: number): string
  /** All of them as they are now, in a list that stays as it is. */
  allIds?(): readonly string[]
  /** -1 when the row is gone. */
  positionOf(row: string): number
  text(row: string, column: string): string
  value(row: string, column: string): Cell | readonly Step[]
  problem(row: string, column: string): Problem | null
  /** A merge has found several values for the cell, or for the row whose name the cell is. */
  disputed(row: string, column: string): boolean
  /** How a conditional format makes the cell stand out. */
  look?(row: string, column: string): CellLook | null
  /** How one makes the whole row stand out. */
  rowLook?(row: string): Look | null
  /** Files belong to the row; its number bears a clip. */
  hasFiles?(row: string): boolean
  /** False for computed columns, and for every column of a table this reader may not write. */
  editable(column: string): boolean
  /** Is the day worked? Series of workdays skip holidays and take make-up days. */
  isWorkday(date: string): boolean
  /** Rows a reference may point at, narrowed by name, pinyin initials or detail. */
  suggestions(column: string, query: string): readonly Suggestion[]
}

/** The rows of a change that concern the grid: what the engine's `Moved` says, no more. */
export interface MovedRows {
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>
  readonly added: boolean
  readonly deleted: boolean
}
