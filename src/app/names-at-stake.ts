import type { Change } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'
import { isId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'

/** A cell that names a row by its shown name, and the row it means. */
export interface NameAtStake {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly means: string
}

/**
 * The cells that name a row which a change is about to rename, or to give a namesake: after it the name would find nobody,
 * somebody else or two. To be asked before the change is applied.
 */
export function namesAtStake(book: Workbook, change: Change): NameAtStake[] {
  const rows = new Map<string, string>()
  const renaming = change.edits.filter(
    ({ table, column }) => book.tables[table]?.shownBy.includes(column) && book.isNamed(table),
  )
  for (const { table, row } of renaming) if (book.has(table, row)) rows.set(row, table)
  for (const { table, name } of namesBrought(book, { edits: renaming, added: change.added })) {
    const bearer = book.find([table], name)
    if (bearer !== null && bearer !== 'many') rows.set(bearer, table)
  }
  return [...rows].flatMap(([means, of]) =>
    book.namedReferences(of, means).map((cell) => ({ ...cell, means })),
  )
}

/** What rows will be called that come with the change, or by another name. */
function* namesBrought(
  book: Workbook,
  { edits, added }: Pick<Change, 'edits' | 'added'>,
): Generator<{ table: string; name: string }> {
  const named = (table: string, cell: (column: string) => Cell): { table: string; name: string } => {
    const parts = book.tables[table]!.shownBy.map(cell)
    const texts = parts.map((part) => (isId(part) ? book.shownName(part) : part))
    return { table, name: texts.filter((text) => text !== null && typeof text !== 'object').join(' ') }
  }
  const told = new Map<string, { table: string; to: Map<string, Cell> }>()
  for (const { table, row, column, to } of edits) {
    const found = told.get(row) ?? { table, to: new Map() }
    told.set(row, found)
    found.to.set(column, to)
  }
  for (const [row, { table, to }] of told)
    if (book.has(table, row))
      yield named(table, (column) => (to.has(column) ? to.get(column)! : book.stored(table, row, column)))
  // A row that comes may have been renamed since: then its name is among the edits.
  for (const { table, ids, columns } of added)
    // An import of a hundred thousand rows that nobody names would have an index of names made of them.
    if (Object.hasOwn(book.tables, table) && book.isNamed(table))
      for (const [at, row] of ids.entries()) {
        const to = told.get(row)?.to
        yield named(table, (column) => (to?.has(column) ? to.get(column)! : (columns[column]?.[at] ?? null)))
      }
}
