import type { CellEdit } from '../engine/change.ts'
import { PLACE, type Beside } from '../engine/row-place.ts'
import { newId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import type { Table } from '../tables/table.ts'
import type { Outcome, Session } from './session.ts'

export type { Beside } from '../engine/row-place.ts'

/** Rows beside another one, each with these cells and what the program knows besides; their ids. */
export function insertRows(
  session: Session,
  table: string,
  count: number,
  beside: Beside,
  cells: Readonly<Record<string, Cell>> = {},
): readonly string[] {
  const rows = Array.from({ length: count }, () => cells)
  return putIn(session, table, rows, beside, 'row.add')
}

/** Copies of rows, below the last of them; their ids. What tells one row from all others stays empty in a copy. */
export function duplicateRows(session: Session, table: string, rows: readonly string[]): readonly string[] {
  const last = rows.at(-1)
  if (last === undefined) return []
  const { book } = session
  const columns = copiedColumns(book.tables[table]!)
  const cells = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column, book.stored(table, row, column)])),
  )
  return putIn(session, table, cells, { row: last, side: 'after' }, 'row.duplicate')
}

/** Moves rows beside another one, in the order given. */
export function moveRows(session: Session, table: string, rows: readonly string[], beside: Beside): Outcome {
  const { book } = session
  const places = book.placesBeside(table, beside, rows.length, new Set(rows))
  const edits = rows.map((row, i): CellEdit => {
    const from = book.stored(table, row, PLACE)
    return { table, row, column: PLACE, from, to: places[i]! }
  })
  return session.accept(
    { edits, rows: [] },
    { source: 'user', label: { code: 'row.move', params: { count: rows.length } } },
  )
}

function putIn(
  session: Session,
  table: string,
  cells: readonly Readonly<Record<string, Cell>>[],
  beside: Beside,
  code: string,
): readonly string[] {
  const places = session.book.placesBeside(table, beside, cells.length)
  const rows = cells.map((given, i) => ({ table, id: newId(), cells: { ...given, [PLACE]: places[i]! } }))
  const label = { code, params: { count: rows.length } }
  session.accept({ edits: [], rows }, { source: 'user', label })
  return rows.map(({ id }) => id)
}

/** A key of several columns is a pair of references, as a rule, of which the person will change one. */
const copiedColumns = ({ columns, key }: Table): string[] =>
  Object.keys(columns).filter((column) => {
    const { computed, fixed } = columns[column]!
    return !computed && !fixed && !(key.length === 1 && key[0] === column)
  })
