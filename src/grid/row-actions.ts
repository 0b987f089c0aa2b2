import { t } from '../i18n/translate.ts'
import type { GridAdapter } from './adapter.ts'
import type { Block } from './block.ts'
import type { GroupActions } from './group-actions.ts'
import type { GridCallbacks } from './grid-callbacks.ts'
import { rowRuns } from './ranges.ts'
import type { Selecting } from './selecting.ts'
import { activeOf } from './selection.ts'

/** What can be done with the selected rows as rows. */
export class RowActions {
  constructor(
    private readonly adapter: GridAdapter,
    private readonly block: Block,
    private readonly selecting: Selecting,
    private readonly groups: GroupActions,
    private readonly callbacks: Pick<GridCallbacks, 'onadd' | 'onduplicate' | 'onmove' | 'ondelete'>,
    private readonly says: {
      readonly say: (text: string) => void
      /** Makes a cell of a row the active one. */
      readonly goTo: (row: string) => void
    },
  ) {}

  /** How many rows the selection touches. */
  get count(): number {
    return rowRuns(this.selecting.ranges).reduce(
      (sum, [top, bottom]) => sum + this.selecting.rowsIn({ top, bottom }),
      0,
    )
  }

  /** As many as are selected, at the end. */
  add(): void {
    this.#goToFirst(this.callbacks.onadd(Math.max(1, this.count), undefined, this.groups.cells()))
  }

  /** As many as are selected, above or below them. */
  insert(side: 'before' | 'after'): void {
    const rows = this.block.rows(this.selecting.ranges)
    const row = side === 'before' ? rows[0] : rows.at(-1)
    if (row === undefined) this.add()
    else this.#goToFirst(this.callbacks.onadd(rows.length, { row, side }, this.groups.cells()))
  }

  duplicate(): void {
    const rows = this.block.rows(this.selecting.ranges)
    if (rows.length > 0) this.#goToFirst(this.callbacks.onduplicate(rows))
  }

  delete(): void {
    const rows = this.block.rows(this.selecting.ranges)
    if (rows.length > 0) this.callbacks.ondelete(rows)
  }

  /** Past the next row in sight; the selection goes with them. */
  move(toward: 'up' | 'down'): void {
    const { ranges, range, selection } = this.selecting
    const runs = rowRuns(ranges)
    if (this.adapter.sorting.keys.length > 0) return this.says.say(t('grid.move-sorted'))
    if (runs.length !== 1) return this.says.say(t('grid.move-ranges'))
    const [first, last] = runs[0]!
    const others = toward === 'up' ? first - 1 : last + 1
    const { groups } = this.adapter
    if (
      groups.at(others) ||
      (groups.active && this.selecting.rowsIn({ top: first, bottom: last }) <= last - first)
    )
      return this.says.say(t('grid.move-grouped'))
    const neighbour = this.adapter.rowAt(others)
    const rows = this.block.rows(ranges)
    if (neighbour === null || rows.length === 0) return
    this.callbacks.onmove(rows, { row: neighbour, side: toward === 'up' ? 'before' : 'after' })
    const by = this.adapter.indexOf(rows[0]!) - first
    const moved = (at: { row: number; column: number }) => ({ ...at, row: at.row + by })
    const next = { anchor: moved(selection.anchor), head: moved(selection.head) }
    if (by !== 0 && range.bottom + by < this.adapter.rowCount)
      this.selecting.select({ ...next, at: moved(activeOf(selection)) }, next.head)
  }

  #goToFirst([first]: readonly string[]): void {
    if (first !== undefined) this.says.goTo(first)
  }
}
