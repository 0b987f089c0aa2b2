import { DELETED, type CellEdit, type Change } from '../engine/change.ts'
import { Workbook } from '../engine/workbook.ts'
import { isId } from '../shared/id.ts'
import type { WorkbookState } from '../sync/workbook-state.ts'
import type { Cell } from '../tables/cell.ts'
import type { Table } from '../tables/table.ts'
import type { Disputes } from './disputes.ts'

/** A cell that names a row by its shown name, and the row that whoever typed it meant. */
interface MeantName {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly name: Cell
  readonly means: string
}

/**
 * The names that a merge would leave pointing at nobody, or at somebody else: 王伟 was typed on one computer while he was
 * renamed on another, which could not know of it. To be asked before the merge is applied. Whichever computer merges
 * first finds the same row, so all end alike.
 */
export function meantNames(book: Workbook, theirs: WorkbookState, change: Change): MeantName[] {
  return [...meantHere(book, change), ...meantThere(book, theirs, change)]
}

/** Once the merge is applied: the edits that make references of the names, where nobody has to decide first. */
export function bindMeant(book: Workbook, disputes: Disputes, meant: readonly MeantName[]): CellEdit[] {
  return meant
    .filter(({ table, row, column, name, means }) => {
      const target = book.tables[table]!.columns[column]!.to![0]!
      return (
        book.has(table, row) &&
        book.has(target, means) &&
        book.stored(table, row, column) === name &&
        book.find([target], String(name)) !== means &&
        !disputes.has(table, row, column)
      )
    })
    .map(({ table, row, column, name, means }) => ({ table, row, column, from: name, to: means }))
}

/** Names that are here already, of rows that the merge renames. */
function meantHere(book: Workbook, { edits }: Change): MeantName[] {
  const renamed = new Map<string, string>()
  for (const { table, row, column } of edits)
    if (book.tables[table]?.shownBy.includes(column) && book.has(table, row)) renamed.set(row, table)
  return [...renamed].flatMap(([means, of]) =>
    book
      .namedReferences(of, means)
      .map((cell) => ({ ...cell, name: book.stored(cell.table, cell.row, cell.column), means })),
  )
}

/** Names that the merge brings, by what they mean where they come from. */
function meantThere(book: Workbook, theirs: WorkbookState, change: Change): MeantName[] {
  const brought = namesIn(book.tables, change)
  if (brought.length === 0) return []
  const there = namesOf(book.tables, theirs)
  return brought.flatMap((cell) => {
    const means = there.find([book.tables[cell.table]!.columns[cell.column]!.to![0]!], String(cell.name))
    return means === null || means === 'many' ? [] : [{ ...cell, means }]
  })
}

function namesIn(
  tables: Readonly<Record<string, Table>>,
  { edits, added }: Change,
): Omit<MeantName, 'means'>[] {
  const isName = (table: string, column: string, cell: Cell | undefined): boolean => {
    if (typeof cell !== 'string' || cell === '' || isId(cell) || !Object.hasOwn(tables, table)) return false
    const definition = tables[table]!.columns[column]
    return definition?.type === 'reference' && !definition.computed && definition.to !== undefined
  }
  const names: Omit<MeantName, 'means'>[] = []
  for (const { table, row, column, to } of edits)
    if (isName(table, column, to)) names.push({ table, row, column, name: to })
  for (const { table, ids, columns } of added)
    for (const [column, cells] of Object.entries(columns))
      cells.forEach((name, i) => {
        if (isName(table, column, name)) names.push({ table, row: ids[i]!, column, name })
      })
  return names
}

/** The other copy's rows with no more than their names. */
function namesOf(
  tables: Readonly<Record<string, Table>>,
  { tables: rows, replicas }: WorkbookState,
): Workbook {
  const book = new Workbook({ tables, now: () => '' })
  for (const [name, table] of rows) {
    if (!Object.hasOwn(tables, name)) continue
    const columns = Object.fromEntries(
      tables[name]!.shownBy.map((key) => {
        const cells = table.columns.get(key)?.cells ?? []
        return [key, table.ids.map((_, position) => cells[position] ?? null)]
      }),
    )
    const deleted = table.ids.map((_, position) => (table.deletion(position, replicas).shown ? true : null))
    book.load(name, { ids: table.ids, columns: { ...columns, [DELETED]: deleted } })
  }
  return book
}
