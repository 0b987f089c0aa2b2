import { fail, ok } from '../../shared/result.ts'
import { labelKey } from '../../shared/typed-text.ts'
import type { Cell } from '../cell.ts'
import type { Step } from '../column.ts'
import type { CellContext, CellType } from './cell-type.ts'
import { order } from './order.ts'

const YES = ['是', '√', '✓', '✔', '☑', 'v', 'y', 'yes', 'true', 't', '1', '有', '对', '真']
const NO = ['否', '×', '✗', '✘', '☐', 'x', 'n', 'no', 'false', 'f', '0', '无', '没有', '不是', '错', '假']

const words = new Map<string, boolean>([
  ...YES.map((word) => [labelKey(word), true] as const),
  ...NO.map((word) => [labelKey(word), false] as const),
])

/** The marks for yes and no that ledgers use; null when it is neither. */
export const readYesNo = (input: string): boolean | null =>
  words.get(input) ?? words.get(labelKey(input)) ?? null

const isValid = (value: Cell): value is boolean => typeof value === 'boolean'

const shown = (value: Cell | readonly Step[], context: CellContext): string => {
  if (value === null) return ''
  if (typeof value !== 'boolean') return String(value)
  const label = context.optionLabel ?? ((zh: string) => zh)
  return value ? label('是', 'Yes') : label('否', 'No')
}

export const yesno: CellType = {
  parse: (input, _column, context) => {
    if (typeof input === 'boolean') return ok(input)
    const written = String(input)
    if (written.trim() === '') return ok(null)
    const read = readYesNo(written)
    if (read !== null) return ok(read)
    if (labelKey(written) === labelKey(shown(true, context))) return ok(true)
    if (labelKey(written) === labelKey(shown(false, context))) return ok(false)
    return fail('yesno.unreadable')
  },
  format: (value, _column, context) => shown(value, context),
  valid: isValid,
  compare: order(isValid, (a, b) => Number(a) - Number(b)),
  toSheet: (value, _column, context) => ({ value: shown(value, context) || null }),
  width: 80,
  align: 'center',
}
