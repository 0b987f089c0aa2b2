import { fixedId } from '../../shared/id.ts'
import { standing, standingRows, type StandingRow } from '../../sync/standing-reports.ts'
import type { Report, ReportedTable } from '../../sync/report.ts'
import { allHazards } from '../../tables/bureau/all-hazards.ts'
import { allIncidents } from '../../tables/bureau/all-incidents.ts'
import type { Cell } from '../../tables/cell.ts'
import type { Column } from '../../tables/column.ts'
import { cellTypeOf } from '../../tables/cell-types/of.ts'
import type { Table } from '../../tables/table.ts'
import type { KnownReport } from './known-reports.ts'

/** The ledgers of the county that the reception fills. */
export const LEDGERS = ['allHazards', 'allIncidents'] as const
export type Ledger = (typeof LEDGERS)[number]

/** A row as the reports want it: the columns that schools fill, no others. */
export interface WantedRow {
  readonly table: string
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
}

/** What the school's copies, which have not met, say differently. */
export interface Difference {
  readonly school: string
  readonly table: Ledger
  readonly no: string
}

/** A row that is in no ledger, for nobody could say which it is. */
export interface RejectedRow {
  readonly school: string
  readonly table: Ledger
  /** Its place in the report, from 1. */
  readonly at: number
}

export interface SchoolLedgers {
  readonly rows: readonly WantedRow[]
  readonly differences: readonly Difference[]
  readonly rejected: readonly RejectedRow[]
}

/** A standing report with what is in it. */
export interface OpenedReport {
  readonly facts: KnownReport
  readonly tables: Report['tables']
}

/**
 * What the ledgers hold of one school. It depends on which reports stand, and on nothing else: not on when they came, nor
 * on what the ledgers held before.
 *
 * @param reports the standing ones of the school, the one to show first
 */
export function ledgersOf(school: string, reports: readonly OpenedReport[]): SchoolLedgers {
  const rows: WantedRow[] = []
  const differences: Difference[] = []
  const rejected: RejectedRow[] = []
  for (const { table, from, rowOf } of SOURCES) {
    const told = reports.map(({ facts, tables }) => ({
      hash: facts.hash,
      table: tables.get(from) ?? NOTHING,
    }))
    standingRows(told).forEach((row, at) => {
      const no = row.cells['no']
      if (typeof no !== 'string' || no.trim() === '') return rejected.push({ school, table, at: at + 1 })
      if (row.differs.length > 0) differences.push({ school, table, no })
      const shown = reports.find(({ facts }) => facts.hash === row.hash)!.facts
      const cells = fitting(table, { ...rowOf(row, shown), school })
      return rows.push({ table, id: ledgerRowId(table, school, row.id), cells })
    })
  }
  return { rows, differences, rejected }
}

const NOTHING: ReportedTable = { ids: [], columns: {} }

/** The columns of each that the schools fill. */
const filledIn = (table: Table) => Object.entries<Column>(table.columns).filter(([, { fixed }]) => fixed)
const FILLED = { allHazards: filledIn(allHazards), allIncidents: filledIn(allIncidents) }

export const ledgerRowId = (table: Ledger, school: string, row: string): string => fixedId(table, school, row)

/** Rows of a school that came from its reports; what a bureau entered itself has other ids. */
export const isFromReports = (table: Ledger, school: string, id: string): boolean =>
  id.startsWith(`${fixedId(table, school)}:`)

const SOURCES: readonly {
  readonly table: Ledger
  readonly from: string
  readonly rowOf: (row: StandingRow, report: KnownReport) => Readonly<Record<string, Cell>>
}[] = [
  {
    table: 'allHazards',
    from: 'hazards',
    rowOf: ({ cells }, { period }) => ({
      ...cells,
      department: cells['dept'] ?? null,
      months: cells['month'] ?? null,
      last_month: period,
    }),
  },
  {
    table: 'allIncidents',
    from: 'incidents',
    rowOf: ({ cells }) => {
      const [slight, medium, severe, dead] = casualties(cells['casualties'] ?? null)
      return {
        ...cells,
        times: cells['occurred_at'] ?? null,
        confirmed: cells['state'] ?? null,
        cas: slight ?? null,
        cas_medium: medium ?? null,
        cas_severe: severe ?? null,
        cas_dead: dead ?? null,
        band: cells['stats_grade'] ?? cells['stats'] ?? null,
        sex: cells['stats_sex'] ?? null,
        loss: cells['loss_yuan'] ?? null,
      }
    },
  },
]

/** `1/0/0/0`: slightly, medium, severely hurt, dead. */
function casualties(told: Cell): readonly number[] {
  const found = typeof told === 'string' ? /^(\d+)\/(\d+)\/(\d+)\/(\d+)$/.exec(told) : null
  return found ? found.slice(1).map(Number) : []
}

/**
 * The columns that are the schools', with what fits them. The cells come out of a file: one of another type stays as a
 * text, which the grid marks, and never gets in as a value that no rule expects.
 */
function fitting(table: Ledger, given: Readonly<Record<string, Cell>>): Record<string, Cell> {
  const cells: Record<string, Cell> = {}
  for (const [key, column] of FILLED[table]) {
    const cell = given[key] ?? null
    const fits = cell === null || typeof cell === 'string' || cellTypeOf(column).valid(cell, column)
    cells[key] = fits ? cell : JSON.stringify(cell)
  }
  return cells
}

/**
 * The receipt of each month of one school: what stands of that month, and when its first file came.
 *
 * @param reports every report of the school there has ever been
 */
export function receiptsOf(
  reports: readonly KnownReport[],
): { month: string; cells: Record<string, Cell> }[] {
  const months = new Set(reports.map(({ period }) => period))
  return [...months].sort().map((month) => {
    const all = reports.filter(({ period }) => period === month)
    const [shown] = standing(all)
    const received = all.map((report) => report.received).sort()[0]!
    return { month, cells: { ...receiptCells(shown!), received } }
  })
}

const receiptCells = (report: KnownReport): Record<string, Cell> => ({
  month: report.period,
  school: report.school,
  hash: report.corrects !== null ? '不符' : report.signer !== '' ? '相符' : '无校验',
  file: report.file || null,
  rows: report.hazardRows,
  incident_rows: report.incidentRows,
  drill_rows: report.drillRows,
  inspection_rows: report.inspectionRows,
  quarterly: report.quarterly,
  errors: report.problems || null,
})
