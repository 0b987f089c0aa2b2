import { fail, ok, type Result } from '../../shared/result.ts'
import { unpackFile } from '../../sync/package-file.ts'
import { decodeReport } from '../../sync/report.ts'
import { standing } from '../../sync/standing-reports.ts'
import type { Session } from '../session.ts'
import type { KnownReport } from './known-reports.ts'
import type { OpenedReport } from './ledgers-of.ts'

/**
 * Of all reports of one school those that stand, unpacked, the one to show first. One that is not on this computer is a
 * failure: without it the rows that only it has would be taken for gone.
 */
export async function openStanding(
  session: Session,
  reports: readonly KnownReport[],
  atHand: (hash: string) => Uint8Array | undefined = () => undefined,
): Promise<Result<OpenedReport[]>> {
  const opened: OpenedReport[] = []
  for (const facts of standing(reports)) {
    const bytes = atHand(facts.hash) ?? (await session.files.bytes(facts.hash))
    const unpacked = bytes && (await unpackFile(bytes))
    const decoded = unpacked?.ok && decodeReport(unpacked.value.content)
    if (!decoded || !decoded.ok) return fail('reception.report-missing', { file: facts.file })
    opened.push({ facts, tables: decoded.value.tables })
  }
  return ok(opened)
}
