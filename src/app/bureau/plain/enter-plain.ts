import type { Workbook } from '../../../engine/workbook.ts'
import { localTime } from '../../../shared/local-date.ts'
import { sha256Text } from '../../../shared/sha-256.ts'
import { packFile } from '../../../sync/package-file.ts'
import { encodeReport } from '../../../sync/report.ts'
import type { PlainFile } from '../../../workers/report-work.ts'
import type { KnownReport } from '../known-reports.ts'
import { readingText } from './plain-readings.ts'
import { readingsOf, type PlainPlan } from './plan-plain.ts'

/** A spreadsheet to be taken in, with nothing left to ask. */
export interface PlainTaking {
  readonly file: string
  readonly plain: PlainFile
  readonly plan: PlainPlan
  /** What people should know of it, in words. */
  readonly problems: string
}

/**
 * The report that a school's spreadsheet is: in the form of ours, not signed, by no copy of a workbook. The same file read
 * in the same way is the same report. What was not taken is not in it; the spreadsheet itself is not kept.
 */
export async function plainReport(
  book: Workbook,
  { file, plain, plan, problems }: PlainTaking,
  received: string,
): Promise<{ readonly facts: KnownReport; readonly bytes: Uint8Array }> {
  const { school, month, rows } = plan
  if (school === null || month === null) throw new RangeError('not decided')
  const text = (column: string) => String(book.stored('schools', school, column) ?? '').trim()
  const bytes = await packFile(
    encodeReport({
      workbook: { id: plain.hash, name: '' },
      school: { code: text('code'), name: text('name') },
      period: month,
      ...{ made: plain.saved, now: '', replica: '', vector: {}, passes: [] },
      tables: rows.tables,
    }),
    null,
  )
  const count = (table: string) => rows.tables.get(table)?.ids.length ?? 0
  const facts: KnownReport = {
    ...{ hash: await sha256Text(bytes), school, period: month, received, file, problems },
    made: plain.saved === '' ? '' : localTime(new Date(plain.saved)),
    ...{ workbook: plain.hash, replica: '', signer: '', vector: null, corrects: null, saved: plain.saved },
    ...{ hazardRows: count('hazards'), incidentRows: count('incidents') },
    ...{ drillRows: 0, inspectionRows: 0, quarterly: false, pledgeRate: null },
    ...{ passes: [], via: null, viaFile: '' },
    tells: [...rows.tables.keys()].sort(),
    monthly: plan.monthly,
    reading: readingText({ told: plan.told, sheets: readingsOf(plan) }),
  }
  return { facts, bytes }
}
