import type { Cell } from '../tables/cell.ts'
import type { Step } from '../tables/column.ts'

/** A column for who goes through all of its rows: by their place in the table's view, without asking for each by its id. */
export interface ColumnReading {
  readonly at: (place: number) => Cell | readonly Step[]
  /**
   * Where the column says only a few things and the view shows every row: these things, and by place which of them it
   * is; places past the end are empty, as is code 0.
   */
  readonly coded: { readonly values: readonly Cell[]; readonly codes: Uint8Array } | null
}
