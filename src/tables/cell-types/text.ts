import { plainNumber } from '../../shared/plain-number.ts'
import { fail, ok } from '../../shared/result.ts'
import { cleanText } from '../../shared/typed-text.ts'
import type { Cell } from '../cell.ts'
import type { CellType } from './cell-type.ts'
import { byPinyin, isText, order } from './order.ts'

/** The most a spreadsheet cell holds; longer text would be cut in the files people exchange. */
const LONGEST = 32_767

const asShown = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'number' ? plainNumber(value) : String(value)

const isValid = (value: Cell): value is string => isText(value) && value !== '' && value.length <= LONGEST

/**
 * Text stays exactly as typed: leading zeros, eighteen-digit numbers, full-width characters, inner spaces. Numbers
 * that a file holds where text belongs become their plain digits.
 */
export const text: CellType = {
  parse: (input) => {
    const written =
      typeof input === 'boolean'
        ? input
          ? '是'
          : '否'
        : typeof input === 'number'
          ? plainNumber(input)
          : cleanText(input)
    if (written.trim() === '') return ok(null)
    return written.length > LONGEST ? fail('text.too-long', { max: LONGEST }) : ok(written)
  },
  format: asShown,
  valid: isValid,
  compare: order(isValid, byPinyin),
  toSheet: (value) => ({ value: value === null ? null : asShown(value) }),
  width: 120,
  align: 'start',
}
