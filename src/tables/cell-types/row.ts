import { fail, ok } from '../../shared/result.ts'
import type { Cell } from '../cell.ts'
import type { Step } from '../column.ts'
import type { CellContext, CellType } from './cell-type.ts'
import { byPinyin } from './order.ts'

/** A row of any table, as it is stored: the table's name and the row's id, which begins with `#`. */
export const rowCell = (table: string, id: string): string => table + id

/** The table and the id; null when the cell names no row. */
export function rowOfCell(cell: unknown): { readonly table: string; readonly id: string } | null {
  const at = typeof cell === 'string' ? cell.indexOf('#') : -1
  return at > 0 ? { table: (cell as string).slice(0, at), id: (cell as string).slice(at) } : null
}

/** The table's label and the row's shown name. Of a table this version does not know, its name. */
function shown(value: Cell | readonly Step[], context: CellContext): string {
  const row = rowOfCell(value)
  if (row === null) return value === null ? '' : String(value)
  const label = context.labelOfTable?.(row.table)
  const table = label ? (context.optionLabel?.(label.zh, label.en) ?? label.zh) : row.table
  return [table, context.nameOf(row.id)].filter(Boolean).join(' ')
}

/** Written by the program alone, so what it shows need not be readable again. */
export const row: CellType = {
  parse: (input) => (typeof input === 'string' && input.trim() === '' ? ok(null) : fail('row.not-typed')),
  format: (value, _column, context) => shown(value, context),
  valid: (value) => rowOfCell(value) !== null,
  compare: (a, b, _column, context) => byPinyin(shown(a, context), shown(b, context)),
  toSheet: (value, _column, context) => ({ value: shown(value, context) || null }),
  width: 180,
  align: 'start',
}
