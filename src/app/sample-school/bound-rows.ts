import { newId } from '../../shared/id.ts'
import type { Cell } from '../../tables/cell.ts'
import { tables, type TableName } from '../../tables/index.ts'
import type { Table } from '../../tables/table.ts'
import type { SampleBlock } from '../sample-school.ts'

export interface BoundRow {
  readonly table: string
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
}

/**
 * The rows with ids, and every reference by the id of the row it names: so the school is one change, and a person who is
 * renamed loses nothing. The names are all in the sample; in a workbook they would be looked for among its rows.
 */
export function boundRows(blocks: readonly SampleBlock[]): BoundRow[] {
  const rows = blocks.flatMap(({ table, rows, ids }) =>
    rows.map((cells, at): BoundRow => ({
      table,
      id: ids?.[at] ?? newId(),
      cells: cells as BoundRow['cells'],
    })),
  )
  const named = new Map<string, string>()
  for (const { table, id, cells } of rows) {
    const { shownBy } = tableOf(table)
    named.set(`${table} ${shownBy.map((key) => String(cells[key] ?? '')).join(' ')}`, id)
  }
  return rows.map(({ table, id, cells }) => {
    const { columns } = tableOf(table)
    const bound = Object.entries(cells).map(([key, cell]) => {
      const to = columns[key]?.to
      if (to === undefined) return [key, cell] as const
      const rowOf = (name: unknown): Cell => {
        const found = to
          .map((target) => named.get(`${target} ${String(name)}`))
          .find((one) => one !== undefined)
        return found ?? (name as Cell)
      }
      return [key, Array.isArray(cell) ? (cell.map(rowOf) as string[]) : rowOf(cell)] as const
    })
    return { table, id, cells: Object.fromEntries(bound) }
  })
}

const tableOf = (name: string) => tables[name as TableName] as unknown as Table
