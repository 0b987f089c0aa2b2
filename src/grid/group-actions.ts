import type { Cell } from '../tables/cell.ts'
import type { GridAdapter } from './adapter.ts'
import type { Group } from './grouped-rows.ts'
import type { Selecting } from './selecting.ts'
import { activeOf, selectCell } from './selection.ts'

/** What people do with groups, seen from the active cell. */
export class GroupActions {
  constructor(
    private readonly adapter: GridAdapter,
    private readonly selecting: Selecting,
    /** Selections and popups look for their places again. */
    private readonly follow: () => void,
  ) {}

  get active(): boolean {
    return this.adapter.groups.active
  }

  get columns(): readonly string[] {
    return this.adapter.groups.columns
  }

  get totals(): readonly string[] {
    return this.adapter.groups.totals
  }

  /** The group whose heading is the active line. */
  get heading(): Group | null {
    return this.adapter.groups.at(activeOf(this.selecting.selection).row)
  }

  /** The group that one is in: of the heading, or of the active row. */
  get here(): Group | null {
    const { row } = this.selecting.active
    return this.heading ?? (row === null ? null : this.adapter.groups.holderOf(row))
  }

  isFolded(group: Group): boolean {
    return this.adapter.groups.isFolded(group)
  }

  /** Groups by a column, within the groups that are there already. */
  add(column: string, totals: readonly string[] = this.totals): void {
    const { groups } = this.adapter
    if (totals !== this.totals) groups.total(totals)
    groups.by([...groups.columns.filter((other) => other !== column), column])
    this.follow()
  }

  /** Groups by the column of the active cell. */
  addHere(): void {
    const { column } = this.selecting.active
    if (column !== '') this.add(column)
  }

  remove(column: string): void {
    const { groups } = this.adapter
    groups.by(groups.columns.filter((other) => other !== column))
    this.follow()
  }

  clear(): void {
    this.adapter.groups.by([])
    this.follow()
  }

  /** The headings tell a column's sum, or no more. */
  total(column: string): void {
    const { groups } = this.adapter
    const others = groups.totals.filter((other) => other !== column)
    groups.total(others.length < groups.totals.length ? others : [...others, column])
  }

  /** Folds or unfolds the group whose heading stands there; from a row, its group. */
  toggle(index: number = activeOf(this.selecting.selection).row): void {
    const group = this.adapter.groups.at(index)
    if (!group) return
    this.adapter.groups.fold(group, !this.isFolded(group))
    this.#goTo(group)
  }

  /** Folds the group one is in, and goes to its heading; from a folded one to the group around it. */
  fold(): void {
    const { here } = this
    if (!here) return
    const group = this.isFolded(here) ? (here.parent ?? here) : here
    if (!this.isFolded(group)) this.adapter.groups.fold(group, true)
    this.#goTo(group)
  }

  unfold(): void {
    const { heading } = this
    if (!heading || !this.isFolded(heading)) return
    this.adapter.groups.fold(heading, false)
    this.#goTo(heading)
  }

  foldAll(folded: boolean): void {
    let outermost = this.here
    while (outermost?.parent) outermost = outermost.parent
    this.adapter.groups.foldAll(folded)
    if (folded && outermost) this.#goTo(outermost)
    else this.follow()
  }

  /** What a row that is added here needs to stand in the same group. */
  cells(): Record<string, Cell> {
    return this.active ? this.adapter.groups.cellsOf(this.here) : {}
  }

  #goTo(group: Group): void {
    const row = this.adapter.indexOf(group.id)
    if (row < 0) return this.follow()
    const { column } = activeOf(this.selecting.selection)
    this.selecting.select(selectCell({ row, column }), { row, column })
  }
}
