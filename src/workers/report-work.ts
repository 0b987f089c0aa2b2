import { decodeReport, encodeReport, type Report, type ReportedTable } from '../sync/report.ts'
import { packFile, unpackFile } from '../sync/package-file.ts'
import { fingerprintOf } from '../sync/signature.ts'
import { sha256Text } from '../shared/sha-256.ts'
import type { Problem } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import { quarterOf } from '../tables/school/report-periods.ts'
import { isBackupFile } from '../exchange/backup-file.ts'
import { isPackageFile } from '../sync/package-file.ts'
import { savedAt } from '../exchange/document-time.ts'
import { readSpreadsheet } from '../exchange/read-file.ts'
import { sealedReports } from '../exchange/sealed-reports.ts'
import type { SheetData } from '../exchange/sheet-data.ts'
import { correctedBy, type Corrections } from '../exchange/report-corrections.ts'
import { namedPlaces, type NamedPlace } from './named-places.ts'

/** A report as the page needs it to judge it; what is in its rows stays packed. */
export interface ReadReport {
  readonly hash: string
  /** As it came, deflated and signed. */
  readonly bytes: Uint8Array
  readonly school: Report['school']
  readonly workbook: Report['workbook']
  readonly period: string
  readonly made: string
  readonly replica: string
  readonly vector: Report['vector']
  /** Hashes of the reports of other schools it sends along. */
  readonly passes: Report['passes']
  /** Fingerprint of the key it is signed with. */
  readonly signer: string | null
  readonly rows: Readonly<Record<string, number>>
  readonly quarterly: boolean
  /** The school as it says itself, to begin its row of the directory. */
  readonly profile: Readonly<Record<string, Cell>>
  readonly named: readonly NamedPlace[]
  /** What was written into the sheets after the report was made; null when nothing was. */
  readonly edited: (Corrections['found'] & { readonly hash: string; readonly bytes: Uint8Array }) | null
}

/** Rows without a report: a list that the school has made itself. */
export interface PlainFile {
  /** SHA-256 of the file, to know it when it comes again. */
  readonly hash: string
  /** ISO instant; empty where the file does not say when it was saved. */
  readonly saved: string
  readonly sheets: readonly SheetData[]
}

/** A report whose hash the bureau had already: nothing else in it was looked at. */
export interface KnownHash {
  readonly known: string
}

/** What a school's file turned out to be. */
export type SchoolFile =
  | { readonly is: 'reports'; readonly reports: readonly (ReadReport | KnownHash | Problem)[] }
  | { readonly is: 'plain'; readonly plain: PlainFile }
  /** A whole workbook or a backup: more than a bureau may have. */
  | { readonly is: 'whole' }
  | { readonly is: 'broken'; readonly problem: Problem }

/**
 * Reads a file that a school has sent, whatever it is. Nothing of it can stop the next one.
 *
 * @param known hashes of the reports the bureau has
 */
export async function readSchoolFile(
  bytes: Uint8Array,
  name: string,
  now: string,
  known: ReadonlySet<string> = new Set(),
  onProgress: (share: number) => void = () => {},
  password?: string,
): Promise<SchoolFile> {
  if (isBackupFile(bytes) || isPackageFile(bytes)) return { is: 'whole' }
  const sealed = sealedReports(bytes)
  if (sealed) return { is: 'reports', reports: await readSealed(sealed, known) }
  const read = await readSpreadsheet(bytes, name, {
    password,
    onProgress: (share) => onProgress(share * 0.8),
  })
  if (!read.ok) return { is: 'broken', problem: read.problem }
  if (read.state !== undefined) return { is: 'whole' }
  if (read.tasks !== undefined) return { is: 'broken', problem: { code: 'tasks.for-schools' } }
  if (!read.reports || read.reports.length === 0) {
    const saved = savedAt(read.unlocked ?? bytes)
    return {
      is: 'plain',
      plain: { hash: await sha256Text(read.unlocked ?? bytes), saved, sheets: read.sheets },
    }
  }
  const reports: (ReadReport | Problem)[] = []
  for (const [at, packed] of read.reports.entries())
    // The sheets are those of the school that made the file: its own report comes first.
    reports.push(packed ? await readReport(packed, at === 0 ? read.sheets : [], now) : CUT)
  return { is: 'reports', reports }
}

/** The sheets say what the reports say, and a report that is known has nothing new to say. */
async function readSealed(
  sealed: readonly (Uint8Array | null)[],
  known: ReadonlySet<string>,
): Promise<(ReadReport | KnownHash | Problem)[]> {
  const reports: (ReadReport | KnownHash | Problem)[] = []
  for (const packed of sealed) {
    const hash = packed && (await sha256Text(packed))
    if (hash !== null && known.has(hash)) reports.push({ known: hash })
    else reports.push(packed ? await readReport(packed, [], '') : CUT)
  }
  return reports
}

const CUT: Problem = { code: 'reception.report-cut' }

async function readReport(
  bytes: Uint8Array,
  sheets: readonly SheetData[],
  now: string,
): Promise<ReadReport | Problem> {
  const unpacked = await unpackFile(bytes)
  if (!unpacked.ok) return unpacked.problem
  const decoded = decodeReport(unpacked.value.content)
  if (!decoded.ok) return decoded.problem
  const report = decoded.value
  const { key } = unpacked.value
  const corrections = correctedBy(sheets, report, now)
  const corrected = corrections && (await packFile(encodeReport({ ...report, tables: corrections.tables })))
  const { school, workbook, period, made, replica, vector, passes, tables } = report
  return {
    hash: await sha256Text(bytes),
    bytes,
    school,
    workbook,
    period,
    made,
    replica,
    vector,
    passes,
    signer: key && (await fingerprintOf(key)),
    rows: Object.fromEntries([...tables].map(([name, { ids }]) => [name, ids.length])),
    quarterly: tellsOfQuarter(tables.get('quarterlySummaries'), period),
    profile: firstRow(tables.get('profile')),
    named: namedPlaces(corrections?.tables ?? tables),
    edited: corrections && { ...corrections.found, hash: await sha256Text(corrected!), bytes: corrected! },
  }
}

const firstRow = (table: ReportedTable | undefined): Record<string, Cell> =>
  Object.fromEntries(Object.entries(table?.columns ?? {}).map(([key, cells]) => [key, cells[0] ?? null]))

function tellsOfQuarter(table: ReportedTable | undefined, period: string): boolean {
  const quarter = `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5)) / 3)}`
  return (table?.columns['quarter'] ?? []).some(
    (cell, at) =>
      typeof cell === 'string' &&
      quarterOf(cell) === quarter &&
      (table!.columns['sent_at']?.[at] ?? null) !== null,
  )
}
