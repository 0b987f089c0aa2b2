import type { Cell } from '../tables/cell.ts'
import { schemaOf, type Schema, type SchemaRow } from '../tables/own/schema.ts'
import { DELETED } from './change.ts'

/** The rows of a table, column by column, deleted ones and cells of unknown columns among them. */
export interface TableRows {
  readonly ids: readonly string[]
  readonly columns: Readonly<Record<string, readonly Cell[]>>
}

/** The tables of a workbook as its stored rows say: ours, and what its people have added. */
export const storedSchema = (builtIn: Schema, stored: (table: string) => TableRows | undefined): Schema =>
  schemaOf(builtIn, (table) => {
    const rows = stored(table)
    return rows ? liveRows(rows) : []
  })

function* liveRows({ ids, columns }: TableRows): Generator<SchemaRow> {
  for (const [at, id] of ids.entries())
    if (columns[DELETED]?.[at] !== true)
      yield {
        id,
        cells: Object.fromEntries(
          Object.entries(columns).map(([key, cells]): [string, Cell] => [key, cells[at] ?? null]),
        ),
      }
}
