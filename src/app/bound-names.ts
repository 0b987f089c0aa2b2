import type { CellEdit, Change } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'

/**
 * The edits that make names into references before the row they name is renamed: a cell typed as 王伟 before he was on
 * the list means the person, not the characters, and must follow him to his new name. Undo needs none: it takes them back
 * with the rename.
 */
export function boundNames(book: Workbook, { source, edits }: Change): CellEdit[] {
  if (source === 'undo' || source === 'redo') return []
  const bound: CellEdit[] = []
  const renamed = new Set<string>()
  for (const { table, row, column } of edits) {
    if (
      !book.tables[table]?.shownBy.includes(column) ||
      renamed.has(`${table} ${row}`) ||
      !book.has(table, row)
    )
      continue
    renamed.add(`${table} ${row}`)
    for (const cell of book.namedReferences(table, row))
      bound.push({ ...cell, from: book.stored(cell.table, cell.row, cell.column), to: row })
  }
  return bound
}
