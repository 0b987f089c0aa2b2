import type { PlainDecision, PlainPlan } from '../../../src/app/bureau/plain/plan-plain.ts'
import { listedSchools, planPlainReport } from '../../../src/app/bureau/plain/plan-plain.ts'
import { PlainReadings } from '../../../src/app/bureau/plain/plain-readings.ts'
import { knownReports } from '../../../src/app/bureau/known-reports.ts'
import type { Received } from '../../../src/app/bureau/receive-reports.ts'
import type { Session } from '../../../src/app/session.ts'
import { ok } from '../../../src/shared/result.ts'
import { planPlain, type PlainRequest } from '../../../src/workers/plain-work.ts'
import { value } from '../value.ts'

/** A list as a school's office types it. `saved`: minutes since some moment, for a text says nothing of it itself. */
export const csvFile = (name: string, rows: readonly (readonly string[])[], saved = 0): File =>
  new File([`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}`], name, {
    lastModified: Date.UTC(2026, 9, 1, 0, saved),
  })

export const HAZARD_HEADS = ['编号', '发现日期', '隐患部位', '存在问题', '隐患等级', '整改人', '整改状态']

/** What the worker does, without one. */
export const planBeside = async (request: PlainRequest) => ok(planPlain(request))

/** What somebody at the wizard decides, on top of what was found. */
export async function decide(
  session: Session,
  received: Received | undefined,
  decided: PlainDecision = {},
): Promise<PlainPlan> {
  if (received?.is !== 'plain') throw new Error(`${received?.is}`)
  const reports = knownReports(session.book)
  const known = { schools: listedSchools(session.book), readings: new PlainReadings(reports), reports }
  const { plain, path } = received
  return value(
    await planPlainReport(plain, path, session.now, known, { agreed: true, ...decided }, planBeside),
  )
}
