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

/** Where rows stand in the scrolled content, by their place on the screen. */
export interface RowPlaces {
  top(index: number): number
  height(index: number): number
  /** The row at a height, of so many; above and below all of them the nearest. */
  at(y: number, rows: number): number
}

/** Rows of one height: a row's place is a product. */
export const EVEN_ROWS: RowPlaces = {
  top: (index) => index * ROW_HEIGHT,
  height: () => ROW_HEIGHT,
  at: (y, rows) => Math.min(Math.max(0, Math.floor(y / ROW_HEIGHT)), Math.max(0, rows - 1)),
}

/** The visible columns and rows, and where they stand. */
export class Geometry {
  readonly #index: ReadonlyMap<string, number>

  constructor(
    readonly columns: readonly PlacedColumn[],
    /** Width of what does not scroll sideways: row numbers and frozen columns. */
    readonly frozenWidth: number,
    readonly rows: RowPlaces = EVEN_ROWS,
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
    return { row: this.rows.at(y, rows), column }
  }
}
