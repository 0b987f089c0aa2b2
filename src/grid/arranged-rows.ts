import type { RowSource } from './row-source.ts'
import { compareRanks, rankRows } from './sort-order.ts'
import { ValueFilter } from './value-filter.ts'
import { sortsOf, type Sort, type ViewState } from './view-state.ts'

/** How rows are ordered: by the first column, among equal rows by the second, and so on. */
export interface RowOrder {
  readonly sorts: readonly Sort[]
  /** Chinese texts by their strokes. */
  readonly byStroke: boolean
}

export const orderOf = (source: RowSource, view: ViewState | null): RowOrder => ({
  sorts: sortsOf(view).filter(({ column }) => column in source.table.columns),
  byStroke: view?.byStroke ?? false,
})

export function filterOf(source: RowSource, view: ViewState | null): ValueFilter {
  const filter = new ValueFilter()
  for (const [column, texts] of Object.entries(view?.filters ?? {}))
    if (column in source.table.columns) filter.keep(column, texts)
  return filter
}

/** The rows of a table filtered and sorted as somebody has arranged them, for what shows them without the grid. */
export function* arrangedRows(source: RowSource, view: ViewState | null): Generator<string> {
  const order = orderOf(source, view)
  const filtered = filteredRows(source, filterOf(source, view))
  // Unsorted they come one by one: who shows the first thirty need not wait for all.
  if (order.sorts.length === 0) yield* filtered
  else yield* sortedRows(source, [...filtered], order)
}

/** All rows as they were entered. */
export const enteredRows = (source: RowSource): readonly string[] =>
  source.allIds?.() ?? Array.from({ length: source.size }, (_, position) => source.idAt(position))

/** All rows that pass a filter, in their order. */
export function arrange(source: RowSource, filter: ValueFilter, order: RowOrder): readonly string[] {
  const rows = filter.active ? [...filteredRows(source, filter)] : enteredRows(source)
  return order.sorts.length === 0 ? rows : sortedRows(source, rows, order)
}

function sortedRows(
  source: RowSource,
  rows: readonly string[],
  { sorts, byStroke }: RowOrder,
): readonly string[] {
  const keys = sorts.map(({ column, direction }) => {
    const places = rankRows(source, column, byStroke)
    return { ranks: rows.map((row) => places.get(row)), descending: direction === 'desc' }
  })
  const order = Uint32Array.from(rows, (_, at) => at).sort((a, b) => {
    for (const { ranks, descending } of keys) {
      const order = compareRanks(ranks[a], ranks[b], descending)
      if (order !== 0) return descending ? -order : order
    }
    return a - b
  })
  return Array.from(order, (at) => rows[at]!)
}

function* filteredRows(source: RowSource, filter: ValueFilter): Generator<string> {
  const { active } = filter
  for (let position = 0; position < source.size; position++) {
    const row = source.idAt(position)
    if (!active || filter.passes(row, (column) => source.text(row, column))) yield row
  }
}
