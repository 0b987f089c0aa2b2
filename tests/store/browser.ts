import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Change, CellEdit, RowBlock } from '../../src/engine/change.ts'
import type { StoreOptions } from '../../src/store/open-store.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import type { LoadedTable } from '../../src/store/load.ts'
import type { OpenedWorkbook } from '../../src/store/workbook-store.ts'

/** One browser profile without a screen: its database, localStorage, locks and channels, shared by its tabs. */
export class Profile {
  factory = new IDBFactory()
  readonly storage = new MemoryStorage()
  readonly locks = new MemoryLocks()
  private readonly channels = new Map<string, Set<MemoryChannel>>()
  private ids = 0
  private time = Date.UTC(2026, 2, 2)

  options(more: StoreOptions = {}): StoreOptions {
    return {
      factory: this.factory,
      keyRange: IDBKeyRange,
      storage: () => this.storage,
      locks: this.locks as unknown as LockManager,
      channel: (name) => new MemoryChannel(this.listeners(name)) as unknown as BroadcastChannel,
      // Folding in idle time is asked for by name in tests, so that each knows when it happens.
      whenIdle: () => () => {},
      newId: () => `#replica${++this.ids}`,
      now: () => new Date((this.time += 1000)),
      patience: 20,
      ...more,
    }
  }

  async tab(more: StoreOptions = {}): Promise<Store> {
    const opened = await openStore(this.options(more))
    if (!opened.ok) throw new Error(opened.problem.code)
    return opened.value
  }

  /** The open ends of a channel: taking one out makes its tab deaf. */
  listeners(name: string): Set<MemoryChannel> {
    if (!this.channels.has(name)) this.channels.set(name, new Set())
    return this.channels.get(name)!
  }
}

export async function opened(store: Store, id = 'w'): Promise<OpenedWorkbook> {
  const workbook = await store.open(id)
  if (!workbook.ok) throw new Error(workbook.problem.code)
  return workbook.value
}

/** A fresh profile with one empty workbook `w`, open in one tab. */
export async function freshWorkbook(profile = new Profile()): Promise<{
  profile: Profile
  store: Store
  workbook: OpenedWorkbook
}> {
  const store = await profile.tab()
  await store.create({ kind: 'school', name: '实验小学', id: 'w' })
  return { profile, store, workbook: await opened(store) }
}

/** What another start would find. */
export async function reloaded(profile: Profile): Promise<Readonly<Record<string, LoadedTable>>> {
  const store = await profile.tab()
  const workbook = await opened(store)
  const { tables } = workbook
  await store.close()
  return tables
}

export const edit = (row: string, column: string, to: CellEdit['to'], table = 'incidents'): CellEdit => ({
  table,
  row,
  column,
  from: null,
  to,
})

export const edits = (...list: CellEdit[]): Change => ({
  source: 'user',
  label: { code: 'edit' },
  edits: list,
  added: [],
})

export const adds = (...added: RowBlock[]): Change => ({
  source: 'import',
  label: { code: 'import' },
  edits: [],
  added,
})

export const rows = (
  ids: readonly string[],
  columns: RowBlock['columns'],
  table = 'incidents',
): RowBlock => ({
  table,
  ids,
  columns,
})

export const numbered = (count: number, prefix = 'r') =>
  Array.from({ length: count }, (_, i) => `#${prefix}${i}`)

class MemoryStorage implements Storage {
  private readonly items = new Map<string, string>()
  get length() {
    return this.items.size
  }
  key(index: number) {
    return [...this.items.keys()][index] ?? null
  }
  getItem(key: string) {
    return this.items.get(key) ?? null
  }
  setItem(key: string, value: string) {
    this.items.set(key, value)
  }
  removeItem(key: string) {
    this.items.delete(key)
  }
  clear() {
    this.items.clear()
  }
}

class MemoryChannel {
  onmessage: ((event: { data: unknown }) => void) | null = null
  constructor(private readonly all: Set<MemoryChannel>) {
    all.add(this)
  }
  postMessage(message: unknown) {
    const data = structuredClone(message)
    for (const other of this.all)
      if (other !== this) queueMicrotask(() => this.all.has(other) && other.onmessage?.({ data }))
  }
  close() {
    this.all.delete(this)
  }
}

interface Request {
  readonly run: () => void
}

/** Web Locks as the specification says, for one lock name at a time and exclusive locks only. */
class MemoryLocks {
  private readonly held = new Map<string, (reason: unknown) => void>()
  private readonly waiting = new Map<string, Request[]>()

  request(name: string, options: LockOptions, callback: (lock: object | null) => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const run = () => {
        const token = (reason: unknown) => reject(reason)
        this.held.set(name, token)
        void Promise.resolve(callback({ name })).then((result) => {
          resolve(result)
          if (this.held.get(name) === token) {
            this.held.delete(name)
            this.waiting.get(name)?.shift()?.run()
          }
        }, reject)
      }
      if (options.steal) {
        this.held.get(name)?.(new DOMException('stolen', 'AbortError'))
        return run()
      }
      if (!this.held.has(name)) return run()
      if (options.ifAvailable) return resolve(callback(null))
      const request = { run }
      this.waiting.set(name, [...(this.waiting.get(name) ?? []), request])
      options.signal?.addEventListener('abort', () => {
        this.waiting.set(
          name,
          (this.waiting.get(name) ?? []).filter((other) => other !== request),
        )
        reject(options.signal?.reason)
      })
    })
  }
}
