import type { WorkbookKind } from '../tables/kinds.ts'
import { newId } from '../shared/id.ts'
import { ok, type Problem, type Result } from '../shared/result.ts'
import { EMPTY_VECTOR, type VersionVector } from '../sync/dots.ts'
import {
  openDatabase,
  writing,
  metaForWriting,
  WRITER_VERSION,
  type Database,
  type WorkbookInfo,
} from './db.ts'
import { problemOf, Refusal } from './failure.ts'
import { Markers, type Marker } from './marker.ts'
import { workbookSettings } from './workbook-settings.ts'
import { OpenedWorkbook, type Surroundings } from './workbook-store.ts'

export interface StoreOptions extends Partial<Surroundings> {
  readonly factory?: IDBFactory
  readonly keyRange?: typeof IDBKeyRange
  readonly storage?: () => Storage
  /** Opening takes long, and why; it goes on by itself. */
  readonly onWaiting?: (problem: Problem) => void
}

/** What the markers say was here and is not: the browser has lost or deleted it. */
export interface Emptied {
  /** The browser itself has said that it threw a damaged database away. */
  readonly dataLoss: boolean
  readonly workbooks: readonly Marker[]
}

/** Opens this browser's store, or says why it cannot be used; then the page can still work on files. */
export async function openStore(options: StoreOptions = {}): Promise<Result<Store>> {
  let store: Store | null = null
  let lockedEarly: Problem | null = null
  try {
    const database = await openDatabase({
      factory: options.factory ?? indexedDB,
      keyRange: options.keyRange ?? IDBKeyRange,
      onLocked: (problem) => {
        if (store) store.lock(problem)
        else lockedEarly = problem
      },
      onWaiting: options.onWaiting ?? (() => {}),
    })
    const markers = new Markers(options.storage ?? (() => localStorage))
    const known = new Set((await database.workbooks.toArray()).map(({ id }) => id))
    const missing = markers.all().filter(({ workbook }) => !known.has(workbook))
    store = new Store(database, markers, surroundings(options), {
      dataLoss: database.dataLoss,
      workbooks: missing,
    })
    if (lockedEarly) store.lock(lockedEarly)
    return ok(store)
  } catch (error) {
    return { ok: false, problem: unusable(error) }
  }
}

/** A browser without IndexedDB, or one that blocks it, says so with any kind of error. */
function unusable(error: unknown): Problem {
  const problem = problemOf(error)
  return problem.code === 'store.failed' && typeof indexedDB === 'undefined'
    ? { code: 'store.unavailable' }
    : problem
}

function surroundings(options: StoreOptions): Surroundings {
  return {
    now: options.now ?? (() => new Date()),
    newId: options.newId ?? newId,
    locks: options.locks === undefined ? (globalThis.navigator?.locks ?? null) : options.locks,
    channel: options.channel ?? ((name) => new BroadcastChannel(name)),
    whenIdle: options.whenIdle ?? whenIdle,
    patience: options.patience,
  }
}

/** A second and a half without a change, and then a moment in which the browser has nothing to do. */
function whenIdle(task: () => void): () => void {
  let request = 0
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === 'function') request = requestIdleCallback(task, { timeout: 5000 })
    else task()
  }, 1500)
  return () => {
    clearTimeout(timer)
    if (request) cancelIdleCallback(request)
  }
}

/** All workbooks of this browser, and the settings of this computer. */
export class Store {
  /** Why the store must not be used any more, or null. */
  locked: Problem | null = null
  private readonly lockListeners = new Set<(problem: Problem) => void>()
  private readonly opened = new Set<OpenedWorkbook>()

  constructor(
    private readonly database: Database,
    private readonly markers: Markers,
    private readonly world: Surroundings,
    /** To be told before anything else when it names a workbook: never show an empty start screen instead. */
    readonly emptied: Emptied,
  ) {}

  /** The last opened one first. */
  async workbooks(): Promise<WorkbookInfo[]> {
    const all = await this.database.workbooks.toArray()
    return all.sort((a, b) => (a.lastOpened < b.lastOpened ? 1 : -1))
  }

