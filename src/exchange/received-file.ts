import type { Step } from '../tables/column.ts'
import { builtInOf } from '../engine/built-ins.ts'
import { storedSchema } from '../engine/stored-schema.ts'
import { Workbook } from '../engine/workbook.ts'
import { fail, type Result } from '../shared/result.ts'
import { decode, type Package } from '../sync/package.ts'
import { isPackageFile, unpackFile } from '../sync/package-file.ts'
import { shownContent } from '../sync/shown-content.ts'
import { readSpreadsheet } from './read-file.ts'
import { comparing, notCompared, type Returned } from './returned-sheets.ts'
import type { CarriedFile, SheetData } from './sheet-data.ts'

/** A file of ours, read and found whole. */
export interface ReceivedPackage {
  /** The package alone, as it lay in the file: what a merge takes. */
  readonly file: Uint8Array
  readonly content: Package
  /** Whose signature it bears; null when it is not signed. */
  readonly key: Uint8Array | null
  /** The attachments that came along. */
  readonly files: readonly CarriedFile[]
  /** The sheets around it; none for a bare package. */
  readonly sheets: readonly SheetData[]
}

/** Takes any file apart, as far as it is one of ours; says why not in a problem. */
export async function openPackage(
  bytes: Uint8Array,
  name: string,
  options: { readonly password?: string; readonly onProgress?: (share: number) => void } = {},
): Promise<Result<ReceivedPackage>> {
  let file = bytes
  let sheets: readonly SheetData[] = []
  let files: readonly CarriedFile[] = []
  if (!isPackageFile(bytes)) {
    const read = await readSpreadsheet(bytes, name, options)
    if (!read.ok) return { ok: false, problem: read.problem }
    if (read.state === undefined) return fail('merge.no-state')
    if (read.state === null) return fail('merge.state-damaged')
    file = read.state
    sheets = read.sheets
    files = read.files ?? []
  }
  const unpacked = await unpackFile(file)
  if (!unpacked.ok) return unpacked
  const { content: packed, key } = unpacked.value
  const content = decode(packed)
  return content.ok ? { ok: true, value: { file, files, content: content.value, key, sheets } } : content
}

export const NOT_COMPARED: Returned = { edits: [], added: [], deleted: [], notes: [] }

/**
 * What people have changed in the sheets since the file was made. The workbook is put together from the file itself, as
 * it was at that moment, so that only what somebody has done shows.
 */
export function returnedBy(
  { content: { making, state, workbook }, sheets }: ReceivedPackage,
  say: (steps: readonly Step[]) => string,
  onProgress: (share: number) => void = () => {},
): Returned {
  // A file without a word of what it showed, made before there was any.
  if (!making || sheets.length === 0) return { ...NOT_COMPARED, notes: notCompared(sheets) }
  const content = shownContent(state)
  const builtIn = builtInOf(workbook.kind)
  const tables = storedSchema(builtIn.tables, (table) => content.get(table))
  const book = new Workbook({ tables, rules: builtIn.rules, now: () => making.now })
  for (const [table, rows] of content) if (Object.hasOwn(tables, table)) book.load(table, rows)
  book.start()
  const work = comparing(sheets, making.sheets, book, book.context(say))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    onProgress(step.value)
  }
}
