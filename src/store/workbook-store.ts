import type { Change } from '../engine/change.ts'
import type { Problem } from '../shared/result.ts'
import { EMPTY_VECTOR, type VersionVector } from '../sync/dots.ts'
import { Behind, directTables, SaveQueue, writeChange, type Draft, type DraftParts } from './commit.ts'
import { WRITER_VERSION, type Database, type WorkbookInfo } from './db.ts'
import { Refusal } from './failure.ts'
import { KeptFiles } from './kept-files.ts'
import { fold, FoldCancelled } from './fold.ts'
import { history } from './history.ts'
import { FoldImpossible } from './page-draft.ts'
import { load, readPageIds, type Loaded, type LoadedTable } from './load.ts'
import type { CellConflict, LogRecord } from './log.ts'
import { readState, type StoredState } from './read-state.ts'
import { readLog, withCells, withoutOverwritten } from './read-log.ts'
import { judge, type Markers, type MarkerVerdict } from './marker.ts'
import { Places } from './places.ts'
import type { StartReport } from './start-report.ts'
import { Seat, type Writer } from './tabs.ts'

/** So many changes in the log before it is worth folding them into pages. */
const FOLD_AFTER = 50

const LOG_PIECE = 200

/** The world outside, so that tests can stand in for it. */
export interface Surroundings {
  readonly now: () => Date
  readonly newId: () => string
  readonly locks: LockManager | null
  readonly channel: (name: string) => BroadcastChannel
  /** Runs a task when there is nothing else to do; the answer cancels it. */
  readonly whenIdle: (task: () => void) => () => void
  readonly patience?: number
}

export interface Saving {
  /** Number of the last durable change. */
  readonly saved: number
  /** Changes that are not durable yet. */
  readonly pending: number
  /** Why the pending changes cannot be saved, or null. */
  readonly problem: Problem | null
  readonly writer: Writer
}

export interface LogFilter {
  readonly from?: number
  readonly to?: number
  readonly limit?: number
  readonly newestFirst?: boolean
  /** Only these; the limit counts what matches. */
  readonly matching?: (record: LogRecord) => boolean
}

/** One workbook, open: its content as stored, the way changes get stored, and news of what other tabs store. */
export class OpenedWorkbook {
  readonly info: WorkbookInfo
  /** As it was when opened, deleted rows included; empty once it has been let go. */
  tables: Readonly<Record<string, LoadedTable>>
  readonly conflicts: readonly CellConflict[]
  readonly startReport: StartReport
  /** Photos and other files that rows name. */
  readonly files: KeptFiles

  private readonly queue: SaveQueue
  private readonly savingListeners = new Set<(saving: Saving) => void>()
  private readonly writerListeners = new Set<(writer: Writer) => void>()
  private readonly remoteListeners = new Set<(record: LogRecord) => void>()
  private last: number
  private foldedTo: number
  private rows: number
  /** The highest number another tab has spoken of. */
  private heard = 0
  /** Null when another tab may have written pages since. */
  private places: Places | null
  private replica: string | null
  private foldable: boolean
  private folding = new AbortController()
  private cancelIdle: () => void = () => {}
  private turn: Promise<unknown> = Promise.resolve()
  private locked: Problem | null = null
  private closed = false

  private constructor(
    private readonly database: Database,
    private readonly markers: Markers,
    private readonly world: Surroundings,
    info: WorkbookInfo,
    loaded: Loaded,
    marker: MarkerVerdict,
    private readonly seat: Seat,
  ) {
    const { meta, quarantined } = loaded
    this.info = info
    this.tables = loaded.tables
    this.conflicts = loaded.conflicts
    this.startReport = {
      marker,
      quarantined,
      readOnly:
        meta.minWriter > WRITER_VERSION
          ? { code: 'store.newer-writer', params: { needed: meta.minWriter } }
          : null,
    }
    this.last = meta.last
    this.foldedTo = meta.foldedTo
    this.rows = Object.values(loaded.tables).reduce((sum, { ids }) => sum + ids.length, 0)
    this.places = new Places(loaded.pageIds)
    // After a loss this copy's next numbers have been used before, maybe in a file somebody has: a new name.
    this.replica = marker.kind === 'ok' ? null : world.newId()
    // While something cannot be read, the log may be the only place where its content still is.
    this.foldable = quarantined.length === 0 && this.startReport.readOnly === null
    this.files = new KeptFiles(database, info.id, () => this.locked ?? this.startReport.readOnly)
    this.queue = new SaveQueue(
      (draft) => this.write(draft),
      () => this.tellSaving(),
    )
  }

