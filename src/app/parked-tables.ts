import { DELETED, type Change } from '../engine/change.ts'
import { TableData } from '../engine/table-data.ts'
import type { TableRows } from '../engine/stored-schema.ts'
import type { Table } from '../tables/table.ts'

/**
 * Rows of tables this workbook has no place for at the moment: of a newer version, or of a table somebody has deleted
 * and may bring back. They are followed like the others, so that they are whole when their table is there again.
 */
export class ParkedTables {
  private readonly parked = new Map<string, TableData>()

  park(tables: Iterable<readonly [table: string, rows: TableRows]>): void {
    for (const [name, { ids, columns }] of tables) {
      const data = new TableData(withoutColumns(name))
      data.append(ids, columns)
      this.parked.set(name, data)
    }
  }

  /** The part of a change that concerns tables not in `known`. */
  apply({ added, edits }: Change, known: Readonly<Record<string, Table>>): void {
    for (const { table, ids, columns } of added)
      if (!Object.hasOwn(known, table)) this.at(table).append(ids, columns)
    for (const { table, row, column, to } of edits) {
      if (Object.hasOwn(known, table)) continue
      const data = this.at(table)
      const position = data.positions.get(row)
      if (position === undefined) continue
      if (column === DELETED) data.setDeleted(position, to === true)
      else data.store(position, column, to)
    }
  }

  /** Hands out what has a place in `known`. */
  take(known: Readonly<Record<string, Table>>): [string, TableRows][] {
    return [...this.parked].flatMap(([name, data]): [string, TableRows][] => {
      if (!Object.hasOwn(known, name)) return []
      this.parked.delete(name)
      return [[name, rowsOf(data)]]
    })
  }

  private at(table: string): TableData {
    let data = this.parked.get(table)
    if (!data) this.parked.set(table, (data = new TableData(withoutColumns(table))))
    return data
  }
}

function rowsOf(data: TableData): TableRows {
  const keys = [...Object.keys(data.unknown), DELETED]
  return {
    ids: data.ids,
    columns: Object.fromEntries(keys.map((key) => [key, data.ids.map((_, at) => data.stored(at, key))])),
  }
}

const withoutColumns = (name: string): Table => ({
  name,
  zh: name,
  en: name,
  group: 'ledger',
  key: [],
  shownBy: [],
  columns: {},
})
