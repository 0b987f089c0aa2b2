import type { CellEdit, Change } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'
import { namesAtStake } from './names-at-stake.ts'

/**
 * The edits that make names into references before the row they name is renamed or gets a namesake: a cell typed as 王伟
 * before he was on the list means the person, not the characters, and must follow him to his new name. Undo needs none: it
 * takes them back with the rename.
 */
export function boundNames(book: Workbook, change: Change): CellEdit[] {
  if (change.source === 'undo' || change.source === 'redo') return []
  return namesAtStake(book, change).map(({ means, ...cell }) => ({
    ...cell,
    from: book.stored(cell.table, cell.row, cell.column),
    to: means,
  }))
}