  static async open(
    database: Database,
    markers: Markers,
    world: Surroundings,
    info: WorkbookInfo,
  ): Promise<OpenedWorkbook> {
    // The seat listens before anything is read, so that no other tab's change falls in between; and the marker is
    // read before the data, or a change made in between would look like a missing one.
    let opened: OpenedWorkbook | undefined
    let heard = 0
    const seat = new Seat({
      workbook: info.id,
      locks: world.locks,
      channel: world.channel,
      patience: world.patience,
      drain: async () => opened?.drain(),
      onWriter: (writer) => opened?.writerIs(writer),
      onMoved: (n) => {
        heard = Math.max(heard, n)
        opened?.hear(n)
      },
    })
    try {
      await seat.sit()
      const marker = markers.read(info.id)
      const loaded = await load(database, info.id)
      const { last, chain } = loaded.meta
      const verdict = judge(marker, { last, chain, lastAt: loaded.lastAt })
      opened = new OpenedWorkbook(database, markers, world, info, loaded, verdict, seat)
      opened.hear(heard)
      opened.foldLater()
      return opened
    } catch (error) {
      seat.close()
      throw error
    }
  }

  /** What was read lies in a workbook now, and here would be a second copy of it: 15 MB of 100,000 rows. */
  letGo(): void {
    this.tables = {}
  }

  /** Number of the last durable change this tab knows. */
  get lastNumber(): number {
    return this.last
  }

  get writer(): Writer {
    return this.seat.writer
  }

  get saving(): Saving {
    const { pending, problem } = this.queue
    return {
      saved: this.last,
      pending,
      problem: this.locked ?? this.startReport.readOnly ?? problem,
      writer: this.seat.writer,
    }
  }

  /**
   * Saves a change, taking the writing seat first when another tab has it. Resolves with the log number once it is
   * durable. While it cannot be saved it stays queued and `saving` says why; so never wait for this to tell that a
   * save has failed, but for `settled`.
   */
  commit(change: Change, by: string, parts: DraftParts = {}): Promise<number> {
    this.folding.abort()
    this.cancelIdle()
    return this.queue.add({ change, by, at: this.world.now().toISOString(), ...parts })
  }

  /** All that is durable, with its dots: what a package carries and a merge needs. */
  state(): Promise<StoredState> {
    return readState(this.database, this.info.id)
  }

  /** This copy, and how much of each copy's work it holds durably. */
  async standing(): Promise<{ readonly replica: string; readonly vector: VersionVector }> {
    const meta = await this.database.meta.get(this.info.id)
    return { replica: meta?.replica ?? '', vector: meta?.vector ?? EMPTY_VECTOR }
  }

  /** When nothing is on its way any more: all durable, or stopped with `saving.problem`. */
  settled(): Promise<void> {
    return this.queue.settled()
  }

  /** Tries again to save what could not be saved. */
  retry(): Promise<void> {
    this.queue.retry()
    return this.queue.settled()
  }

  onWriter(listener: (writer: Writer) => void): () => void {
    this.writerListeners.add(listener)
    return () => void this.writerListeners.delete(listener)
  }

  onSaving(listener: (saving: Saving) => void): () => void {
    this.savingListeners.add(listener)
    return () => void this.savingListeners.delete(listener)
  }

  /**
   * Changes of other tabs, in log order, each once. Cells that a pending change of this tab also writes are left
   * out: that change gets the later number, so its value is the one that stays.
   */
  onRemoteChange(listener: (record: LogRecord) => void): () => void {
    this.remoteListeners.add(listener)
    return () => void this.remoteListeners.delete(listener)
  }

  /** Asks for the writing seat, by force if the tab that has it does not answer. */
  async becomeWriter(): Promise<boolean> {
    if (this.closed || this.locked) return false
    await this.seat.take()
    await this.inTurn(() => this.catchUp())
    return this.seat.writer === 'this'
  }

  /** The history, read from the log in pieces; records that cannot be read are passed over. */
  async log(filter: LogFilter = {}): Promise<LogRecord[]> {
    const { limit = Infinity, newestFirst = false, matching = () => true } = filter
    const lowest = filter.from ?? 1
    const highest = Math.min(filter.to ?? this.last, this.last)
    const found: LogRecord[] = []
    let [from, to] = [lowest, highest]
    while (from <= to && found.length < limit) {
      const start = newestFirst ? Math.max(from, to - LOG_PIECE + 1) : from
      const end = newestFirst ? to : Math.min(to, from + LOG_PIECE - 1)
      const piece = await readLog(this.database, this.info.id, start, end)
      for (const record of newestFirst ? piece.reverse() : piece)
        if (found.length < limit && matching(record)) found.push(record)
      if (newestFirst) to = start - 1
      else from = end + 1
    }
    return found
  }

  /** Who changed what, newest first, of this copy and of those whose backups were restored here. */
  history(): AsyncGenerator<LogRecord, void, void> {
    return history(this.database, this.info.id, this.last)
  }

  /** Folds the log into pages now instead of in idle time. */
  fold(): Promise<void> {
    return this.inTurn(() => this.foldAll(new AbortController().signal))
  }

  /** The database must not be used any more; what is pending stays in memory for an export. */
  lock(problem: Problem): void {
    this.locked = problem
    this.folding.abort()
    this.cancelIdle()
    this.tellSaving()
  }

