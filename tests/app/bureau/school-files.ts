import type { PickedFile } from '../../../src/app/read-file.ts'
import { tableSheet } from '../../../src/exchange/table-sheet.ts'
import { writeWorkbook } from '../../../src/exchange/xlsx-write.ts'
import { Workbook } from '../../../src/engine/workbook.ts'
import { ok } from '../../../src/shared/result.ts'
import { packFile } from '../../../src/sync/package-file.ts'
import { encodeReport, type Report } from '../../../src/sync/report.ts'
import { newSigningKey, type SigningKey } from '../../../src/sync/signature.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import { tables } from '../../../src/tables/index.ts'
import { readSchoolFile } from '../../../src/workers/report-work.ts'

type Row = Readonly<Record<string, Cell>>

export interface Told {
  readonly code: string
  readonly period?: string
  readonly vector: Report['vector']
  readonly replica?: string
  readonly hazards?: Readonly<Record<string, Row>>
  readonly incidents?: Readonly<Record<string, Row>>
  readonly profile?: Row
  /** Quarters of which it has sent the summary. */
  readonly quarters?: readonly string[]
}

const keys = new Map<string, Promise<SigningKey>>()
const keyOf = (who: string): Promise<SigningKey> => {
  const known = keys.get(who) ?? newSigningKey()
  keys.set(who, known)
  return known
}

const tableOf = (rows: Readonly<Record<string, Row>>) => {
  const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))]
  return {
    ids: Object.keys(rows),
    columns: Object.fromEntries(
      columns.map((key) => [key, Object.values(rows).map((row) => row[key] ?? null)]),
    ),
  }
}

/** A school's file as its program makes it, as far as the reception looks at it. */
export async function schoolFile(
  told: Told,
  signer: string | null = told.code,
  name?: string,
): Promise<File> {
  const { code, period = '2026-09', vector, replica = `r${code}`, hazards = {}, incidents = {} } = told
  const { profile, quarters = [] } = told
  const summaries = quarters.map(
    (quarter) => [`#${quarter}`, { quarter, sent_at: '2026-09-20 09:00' }] as const,
  )
  const report: Report = {
    workbook: { id: `w${code}`, name: `学校${code}` },
    school: { code, name: `学校${code}` },
    period,
    made: '2026-09-20T01:00:00.000Z',
    now: '2026-09-20 09:00',
    replica,
    vector,
    passes: [],
    tables: new Map([
      ['hazards', tableOf(hazards)],
      ['incidents', tableOf(incidents)],
      ['profile', tableOf(profile ? { '#profile': profile } : {})],
      ['quarterlySummaries', tableOf(Object.fromEntries(summaries))],
    ]),
  }
  const packed = await packFile(encodeReport(report), signer === null ? null : await keyOf(signer))
  const book = new Workbook({ tables: { hazards: tables.hazards }, rules: {}, now: () => report.now })
  const rows = { ids: Object.keys(hazards), value: (id: string, key: string) => hazards[id]![key] ?? null }
  const columns = Object.keys(tableOf(hazards).columns)
  const sheet = tableSheet(tables.hazards, rows, book.context(), { columns, rowIds: true })
  const { bytes } = await writeWorkbook([sheet], { reports: [packed] })
  return new File([bytes as Uint8Array<ArrayBuffer>], name ?? `${code}-${period}.xlsx`)
}

/** What the worker does, without one. */
export const readBeside = async (
  bytes: PickedFile['bytes'],
  name: string,
  now: string,
  known: ReadonlySet<string>,
) => ok(await readSchoolFile(bytes, name, now, known))
