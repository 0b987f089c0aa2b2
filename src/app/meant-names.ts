import type { Workbook } from '../engine/workbook.ts'
import type { CellEdit } from '../engine/change.ts'
import type { MeantName } from '../sync/meant-names.ts'
import type { Merge } from '../sync/merge.ts'
import type { Disputes } from './disputes.ts'
import { namesAtStake } from './names-at-stake.ts'

/**
 * Once the merge is applied: the edits that make references of the names, where nobody has to decide first. Of two
 * meanings of one cell the first counts.
 */
export function bindMeant(book: Workbook, disputes: Disputes, meant: readonly MeantName[]): CellEdit[] {
  const edits = new Map<string, CellEdit>()
  for (const { table, row, column, name, means } of meant) {
    const cell = placeOf({ table, row, column })
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

/**
 * Names that are here already and that the merge would take from whom they mean; to be asked before it is applied. Not
 * those that somebody there has written over, knowing them, with the same characters: they mean what he meant.
 */
export function meantHere(
  book: Workbook,
  { change, conflicts }: Pick<Merge, 'change' | 'conflicts'>,
): MeantName[] {
  const written = new Set(conflicts.filter(({ values }) => values.length === 1).map(placeOf))
  return namesAtStake(book, change)
    .filter((cell) => !written.has(placeOf(cell)))
    .map(({ means, ...cell }) => ({
      ...cell,
      name: book.stored(cell.table, cell.row, cell.column),
      means,
    }))
}

const placeOf = ({ table, row, column }: Pick<CellEdit, 'table' | 'row' | 'column'>): string =>
  JSON.stringify([table, row, column])
