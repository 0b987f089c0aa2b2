import { unpackFile } from '../../sync/package-file.ts'
import { decodeReport } from '../../sync/report.ts'
import type { Session } from '../session.ts'

/** Do the reports in a file come from another school than the one whose workbook is open? One's own is no news. */
export async function isOthersReport(
  { info }: Session,
  [first]: readonly (Uint8Array | null)[],
): Promise<boolean> {
  const unpacked = first && (await unpackFile(first))
  const read = unpacked?.ok && decodeReport(unpacked.value.content)
  // A damaged one is told of where reports are taken in.
  return !read || !read.ok || read.value.workbook.id !== info.id
}
