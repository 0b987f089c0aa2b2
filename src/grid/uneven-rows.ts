import { ROW_HEIGHT, type RowPlaces } from './geometry.ts'

/** Set in a height that has been worked out; the others are taken for that of a row on one line. */
const KNOWN = 0x8000

/**
 * Rows of uneven heights, of which only those that somebody has come past are worked out: what 100,000 texts take would
 * be a second's work. Sums of heights are kept in a tree of partial sums (Fenwick's), so that a height that turns out
 * to be another one, and the row at a pixel, cost a dozen additions and not a pass over all rows.
 */
export class UnevenRows implements RowPlaces {
  readonly #heights: Uint16Array
  /** At `i`, counted from 1: the heights of as many rows before it as its lowest bit says. */
  readonly #sums: Uint32Array

  /** `heightOf` is null where a height is still to be worked out. */
  constructor(
    readonly rows: number,
    heightOf: (index: number) => number | null,
  ) {
    this.#heights = new Uint16Array(rows)
    this.#sums = new Uint32Array(rows + 1)
    for (let index = 0; index < rows; index++) {
      const height = heightOf(index)
      this.#heights[index] = height === null ? ROW_HEIGHT : height | KNOWN
      const at = index + 1
      this.#sums[at]! += this.height(index)
      const above = at + (at & -at)
      if (above <= rows) this.#sums[above]! += this.#sums[at]!
    }
  }

  height(index: number): number {
    return index < this.rows ? this.#heights[index]! & ~KNOWN : ROW_HEIGHT
  }

  top(index: number): number {
    let top = Math.max(0, index - this.rows) * ROW_HEIGHT
    for (let at = Math.min(index, this.rows); at > 0; at -= at & -at) top += this.#sums[at]!
    return top
  }

  at(y: number, rows: number): number {
    let row = 0
    let left = y
    for (let step = 1 << (31 - Math.clz32(this.rows || 1)); step > 0; step >>= 1) {
      const sum = this.#sums[row + step]
      if (sum === undefined || sum > left) continue
      row += step
      left -= sum
    }
    return Math.max(0, Math.min(row, rows - 1))
  }

  /** True when rows have come to stand elsewhere. */
  set(index: number, height: number): boolean {
    const more = height - this.height(index)
    this.#heights[index] = height | KNOWN
    if (more === 0) return false
    for (let at = index + 1; at <= this.rows; at += at & -at) this.#sums[at]! += more
    return true
  }

  /** Works out the rows from `first` to `last` that have not been; true when rows have come to stand elsewhere. */
  workOut(first: number, last: number, heightOf: (index: number) => number): boolean {
    let moved = false
    for (let index = Math.max(0, first); index <= last && index < this.rows; index++)
      if ((this.#heights[index]! & KNOWN) === 0 && this.set(index, heightOf(index))) moved = true
    return moved
  }
}
