import { fixedId } from '../../shared/id.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { VersionVector } from '../../sync/dots.ts'
import type { ReportFacts } from '../../sync/standing-reports.ts'
import type { Cell } from '../../tables/cell.ts'
import { placed } from './passed-on.ts'

export const REPORTS = 'schoolReports'

/** A report as its row in the register says, whether it has just come or long ago. */
export interface KnownReport extends ReportFacts {
  /** Row of 学校名录. */
  readonly school: string
  /** Local time at which it first came. */
  readonly received: string
  readonly file: string
  /** Local time by the school's clock; empty where it does not say. */
  readonly made: string
  readonly workbook: string
  /** The copy that made it. */
  readonly replica: string
  /** Fingerprint of the key it is signed with; empty when it is not. */
  readonly signer: string
  readonly hazardRows: number
  readonly incidentRows: number
  readonly drillRows: number
  readonly inspectionRows: number
  readonly quarterly: boolean
  /** Per cent of the pledges inside the school that are signed; null where the school does not say. */
  readonly pledgeRate: number | null
  /** Hashes of the reports of other schools that came along with it. */
  readonly passes: readonly string[]
  /** The central school in whose list it stands, as a row of 学校名录; null when it came by itself. */
  readonly via: string | null
  /** That school's file. */
  readonly viaFile: string
  /** What people should know of it, in words. */
  readonly problems: string
  /** How a spreadsheet was read, as `plain-readings` writes it; empty for a report of ours. */
  readonly reading?: string
}

export const reportId = (hash: string): string => fixedId('schoolReport', hash)

/** One text for one vector, in whatever order it was built up. */
export const vectorText = (vector: VersionVector | null): string | null =>
  vector === null
    ? null
    : JSON.stringify(
        Object.keys(vector)
          .sort()
          .map((replica) => [replica, vector[replica]]),
      )

export function vectorIn(text: Cell): VersionVector | null {
  if (typeof text !== 'string') return null
  const vector = Object.create(null) as Record<string, number>
  for (const [replica, count] of JSON.parse(text) as [string, number][]) vector[replica] = count
  return vector
}

/** Per cent as a file or a cell says it; anything else is none. */
export const rateIn = (cell: Cell | undefined): number | null =>
  typeof cell === 'number' && cell >= 0 && cell <= 100 ? cell : null

export const cellsOfReport = (report: KnownReport): Readonly<Record<string, Cell>> => ({
  school: report.school,
  period: report.period,
  received: report.received,
  file: report.file || null,
  made: report.made || null,
  hazard_rows: report.hazardRows,
  incident_rows: report.incidentRows,
  drill_rows: report.drillRows,
  inspection_rows: report.inspectionRows,
  quarterly: report.quarterly,
  pledge_rate: report.pledgeRate,
  problems: report.problems || null,
  signer: report.signer || null,
  workbook: report.workbook || null,
  replica: report.replica || null,
  vector: vectorText(report.vector),
  via: report.via,
  passes: report.passes.length > 0 ? report.passes.join(' ') : null,
  corrects: report.corrects,
  saved: report.saved || null,
  // A workbook from before there were spreadsheets among its reports must not change by being opened.
  ...(report.tells ? { tells: report.tells.join(' '), monthly: report.monthly ?? false } : {}),
  ...(report.reading ? { reading: report.reading } : {}),
  hash: report.hash,
})

/** All that the register holds. */
export function knownReports(book: Workbook): KnownReport[] {
  return placed(
    book
      .view(REPORTS)
      .ids()
      .map((id): KnownReport => {
        const cell = (column: string) => book.stored(REPORTS, id, column)
        const text = (column: string) => String(cell(column) ?? '')
        const count = (column: string) => Number(cell(column)) || 0
        return {
          hash: text('hash'),
          school: text('school'),
          period: text('period'),
          received: text('received'),
          file: text('file'),
          made: text('made'),
          workbook: text('workbook'),
          replica: text('replica'),
          signer: text('signer'),
          vector: vectorIn(cell('vector')),
          corrects: text('corrects') || null,
          saved: text('saved'),
          hazardRows: count('hazard_rows'),
          incidentRows: count('incident_rows'),
          drillRows: count('drill_rows'),
          inspectionRows: count('inspection_rows'),
          quarterly: cell('quarterly') === true,
          pledgeRate: rateIn(cell('pledge_rate')),
          problems: text('problems'),
          ...(text('tells') === ''
            ? {}
            : { tells: text('tells').split(' '), monthly: cell('monthly') === true }),
          ...(text('reading') === '' ? {} : { reading: text('reading') }),
          passes: text('passes').split(' ').filter(Boolean),
          via: null,
          viaFile: '',
        }
      }),
  )
}
