import type { Cell } from '../tables/cell.ts'
import { covers, type VersionVector } from './dots.ts'
import type { ReportedTable } from './report.ts'

/** What is kept of every report a bureau has ever had, so that an old file that comes again is known for what it is. */
export interface ReportFacts {
  /** SHA-256 of its bytes. */
  readonly hash: string
  /** `YYYY-MM` */
  readonly period: string
  /** Null for a spreadsheet that no program of ours has made. */
  readonly vector: VersionVector | null
  /** The report in whose sheets somebody has written after it was made. */
  readonly corrects: string | null
  /** When a spreadsheet was last saved, as it says itself; empty where it does not. */
  readonly saved: string
  /** The tables a spreadsheet has rows of; left out for a report, which tells of all. */
  readonly tells?: readonly string[]
  /** A spreadsheet of one month's rows: those of the months before go on standing beside it. */
  readonly monthly?: boolean
}

/**
 * Does the newer one make the older one pointless? Of ours the newer has seen all that the older had, and more. A
 * spreadsheet tells nothing of that: it goes by its month, then by when it was saved, and only as far as it tells of the
 * same tables.
 *
 * @param table in regard to this table alone; both tell of it
 */
export function isOlder(older: ReportFacts, newer: ReportFacts, table?: string): boolean {
  if (older.hash === newer.hash) return false
  if (newer.corrects === older.hash) return true
  if (older.vector && newer.vector)
    return covers(newer.vector, older.vector) && !covers(older.vector, newer.vector)
  if (older.vector) return false
  if (newer.vector) return older.period <= newer.period
  const tellsAll =
    table !== undefined || (older.tells ?? []).every((each) => newer.tells?.includes(each) ?? true)
  const holdsAll = !newer.monthly || (older.monthly === true && older.period === newer.period)
  return tellsAll && holdsAll && spreadsheetOrder(older) < spreadsheetOrder(newer)
}

const spreadsheetOrder = ({ period, saved, hash }: ReportFacts): string => [period, saved, hash].join('|')

/**
 * Of all reports of one school those that count, the one to show first. Worked out from all there ever were, so it makes
 * no difference in which order they have come, nor how often.
 *
 * @param table in regard to this table alone
 */
export function standing<F extends ReportFacts>(reports: readonly F[], table?: string): F[] {
  const telling = reports.filter(({ tells }) => table === undefined || (tells?.includes(table) ?? true))
  const all = [...new Map(telling.map((each) => [each.hash, each])).values()]
  return all.filter((each) => !all.some((other) => isOlder(each, other, table))).sort(byExtent)
}

/**
 * Of reports side by side the one of the copy that has seen most; on every computer the same. A spreadsheet that stands
 * is of a later month than all of them, and the latest comes first.
 */
function byExtent(a: ReportFacts, b: ReportFacts): number {
  if (a.vector === null || b.vector === null) {
    if (a.vector !== b.vector) return a.vector === null ? -1 : 1
    return spreadsheetOrder(a) > spreadsheetOrder(b) ? -1 : 1
  }
  return extentOf(b.vector) - extentOf(a.vector) || (a.hash < b.hash ? -1 : 1)
}

const extentOf = (vector: VersionVector): number =>
  Object.values(vector).reduce((sum, count) => sum + count, 0)

/** A row as the standing reports have it. */
export interface StandingRow {
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
  /** The report it is shown from. */
  readonly hash: string
  /** Other reports that say something else of it: copies of the school's workbook that have not met. */
  readonly differs: readonly string[]
}

/** One table of a standing report. */
export interface StandingTable {
  readonly hash: string
  readonly table: ReportedTable
  /** A spreadsheet: it is the latest word on the columns it has, and says nothing of the others. */
  readonly plain?: boolean
}

/**
 * The rows that stand in any of the reports. What only one of them has is kept: whether the other copy has deleted the
 * row or not yet seen it, its report does not say.
 *
 * @param reports the same table out of the standing reports, the one to show first
 */
export function standingRows(reports: readonly StandingTable[]): StandingRow[] {
  const rows = new Map<string, RowInHand>()
  for (const { hash, table, plain = false } of reports) {
    const keys = Object.keys(table.columns).sort()
    table.ids.forEach((id, at) => {
      const cells: Record<string, Cell> = {}
      for (const key of keys) cells[key] = table.columns[key]![at] ?? null
      // Nobody is there to say anything else: most schools have one computer.
      const text = plain ? null : reports.length > 1 ? JSON.stringify(cells) : ''
      const known = rows.get(id)
      if (!known) return rows.set(id, { id, cells, hash, text, differs: [] })
      if (text !== null && known.text !== null) return text === known.text || known.differs.push(hash)
      // Under a later spreadsheet: what that has no column for is still as it was told before.
      known.cells = { ...cells, ...known.cells }
      known.text ??= text
    })
  }
  return [...rows.values()].map(({ id, cells, hash, differs }) => ({ id, cells, hash, differs }))
}

interface RowInHand extends Omit<StandingRow, 'cells' | 'differs'> {
  cells: StandingRow['cells']
  /** As the first of ours has it, to see whether others say something else. */
  text: string | null
  readonly differs: string[]
}
