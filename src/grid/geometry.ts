import type { Position } from './selection.ts'

export const ROW_HEIGHT = 28
export const HEADER_HEIGHT = 32

export interface PlacedColumn {
  readonly key: string
  /** From the left edge of the scrolled content, row numbers included. */
  readonly left: number
  readonly width: number
  readonly frozen: boolean
}

/** The visible columns and where they stand. Rows are all of one height, so a row's place is a product. */
export class Geometry {
  readonly #index: ReadonlyMap<string, number>

  constructor(
    readonly columns: readonly PlacedColumn[],
    /** Width of what does not scroll sideways: row numbers and frozen columns. */
    readonly frozenWidth: number,
  ) {
    this.#index = new Map(columns.map((column, index) => [column.key, index]))
  }

  indexOf(key: string): number {
    return this.#index.get(key) ?? -1
  }

  /** The cell at a point of the content; beside it the nearest one. `x` counts from the content's left edge. */
  cellAt(x: number, y: number, scrollLeft: number, rows: number): Position {
    // A frozen column covers what has scrolled under it.
    const across = x - scrollLeft < this.frozenWidth ? x - scrollLeft : x
    let column = 0
    while (column < this.columns.length - 1 && across >= this.columns[column + 1]!.left) column++
    const row = Math.min(Math.max(0, Math.floor(y / ROW_HEIGHT)), Math.max(0, rows - 1))
    return { row, column }
  }
}