  async create(as: { kind: WorkbookKind; name: string; id?: string }): Promise<Result<WorkbookInfo>> {
    const at = this.world.now().toISOString()
    const info: WorkbookInfo = {
      id: as.id ?? this.world.newId(),
      kind: as.kind,
      name: as.name,
      created: at,
      lastOpened: at,
      writerVersion: WRITER_VERSION,
    }
    const replica = this.world.newId()
    return this.attempt(() =>
      writing(this.database, [this.database.workbooks, this.database.meta], async () => {
        await this.database.workbooks.add(info)
        await this.database.meta.add({
          workbook: info.id,
          replica,
          replicas: [replica],
          vector: EMPTY_VECTOR,
          last: 0,
          foldedTo: 0,
          minWriter: WRITER_VERSION,
          chain: '',
          pages: {},
        })
        return info
      }),
    )
  }

  async open(id: string): Promise<Result<OpenedWorkbook>> {
    return this.attempt(async () => {
      const info = await this.touch(id)
      const workbook = await OpenedWorkbook.open(this.database, this.markers, this.world, info)
      this.opened.add(workbook)
      if (this.locked) workbook.lock(this.locked)
      return workbook
    })
  }

  async rename(id: string, name: string): Promise<Result<void>> {
    return this.attempt(() =>
      writing(this.database, [this.database.workbooks, this.database.meta], async () => {
        await metaForWriting(this.database, id)
        await this.database.workbooks.update(id, { name })
      }),
    )
  }

  /** Deletes a workbook with all its history and files from this browser. */
  async remove(id: string): Promise<Result<void>> {
    const { workbooks, meta, pages, dots, log, past, settings, files, contents, thumbnails } = this.database
    const parts = [pages, dots, log, past, files, contents, thumbnails]
    const removed = await this.attempt(() =>
      writing(this.database, [workbooks, meta, settings, ...parts], async () => {
        await metaForWriting(this.database, id)
        for (const table of parts) await table.where(':id').between([id], [id, []]).delete()
        await settings.bulkDelete(workbookSettings(id))
        await meta.delete(id)
        await workbooks.delete(id)
      }),
    )
    if (removed.ok) this.markers.remove(id)
    return removed
  }

  /** The person at this computer has been told that the workbook is gone, and goes on without it. */
  forget(id: string): void {
    this.markers.remove(id)
  }

  /** How far this browser has followed a workbook, open or not; null when it does not have it. */
  async vectorOf(id: string): Promise<VersionVector | null> {
    return (await this.database.meta.get(id))?.vector ?? null
  }

  async setting(key: string): Promise<unknown> {
    return (await this.database.settings.get(key))?.value
  }

  async setSetting(key: string, value: unknown): Promise<Result<void>> {
    return this.attempt(async () => void (await this.database.settings.put({ key, value })))
  }

  onLocked(listener: (problem: Problem) => void): () => void {
    this.lockListeners.add(listener)
    if (this.locked) listener(this.locked)
    return () => void this.lockListeners.delete(listener)
  }

  lock(problem: Problem): void {
    if (this.locked) return
    this.locked = problem
    for (const workbook of this.opened) workbook.lock(problem)
    for (const listener of this.lockListeners) listener(problem)
  }

  async close(): Promise<void> {
    for (const workbook of this.opened) await workbook.close()
    this.database.close()
  }

  /** Notes that the workbook is opened. A full disk or a newer build must not keep anybody from reading it. */
  private async touch(id: string): Promise<WorkbookInfo> {
    const info = await this.database.workbooks.get(id)
    if (!info) throw new Refusal('store.emptied')
    const lastOpened = this.world.now().toISOString()
    await writing(this.database, [this.database.workbooks, this.database.meta], async () => {
      await metaForWriting(this.database, id)
      await this.database.workbooks.update(id, { lastOpened })
    }).catch(() => {})
    return { ...info, lastOpened }
  }

  private async attempt<T>(task: () => PromiseLike<T>): Promise<Result<T>> {
    try {
      return ok(await task())
    } catch (error) {
      return { ok: false, problem: this.locked ?? problemOf(error) }
    }
  }
}
