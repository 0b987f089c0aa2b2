import { fail } from '../../shared/result.ts'
import type { Cell } from '../cell.ts'
import type { Step } from '../column.ts'
import type { CellContext, CellType } from './cell-type.ts'
import { byPinyin } from './order.ts'

const isSteps = (value: Cell | readonly Step[]): value is readonly Step[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object')

const spoken = (value: Cell | readonly Step[], context: CellContext): string =>
  isSteps(value) ? context.say(value) : value === null ? '' : String(value)

/** An explanation worked out by a rule; nobody types one. */
export const steps: CellType = {
  parse: () => fail('steps.computed'),
  format: (value, _column, context) => spoken(value, context),
  valid: () => false,
  compare: (a, b, _column, context) => byPinyin(spoken(a, context), spoken(b, context)),
  toSheet: (value, _column, context) => ({ value: spoken(value, context) || null }),
  width: 260,
  align: 'start',
}
