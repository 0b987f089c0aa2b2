import type { Workbook } from '../engine/workbook.ts'
import type { CellEdit, Change } from '../engine/change.ts'
import type { MeantName } from '../sync/meant-names.ts'
import type { Disputes } from './disputes.ts'
import { namesAtStake } from './names-at-stake.ts'

/**
 * Once the merge is applied: the edits that make references of the names, where nobody has to decide first. Of two
 * meanings of one cell the first counts.
 */
export function bindMeant(book: Workbook, disputes: Disputes, meant: readonly MeantName[]): CellEdit[] {
  const edits = new Map<string, CellEdit>()
  for (const { table, row, column, name, means } of meant) {
    const cell = JSON.stringify([table, row, column])
    const target = book.tables[table]!.columns[column]!.to![0]!
    const isLost =
      book.has(table, row) &&
      book.has(target, means) &&
      book.stored(table, row, column) === name &&
      book.find([target], String(name)) !== means &&
      !disputes.has(table, row, column)
    if (isLost && !edits.has(cell)) edits.set(cell, { table, row, column, from: name, to: means })
  }
  return [...edits.values()]
}

/** Names that are here already and that the merge would take from whom they mean; to be asked before it is applied. */
export function meantHere(book: Workbook, change: Change): MeantName[] {
  return namesAtStake(book, change).map(({ means, ...cell }) => ({
    ...cell,
    name: book.stored(cell.table, cell.row, cell.column),
    means,
  }))
}
