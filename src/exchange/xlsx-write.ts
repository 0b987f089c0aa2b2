import { crc32 } from '../shared/crc-32.ts'
import type { Problem } from '../shared/result.ts'
import { FILES_SHEET, filesRows } from './attachment-sheet.ts'
import { encryptWorkbook } from './encrypt.ts'
import type { ExportSheet } from './export-sheet.ts'
import { NumberedTexts } from './numbered-texts.ts'
import { cellName, type CarriedFile } from './sheet-data.ts'
import { sealOf } from './parts-seal.ts'
import { REPORT_SHEET, reportRows } from './report-sheet.ts'
import { STATE_SHEET, stateRows } from './state-sheet.ts'
import { TASK_SHEET } from './task-sheet.ts'
import { sheetPart, workbookParts, type FinishedSheet } from './xlsx-package.ts'
import { CELL_LENGTH } from './xlsx-parts.ts'
import { writeTexts } from './xlsx-rows.ts'
import { LISTS_SHEET, LongLists, writePlainSheet, writeSheet, writeSheetApart } from './xlsx-sheet.ts'
import { Styles } from './xlsx-styles.ts'
import { GrowingXml } from './xml-write.ts'
import { writeZip, type ZipPart } from './zip-write.ts'

export * from './export-sheet.ts'

export interface ExportOptions {
  /** What another copy needs to merge the file exactly: goes into a sheet that nobody sees. */
  readonly state?: Uint8Array
  /** What a bureau takes in by itself: goes into such a sheet as well. */
  readonly reports?: readonly Uint8Array[]
  /** What a school takes in by itself: the same. */
  readonly tasks?: Uint8Array
  /** The sheets say what the reports say: whoever finds the file as it was written need not compare them. */
  readonly sealed?: boolean
  /** Attachments that go along. */
  readonly files?: readonly CarriedFile[]
  readonly password?: string
  readonly title?: string
}

export interface Written {
  readonly bytes: Uint8Array
  /** What a spreadsheet file cannot hold as it is. */
  readonly warnings: readonly Problem[]
}

/** Building the sheets, before they are packed and perhaps encrypted, by its share of the time. */
const BUILDING = 0.4

/** The sheets as a workbook file. Throws a RangeError for a sheet that bears the name of one of the program's own. */
export async function writeWorkbook(
  sheets: readonly ExportSheet[],
  options: ExportOptions = {},
  onProgress: (share: number) => void = () => {},
): Promise<Written> {
  const warnings: Problem[] = []
  const names = uniqueNames(sheets.map((sheet) => sheet.name))
  const byId = new Map(sheets.map(({ id }, at) => [id, quoteSheet(names[at]!)]))
  const shared = {
    styles: new Styles(),
    texts: new NumberedTexts(),
    lists: new LongLists(),
    called: (id: string) => byId.get(id) ?? '#REF!',
    onCut: () => {},
  }
  const finished = sheets.map((sheet, at): FinishedSheet => {
    onProgress((at / sheets.length) * BUILDING)
    const onCut = (row: number, column: number) => {
      const params = { sheet: sheet.name, cell: cellName(row, column), limit: CELL_LENGTH }
      warnings.push({ code: 'export.cell-cut', params })
    }
    const xml = writeSheet(sheet, { ...shared, onCut })
    const name = names[at]!
    return { name, xml, titles: `${quoteSheet(name)}!$1:$2`, ...(sheet.hidden ? { state: 'hidden' } : {}) }
  })
  onProgress(BUILDING)
  const add = (name: string, state: 'hidden' | 'veryHidden', xml: Uint8Array) => {
    if (names.includes(name)) throw new RangeError(`sheet name ${name} is used by the program`)
    return finished.push({ name, state, xml }) - 1
  }
  const plain = (rows: readonly (readonly (string | null)[])[]) => writePlainSheet(rows, shared)
  if (shared.lists.rows.length > 0) add(LISTS_SHEET, 'hidden', plain(shared.lists.rows))
  if (options.state) add(STATE_SHEET, 'veryHidden', plain(stateRows(options.state)))
  const { reports = null, sealed = false } = options
  const reported = reports && { reports, sealed, at: add(REPORT_SHEET, 'veryHidden', new Uint8Array()) }
  if (options.tasks) add(TASK_SHEET, 'veryHidden', plain(stateRows(options.tasks)))
  if (options.files) add(FILES_SHEET, 'veryHidden', plain(filesRows(options.files)))
  const texts = new GrowingXml()
  writeTexts(texts, shared.texts)
  const title = options.title ?? sheets[0]?.title ?? ''
  const content = { styles: shared.styles.xml(), texts: texts.bytes(), title }
  const parts = workbookParts({ sheets: finished, ...content })
  const bytes = await writeZip(reported ? withReports(parts, reported) : parts)
  // Composed, as the keyboards of those who will open it in Excel give it.
  const password = options.password?.normalize('NFC')
  if (!password) return { bytes, warnings }
  const encrypting = (share: number) => onProgress(BUILDING + share * (1 - BUILDING))
  return { bytes: await encryptWorkbook(bytes, password, encrypting), warnings }
}

/** The reports are written last, into the place kept for their sheet: they say what all other parts are. */
function withReports(
  parts: readonly ZipPart[],
  { reports, sealed, at }: { reports: readonly Uint8Array[]; sealed: boolean; at: number },
): ZipPart[] {
  const own = sheetPart(at)
  const others = parts.filter(({ name }) => name !== own)
  const seal = sealed ? sealOf(others.map(({ name, bytes }) => ({ name, crc: crc32(0, bytes) }))) : null
  return [...others, { name: own, bytes: writeSheetApart(reportRows(reports, seal)) }]
}

/** A sheet name in a formula. Quoted always: whether it must be depends on the program that reads it. */
export const quoteSheet = (name: string) => `'${name.replace(/'/g, "''")}'`

/** Names a spreadsheet accepts: at most 31 characters, none of `[]:*?/\`, no two alike in any case. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((given) => {
    const clean =
      given
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '表'
    let name = clean.slice(0, 31)
    for (let n = 2; taken.has(name.toLowerCase()) || name === 'History'; n++)
      name = `${clean.slice(0, 27)}(${n})`
    taken.add(name.toLowerCase())
    return name
  })
}
