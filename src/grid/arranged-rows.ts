import type { RowSource } from './row-source.ts'
import { compareRanks, rankRows } from './sort-order.ts'
import { ValueFilter } from './value-filter.ts'
import { sortsOf, type ViewState } from './view-state.ts'

/** The rows of a table filtered and sorted as somebody has arranged them, for what shows them without the grid. */
export function* arrangedRows(source: RowSource, view: ViewState | null): Generator<string> {
  const sorts = sortsOf(view).filter(({ column }) => column in source.table.columns)
  if (sorts.length === 0) {
    yield* filteredRows(source, view)
    return
  }
  const ranks = sorts.map(({ column, direction }) => ({
    places: rankRows(source, column, view?.byStroke),
    descending: direction === 'desc',
  }))
  yield* [...filteredRows(source, view)].sort((a, b) => {
    for (const { places, descending } of ranks) {
      const order = compareRanks(places.get(a), places.get(b), descending)
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

function* filteredRows(source: RowSource, view: ViewState | null): Generator<string> {
  const filter = new ValueFilter()
  for (const [column, texts] of Object.entries(view?.filters ?? {}))
    if (column in source.table.columns) filter.keep(column, texts)
  for (let position = 0; position < source.size; position++) {
    const row = source.idAt(position)
    if (filter.passes(row, (column) => source.text(row, column))) yield row
  }
}
