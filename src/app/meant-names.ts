import type { Workbook } from '../engine/workbook.ts'
import type { CellEdit, Change } from '../engine/change.ts'
import type { MeantName } from '../sync/meant-names.ts'
import type { Disputes } from './disputes.ts'
import { namesAtStake } from './names-at-stake.ts'

/** Once the merge is applied: the edits that make references of the names, where nobody has to decide first. */
export function bindMeant(book: Workbook, disputes: Disputes, meant: readonly MeantName[]): CellEdit[] {
  return meant
    .filter(({ table, row, column, name, means }) => {
      const target = book.tables[table]!.columns[column]!.to![0]!
      return (
        book.has(table, row) &&
        book.has(target, means) &&
        book.stored(table, row, column) === name &&
        book.find([target], String(name)) !== means &&
        !disputes.has(table, row, column)
      )
    })
    .map(({ table, row, column, name, means }) => ({ table, row, column, from: name, to: means }))
}

/** Names that are here already and that the merge would take from whom they mean; to be asked before it is applied. */
export function meantHere(book: Workbook, change: Change): MeantName[] {
  return namesAtStake(book, change).map(({ means, ...cell }) => ({
    ...cell,
    name: book.stored(cell.table, cell.row, cell.column),
    means,
  }))
}
