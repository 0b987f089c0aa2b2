import { sameCell, type Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Column, Step } from '../tables/column.ts'
import type { SheetValue } from './sheet-data.ts'
import { decodeEscapes } from './xlsx-parts.ts'
import { cutToCell } from './xlsx-write.ts'

export const isEmpty = (value: SheetValue): boolean => value === null || value === ''

/**
 * Does the cell of a file that has come back still say what was written there? Programs that save a file anew write
 * numbers with other digits, dates as days, yes as TRUE and line breaks as they like, so a cell counts as untouched
 * when it reads as the value that was exported, and as edited only when it reads as another one.
 */
export function isUntouched(
  found: SheetValue,
  exported: Cell | readonly Step[],
  column: Column,
  context: CellContext,
): boolean {
  const type = cellTypeOf(column)
  const { value: written } = type.toSheet(exported, column, context)
  if (isEmpty(written)) return isEmpty(found)
  if (found === written) return true
  if (isEmpty(found)) return false
  if (typeof written === 'string' && typeof found === 'string' && inOneForm(found) === inOneForm(written))
    return true
  if (typeof written === 'number' && typeof found === 'number' && digits(found) === digits(written))
    return true
  const read = type.parse(found!, column, context)
  return read.ok && sameCell(read.value, exported as Cell)
}

/** Fifteen digits are what spreadsheets keep; what comes after them nobody has typed. */
const digits = (number: number): number => Number(number.toPrecision(15))

/** Some programs also forget that `_x000D_` was meant as it stands, and write the character instead. */
const inOneForm = (text: string): string => decodeEscapes(cutToCell(text)).replace(/\r\n?/g, '\n')
