import { dateOfSerial, timeOfSerial } from '../shared/serial-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { Column } from '../tables/column.ts'
import { fifteenDigits, FormulaError, toText, type Content } from './value.ts'

/** The last serial number that is a day. */
const LAST = 2_958_465

/** What a formula came to, as a cell of its column; what does not fit the column's type is shown as text. */
export function cellOf(content: Content, { type }: Pick<Column, 'type'>): Cell {
  if (content instanceof FormulaError) return content.code
  if (content === null || content === '') return null
  if (typeof content === 'number') {
    if (type === 'date' || type === 'time') return content === 0 ? null : dayText(content, type)
    return type === 'text' || type === 'yesno' ? toText(content) : fifteenDigits(content)
  }
  if (typeof content === 'boolean') return type === 'yesno' ? content : toText(content)
  return content
}

function dayText(serial: number, type: 'date' | 'time'): Cell {
  if (!(serial > 0 && serial < LAST + 1)) return fifteenDigits(serial)
  return type === 'date' ? dateOfSerial(serial) : timeOfSerial(serial)
}