  /** Lets go of the workbook after what is pending; what cannot be saved is lost with the page. */
  async close(): Promise<void> {
    this.cancelIdle()
    this.folding.abort()
    await this.queue.settled()
    await this.turn
    this.closed = true
    this.seat.close()
    this.savingListeners.clear()
    this.writerListeners.clear()
    this.remoteListeners.clear()
  }

  private async write(draft: Draft): Promise<number> {
    for (;;) {
      if (this.locked) throw Refusal.of(this.locked)
      if (this.startReport.readOnly) throw Refusal.of(this.startReport.readOnly)
      await this.seat.take()
      try {
        return await this.inTurn(() => this.writeNow(draft))
      } catch (error) {
        if (!(error instanceof Behind)) throw error
        await this.inTurn(() => this.catchUp())
      }
    }
  }

  private async writeNow(draft: Draft): Promise<number> {
    if (this.heard > this.last) await this.catchUp()
    let direct = directTables(draft)
    if (direct.size > 0) {
      await this.foldAll(new AbortController().signal)
      direct = this.foldable ? withoutKnownRows(direct, draft, this.places) : new Set()
    }
    const { record, meta, pages } = await writeChange(this.database, this.info.id, draft, {
      last: this.last,
      direct,
      replica: this.replica,
      newReplica: this.world.newId,
    })
    for (const page of pages) this.places?.set(page.table, page.page, page.ids)
    this.replica = null
    this.moveTo(record)
    this.foldedTo = meta.foldedTo
    this.markers.write({
      workbook: this.info.id,
      name: this.info.name,
      n: record.n,
      at: record.at,
      rows: this.rows,
      hash: meta.chain,
    })
    this.seat.announce(record.n)
    this.foldLater()
    return record.n
  }

  private hear(n: number): void {
    this.heard = Math.max(this.heard, n)
    if (this.heard <= this.last) return
    this.places = null
    // A failure to read shows itself when this tab next writes or reads; the next news tries again.
    this.inTurn(() => this.catchUp()).catch(() => {})
  }

  /** Takes in what other tabs have written since, in order. */
  private async catchUp(): Promise<void> {
    const meta = await this.database.meta.get(this.info.id)
    if (!meta) return
    this.foldedTo = meta.foldedTo
    if (meta.last <= this.last) return
    this.places = null
    for (const record of await readLog(this.database, this.info.id, this.last + 1, meta.last)) {
      const whole = await withCells(this.database, this.info.id, record)
      this.moveTo(record)
      const news = withoutOverwritten(whole, this.queue.changes)
      for (const listener of this.remoteListeners) listener(news)
    }
    this.last = meta.last
    this.tellSaving()
  }

  private moveTo(record: LogRecord): void {
    this.last = record.n
    this.rows += record.change.added.reduce((sum, { ids }) => sum + ids.length, 0)
  }

  private async drain(): Promise<void> {
    this.folding.abort()
    this.cancelIdle()
    await this.queue.settled()
    await this.turn
  }

  private writerIs(writer: Writer): void {
    for (const listener of this.writerListeners) listener(writer)
    this.tellSaving()
  }

  private foldLater(): void {
    this.cancelIdle()
    if (!this.foldable || this.last - this.foldedTo < FOLD_AFTER) return
    this.cancelIdle = this.world.whenIdle(() => {
      if (this.closed || this.locked || this.queue.pending > 0 || this.seat.writer !== 'this') return
      this.folding = new AbortController()
      const { signal } = this.folding
      // A fold that fails leaves everything as it was; the next change asks for one again.
      this.inTurn(() => this.foldAll(signal)).catch(() => {})
    })
  }

  private async foldAll(signal: AbortSignal): Promise<void> {
    try {
      while (this.foldable && this.foldedTo < this.last) {
        this.places ??= new Places(await readPageIds(this.database, this.info.id))
        const left = await fold(this.database, this.info.id, this.places, { last: this.last }, signal)
        this.foldedTo = this.last - left
      }
    } catch (error) {
      this.places = null
      if (error instanceof FoldImpossible) this.foldable = false
      else if (!(error instanceof FoldCancelled)) throw error
    }
  }

  /** One at a time: whatever reads or moves `last`. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.turn.then(task)
    this.turn = done.catch(() => {})
    return done
  }

  private tellSaving(): void {
    const { saving } = this
    for (const listener of this.savingListeners) listener(saving)
  }
}

/** Adding a row that is there already only writes its cells, so such additions go by the log. */
function withoutKnownRows(
  direct: ReadonlySet<string>,
  draft: Draft,
  places: Places | null,
): ReadonlySet<string> {
  const fresh = [...direct].filter((table) => {
    const ids = draft.change.added.flatMap((block) => (block.table === table ? block.ids : []))
    const rows = new Set(ids)
    return rows.size === ids.length && places?.find(table, rows).size === 0
  })
  return new Set(fresh)
}
