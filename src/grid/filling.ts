import type { GridAdapter } from './adapter.ts'
import { Fill, pulled, type FillWish } from './fill.ts'
import type { EditRequest, RowSource } from './row-source.ts'
import type { SelectionLayer } from './selection-layer.ts'
import type { Selecting } from './selecting.ts'
import { selectRange, type Position } from './selection.ts'

/** Fills what is selected: by keys, from the menu, and by pulling the handle. */
export class Filling {
  readonly #fill: Fill

  constructor(
    source: RowSource,
    private readonly adapter: GridAdapter,
    private readonly layer: SelectionLayer,
    private readonly selecting: Selecting,
    private readonly isEmpty: (at: Position) => boolean,
    private readonly write: (requests: readonly EditRequest[]) => void,
  ) {
    this.#fill = new Fill(source, adapter)
  }

  /** Continues the filled rows at the top of each range over its empty ones; its first row when none is empty. */
  selection(wish: FillWish): void {
    this.write(
      this.selecting.ranges.flatMap((range) => {
        let bottom = this.#firstRow(range)
        while (bottom < range.bottom && !this.isEmpty({ row: bottom + 1, column: range.left })) bottom++
        const given = bottom === range.bottom ? this.#firstRow(range) : bottom
        return this.#fill.over({ ...range, bottom: given }, range, wish)
      }),
    )
  }

  /** Ctrl+D and Ctrl+R: copies the first row or column of each range, or the cell before a single one. */
  fromEdge(toward: 'down' | 'right'): void {
    this.write(
      this.selecting.ranges.flatMap((range) => {
        if (toward === 'down') {
          const top = range.top === range.bottom ? this.#rowAbove(range.top) : this.#firstRow(range)
          return this.#fill.over({ ...range, top, bottom: top }, { ...range, top }, 'copy')
        }
        const left = range.left === range.right ? Math.max(0, range.left - 1) : range.left
        return this.#fill.over({ ...range, left, right: left }, { ...range, left }, 'copy')
      }),
    )
  }

  /** The nearest row above a line; the line itself where there is none. */
  #rowAbove(line: number): number {
    let index = line - 1
    while (index >= 0 && this.adapter.rowAt(index) === null) index--
    return index < 0 ? line : index
  }

  /** The first line of a range that is no heading of a group. */
  #firstRow({ top, bottom }: { readonly top: number; readonly bottom: number }): number {
    let index = top
    while (index < bottom && this.adapter.rowAt(index) === null) index++
    return index
  }

  /** The handle is pulled over a cell; `done` when it is let go there, `other` while Ctrl is held. */
  pull(to: Position, { done, other }: { done: boolean; other: boolean }): void {
    const { range } = this.selecting
    const whole = pulled(range, to)
    this.layer.preview(done ? null : whole, this.adapter.geometry)
    if (!done) return
    this.write(this.#fill.over(range, whole, other ? 'other' : 'auto'))
    this.selecting.select(selectRange(whole))
  }

  /** A double click on the handle: as far as the column beside has something to say. */
  down(): void {
    const { range } = this.selecting
    this.pull({ row: this.#fill.downTo(range), column: range.right }, { done: true, other: false })
  }
}
