import { isId } from '../../shared/id.ts'
import { plainNumber } from '../../shared/plain-number.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Cell } from '../cell.ts'
import type { Step } from '../column.ts'
import type { CellContext, CellType } from './cell-type.ts'
import { byPinyin } from './order.ts'
import { findRow, rowName } from './reference.ts'
import { joinList, splitList } from './split-list.ts'

const shown = (value: Cell | readonly Step[], context: CellContext): string =>
  Array.isArray(value)
    ? joinList(value.map((cell: unknown) => rowName(cell, context)))
    : rowName(value, context)

/** Any number of rows of another table. */
export const references: CellType = {
  parse: (input, column, context) => {
    if (typeof input === 'boolean') return fail('reference.unknown', { name: String(input) })
    const typed = typeof input === 'number' ? plainNumber(input) : input
    if (typed.trim() === '') return ok(null)
    // A name with a comma in it is one row.
    const whole = findRow(typed, column, context)
    if (whole.ok) return ok([whole.value])
    const ids: string[] = []
    for (const entry of splitList(typed)) {
      const found = findRow(entry, column, context)
      if (!found.ok) return found
      if (!ids.includes(found.value)) ids.push(found.value)
    }
    return ok(ids.length === 0 ? null : ids)
  },
  format: (value, _column, context) => shown(value, context),
  valid: (value) => Array.isArray(value) && value.length > 0 && value.every(isId),
  compare: (a, b, _column, context) => byPinyin(shown(a, context), shown(b, context)),
  toSheet: (value, _column, context) => ({ value: shown(value, context) || null }),
  width: 180,
  align: 'start',
}
