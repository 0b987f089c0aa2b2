import { fixedId } from '../../shared/id.ts'
import { standing, standingRows, type StandingRow, type StandingTable } from '../../sync/standing-reports.ts'
import type { ReportedTable } from '../../sync/report.ts'
import { plainRowIds } from '../../exchange/plain-row-ids.ts'
import { PLAIN, type PlainTable } from '../../tables/bureau/plain-columns.ts'
import { allHazards } from '../../tables/bureau/all-hazards.ts'
import { allIncidents } from '../../tables/bureau/all-incidents.ts'
import type { Cell } from '../../tables/cell.ts'
import type { Column } from '../../tables/column.ts'
import { cellTypeOf } from '../../tables/cell-types/of.ts'
import type { Table } from '../../tables/table.ts'
import { answersOf } from './answers-of.ts'
import type { KnownReport } from './known-reports.ts'
import type { OpenedReport, WantedRow } from './opened-report.ts'

export type { OpenedReport, WantedRow }

/** The ledgers of the county that the reception fills. */
export const LEDGERS = ['allHazards', 'allIncidents'] as const
export type Ledger = (typeof LEDGERS)[number]

/** The school's table that each is filled from. */
export const SOURCE_TABLES = {
  allHazards: 'hazards',
  allIncidents: 'incidents',
} as const satisfies Readonly<Record<Ledger, string>>

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
  for (const { table, rowOf } of SOURCES) {
    const from: PlainTable = SOURCE_TABLES[table]
    const told = standing(
      reports.map(({ facts }) => facts),
      from,
    ).map(({ hash, vector }) => ({
      hash,
      table: reports.find(({ facts }) => facts.hash === hash)!.tables.get(from) ?? NOTHING,
      plain: vector === null,
    }))
    standingRows(underOneId(from, told)).forEach((row, at) => {
      const no = row.cells['no']
      if (typeof no !== 'string' || no.trim() === '') return rejected.push({ school, table, at: at + 1 })
      if (row.differs.length > 0) differences.push({ school, table, no })
      const shown = reports.find(({ facts }) => facts.hash === row.hash)!.facts
      const cells = fitting(table, { ...rowOf(row, shown), school, via: shown.via })
      return rows.push({ table, id: ledgerRowId(table, school, row.id), cells })
    })
  }
  rows.push(...answersOf(school, reports))
  return { rows, differences, rejected }
}

/**
 * Rows of spreadsheets go by the school's own number; where a report of ours has that row as well, they are one. The ids of
 * our own copies are never the same for two rows, so only those of spreadsheets are looked up.
 */
function underOneId(from: PlainTable, told: readonly StandingTable[]): readonly StandingTable[] {
  if (told.every(({ plain }) => !plain)) return told
  const ours = new Map<string, string>()
  for (const { table, plain } of told)
    if (!plain)
      table.ids.forEach((id, at) => {
        const cells = Object.fromEntries(
          PLAIN_ID_KEYS[from].map((key) => [key, table.columns[key]?.[at] ?? null]),
        )
        for (const each of plainRowIds(from, cells)) if (!ours.has(each)) ours.set(each, id)
      })
  return told.map((each) => {
    if (!each.plain) return each
    const taken = new Set<string>()
    const ids = each.table.ids.map((id) => {
      const found = ours.get(id) ?? id
      // Two of its rows that were told alike stay two.
      const own = taken.has(found) ? id : found
      taken.add(own)
      return own
    })
    return { ...each, table: { ...each.table, ids } }
  })
}

const PLAIN_ID_KEYS = {
  hazards: ['no', ...PLAIN.hazards.told],
  incidents: ['no', ...PLAIN.incidents.told],
} as const

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
  readonly rowOf: (row: StandingRow, report: KnownReport) => Readonly<Record<string, Cell>>
}[] = [
  {
    table: 'allHazards',
    rowOf: ({ cells }, { period }) => ({
      ...cells,
      department: cells['dept'] ?? null,
      months: cells['month'] ?? null,
      last_month: period,
    }),
  },
  {
    table: 'allIncidents',
    rowOf: ({ cells }) => {
      const [slight, medium, severe, dead] = casualties(cells['casualties'] ?? null)
      return {
        ...cells,
        times: cells['occurred_at'] ?? null,
        reported_at: cells['bureau_told_at'] ?? null,
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

/** `1/0/0/0`: slightly, medium, severely hurt, dead; whose level is not filled in stands behind, and is in none. */
function casualties(told: Cell): readonly number[] {
  const found = typeof told === 'string' ? /^(\d+)\/(\d+)\/(\d+)\/(\d+)(?: |$)/.exec(told) : null
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
    const received = all.map((report) => report.received).sort()[0]!
    return { month, cells: { ...receiptCells(standing(all)), received } }
  })
}

function receiptCells([shown, ...beside]: readonly KnownReport[]): Record<string, Cell> {
  const cells = cellsOf(shown!)
  if (shown!.vector !== null) return cells
  // A school that makes its own lists may send one of hazards and one of incidents: together they are its report.
  const plain = [shown!, ...beside].filter(({ vector }) => vector === null)
  const latest = (table: string) => standing(plain, table)[0]
  return {
    ...cells,
    file: plain.map(({ file }) => file).join('、') || null,
    rows: latest('hazards')?.hazardRows ?? 0,
    incident_rows: latest('incidents')?.incidentRows ?? 0,
    errors: plain.flatMap(({ problems }) => problems || []).join('\n') || null,
  }
}

const cellsOf = (report: KnownReport): Record<string, Cell> => ({
  month: report.period,
  school: report.school,
  hash: report.corrects !== null ? '不符' : report.signer !== '' ? '相符' : '无校验',
  // Through a central school that file is where it can be found again, whichever came first.
  file: (report.via === null ? report.file : report.viaFile) || null,
  via: report.via,
  rows: report.hazardRows,
  incident_rows: report.incidentRows,
  drill_rows: report.drillRows,
  inspection_rows: report.inspectionRows,
  pledge_rate: report.pledgeRate,
  quarterly: report.quarterly,
  errors: report.problems || null,
})
