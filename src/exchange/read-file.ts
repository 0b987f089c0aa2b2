import type { Problem } from '../shared/result.ts'
import { FILES_SHEET, filesIn } from './attachment-sheet.ts'
import { isCompoundFile, readCompoundFile } from './compound-file.ts'
import { readCsv } from './csv.ts'
import { decryptWorkbook } from './decrypt.ts'
import { shapeWarnings } from './sheet-shape.ts'
import {
  FileProblem,
  type CarriedFile,
  type ReadDone,
  type ReadResult,
  type Separator,
  type SheetData,
} from './sheet-data.ts'
import { decodeText, type Encoding } from './text-encoding.ts'
import { withoutRowIds } from './row-ids.ts'
import { REPORT_SHEET, reportsIn } from './report-sheet.ts'
import { STATE_SHEET, stateIn } from './state-sheet.ts'
import { TASK_SHEET } from './task-sheet.ts'
import { readXlsx } from './xlsx-read.ts'

export interface ReadOptions {
  readonly password?: string
  /** Chosen by a person when the guess was wrong; CSV only. */
  readonly encoding?: Encoding
  /** The same for what stands between the columns. */
  readonly separator?: Separator
  /** Told after each sheet: 0 … 1. */
  readonly onProgress?: (share: number) => void
}

/**
 * Any file somebody calls a spreadsheet → rows, or why not and what to do. The content decides, the name only helps:
 * a .csv renamed to .xlsx is told what it is, not half read.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ReadResult> {
  try {
    return finish(await readAny(bytes, name, options))
  } catch (error) {
    if (error instanceof FileProblem) return { ok: false, problem: error.problem, warnings: [] }
    // A DataView read past the end of a cut container.
    if (error instanceof RangeError)
      return { ok: false, problem: { code: 'file.damaged', params: { part: 'zip' } }, warnings: [] }
    throw error
  }
}

interface Read {
  readonly sheets: readonly SheetData[]
  readonly warnings: readonly Problem[]
  readonly encoding?: string
  readonly separator?: Separator
  readonly unlocked?: Uint8Array
}

interface ReadApart extends Read {
  readonly reports?: readonly (Uint8Array | null)[]
  readonly state?: Uint8Array | null
  readonly tasks?: Uint8Array | null
  readonly files?: readonly CarriedFile[]
}

/** The rows people see, and apart from them what the program has put into the file: the state and the attachments. */
function apart(read: Read): ReadApart {
  const state = read.sheets.find(({ name }) => name === STATE_SHEET)
  const files = read.sheets.find(({ name }) => name === FILES_SHEET)
  const reports = read.sheets.find(({ name }) => name === REPORT_SHEET)
  const tasks = read.sheets.find(({ name }) => name === TASK_SHEET)
  const own = new Set([state, files, reports, tasks])
  const sheets = read.sheets.filter((sheet) => !own.has(sheet)).map(withoutRowIds)
  const rest = { ...read, sheets, ...(files ? { files: filesIn(files) } : {}) }
  if (reports && !state) return { ...rest, reports: reportsIn(reports) }
  if (state) return { ...rest, state: stateIn(state) }
  if (tasks) return { ...rest, tasks: stateIn(tasks) }
  // Only files with a state have ids beside their rows: somebody's program has dropped the sheet it did not know.
  const lost = sheets.some(({ rowIds }) => rowIds)
  return lost ? { ...rest, warnings: [{ code: 'file.state-lost' }, ...read.warnings] } : rest
}

async function readAny(bytes: Uint8Array, name: string, options: ReadOptions): Promise<Read> {
  if (bytes.length === 0) throw new FileProblem('file.empty-file')
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (isCompoundFile(bytes)) return readCompound(bytes, options)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes, options.onProgress)
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1024))
    .replace(/^[\s\u00ef\u00bb\u00bf]+/, '')
  if (/^%PDF/.test(head)) throw new FileProblem('file.pdf')
  if (/^<(!doctype\s+html|html|table|head|meta|body)/i.test(head)) throw new FileProblem('file.web-page')
  if (/^<\?xml|^</.test(head) && /^xls[xm]?$|^et$/.test(extension)) throw new FileProblem('file.old-xml')
  if (/^(xlsx|xlsm|xltx|xls|et|ods)$/.test(extension)) {
    // Whether it is text at all decides which advice helps.
    decodeText(bytes)
    throw new FileProblem('file.text-named-workbook', { extension })
  }
  const { sheet, encoding, separator } = readCsv(bytes, name.replace(/\.[^.]*$/, '') || name, options)
  return { sheets: [sheet], warnings: [], encoding, ...(separator === null ? {} : { separator }) }
}

async function readCompound(bytes: Uint8Array, options: ReadOptions): Promise<Read> {
  const streams = readCompoundFile(bytes)
  if (streams === null) throw new FileProblem('file.damaged', { part: 'OLE' })
  if (streams.has('EncryptedPackage')) {
    if (options.password === undefined || options.password === '') throw new FileProblem('file.password')
    // Stretching the password and reading what it opens take about as long as each other.
    const { onProgress } = options
    const unlocked = await decryptWorkbook(streams, options.password, (share) => onProgress?.(share / 2))
    return { ...readXlsx(unlocked, (share) => onProgress?.(0.5 + share / 2)), unlocked }
  }
  if (streams.has('WordDocument')) throw new FileProblem('file.not-workbook')
  throw new FileProblem('file.old-workbook')
}

function finish(whole: Read): ReadDone | ReadResult {
  const read = apart(whole)
  const warnings = [...read.warnings]
  const sheets = read.sheets.map((sheet) => ({
    ...sheet,
    warnings: [...sheet.warnings, ...shapeWarnings(sheet)],
  }))
  for (const sheet of sheets) warnings.push(...sheet.warnings)
  if (sheets.every((sheet) => sheet.rows.length === 0))
    return { ok: false, problem: { code: 'file.no-rows' }, warnings }
  return {
    ok: true,
    sheets,
    warnings,
    ...(read.encoding === undefined ? {} : { encoding: read.encoding }),
    ...(read.separator === undefined ? {} : { separator: read.separator }),
    ...(read.state === undefined ? {} : { state: read.state }),
    ...(read.reports ? { reports: read.reports } : {}),
    ...(read.tasks === undefined ? {} : { tasks: read.tasks }),
    ...(read.files ? { files: read.files } : {}),
    ...(read.unlocked ? { unlocked: read.unlocked } : {}),
  }
}
