import { isLocalDate } from '../../shared/local-date.ts'
import { fail, ok } from '../../shared/result.ts'
import { dateOfSerial, isSerial, serialOfDate } from '../../shared/serial-date.ts'
import { halfWidth } from '../../shared/typed-text.ts'
import type { Cell } from '../cell.ts'
import type { Step } from '../column.ts'
import type { CellType } from './cell-type.ts'
import { byCode, isText, order } from './order.ts'
import { readClock } from './read-clock.ts'
import { isLedgerYear, readDate } from './read-date.ts'

const isValid = (value: Cell): value is string => isText(value) && isLocalDate(value) && isLedgerYear(value)
const shown = (value: Cell | readonly Step[]): string => (value === null ? '' : String(value))

/** 20260302 in a number cell: as written, and past the last day number. */
const isCompact = (input: number) => Number.isInteger(input) && input >= 19000101 && input <= 21991231

export const date: CellType = {
  parse: (input, _column, context) => {
    if (typeof input === 'boolean') return fail('date.unreadable')
    if (typeof input === 'number' && !isCompact(input)) {
      if (!isSerial(input)) return fail('date.unreadable')
      const day = dateOfSerial(input)
      return isValid(day) ? ok(day) : fail('date.year-out-of-range')
    }
    // As programs write it: most cells of a large import.
    if (isText(input) && isValid(input)) return ok(input)
    const written = halfWidth(String(input)).trim()
    if (written === '') return ok(null)
    const read = readDate(written, context.now)
    if (!read) return fail('date.unreadable')
    if (!read.ok) return read
    const rest = read.value.rest.trim()
    // Programs write dates with a time of day; the day is what this cell keeps.
    return rest === '' || readClock(rest) !== null ? ok(read.value.date) : fail('date.unreadable')
  },
  format: shown,
  valid: isValid,
  compare: order(isValid, byCode),
  toSheet: (value) => {
    const serial = isText(value) && isValid(value) ? serialOfDate(value) : null
    return serial === null ? { value: shown(value) || null } : { value: serial, format: 'yyyy-mm-dd' }
  },
  width: 110,
  align: 'center',
}
