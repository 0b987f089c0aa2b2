import type { Result } from '../../shared/result.ts'
import type { writeXlsxFile } from '../../workers/bridge.ts'

/** All receipts of one batch as a workbook to file or to send back: a row a file. */
export async function receiptWorkbook(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  writer?: typeof writeXlsxFile,
): Promise<Result<Uint8Array>> {
  const write = writer ?? (await import('../../workers/bridge.ts')).writeXlsxFile
  const columns = headings.map((heading, at) => ({
    heading,
    width: WIDTHS[at] ?? 20,
    align: 'start' as const,
    format: '@',
    wrap: true,
  }))
  const written = await write({ sheets: [{ name, title: name, columns, rows }] })
  return written.ok ? { ok: true, value: written.value.bytes } : written
}

const WIDTHS = [30, 20, 10, 12, 60]
