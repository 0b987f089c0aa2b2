import type { Cell } from '../tables/cell.ts'
import type { Workbook } from '../engine/workbook.ts'

/** Reads the one row that says what kind of school it is; empty where there is none yet. */
export function profileOf(book: Pick<Workbook, 'view' | 'stored'>): (column: string) => Cell {
  const [row] = book.view('profile').ids()
  return (column) => (row === undefined ? null : book.stored('profile', row, column))
}
