import type { CellEdit, Change } from '../../engine/change.ts'
import type { Workbook } from '../../engine/workbook.ts'

/** What a rotation decides of a row. */
const DECIDED = new Set(['leader', 'teachers', 'post', 'weekday', 'week', 'term'])

/**
 * Somebody has changed what the rotation had put there: the row is theirs from now on, so that planning once more does not
 * take it away from them.
 */
export function madeByHand(book: Workbook, { edits }: Change): CellEdit[] {
  const said = new Set(
    edits.flatMap(({ table, row, column }) => (table === 'rota' && column === 'origin' ? [row] : [])),
  )
  const rows = new Set(
    edits.flatMap(({ table, row, column }) =>
      table === 'rota' && DECIDED.has(column) && !said.has(row) && book.has(table, row) ? [row] : [],
    ),
  )
  return [...rows].flatMap((row): CellEdit[] =>
    book.stored('rota', row, 'origin') === '自动轮排'
      ? [{ table: 'rota', row, column: 'origin', from: '自动轮排', to: '手工' }]
      : [],
  )
}
