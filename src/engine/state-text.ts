import { DELETED } from './change.ts'
import type { Workbook } from './workbook.ts'

/**
 * The workbook's inputs as one canonical text: tables by name, live rows by id, columns by key, empty cells left out.
 * Records of what was done with it are no inputs: taking a file out of it does not make it another workbook.
 * Two workbooks hold the same exactly when their texts are the same, whatever order their rows came in.
 */
export function stateText(book: Workbook): string {
  const lines: string[] = []
  for (const table of Object.keys(book.tables).sort()) {
    if (book.tables[table]!.record) continue
    const { ids, keys, column } = book.content(table)
    const columns = [...keys].sort().map((key) => [key, column(key)] as const)
    const deleted = column(DELETED)
    const order = ids
      .map((_, position) => position)
      .filter((position) => deleted[position] !== true)
      .sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
    for (const position of order) {
      const cells = columns.flatMap(([key, values]) =>
        (values[position] ?? null) === null ? [] : [[key, values[position]]],
      )
      lines.push(JSON.stringify([table, ids[position], cells]))
    }
  }
  return lines.join('\n')
}
