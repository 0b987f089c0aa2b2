import type { GridApi } from 'ag-grid-community'
import type { CompareRows, Handle } from './column-definitions.ts'
import type { RowSource } from './row-source.ts'
import { compareRanks, rankRows } from './sort-order.ts'
import { nextDirection, type Sort, type SortDirection } from './view-state.ts'

/** By which columns the rows are sorted, and how Chinese texts compare. */
export class Sorting {
  /** By strokes instead of by pinyin. */
  byStroke: boolean
  #isThere = false
  readonly #ranks = new Map<string, ReadonlyMap<string, number>>()

  constructor(
    private readonly source: RowSource,
    byStroke: boolean,
    /** With all rows in it: which of them come first is known only then. */
    private readonly whole: () => GridApi<Handle>,
    /** True where the rows come sorted, and the grid is to leave them so. */
    private readonly given: () => boolean,
    private readonly onsort: () => void,
  ) {
    this.byStroke = byStroke
  }

  /** The grid is there: before, its headings ask in vain. */
  began(): void {
    this.#isThere = true
  }

  readonly compare: CompareRows = (column, a, b, descending) => {
    if (this.given()) return 0
    let ranks = this.#ranks.get(column)
    if (!ranks) this.#ranks.set(column, (ranks = rankRows(this.source, column, this.byStroke)))
    return compareRanks(ranks.get(a), ranks.get(b), descending)
  }

  /** The places of rows hold for one sort only; kept, they would weigh as much as the rows. */
  forget(): void {
    this.#ranks.clear()
  }

  sort(column: string, direction: SortDirection | null): void {
    this.by(direction ? [{ column, direction }] : [], this.byStroke)
  }

  /** By the first, among equal rows by the second, and so on; by none the rows stand as they were entered. */
  by(sorts: readonly Sort[], byStroke: boolean): void {
    const api = this.whole()
    this.forget()
    const anew = byStroke !== this.byStroke
    this.byStroke = byStroke
    api.applyColumnState({
      state: sorts.map(({ column, direction }, sortIndex) => ({ colId: column, sort: direction, sortIndex })),
      defaultState: { sort: null, sortIndex: null },
    })
    if (anew) api.refreshClientSideRowModel('sort')
    this.forget()
    this.onsort()
    api.refreshHeader()
  }

  get keys(): readonly Sort[] {
    if (!this.#isThere) return []
    return this.whole()
      .getColumnState()
      .filter(({ sort }) => sort != null)
      .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
      .map(({ colId, sort }) => ({ column: colId, direction: sort! }))
  }

  of(column: string): SortDirection | null {
    return this.keys.find((sort) => sort.column === column)?.direction ?? null
  }

  /** Which of several sorts a column is, from 1; 0 when it is the only one or none. */
  placeOf(column: string): number {
    const { keys } = this
    return keys.length > 1 ? keys.findIndex((sort) => sort.column === column) + 1 : 0
  }

  /** The double arrow: up, down, and back. With `add` beside the other sorts. */
  toggle(column: string, add: boolean): void {
    const direction = nextDirection(this.of(column))
    if (!add) return this.sort(column, direction)
    const { keys } = this
    const at = keys.findIndex((sort) => sort.column === column)
    const others = keys.filter((sort) => sort.column !== column)
    const place = at < 0 ? others.length : at
    const turned = direction ? [{ column, direction }] : []
    this.by([...others.slice(0, place), ...turned, ...others.slice(place)], this.byStroke)
  }
}
