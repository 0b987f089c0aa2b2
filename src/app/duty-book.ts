import { sameCell, type Cell } from '../tables/cell.ts'
import type { DutyBook, DutyRow } from '../rules/on-duty.ts'
import type { Workbook } from '../engine/workbook.ts'

/** The open workbook as the rules of duty read it. */
export function dutyBookOf(book: Workbook): DutyBook {
  const rows = (table: string, column: string, fits: (cell: Cell) => boolean): DutyRow[] =>
    book
      .view(table)
      .ids()
      .filter((id) => fits(book.stored(table, id, column)))
      .map((id) => ({ id, cell: (key: string) => book.stored(table, id, key) }))
  return {
    terms: () => book.environment().terms,
    where: (table, column, value) => rows(table, column, (cell) => sameCell(cell, value)),
    during: (table, column, day) =>
      rows(table, column, (cell) => typeof cell === 'string' && cell.startsWith(day)),
    idOf: (table, reference) => rowNamed(book, table, reference),
  }
}

/** A reference cell holds a row's id, or its name until such a row comes. */
export function rowNamed(book: Workbook, table: string, reference: Cell): string | null {
  if (typeof reference !== 'string' || reference === '') return null
  if (book.has(table, reference)) return reference
  const found = book.find([table], reference)
  return found === 'many' ? null : found
}
