import { isId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import type { Column } from '../tables/column.ts'

/** What a person typed, picked or pasted, or a file held, for one cell. `#id` picks a row. */
export type Input = string | number | boolean | null | readonly string[]

/**
 * The cell an input makes. What does not parse is kept as typed: the cell is then marked and explained, and nothing
 * anybody typed is lost.
 */
export function readInput(input: Input, column: Column, context: CellContext): Cell {
  if (input === null || input === '') return null
  if (typeof input === 'object') return readList(input, column, context)
  if (column.type === 'reference' && isId(input)) return input
  const parsed = cellTypeOf(column).parse(input, column, context)
  return parsed.ok ? parsed.value : input
}

function readList(list: readonly string[], column: Column, context: CellContext): Cell {
  if (column.type !== 'choices' && column.type !== 'references')
    return readInput(list.join('、'), column, context)
  const typed = list.filter((item) => !isId(item))
  if (!typed.length) return list
  const parsed = cellTypeOf(column).parse(list.join('、'), column, context)
  return parsed.ok ? parsed.value : list
}
