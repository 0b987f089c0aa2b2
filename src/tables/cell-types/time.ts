import { isLocalTime } from '../../shared/local-date.ts'
import { fail, ok } from '../../shared/result.ts'
import { isSerial, serialOfTime, timeOfSerial } from '../../shared/serial-date.ts'
import { halfWidth } from '../../shared/typed-text.ts'
import type { Cell } from '../cell.ts'
import type { Step } from '../column.ts'
import type { CellType } from './cell-type.ts'
import { byCode, isText, order } from './order.ts'
import { readClock } from './read-clock.ts'
import { isLedgerYear, readDate } from './read-date.ts'

const isValid = (value: Cell): value is string => isText(value) && isLocalTime(value) && isLedgerYear(value)
const shown = (value: Cell | readonly Step[]): string => (value === null ? '' : String(value))

/** A minute of a day, local wall time. */
export const time: CellType = {
  parse: (input, _column, context) => {
    if (typeof input === 'boolean') return fail('time.unreadable')
    if (typeof input === 'number') {
      if (!isSerial(input)) return fail('time.unreadable')
      return isValid(timeOfSerial(input)) ? ok(timeOfSerial(input)) : fail('date.year-out-of-range')
    }
    // As programs write it: most cells of a large import.
    if (isText(input) && isValid(input)) return ok(input)
    const written = halfWidth(input).trim()
    if (written === '') return ok(null)
    if (/^(现在|此刻|now)$/i.test(written)) return ok(context.now)
    const read = readDate(written, context.now)
    if (!read) return fail(readClock(written) === null ? 'time.unreadable' : 'time.date-missing')
    if (!read.ok) return read
    const rest = read.value.rest.trim()
    // A day without its minute would start report clocks at midnight, so it is asked for.
    if (rest === '') return fail('time.clock-missing')
    const clock = readClock(rest)
    return clock === null ? fail('time.unreadable') : ok(`${read.value.date} ${clock}`)
  },
  format: shown,
  valid: isValid,
  compare: order(isValid, byCode),
  toSheet: (value) => {
    const serial = isText(value) && isValid(value) ? serialOfTime(value) : null
    return serial === null ? { value: shown(value) || null } : { value: serial, format: 'yyyy-mm-dd hh:mm' }
  },
  width: 140,
  align: 'center',
}
