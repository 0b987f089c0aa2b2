import { arrange, enteredRows, type RowOrder } from './arranged-rows.ts'
import { EVEN_ROWS, ROW_HEIGHT, type RowPlaces } from './geometry.ts'
import { isGroupId } from './grouped-rows.ts'
import type { Grouping } from './grouping.ts'
import { LineOrder } from './line-order.ts'
import type { RowHeights } from './row-heights.ts'
import type { LineList } from './row-model.ts'
import type { RowSource } from './row-source.ts'
import { UnevenRows } from './uneven-rows.ts'
import type { ValueFilter } from './value-filter.ts'

/** The lines of the grid from top to bottom: rows as they are filtered and sorted, or the lines of groups; how high each. */
export class ShownLines implements LineList {
  #order: LineOrder
  /** All rows as they were entered: what has come and gone is told by it, also where a filter hides it. */
  #entered: LineOrder
  #uneven: UnevenRows | null = null
  #moved: () => void = () => {}
  /** Rows that have come into sight are higher than was taken: the lines below stand elsewhere. */
  onheights: () => void = () => {}

  constructor(
    private readonly source: RowSource,
    private readonly filter: ValueFilter,
    private readonly grouping: Grouping,
    private readonly heights: RowHeights,
    private readonly rowOrder: () => RowOrder,
  ) {
    this.#entered = this.#order = new LineOrder([], () => -1)
    this.#begin()
  }

  get size(): number {
    return this.#order.ids.length
  }

  get ids(): readonly string[] {
    return this.#order.ids
  }

  /** The id of a row or of a group. */
  idAt(index: number): string | null {
    return this.#order.ids[index] ?? null
  }

  /** -1 when it is gone, filtered away or folded. */
  indexOf(line: string): number {
    return this.#order.indexOf(line)
  }

  get places(): RowPlaces {
    return this.#uneven ?? EVEN_ROWS
  }

  listen(moved: () => void): void {
    this.#moved = moved
  }

  /** Puts all rows in order anew. */
  replace(): void {
    this.#begin()
    this.#moved()
  }

  /** Takes rows in and out; all are put in order anew then, and nothing is when none of them has come, gone or moved. */
  follow(touched: ReadonlySet<string>): void {
    let moved = false
    for (const id of touched) {
      const before = this.#entered.indexOf(id)
      const now = this.source.positionOf(id)
      if (before !== now) moved = true
      if (before < 0 && now >= 0) this.filter.added(id)
    }
    if (moved) this.replace()
  }

  /** Shows the lines of the groups as they are now. */
  showLines(): void {
    this.#stand(this.#linesOfGroups())
    this.#moved()
  }

  /** Works out every height anew. */
  layOut(): void {
    this.heights.forget()
    this.#place()
    this.#moved()
  }

  /** The heights of rows whose texts or own heights have changed. True when a line stands elsewhere for it. */
  fit(rows: Iterable<string>): boolean {
    let moved = false
    for (const row of rows) {
      this.heights.forget(row)
      const index = this.indexOf(row)
      if (index >= 0 && this.#uneven?.set(index, this.heights.of(row))) moved = true
    }
    if (moved) this.#moved()
    return moved
  }

  workOut(first: number, last: number): boolean {
    if (!this.#uneven?.workOut(first, last, (index) => this.heights.of(this.idAt(index)!))) return false
    this.onheights()
    return true
  }

  #begin(): void {
    const place = (id: string) => this.source.positionOf(id)
    this.#entered = new LineOrder(enteredRows(this.source), place)
    const order = this.rowOrder()
    if (this.grouping.active) this.#stand(this.#linesOfGroups())
    else if (order.sorts.length === 0 && !this.filter.active) this.#stand(this.#entered)
    else this.#stand(new LineOrder(arrange(this.source, this.filter, order), place))
  }

  #linesOfGroups(): LineOrder {
    const ids = this.grouping.lines.all.map((line) => (typeof line === 'string' ? line : line.id))
    return new LineOrder(ids, () => -1)
  }

  #stand(order: LineOrder): void {
    this.#order = order
    this.#place()
  }

  #place(): void {
    const { ids } = this.#order
    this.#uneven = this.heights.even
      ? null
      : new UnevenRows(ids.length, (index) =>
          isGroupId(ids[index]!) ? ROW_HEIGHT : this.heights.known(ids[index]!),
        )
  }
}
