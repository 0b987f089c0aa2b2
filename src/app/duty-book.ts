import { sameCell, type Cell } from '../tables/cell.ts'
import type { DutyBook } from '../rules/on-duty.ts'
import type { Workbook } from '../engine/workbook.ts'

/** The open workbook as the rules of duty read it. */
export const dutyBookOf = (book: Workbook): DutyBook => ({
  terms: () => book.environment().terms,
  where: (table, column, value) =>
    book
      .view(table)
      .ids()
      .filter((id) => sameCell(book.stored(table, id, column), value))
      .map((id) => ({ id, cell: (key: string) => book.stored(table, id, key) })),
  idOf: (table, reference) => rowNamed(book, table, reference),
})

/** A reference cell holds a row's id, or its name until such a row comes. */
export function rowNamed(book: Workbook, table: string, reference: Cell): string | null {
  if (typeof reference !== 'string' || reference === '') return null
  if (book.has(table, reference)) return reference
  const found = book.find([table], reference)
  return found === 'many' ? null : found
}
