import { fail, ok, type Result } from '../../shared/result.ts'
import type { ReportedTable } from '../../sync/report.ts'
import { rowNamed } from '../duty-book.ts'
import type { Session } from '../session.ts'
import { knownReports, reportId, REPORTS, type KnownReport } from './known-reports.ts'
import { isFromReports, LEDGERS, ledgerRowId, SOURCE_TABLES, type Ledger } from './ledgers-of.ts'
import { openReport, openStanding } from './open-standing.ts'

/** What a school has sent, as it came: its own tables and columns, before anything here was made of them. */
export interface Original {
  /** Its row in the register of files. */
  readonly register: string
  readonly facts: KnownReport
  readonly tables: ReadonlyMap<string, ReportedTable>
  /** Where in it the row is that somebody came from. */
  readonly at: { readonly table: string; readonly position: number } | null
}

/** Did the row come out of a school's file, or is it the register's line of one? */
export function hasOriginal({ book }: Session, table: string, row: string): boolean {
  if (table === REPORTS) return true
  if (!isLedger(table)) return false
  const school = rowNamed(book, 'schools', book.stored(table, row, 'school'))
  return school !== null && isFromReports(table, school, row)
}

const isLedger = (table: string): table is Ledger => (LEDGERS as readonly string[]).includes(table)

/** The file behind a row of the ledgers, the one whose word counts; or behind a line of the register. */
export async function originalOf(session: Session, table: string, row: string): Promise<Result<Original>> {
  const { book } = session
  const reports = knownReports(book)
  if (table === REPORTS) {
    const facts = reports.find(({ hash }) => reportId(hash) === row)
    if (!facts) return fail('county.not-received')
    const opened = await openReport(session, facts)
    return opened.ok ? ok({ register: row, facts, tables: opened.value.tables, at: null }) : opened
  }
  if (!isLedger(table) || !hasOriginal(session, table, row)) return fail('county.not-received')
  const school = rowNamed(book, 'schools', book.stored(table, row, 'school'))!
  const opened = await openStanding(
    session,
    reports.filter((report) => report.school === school),
  )
  if (!opened.ok) return opened
  const source = SOURCE_TABLES[table]
  for (const { facts, tables } of opened.value) {
    const ids = tables.get(source)?.ids ?? []
    const position = ids.findIndex((id) => ledgerRowId(table, school, id) === row)
    if (position >= 0)
      return ok({ register: reportId(facts.hash), facts, tables, at: { table: source, position } })
  }
  return fail('county.not-received')
}
