import type { Cell } from '../../src/tables/cell.ts'
import { isTableName, tables } from '../../src/tables/index.ts'
import type { Columns } from '../../src/tables/table.ts'
import type { Book, PlainCell } from './naive-school.ts'
import { withIds } from './random-edits.ts'

/** A plain cell as the program keeps it: yes/no as a boolean, an empty text as an empty cell. */
export function storedCell(table: string, column: string, value: PlainCell): Cell {
  if (value === undefined || value === '') return null
  const columns: Columns = isTableName(table) ? tables[table].columns : {}
  if (columns[column]?.type !== 'yesno') return value
  return value === '是' ? true : value === '否' ? false : value
}

/** A plain book as stored rows, column by column, with the ids of `withIds`; references that resolve are ids. */
export function storedBook(book: Book): Record<string, { ids: string[]; columns: Record<string, Cell[]> }> {
  return Object.fromEntries(
    Object.entries(withIds(book)).map(([table, rows]) => {
      const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) => !key.startsWith('$'))
      const columns = keys.map((key) => [key, rows.map((row) => storedCell(table, key, row[key]))] as const)
      return [table, { ids: rows.map((row) => String(row['$id'])), columns: Object.fromEntries(columns) }]
    }),
  )
}
