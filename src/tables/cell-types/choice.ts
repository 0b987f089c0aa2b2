import { fail, ok } from '../../shared/result.ts'
import type { Cell } from '../cell.ts'
import type { Column, Step } from '../column.ts'
import type { CellContext, CellType } from './cell-type.ts'
import { isText, order } from './order.ts'
import { readOption, shownOption } from './read-option.ts'

const optionsOf = (column: Column) => column.options ?? []

const shown = (value: Cell | readonly Step[], column: Column, context: CellContext): string => {
  const option = optionsOf(column).find(({ zh }) => zh === value)
  if (option) return shownOption(option, context)
  return value === null ? '' : String(value)
}

/** One label of a fixed list. */
export const choice: CellType = {
  parse: (input, column, context) => {
    if (typeof input === 'string' && input.trim() === '') return ok(null)
    const label = readOption(input, optionsOf(column), context)
    if (label !== null) return ok(label)
    return fail('choice.unknown', {
      options: optionsOf(column)
        .map((option) => shownOption(option, context))
        .join('、'),
    })
  },
  format: shown,
  valid: (value, column) => optionsOf(column).some(({ zh }) => zh === value),
  compare: (a, b, column) => {
    const labels = optionsOf(column).map(({ zh }) => zh)
    const isLabel = (cell: Cell): cell is string => isText(cell) && labels.includes(cell)
    return order(isLabel, (x, y) => labels.indexOf(x) - labels.indexOf(y))(a, b)
  },
  toSheet: (value, column, context) => ({ value: shown(value, column, context) || null }),
  width: 110,
  align: 'start',
}
