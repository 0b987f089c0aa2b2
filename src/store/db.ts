import type { WorkbookKind } from '../tables/kinds.ts'
import { Dexie, type Table } from 'dexie'
import type { Problem } from '../shared/result.ts'
import type { VersionVector } from '../sync/dots.ts'
import type { PageDots } from '../sync/page-dots.ts'
import { Refusal } from './failure.ts'
import type { PastRecord, StoredRecord } from './log.ts'
import type { PageRecord } from './pages.ts'

/** Raised whenever what this build writes could be misread or spoilt by the builds before it. */
export const WRITER_VERSION = 1

/** The IndexedDB version, raised when stores or indexes change. Dexie keeps ten times this number. */
const SCHEMA_VERSION = 2

export const DATABASE_NAME = 'dutybook'

export interface WorkbookInfo {
  readonly id: string
  readonly kind: WorkbookKind
  readonly name: string
  /** ISO instants. */
  readonly created: string
  readonly lastOpened: string
  /** The writer version that made it. */
  readonly writerVersion: number
}

/** The counters of one workbook, written in every transaction that changes it. */
export interface Meta {
  readonly workbook: string
  /** This copy's replica id. */
  readonly replica: string
  /** Replicas as pages name them, by index. Only ever grows. */
  readonly replicas: readonly string[]
  readonly vector: VersionVector
  /** Number of the last log record. */
  readonly last: number
  /** Pages hold every change up to this number. */
  readonly foldedTo: number
  /** Builds whose writer version is lower may not write. */
  readonly minWriter: number
  /** Hash over all log records so far. */
  readonly chain: string
  /** What the pages must hold: a page that is not there any more is noticed. */
  readonly pages: Readonly<Record<string, { readonly pages: number; readonly rows: number }>>
}

export interface DotsRecord extends PageDots {
  readonly workbook: string
  readonly table: string
  readonly page: number
}

/** A kept file without its bytes: lists are read without them. */
export interface FileRecord {
  readonly workbook: string
  /** SHA-256 of the bytes, in hexadecimal: the same photo twice is kept once. */
  readonly hash: string
  readonly type: string
  readonly size: number
  /** Local date on which somebody looked and no row named the file any more; absent while one does. */
  readonly unusedSince?: string
}

export interface BytesRecord {
  readonly workbook: string
  readonly hash: string
  readonly bytes: Uint8Array
}

export class Database extends Dexie {
  declare readonly workbooks: Table<WorkbookInfo, string>
  declare readonly meta: Table<Meta, string>
  declare readonly pages: Table<PageRecord, [string, string, number]>
  declare readonly dots: Table<DotsRecord, [string, string, number]>
  declare readonly log: Table<StoredRecord, [string, number]>
  declare readonly past: Table<PastRecord, [string, string]>
  declare readonly settings: Table<{ key: string; value: unknown }, string>
  declare readonly files: Table<FileRecord, [string, string]>
  declare readonly contents: Table<BytesRecord, [string, string]>
  declare readonly thumbnails: Table<BytesRecord, [string, string]>

  /** The database held something and the browser threw it away, by its own word. */
  dataLoss = false

  constructor(factory: IDBFactory, keyRange: typeof IDBKeyRange) {
    const watched = new WatchedFactory(factory, () => (this.dataLoss = true))
    super(DATABASE_NAME, {
      indexedDB: watched as unknown as IDBFactory,
      IDBKeyRange: keyRange,
      // "Saved" is said after this; the browser's default would say it before the disk has the data.
      chromeTransactionDurability: 'strict',
      // A database that was closed under us must not come back empty, or changed by a newer build.
      autoOpen: false,
      cache: 'disabled',
    })
    // Every version that was ever used: a profile of any of them is brought to the newest in one transaction.
    this.version(1).stores({
      workbooks: 'id',
      meta: 'workbook',
      pages: '[workbook+table+page]',
      dots: '[workbook+table+page]',
      log: '[workbook+n]',
      settings: 'key',
    })
    this.version(SCHEMA_VERSION).stores({
      past: '[workbook+id], [workbook+at+id]',
      files: '[workbook+hash]',
      contents: '[workbook+hash]',
      thumbnails: '[workbook+hash]',
    })
  }
}

