import { decodeReport, encodeReport, type Report, type ReportedTable } from '../sync/report.ts'
import { packFile, unpackFile } from '../sync/package-file.ts'
import { fingerprintOf } from '../sync/signature.ts'
import { sha256Text } from '../shared/sha-256.ts'
import type { Problem } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import { tables as schoolTables } from '../tables/index.ts'
import { quarterOf } from '../tables/school/report-periods.ts'
import type { Table } from '../tables/table.ts'
import { isBackupFile } from '../exchange/backup-file.ts'
import { isPackageFile } from '../sync/package-file.ts'
import { contentOf } from '../exchange/masking/content.ts'
import { PersonalData } from '../exchange/masking/personal-data.ts'
import { readSpreadsheet } from '../exchange/read-file.ts'
import { sealedReports } from '../exchange/sealed-reports.ts'
import type { SheetData } from '../exchange/sheet-data.ts'
import { correctedBy, type Corrections } from '../exchange/report-corrections.ts'

/** A place in a report in which somebody seems to be named. */
export interface NamedPlace {
  readonly table: string
  readonly column: string
  readonly count: number
}

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

/** A report whose hash the bureau had already: nothing else in it was looked at. */
export interface KnownHash {
  readonly known: string
}

/** What a school's file turned out to be. */
export type SchoolFile =
  | { readonly is: 'reports'; readonly reports: readonly (ReadReport | KnownHash | Problem)[] }
  /** Rows without a report; `pupils`: it has a column of pupils' names. */
  | { readonly is: 'plain'; readonly pupils: boolean }
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
): Promise<SchoolFile> {
  if (isBackupFile(bytes) || isPackageFile(bytes)) return { is: 'whole' }
  const sealed = sealedReports(bytes)
  if (sealed) return { is: 'reports', reports: await readSealed(sealed, known) }
  const read = await readSpreadsheet(bytes, name, { onProgress: (share) => onProgress(share * 0.8) })
  if (!read.ok) return { is: 'broken', problem: read.problem }
  if (read.state !== undefined) return { is: 'whole' }
  if (!read.reports || read.reports.length === 0) return { is: 'plain', pupils: namesPupils(read.sheets) }
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
  const { school, workbook, period, made, replica, vector, tables } = report
  return {
    hash: await sha256Text(bytes),
    bytes,
    school,
    workbook,
    period,
    made,
    replica,
    vector,
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

/**
 * Texts in which somebody is addressed, or a telephone or identity number stands. A file of ours has had them covered; what
 * is found was written into it later, or slipped through. Where it stands is said, never what.
 */
function namedPlaces(tables: Report['tables']): NamedPlace[] {
  const people = new PersonalData({ pupils: [], staff: [] })
  const places: NamedPlace[] = []
  for (const [table, { columns }] of tables)
    for (const [column, cells] of Object.entries(columns)) {
      const definition = (schoolTables as Readonly<Record<string, Table>>)[table]?.columns[column]
      // The profile tells who signs for the school, and its own telephones.
      if (table === 'profile' || (definition?.type !== 'text' && definition?.type !== 'long')) continue
      const count = cells.filter((cell) => typeof cell === 'string' && people.find(cell).length > 0).length
      if (count > 0) places.push({ table, column, count })
    }
  return places
}

/** Rows above the headings that people put there. */
const SEARCHED = 10

function namesPupils(sheets: readonly SheetData[]): boolean {
  const headings = new Set<unknown>()
  for (const table of Object.values(schoolTables as Readonly<Record<string, Table>>))
    for (const column of Object.values(table.columns))
      if (contentOf(column, schoolTables) === 'pupil-name' && column.to === undefined)
        for (const heading of [column.zh, ...(column.synonyms ?? [])]) headings.add(heading)
  return sheets.some(({ rows }) =>
    rows.slice(0, SEARCHED).some((row) => row.some((cell) => headings.has(cell))),
  )
}
