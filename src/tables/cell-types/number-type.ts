import { plainNumber } from '../../shared/plain-number.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Cell } from '../cell.ts'
import type { Column, Step } from '../column.ts'
import type { CellType } from './cell-type.ts'
import { isNumber, order } from './order.ts'
import { readNumber } from './read-number.ts'

/** Fifteen digits: what a spreadsheet keeps of a number. */
const LARGEST = 999_999_999_999_999

function withinLimits(value: number, column: Column): Result<number> {
  const min = column.min ?? -LARGEST
  const max = column.max ?? LARGEST
  if (value < min) return fail('number.too-small', { min: plainNumber(min) })
  if (value > max) return fail('number.too-large', { max: plainNumber(max) })
  return ok(value)
}

/** What integers, numbers and money share; each says how it takes the digits and how it writes them. */
export function numberType(own: {
  readonly take: (digits: string) => Result<number>
  readonly write: (value: number) => string
  readonly sheetFormat?: string
  readonly width: number
}): CellType {
  const shown = (value: Cell | readonly Step[]): string =>
    value === null ? '' : typeof value === 'number' ? own.write(value) : String(value)
  return {
    parse: (input, column) => {
      if (typeof input === 'string' && input.trim() === '') return ok(null)
      const digits = readNumber(input, column)
      if (digits === null) return fail('number.unreadable')
      const taken = own.take(digits)
      return taken.ok ? withinLimits(taken.value, column) : taken
    },
    format: shown,
    valid: (value, column) => {
      if (typeof value !== 'number' || !Number.isFinite(value)) return false
      // A whole number is taken as it is by all of them, and most numbers are whole.
      if (Number.isInteger(value)) return withinLimits(value, column).ok
      const taken = own.take(plainNumber(value))
      return taken.ok && taken.value === value && withinLimits(value, column).ok
    },
    compare: order(isNumber, (a, b) => a - b),
    toSheet: (value) =>
      typeof value === 'number'
        ? own.sheetFormat
          ? { value, format: own.sheetFormat }
          : { value }
        : { value: shown(value) || null },
    width: own.width,
    align: 'end',
  }
}
