import { fail, type Result } from '../shared/result.ts'
import type { ExportSheet } from '../exchange/xlsx-write.ts'
import type { FileWriters } from './export-workbook.ts'
import type { Work } from './book-copy.ts'

/** Rows of words with their headings, as somebody has filtered them. */
export interface WordTable {
  readonly title: string
  readonly headings: readonly string[]
  /** In characters of half width. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** More than Excel can hold in one sheet, less the title and the headings. */
const MOST_ROWS = 1_048_574

/** A table of words as a file to keep or to hand in. */
export async function exportWords(
  { title, headings, widths, rows }: WordTable,
  kind: 'xlsx' | 'csv',
  work: Work = {},
  writers?: FileWriters,
): Promise<Result<Uint8Array>> {
  if (kind === 'xlsx' && rows.length > MOST_ROWS) return fail('export.too-many-rows', { count: rows.length })
  const { writeXlsxFile, writeCsvFile } = writers ?? (await import('../workers/bridge.ts'))
  const sheet: ExportSheet = {
    name: title,
    title,
    columns: headings.map((heading, i) => ({
      heading,
      width: widths[i]!,
      align: 'start',
      format: '@',
      wrap: true,
    })),
    rows,
  }
  const written =
    kind === 'xlsx'
      ? await writeXlsxFile({ sheets: [sheet] }, {}, work)
      : await writeCsvFile([headings, ...rows], work)
  return written.ok ? { ok: true, value: written.value.bytes } : written
}
