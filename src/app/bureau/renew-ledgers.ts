import type { Change } from '../../engine/change.ts'
import { turn } from '../book-copy.ts'
import type { Session } from '../session.ts'
import { knownReports } from './known-reports.ts'
import { ledgersOf, type WantedRow } from './ledgers-of.ts'
import { openStanding } from './open-standing.ts'
import { bySchoolOf, differing, reportRow } from './write-ledgers.ts'

/**
 * Makes the ledgers say what all reports in the register say together, however they have come there. Cells that the
 * schools fill were never people's to decide, so what two copies of the bureau's workbook had there differently is
 * settled too. A school of which a file is not on this computer stays as it is.
 *
 * @param only these schools; every one when left out
 */
export async function renewLedgers(
  session: Session,
  only: ReadonlySet<string> | null = null,
): Promise<Change | null> {
  const { book, disputes } = session
  const reports = knownReports(book).filter(({ school }) => only === null || only.has(school))
  const schools: string[] = []
  const ledgers: WantedRow[] = []
  for (const [school, own] of bySchoolOf(reports)) {
    const opened = await openStanding(session, own)
    if (!opened.ok) continue
    schools.push(school)
    ledgers.push(...ledgersOf(school, opened.value).rows)
    await turn()
  }
  const change = differing(book, {
    schools,
    ledgers,
    reports,
    coming: reports.map(reportRow),
    disputed: (table, row, column) => disputes.has(table, row, column),
  })
  return session.write({ source: 'program', label: { code: 'reception.renewed' }, ...change })
}
