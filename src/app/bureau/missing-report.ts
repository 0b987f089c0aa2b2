import type { Problem } from '../../shared/result.ts'
import { standing } from '../../sync/standing-reports.ts'
import type { Session } from '../session.ts'
import type { KnownReport } from './known-reports.ts'

/**
 * The first report that some ledger has need of and that is not on this computer, as a problem: asked before anything is
 * written.
 *
 * @param schools of each all its reports
 */
export async function missingReport(
  session: Session,
  schools: Iterable<readonly KnownReport[]>,
  isAtHand: (hash: string) => boolean,
): Promise<Problem | null> {
  for (const reports of schools)
    for (const { hash, file } of standing(reports))
      if (!isAtHand(hash) && (await session.files.bytes(hash)) === null)
        return { code: 'reception.report-missing', params: { file } }
  return null
}
