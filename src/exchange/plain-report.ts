import { crc32 } from '../shared/crc-32.ts'
import type { Problem } from '../shared/result.ts'
import { labelKey } from '../shared/typed-text.ts'
import type { Report, ReportedTable } from '../sync/report.ts'
import { HURT, isPlainTable, PLAIN, plainTables, type PlainTable } from '../tables/bureau/plain-columns.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import { tables as schoolTables } from '../tables/index.ts'
import type { Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import type { ImportPlan, SheetPlan } from './import-plan.ts'
import { contentOf } from './masking/content.ts'
import { plainRowIds } from './plain-row-ids.ts'
import type { SheetData } from './sheet-data.ts'

/** A cell, or a whole row, of a school's spreadsheet that does not get into the county's ledger. */
export interface Refusal {
  readonly sheet: string
  /** As people count. */
  readonly row: number
  /** As the school's own heading calls it; empty where the row is meant. */
  readonly column: string
  readonly problem: Problem
  /** Nothing of the row is taken. */
  readonly isRow: boolean
}

/** What a spreadsheet of a school's own says, in the form of a report. */
export interface PlainRows {
  readonly tables: Report['tables']
  readonly refused: readonly Refusal[]
  /** Headings of columns that name pupils: nothing under them is taken. */
  readonly pupils: readonly string[]
}

/**
 * Takes the rows of a planned import (with `keepInvalid`, into nothing) as a report has them. A row whose number, day or
 * state cannot be read is refused whole, for it would be counted wrongly; of others only the cell is.
 */
export function plainRows({ sheets }: ImportPlan, context: CellContext): PlainRows {
  const refused: Refusal[] = []
  const found = new Map<PlainTable, Map<string, Readonly<Record<string, Cell>>>>()
  const columns = new Map<PlainTable, Set<string>>()
  for (const sheet of sheets) {
    if (!isPlainTable(sheet.table)) continue
    const taken = takenColumns(sheet, sheet.table)
    const rows = found.get(sheet.table) ?? new Map<string, Readonly<Record<string, Cell>>>()
    found.set(sheet.table, rows)
    columns.set(sheet.table, new Set([...(columns.get(sheet.table) ?? []), ...taken.map(reportedAs)]))
    for (const { row, column, problem } of sheet.rejected)
      refused.push({ sheet: sheet.sheet, row, column: headingBy(sheet, column), problem, isRow: true })
    const repeats = new Map<string, number>()
    for (const { row, cells } of sheet.added) {
      const read = readRow(sheet, sheet.table, taken, row, cells, context)
      refused.push(...read.refused)
      if (read.cells === null) continue
      const [id] = plainRowIds(sheet.table, read.cells)
      const before = repeats.get(id!) ?? 0
      repeats.set(id!, before + 1)
      // A sheet a month, and the same hazard in several: the last says how it stands.
      const own = before === 0 ? id! : `${id!}~${before + 1}`
      rows.set(own, { ...read.cells, no: read.cells['no'] ?? numberOf(sheet.table, own, read.cells) })
    }
  }
  const tables = [...found]
    .map(([table, rows]): [string, ReportedTable] => [table, tableOf(rows, columns.get(table)!)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { tables: new Map(tables), refused, pupils: sheets.flatMap(pupilHeadings) }
}

/** The key of a report's column for one of a spreadsheet's: those who are hurt are told in one there. */
const reportedAs = (key: string): string => (Object.hasOwn(HURT, key) ? 'casualties' : key)

function takenColumns({ mapping }: SheetPlan, table: PlainTable): string[] {
  const takes: readonly string[] = PLAIN[table].takes
  return mapping.flatMap(({ key, heading }) =>
    key !== null && takes.includes(key) && !isPupilHeading(heading) ? [key] : [],
  )
}

function readRow(
  plan: SheetPlan,
  name: PlainTable,
  taken: readonly string[],
  row: number,
  found: Readonly<Record<string, Cell>>,
  context: CellContext,
): { readonly cells: Record<string, Cell> | null; readonly refused: readonly Refusal[] } {
  const { decides, needs } = PLAIN[name]
  const { sheet } = plan
  const table = plainTables[name]
  const headingOf = (key: string) => headingBy(plan, table.columns[key]!.zh)
  const refused: Refusal[] = []
  const cells: Record<string, Cell> = {}
  for (const key of taken) {
    const cell = found[key] ?? null
    const problem = problemOf(table, key, cell, context)
    cells[key] = problem ? null : cell
    if (!problem) continue
    const isRow = (decides as readonly string[]).includes(key)
    refused.push({ sheet, row, column: headingOf(key), problem, isRow })
  }
  if ((cells[needs] ?? null) === null && !refused.some(({ isRow }) => isRow))
    refused.push({
      ...{ sheet, row, isRow: true },
      column: headingOf(needs),
      problem: { code: 'required' },
    })
  if (refused.some(({ isRow }) => isRow))
    return { cells: null, refused: refused.filter(({ isRow }) => isRow) }
  return { cells: withCasualties(cells), refused }
}

/** What the file calls the column that we call so. */
function headingBy({ table, mapping }: SheetPlan, zh: string): string {
  const columns: Readonly<Record<string, Column>> = isPlainTable(table) ? plainTables[table].columns : {}
  const own = mapping.find(({ key }) => key !== null && columns[key]?.zh === zh)?.heading
  return own || zh
}

const FAILED = /^#(DIV\/0!|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/

function problemOf(table: Table, key: string, cell: Cell, context: CellContext): Problem | null {
  if (cell === null) return null
  const column = table.columns[key]!
  if (typeof cell === 'string' && FAILED.test(cell.trim()))
    return { code: 'import.error-value', params: { value: cell.trim() } }
  if (cellTypeOf(column).valid(cell, column)) return null
  const parsed = cellTypeOf(column).parse(typeof cell === 'object' ? cell.join('、') : cell, column, context)
  return parsed.ok ? { code: 'cell.not-of-type' } : parsed.problem
}

function withCasualties(cells: Record<string, Cell>): Record<string, Cell> {
  const hurt = Object.keys(HURT)
  if (!hurt.some((key) => key in cells)) return cells
  const rest = Object.entries(cells).filter(([key]) => !hurt.includes(key))
  return { ...Object.fromEntries(rest), casualties: hurt.map((key) => Number(cells[key] ?? 0)).join('/') }
}

/** A number for a row that has none in the school's list: its day, and something that only this row gives. */
function numberOf(table: PlainTable, id: string, cells: Readonly<Record<string, Cell>>): string {
  const day = String(cells[PLAIN[table].needs]).slice(0, 10).replaceAll('-', '')
  const sum = crc32(0, new TextEncoder().encode(id)).toString(36).toUpperCase()
  return `${day}-${sum}`
}

function tableOf(rows: Map<string, Readonly<Record<string, Cell>>>, columns: Set<string>): ReportedTable {
  const keys = [...new Set(['no', ...columns])].sort()
  const listed = [...rows].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    ids: listed.map(([id]) => id),
    columns: Object.fromEntries(keys.map((key) => [key, listed.map(([, cells]) => cells[key] ?? null)])),
  }
}

/** Every heading under which a table of a school's holds pupils' names. */
const pupilNames = new Set(
  Object.values(schoolTables as Readonly<Record<string, Table>>).flatMap(({ columns }) =>
    Object.values(columns).flatMap((column) =>
      contentOf(column, schoolTables) === 'pupil-name' && column.to === undefined
        ? [column.zh, ...(column.synonyms ?? [])].map(labelKey)
        : [],
    ),
  ),
)

const isPupilHeading = (heading: string): boolean =>
  heading.split('/').some((each) => pupilNames.has(labelKey(each)))

const pupilHeadings = ({ mapping }: SheetPlan): string[] =>
  mapping.flatMap(({ heading }) => (isPupilHeading(heading) ? [heading] : []))

/** Rows above the headings that people put there. */
const SEARCHED = 10

/** The same in lists of which nothing is taken at all: whoever sent them has to know. */
export const pupilHeadingsIn = (sheets: readonly SheetData[]): string[] =>
  sheets.flatMap(({ rows }) =>
    rows
      .slice(0, SEARCHED)
      .flatMap((row) =>
        row.filter((cell): cell is string => typeof cell === 'string' && isPupilHeading(cell)),
      ),
  )
