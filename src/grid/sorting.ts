import type { GridApi } from 'ag-grid-community'
import type { RowOrder } from './arranged-rows.ts'
import type { Handle } from './column-definitions.ts'
import { nextDirection, type Sort, type SortDirection } from './view-state.ts'

/** By which columns the rows are sorted, and how Chinese texts compare. AG Grid keeps it and sorts nothing. */
export class Sorting {
  /** By strokes instead of by pinyin. */
  byStroke: boolean
  #isThere = false

  constructor(
    private readonly begun: RowOrder,
    private readonly api: () => GridApi<Handle>,
    private readonly onsort: () => void,
  ) {
    this.byStroke = begun.byStroke
  }

  /** The grid is there: before, its headings ask in vain. */
  began(): void {
    this.#isThere = true
  }

  get order(): RowOrder {
    return this.#isThere ? { sorts: this.keys, byStroke: this.byStroke } : this.begun
  }

  sort(column: string, direction: SortDirection | null): void {
    this.by(direction ? [{ column, direction }] : [], this.byStroke)
  }

  /** By the first, among equal rows by the second, and so on; by none the rows stand as they were entered. */
  by(sorts: readonly Sort[], byStroke: boolean): void {
    const api = this.api()
    this.byStroke = byStroke
    api.applyColumnState({
      state: sorts.map(({ column, direction }, sortIndex) => ({ colId: column, sort: direction, sortIndex })),
      defaultState: { sort: null, sortIndex: null },
    })
    this.onsort()
    api.refreshHeader()
  }

  get keys(): readonly Sort[] {
    if (!this.#isThere) return []
    return this.api()
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
