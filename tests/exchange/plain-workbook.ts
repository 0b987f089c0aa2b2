import type { ImportTarget } from '../../src/exchange/import-target.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { tables } from '../../src/tables/index.ts'

export type Rows = Record<string, Record<string, Cell>>

/** A workbook of plain objects: ids are `#name`. */
export function workbook(data: Record<string, Rows> = {}): ImportTarget {
  const shown = (table: string, id: string) =>
    tables[table as keyof typeof tables].shownBy.map((key) => data[table]![id]![key] ?? '').join(' ')
  return {
    tables,
    ids: (table) => Object.keys(data[table] ?? {}),
    cell: (table, row, column) => data[table]?.[row]?.[column] ?? null,
    context: {
      now: '2026-11-23 10:00',
      say: () => '',
      nameOf: (id) => {
        for (const table of Object.keys(data)) if (data[table]![id]) return shown(table, id)
        return null
      },
      find: (wanted, name) => {
        const ids = wanted.flatMap((table) =>
          Object.keys(data[table] ?? {}).filter((id) => shown(table, id) === name),
        )
        return ids.length > 1 ? 'many' : (ids[0] ?? null)
      },
    },
  }
}
