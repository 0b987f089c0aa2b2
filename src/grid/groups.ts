import { arrange } from './arranged-rows.ts'
import type { GroupHeadings, HeadingWords } from './group-heading.ts'
import type { Group } from './grouped-rows.ts'
import type { Grouping } from './grouping.ts'
import type { MovedRows, RowSource } from './row-source.ts'
import type { ShownLines } from './shown-lines.ts'
import type { Sorting } from './sorting.ts'
import type { ValueFilter } from './value-filter.ts'
import type { GroupView } from './view-state.ts'

export interface GroupEvents {
  readonly words: (
    group: Group,
    how: { readonly folded: boolean; readonly sums: ReadonlyMap<string, number> },
  ) => HeadingWords
  /** Something that a view keeps is another now. */
  readonly onchange: () => void
}

/** The rows of the grid in groups: where each line stands, and what can be done with groups. */
export class Groups {
  readonly headings: GroupHeadings
  readonly #source: RowSource
  readonly #grouping: Grouping
  readonly #filter: ValueFilter
  readonly #lines: ShownLines
  readonly #sorting: Sorting
  readonly #events: GroupEvents

  constructor(
    source: RowSource,
    grouping: Grouping,
    filter: ValueFilter,
    lines: ShownLines,
    sorting: Sorting,
    events: GroupEvents,
  ) {
    this.#source = source
    this.#grouping = grouping
    this.#filter = filter
    this.#lines = lines
    this.#sorting = sorting
    this.#events = events
    this.headings = {
      words: (id) => {
        const group = grouping.group(id)
        return group && events.words(group, { folded: this.isFolded(group), sums: this.sumsOf(group) })
      },
      shown: new Set(),
      active: null,
    }
  }

  // ── What stands where ────────────────────────────────────────────────────────────────────────────────────────

  get active(): boolean {
    return this.#grouping.active
  }

  /** From the outermost groups in. */
  get columns(): readonly string[] {
    return this.#grouping.columns
  }

  /** Columns whose sums the headings tell. */
  get totals(): readonly string[] {
    return this.#grouping.totals
  }

  group(id: string): Group | null {
    return this.#grouping.group(id)
  }

  /** The group whose heading stands there. */
  at(index: number): Group | null {
    return this.active ? this.#grouping.lines.groupAt(index) : null
  }

  /** The innermost group of a row. */
  holderOf(row: string): Group | null {
    return this.#grouping.holderOf(row)
  }

  isFolded(group: Group): boolean {
    return this.#grouping.folds.has(group.id)
  }

  sumsOf(group: Group): ReadonlyMap<string, number> {
    return this.#grouping.sumsOf(group)
  }

  cellsOf(group: Group | null): ReturnType<Grouping['cellsOf']> {
    return this.#grouping.cellsOf(group)
  }

  /** Rows in the order of their groups, folded ones too. */
  rows(): string[] {
    return this.#grouping.rows()
  }

  /** What stands beside a row: its place among the rows, counted from 1. */
  rowNumber(index: number): number {
    return this.active ? this.#grouping.lines.numberAt(index) : index + 1
  }

  /** How many rows are on show above a line; headings are none. */
  rowsAbove(index: number): number {
    return this.active ? this.#grouping.lines.rowsAbove(index) : index
  }

  /** How many rows stand in lines, the first and the last one included. */
  rowsBetween(first: number, last: number): number {
    return this.rowsAbove(last + 1) - this.rowsAbove(first)
  }

  /** The line of the n-th row on show, counted from 0. */
  lineOf(row: number): number {
    return this.active ? this.#grouping.lines.lineOf(row) : row
  }

  state(): GroupView | undefined {
    return this.#grouping.state()
  }

  // ── What can be done ─────────────────────────────────────────────────────────────────────────────────────────

  /** Groups by other columns; by none, the rows stand as they were. */
  by(columns: readonly string[]): void {
    const before = this.active
    this.#grouping.by(columns)
    if (before || this.active) this.anew()
    this.#events.onchange()
  }

  /** The group whose heading is the active line. */
  mark(group: Group | null): void {
    const id = group?.id ?? null
    if (id === this.headings.active) return
    this.headings.active = id
    this.#write()
  }

  fold(group: Group, folded: boolean): void {
    this.#grouping.fold(group, folded)
    this.#show()
  }

  foldAll(folded: boolean): void {
    this.#grouping.foldAll(folded)
    this.#show()
  }

  /** Unfolds the groups around a row. */
  unfoldTo(row: string): void {
    if (this.active && this.#grouping.unfoldTo(row)) this.#show()
  }

  total(columns: readonly string[]): void {
    this.#grouping.total(columns)
    this.#show()
  }

  /** Groups all rows anew; when none are grouped any more, they stand as they are. */
  anew(): void {
    if (!this.active) return this.#lines.replace()
    this.#grouping.arrange(arrange(this.#source, this.#filter, this.#sorting.order), this.#sorting.order)
    this.#show()
  }

  /** Rows moved: into other groups, if need be. */
  follow(moved: MovedRows | null): void {
    const { name, columns } = this.#source.table
    const touched = moved?.rows.get(name)
    if (moved?.added) this.#keepInSight(touched)
    // What other tables say of a row may have moved without the row itself.
    const elsewhere = (column: string) =>
      columns[column]!.computed ||
      columns[column]!.to?.some((table) => table !== name && moved?.rows.has(table))
    if (!moved || moved.added || moved.deleted || !touched?.size) this.anew()
    else if (moved.rows.size > 1 && this.columns.some(elsewhere)) this.anew()
    else if (this.#grouping.update(touched)) this.#show()
    else this.#write()
  }

  /** What somebody has just entered is not filtered away. */
  #keepInSight(touched: ReadonlySet<string> | undefined): void {
    for (const row of touched ?? [])
      if (this.#source.positionOf(row) >= 0 && !this.holderOf(row)) this.#filter.added(row)
  }

  #show(): void {
    this.#lines.showLines()
    this.#write()
    this.#events.onchange()
  }

  #write(): void {
    for (const heading of this.headings.shown) heading.write()
  }
}
