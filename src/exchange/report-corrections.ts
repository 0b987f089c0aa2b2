import { Workbook } from '../engine/workbook.ts'
import type { Report, ReportedTable } from '../sync/report.ts'
import type { Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import { tables as schoolTables } from '../tables/index.ts'
import type { Table } from '../tables/table.ts'
import { plainColumn } from './plain-column.ts'
import { comparing, type Returned } from './returned-sheets.ts'
import type { SheetData, SheetValue } from './sheet-data.ts'

/** A cell as it was made and as it stands in the sheet now, as texts. */
export interface EditedCell {
  readonly table: string
  readonly column: string
  /** The shown name of its row. */
  readonly row: string
  readonly from: string
  readonly to: string
}

/** What somebody has written into the sheets of a school's file, and the report as it would be with it. */
export interface Corrections {
  readonly tables: Report['tables']
  readonly found: {
    readonly edits: readonly EditedCell[]
    readonly added: number
    readonly deleted: number
  }
}

/**
 * Compares the sheets of a file with the report in it, as a copy's sheets are compared with its state. Null when they say
 * the same. What a school's program had computed is compared as well: nobody here can compute it anew.
 */
export function correctedBy(sheets: readonly SheetData[], report: Report, now: string): Corrections | null {
  const identified = sheets.filter(({ rowIds }) => rowIds)
  if (identified.length === 0) return null
  const tables = plainTables(report)
  const book = new Workbook({ tables, rules: {}, now: () => now })
  for (const name of Object.keys(tables)) book.load(name, report.tables.get(name)!)
  book.start()
  const made = Object.values(tables).map((table) => ({
    name: table.zh,
    table: table.name,
    columns: Object.entries(table.columns).map(([key, column]) => ({ key, heading: column.zh })),
  }))
  const work = comparing(identified, made, book, book.context())
  let step = work.next()
  while (!step.done) step = work.next()
  const returned = step.value
  if (returned.edits.length + returned.added.length + returned.deleted.length === 0) return null
  return {
    tables: applied(report.tables, returned, book),
    found: {
      edits: returned.edits.map(({ table, column, row, exported, found }) => ({
        ...{ table, column, row: nameOf(book, table, row) },
        from: Array.isArray(exported) ? exported.join('、') : String(exported ?? ''),
        to: String(found ?? ''),
      })),
      added: returned.added.length,
      deleted: returned.deleted.length,
    },
  }
}

const nameOf = (book: Workbook, table: string, row: string): string => book.shownName(row) ?? table

/** The school's tables as the report has them: what was computed or referred to is written down in it. */
function plainTables(report: Report): Record<string, Table> {
  const plain: Record<string, Table> = {}
  for (const [name, { columns }] of report.tables) {
    const table = (schoolTables as Readonly<Record<string, Table>>)[name]
    if (!table) continue
    const known = Object.keys(columns).filter((key) => table.columns[key])
    plain[name] = {
      ...table,
      generated: false,
      shownBy: table.shownBy.filter((key) => known.includes(key)),
      checks: [],
      requiredWhen: {},
      columns: Object.fromEntries(known.map((key) => [key, plainColumn(table.columns[key]!)])),
    }
  }
  return plain
}

function applied(tables: Report['tables'], returned: Returned, book: Workbook): Report['tables'] {
  const next = new Map<string, { ids: string[]; columns: Record<string, Cell[]> }>()
  for (const [name, { ids, columns }] of tables) {
    const copied = Object.entries(columns).map(([key, cells]): [string, Cell[]] => [key, [...cells]])
    next.set(name, { ids: [...ids], columns: Object.fromEntries(copied) })
  }
  const read = (table: string, column: string, found: SheetValue): Cell => {
    if (found === null || found === '') return null
    const definition = book.tables[table]!.columns[column]!
    const parsed = cellTypeOf(definition).parse(found, definition, book.context())
    return parsed.ok ? parsed.value : String(found)
  }
  for (const { table, row, column, found } of returned.edits) {
    const { ids, columns } = next.get(table)!
    columns[column]![ids.indexOf(row)] = read(table, column, found)
  }
  for (const { table, at, cells } of returned.added) {
    const { ids, columns } = next.get(table)!
    ids.push(`#sheet-${at}`)
    for (const [key, column] of Object.entries(columns)) column.push(read(table, key, cells[key] ?? null))
  }
  const deleted = new Set(returned.deleted.map(({ table, row }) => JSON.stringify([table, row])))
  return deleted.size === 0
    ? next
    : new Map([...next].map(([name, table]) => [name, without(name, table, deleted)]))
}

function without(name: string, { ids, columns }: ReportedTable, deleted: ReadonlySet<string>): ReportedTable {
  const stays = ids.map((id) => !deleted.has(JSON.stringify([name, id])))
  return {
    ids: ids.filter((_, at) => stays[at]),
    columns: Object.fromEntries(
      Object.entries(columns).map(([key, cells]) => [key, cells.filter((_, at) => stays[at])]),
    ),
  }
}
