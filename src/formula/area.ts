import type { Content } from './value.ts'

/**
 * Cells side by side and one below the other: whole columns of a table, or some columns of one row. The same object for
 * as long as its cells stay the same, so that what was found in it once (an index, a rank) need not be looked for again.
 */
export class Area {
  readonly width: number
  readonly height: number

  constructor(readonly columns: readonly (readonly Content[])[]) {
    this.width = columns.length
    this.height = columns[0]?.length ?? 0
  }

  at(row: number, column = 0): Content {
    return this.columns[column]![row] ?? null
  }

  /** All cells, row by row. */
  *[Symbol.iterator](): Generator<Content> {
    for (let row = 0; row < this.height; row++) for (const column of this.columns) yield column[row] ?? null
  }

  /** The cells of the only column or row; of a block, row by row. */
  cells(): readonly Content[] {
    return this.width === 1 ? this.columns[0]! : [...this]
  }
}
