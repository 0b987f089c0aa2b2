import { distinctly, numbersBySize } from '../shared/collation.ts'
import type { Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Step } from '../tables/column.ts'
import type { RowSource } from './row-source.ts'

/** Columns of texts that have no order of their own. */
const BY_PINYIN: ReadonlySet<string> = new Set(['text', 'long', 'reference', 'references', 'row'])

/** By the number of strokes, as lists of names at meetings are ordered; never two different texts as equal. */
export const compareStrokes = distinctly(numbersBySize('zh-u-co-stroke'))

/** What the rows of a column are compared by, and how; null and empty values are not asked for. */
export interface ColumnOrder {
  readonly valueOf: (row: string) => Cell
  readonly compare: (a: Cell, b: Cell) => number
}

export function columnOrder(source: RowSource, column: string, byStroke = false): ColumnOrder {
  const definition = source.table.columns[column]!
  if (byStroke && BY_PINYIN.has(definition.type))
    return {
      valueOf: (row) => source.text(row, column),
      compare: (a, b) => compareStrokes(String(a), String(b)),
    }
  const type = cellTypeOf(definition)
  const { context } = source
  return {
    valueOf: (row) => sortable(source.value(row, column), () => source.text(row, column)),
    compare: (a, b) => type.compare(a, b, definition, context),
  }
}

/**
 * The place of every row by one column. Comparing 100,000 Chinese names pairwise takes seconds; comparing each
 * distinct value once and then the numbers of their places takes a tenth of one.
 */
export function rankRows(source: RowSource, column: string, byStroke = false): ReadonlyMap<string, number> {
  const { valueOf, compare } = columnOrder(source, column, byStroke)
  const rows = new Map<Cell, string[]>()
  for (let position = 0; position < source.size; position++) {
    const id = source.idAt(position)
    const cell = valueOf(id)
    if (cell === null || cell === '') continue
    const sharing = rows.get(cell)
    if (sharing) sharing.push(id)
    else rows.set(cell, [id])
  }
  const ranks = new Map<string, number>()
  let place = 0
  for (const cell of [...rows.keys()].sort(compare)) {
    for (const id of rows.get(cell)!) ranks.set(id, place)
    place++
  }
  return ranks
}

/** Lists and explanations sort by the text people see. */
const sortable = (value: Cell | readonly Step[], text: () => string): Cell =>
  Array.isArray(value) ? text() : (value as Cell)

/** Rows without a value stay last in both directions: `descending` because the grid turns the sign around. */
export function compareRanks(a: number | undefined, b: number | undefined, descending: boolean): number {
  if (a === undefined || b === undefined) {
    if (a === b) return 0
    return (a === undefined) === descending ? -1 : 1
  }
  return a - b
}
