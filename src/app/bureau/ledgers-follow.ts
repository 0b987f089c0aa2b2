import { DELETED, type Change } from '../../engine/change.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { Session } from '../session.ts'
import { reportId, REPORTS } from './known-reports.ts'
import { LEDGERS } from './ledgers-of.ts'

/**
 * After rows have come by a merge, from whatever file (another copy's, a backup): what the register holds now is more
 * than either side's ledgers say. Their files must be here by then.
 */
export async function ledgersFollowMerge(session: Session): Promise<void> {
  const { renewLedgers } = await import('./renew-ledgers.ts')
  await renewLedgers(session)
  await session.settled()
}

/**
 * After a step back or forth: a reception that is taken back out of its turn leaves what later files have brought, and
 * takes rows that these say as well. Only schools of which the step has touched something are worked out anew.
 */
export async function ledgersFollowStep(session: Session, change: Change): Promise<void> {
  const schools = schoolsTouched(session, change)
  if (schools.size === 0) return
  const { renewLedgers } = await import('./renew-ledgers.ts')
  await renewLedgers(session, schools)
}

const FROM_REPORTS: ReadonlySet<string> = new Set([REPORTS, ...LEDGERS, 'receipts'])

function schoolsTouched({ book }: Session, { edits, added }: Change): Set<string> {
  const isFromReports = (table: string, column: string) =>
    FROM_REPORTS.has(table) &&
    (column === DELETED || table === REPORTS || book.tables[table]!.columns[column]?.fixed === true)
  const rows = [
    ...edits.filter(({ table, column }) => isFromReports(table, column)),
    ...added.flatMap(({ table, ids }) => (FROM_REPORTS.has(table) ? ids.map((row) => ({ table, row })) : [])),
  ]
  // What a central school's file had brought is told of as sent through it.
  const along = rows.flatMap(({ table, row }) => (table === REPORTS ? passedAlong(book, row) : []))
  const schools = [...rows, ...along].map(({ table, row }) => book.stored(table, row, 'school'))
  return new Set(schools.filter((school) => typeof school === 'string'))
}

function passedAlong(book: Workbook, report: string): { table: string; row: string }[] {
  const hashes = String(book.stored(REPORTS, report, 'passes') ?? '').split(' ')
  return hashes
    .map((hash) => ({ table: REPORTS, row: reportId(hash) }))
    .filter(({ row }) => book.positionOf(REPORTS, row) >= 0)
}
