import { DELETED, type CellEdit, type Change } from '../engine/change.ts'
import { Workbook } from '../engine/workbook.ts'
import { isId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import type { Table } from '../tables/table.ts'
import type { Merge } from './merge.ts'
import { shown } from './register.ts'
import type { TableState } from './table-state.ts'
import type { WorkbookState } from './workbook-state.ts'

type Tables = Readonly<Record<string, Table>>

/** A cell that names a row by its shown name, and the row that whoever typed it meant. */
export interface MeantName {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly name: Cell
  readonly means: string
}

/**
 * The names that a merge would leave pointing at nobody, or at somebody else: 王伟 was typed on one computer while he was
 * renamed on another, which could not know of it. Here those that the merge brings, by what they mean where they come
 * from. Whichever computer merges first finds the same row, so all end alike. A name that was typed on both is among
 * them: it reads the same and is news all the same.
 */
export function meantThere(
  tables: Tables,
  theirs: WorkbookState,
  { change, conflicts }: Pick<Merge, 'change' | 'conflicts'>,
): MeantName[] {
  const agreed = conflicts.map(({ table, row, column, values }) => ({
    table,
    row,
    column,
    to: shown(values)?.value ?? null,
  }))
  const brought = namesIn(tables, { edits: [...change.edits, ...agreed], added: change.added })
  if (brought.length === 0) return []
  const there = namesOf(tables, theirs)
  return brought.flatMap((cell) => {
    const means = there.find([tables[cell.table]!.columns[cell.column]!.to![0]!], String(cell.name))
    return means === null || means === 'many' ? [] : [{ ...cell, means }]
  })
}

function namesIn(
  tables: Tables,
  {
    edits,
    added,
  }: {
    readonly edits: readonly Pick<CellEdit, 'table' | 'row' | 'column' | 'to'>[]
    readonly added: Change['added']
  },
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
function namesOf(tables: Tables, { tables: rows, replicas }: WorkbookState): Workbook {
  const book = new Workbook({ tables, now: () => '' })
  for (const [name, table] of rows) {
    if (!Object.hasOwn(tables, name)) continue
    const columns = Object.fromEntries(tables[name]!.shownBy.map((key) => [key, shownCells(table, key)]))
    const deleted = table.ids.map((_, position) => (table.deletion(position, replicas).shown ? true : null))
    book.load(name, { ids: table.ids, columns: { ...columns, [DELETED]: deleted } })
  }
  return book
}

/** What people see in a column: of several values not the first that came. */
function shownCells({ ids, columns }: TableState, key: string): Cell[] {
  const column = columns.get(key)
  const seen = ids.map((_, position) => column?.cells[position] ?? null)
  for (const [position, values] of column?.many ?? []) seen[position] = shown(values)?.value ?? null
  return seen
}
