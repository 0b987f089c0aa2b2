import type { MovedRows } from '../../grid/row-source.ts'
import type { Table } from '../../tables/table.ts'
import type { Moved } from './session-types.ts'

const NOTHING: ReadonlyMap<string, ReadonlySet<string>> = new Map()

/** What a change means for the grid of one table: nothing (`false`), all rows anew (`null`), or these rows. */
export function movesFor(table: Table, moved: Moved): MovedRows | null | false {
  if (!moved.everything && !moved.tables.has(table.name))
    return (
      (moved.tables.has('formats') || showsNamesOf(table, moved.tables)) && {
        rows: NOTHING,
        added: false,
        deleted: false,
      }
    )
  const reshaped = moved.reshaped.has(table.name)
  // The engine does not say which rows of a generated table came or went: it makes them anew.
  if (reshaped && (table.generated || moved.everything)) return null
  return { rows: moved.everything ? NOTHING : moved.rows, added: reshaped, deleted: reshaped }
}

/** A renamed person is shown by the new name in every table that names him. */
const showsNamesOf = (table: Table, moved: ReadonlySet<string>): boolean =>
  Object.values(table.columns).some(({ to }) => to?.some((name) => moved.has(name)))
