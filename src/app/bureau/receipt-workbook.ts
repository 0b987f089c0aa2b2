import type { Result } from '../../shared/result.ts'
import type { writeXlsxFile } from '../../workers/bridge.ts'

/** A sheet of receipts: what its columns are called, how wide each is, and its rows. */
export interface ReceiptSheet {
  readonly name: string
  readonly columns: readonly (readonly [heading: string, width: number])[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** All receipts of one batch as a workbook to file or to send back. */
export async function receiptWorkbook(
  sheets: readonly ReceiptSheet[],
  writer?: typeof writeXlsxFile,
): Promise<Result<Uint8Array>> {
  const write = writer ?? (await import('../../workers/bridge.ts')).writeXlsxFile
  const written = await write({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      title: name,
      columns: columns.map(([heading, width]) => ({
        ...{ heading, width, align: 'start' as const, format: '@', wrap: true },
      })),
      rows: rows.map((row) => row.map(String)),
    })),
  })
  return written.ok ? { ok: true, value: written.value.bytes } : written
}
