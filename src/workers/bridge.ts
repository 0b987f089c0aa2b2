import type { ParquetFile } from '../exchange/parquet-rows.ts'
import type { ReadOptions } from '../exchange/read-file.ts'
import type { ScoreExportData } from '../exchange/score-data.ts'
import type { ReadResult } from '../exchange/sheet-data.ts'
import type { ExportOptions, ExportSheet, Written } from '../exchange/xlsx-write.ts'
import type { Result } from '../shared/result.ts'
import { trustedUrl } from '../shared/trusted-url.ts'
import { WorkerPool } from './worker-pool.ts'
import { WorkerQueue, type JobOptions } from './worker-queue.ts'
import type { Examined } from '../exchange/masking/text-examiner.ts'
import type { ExamineRequest, ExchangeAnswer, ExchangeRequest } from './exchange-messages.ts'
import type { PlainRequest, PlannedPlain } from './plain-work.ts'
import type { SchoolFile } from './report-work.ts'
import type { ReadTasks } from './task-work.ts'
import type {
  MergedFile,
  MergeRequest,
  OVERTAKEN,
  PackRequest,
  Received,
  ReceiveRequest,
} from './package-work.ts'
// As a URL, not as a constructor: the page's policy wants to see the address before a worker is made of it.
import workerUrl from './exchange-worker.ts?worker&url'

export type FileWork = Pick<JobOptions, 'signal' | 'onProgress'>

export interface WorkbookContent {
  /** Stands before everything else. */
  readonly first?: ExportSheet
  readonly scores?: readonly ScoreExportData[]
  readonly sheets?: readonly ExportSheet[]
}

/** An honest file is read in a second or two; a small one that takes longer than this was made to. */
const READING = 10_000
/** A large one has more to read, and an old computer takes five times as long as ours. */
const READING_PER_BYTE = 5_000 / 1_000_000
/** A password is stretched a hundred thousand times, which takes an old computer many seconds. */
const DECRYPTING = 60_000

const start = () => new Worker(trustedUrl(workerUrl), { type: 'module', name: 'exchange' })

const queue = new WorkerQueue<ExchangeRequest, ExchangeAnswer>(start)

/** Any spreadsheet file → its rows as text, numbers and yes/no, or why not. The caller's bytes stay its own. */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  options: Omit<ReadOptions, 'onProgress'> = {},
  work: FileWork = {},
): Promise<ReadResult> {
  const copy = new Uint8Array(bytes)
  const reading = Math.max(READING, bytes.length * READING_PER_BYTE)
  const limit = options.password === undefined ? reading : reading + DECRYPTING
  const job = { ...work, limit, transfer: [copy.buffer] }
  const done = await queue.run({ is: 'read', bytes: copy, name, options }, job)
  if (!done.ok) return { ok: false, problem: done.problem, warnings: [] }
  if (done.value.is !== 'read') throw new TypeError('answer of another kind')
  return done.value.result
}

/** An .xlsx of the given score terms and sheets, in that order. */
export const writeXlsxFile = (
  { first, scores, sheets = [] }: WorkbookContent,
  options: ExportOptions = {},
  work: FileWork = {},
): Promise<Result<Written>> => write({ is: 'write-workbook', first, scores, sheets, options }, work)

/** CSV that Excel and WPS open without asking. */
export const writeCsvFile = (
  rows: readonly (readonly string[])[],
  work: FileWork = {},
): Promise<Result<Written>> => write({ is: 'write-csv', rows }, work)

/** A zip of Parquet files, one a table, for data platforms. */
export const writeParquetFile = (file: ParquetFile, work: FileWork = {}): Promise<Result<Written>> =>
  write({ is: 'write-parquet', file }, work)

async function write(request: ExchangeRequest, work: FileWork): Promise<Result<Written>> {
  const done = await queue.run(request, work)
  if (!done.ok) return done
  if (done.value.is !== 'written') throw new TypeError('answer of another kind')
  return { ok: true, value: done.value.written }
}

/** What is in each of these texts, in their order. */
export async function examineTexts(
  request: ExamineRequest,
  work: FileWork = {},
): Promise<Result<readonly Examined[]>> {
  const done = await queue.run({ is: 'examine', ...request }, work)
  if (!done.ok) return done
  if (done.value.is !== 'examined') throw new TypeError('answer of another kind')
  return { ok: true, value: done.value.examined }
}

/** The package of a stored workbook, signed; `overtaken` when the store holds another moment than the caller thinks. */
export async function packStored(
  request: PackRequest,
  work: FileWork = {},
): Promise<Result<Uint8Array | typeof OVERTAKEN>> {
  const done = await queue.run({ is: 'pack', request }, work)
  if (!done.ok) return done
  if (done.value.is !== 'packed') throw new TypeError('answer of another kind')
  return done.value.result
}

