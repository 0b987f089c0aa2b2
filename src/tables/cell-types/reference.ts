import { isId } from '../../shared/id.ts'
import { plainNumber } from '../../shared/plain-number.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { halfWidth, nameAsMeant } from '../../shared/typed-text.ts'
import type { Cell } from '../cell.ts'
import type { Column, Step } from '../column.ts'
import type { CellContext, CellType } from './cell-type.ts'
import { byPinyin } from './order.ts'

/** The row a typed name means. The name as typed goes first, so that rows with odd names can be named too. */
export function findRow(typed: string, column: Column, context: CellContext): Result<string> {
  const trimmed = typed.trim()
  // The id of a row picked from a list. A class could be named #1, so an id must name a row.
  if (isId(trimmed) && context.nameOf(trimmed) !== null) return ok(trimmed)
  for (const read of [() => trimmed, () => nameAsMeant(typed), () => nameAsMeant(halfWidth(typed))]) {
    const name = read()
    const found = context.find(column.to ?? [], name)
    if (found === 'many') return fail('reference.many', { name })
    if (found !== null) return ok(found)
  }
  return fail('reference.unknown', { name: nameAsMeant(typed) })
}

/** The name of the row; while no row bears it, the name somebody typed. */
export const rowName = (cell: unknown, context: CellContext): string =>
  cell === null ? '' : isId(cell) ? (context.nameOf(cell) ?? cell) : String(cell)

const shown = (value: Cell | readonly Step[], context: CellContext): string => rowName(value, context)

export const reference: CellType = {
  parse: (input, column, context) => {
    if (typeof input === 'boolean') return fail('reference.unknown', { name: String(input) })
    const typed = typeof input === 'number' ? plainNumber(input) : input
    return typed.trim() === '' ? ok(null) : findRow(typed, column, context)
  },
  format: (value, _column, context) => shown(value, context),
  valid: (value) => isId(value),
  compare: (a, b, _column, context) => byPinyin(shown(a, context), shown(b, context)),
  toSheet: (value, _column, context) => ({ value: shown(value, context) || null }),
  width: 110,
  align: 'start',
}