/**
 * Stands between Dexie and the browser. Dexie opens a newer database with the older code without a word, by opening
 * once more with no version: here that is the VersionError it should have been. And it does not pass on that
 * Chromium has thrown a damaged database away.
 */
class WatchedFactory {
  constructor(
    private readonly factory: IDBFactory,
    private readonly onDataLoss: () => void,
  ) {}

  open(name: string, version?: number): IDBOpenDBRequest {
    if (version === undefined) throw new Refusal('store.newer-database')
    const request = this.factory.open(name, version)
    request.addEventListener('upgradeneeded', (event) => {
      const loss = (event as IDBVersionChangeEvent & { readonly dataLoss?: string }).dataLoss
      if (loss !== undefined && loss !== 'none') this.onDataLoss()
    })
    return request
  }

  deleteDatabase(name: string): IDBOpenDBRequest {
    return this.factory.deleteDatabase(name)
  }

  cmp(first: unknown, second: unknown): number {
    return this.factory.cmp(first, second)
  }
}

/**
 * Opens the database; `onLocked` is told, once, when it must not be used any more: a newer build wants to upgrade it,
 * or the browser has closed or cleared it. `onWaiting` is told when opening takes long, and why.
 */
export async function openDatabase(options: {
  factory: IDBFactory
  keyRange: typeof IDBKeyRange
  onLocked: (problem: Problem) => void
  onWaiting: (problem: Problem) => void
}): Promise<Database> {
  const database = new Database(options.factory, options.keyRange)
  let blocked = false
  database.on('blocked', () => {
    blocked = true
    options.onWaiting({ code: 'store.blocked' })
  })
  // A damaged profile can leave the request unanswered for ever; another tab's block ends when that tab closes.
  let silence: ReturnType<typeof setTimeout> | undefined
  const unanswered = new Promise<never>((_, reject) => {
    silence = setTimeout(() => {
      if (!blocked) reject(new Refusal('store.not-answering'))
    }, 10_000)
  })
  try {
    await Promise.race([database.open(), unanswered])
  } catch (error) {
    database.close()
    throw error
  } finally {
    clearTimeout(silence)
  }

  const native = database.backendDB()
  native.onversionchange = () => {
    // Closing lets the other tab's upgrade (or the clearing of the data) go on at once.
    database.close()
    options.onLocked({ code: 'store.upgraded-elsewhere' })
  }
  native.onclose = () => {
    database.close()
    options.onLocked({ code: 'store.closed' })
  }
  return database
}

/**
 * The counters, read inside the transaction that is about to write. A newer build may have changed the data between
 * two of our writes, so a check at start would not do.
 */
export async function metaForWriting(database: Database, workbook: string): Promise<Meta> {
  const meta = await database.meta.get(workbook)
  if (!meta) throw new Refusal('store.emptied')
  if (meta.minWriter > WRITER_VERSION) throw new Refusal('store.newer-writer', { needed: meta.minWriter })
  return meta
}

/**
 * A read-write transaction. When the browser aborts it, the requests in it fail with a bare AbortError and only the
 * transaction itself knows why (a full disk); that reason comes first in what is thrown.
 */
export async function writing<T>(
  database: Database,
  stores: readonly Table[],
  task: () => Promise<T>,
): Promise<T> {
  let native: IDBTransaction | null = null
  try {
    return await database.transaction('rw', [...stores], (transaction) => {
      native = transaction.idbtrans
      return task()
    })
  } catch (error) {
    const reason = reasonOf(native)
    throw reason ? new AggregateError([reason, error]) : error
  }
}

const reasonOf = (native: IDBTransaction | null): DOMException | null => native?.error ?? null
