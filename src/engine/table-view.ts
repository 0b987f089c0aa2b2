import type { Cells } from './cells.ts'
import type { Table } from '../tables/table.ts'

/** The live rows of a table, stored or generated, in the order in which they came. */
export interface TableView {
  readonly table: Table
  readonly size: number
  idAt(position: number): string
  /** -1 when there is no such live row. */
  positionOf(id: string): number
  ids(): readonly string[]
}

/** The inputs of a table column by column, nothing copied: good until the next change. */
export interface TableColumns {
  readonly ids: readonly string[]
  readonly isLive: (position: number) => boolean
  /** Valid values by position, without what was typed and is none. */
  readonly column: (key: string) => Pick<Cells, 'at'>
}

/** What a change moved, for screens to refresh. */
export interface Moved {
  readonly tables: ReadonlySet<string>
  /** Rows with a moved input or computed cell, by table; empty when `everything`. */
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>
  /** Tables in which rows came or went. */
  readonly reshaped: ReadonlySet<string>
  /** Policy, terms or the organisation moved: any computed cell may have. */
  readonly everything: boolean
}
