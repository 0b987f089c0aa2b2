import { halfWidth } from '../shared/typed-text.ts'
import { PLAIN, type PlainTable } from '../tables/bureau/plain-columns.ts'
import type { Cell } from '../tables/cell.ts'

const keyText = (cell: Cell | undefined): string =>
  halfWidth(String(cell ?? ''))
    .replace(/\s+/g, '')
    .toLowerCase()

/**
 * By what a row is known from month to month and from file to file: the school's own number first, then what does not
 * change about it. Our own reports' rows have both as well, so that a spreadsheet finds them.
 */
export function plainRowIds(table: PlainTable, cells: Readonly<Record<string, Cell>>): string[] {
  const number = keyText(cells['no'])
  const told = PLAIN[table].told.map((key) => keyText(cells[key]))
  return [...(number === '' ? [] : [`no=${number}`]), `told=${told.join('|')}`]
}