/** What a file of ours is, brings, and has been through. The caller's bytes stay its own. */
export async function receiveFile(request: ReceiveRequest, work: FileWork = {}): Promise<Result<Received>> {
  const bytes = new Uint8Array(request.bytes)
  // Read, put together once more, and compared: three times the work of reading alone.
  const reading = 3 * Math.max(READING, bytes.length * READING_PER_BYTE)
  const limit = request.password === undefined ? reading : reading + DECRYPTING
  const job = { ...work, limit, transfer: [bytes.buffer] }
  const done = await queue.run({ is: 'receive', request: { ...request, bytes } }, job)
  if (!done.ok) return done
  if (done.value.is !== 'received') throw new TypeError('answer of another kind')
  return done.value.result
}

/** What a package brings to a stored workbook, as a change for the page to take. */
export async function mergeStored(
  request: MergeRequest,
  work: FileWork = {},
): Promise<Result<MergedFile | typeof OVERTAKEN>> {
  const done = await queue.run({ is: 'merge', request }, work)
  if (!done.ok) return done
  if (done.value.is !== 'merged') throw new TypeError('answer of another kind')
  return done.value.result
}

/** Is it a spreadsheet file with a state for merging in it? Only its list of sheets is looked at. */
export async function carriesState(bytes: Uint8Array): Promise<boolean> {
  const copy = new Uint8Array(bytes)
  const job = { limit: READING, transfer: [copy.buffer] }
  const done = await queue.run({ is: 'carries-state', bytes: copy }, job)
  return done.ok && done.value.is === 'carries-state' && done.value.carries
}

/** More readers than this would eat an old computer's memory before they saved anybody time. */
const MOST_READERS = 4

/** School files are read side by side: a county sends hundreds, and none has to do with another. */
export const READERS = Math.min(MOST_READERS, globalThis.navigator?.hardwareConcurrency ?? 1)

const readers = new WorkerPool<ExchangeRequest, ExchangeAnswer>(READERS, start)

/**
 * What a school has sent its bureau, without writing anything.
 *
 * @param now local wall time
 * @param known hashes of reports that need not be read again
 */
export async function readSchoolFile(
  bytes: Uint8Array,
  name: string,
  now: string,
  known: ReadonlySet<string>,
  work: FileWork = {},
  password?: string,
): Promise<Result<SchoolFile>> {
  // Read, and compared with the report in it.
  const reading = 2 * Math.max(READING, bytes.length * READING_PER_BYTE)
  const limit = password === undefined ? reading : reading + DECRYPTING
  const copy = new Uint8Array(bytes)
  const job = { ...work, limit, transfer: [copy.buffer] }
  const done = await readers.run({ is: 'school-file', bytes: copy, name, now, known, password }, job)
  if (!done.ok) return done
  if (done.value.is !== 'school-file') throw new TypeError('answer of another kind')
  return { ok: true, value: done.value.file }
}

/** What a school's own spreadsheet says, read as somebody has decided or as it seems to be meant. */
export async function planPlainFile(
  request: PlainRequest,
  work: FileWork = {},
): Promise<Result<PlannedPlain>> {
  const done = await queue.run({ is: 'plain-file', request }, work)
  if (!done.ok) return done
  if (done.value.is !== 'plain-file') throw new TypeError('answer of another kind')
  return { ok: true, value: done.value.planned }
}

/** Is it a spreadsheet file with a bureau's tasks in it? Only its list of sheets is looked at. */
export async function carriesTasks(bytes: Uint8Array): Promise<boolean> {
  const copy = new Uint8Array(bytes)
  const job = { limit: READING, transfer: [copy.buffer] }
  const done = await queue.run({ is: 'carries-tasks', bytes: copy }, job)
  return done.ok && done.value.is === 'carries-tasks' && done.value.carries
}

/** What a bureau has sent its schools, without writing anything. */
export async function readTaskFile(
  bytes: Uint8Array,
  name: string,
  work: FileWork = {},
): Promise<Result<ReadTasks>> {
  const copy = new Uint8Array(bytes)
  const limit = Math.max(READING, bytes.length * READING_PER_BYTE)
  const done = await queue.run(
    { is: 'task-file', bytes: copy, name },
    { ...work, limit, transfer: [copy.buffer] },
  )
  if (!done.ok) return done
  if (done.value.is !== 'task-file') throw new TypeError('answer of another kind')
  return done.value.result
}
