import { localTime } from '../shared/local-date.ts'
import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import type { Change } from '../engine/change.ts'
import { storedSchema } from '../engine/stored-schema.ts'
import { Workbook } from '../engine/workbook.ts'
import type { WorkbookInfo } from '../store/db.ts'
import { readKind, type WorkbookKind } from '../tables/kinds.ts'
import type { VersionVector } from '../sync/dots.ts'
import type { PackagedWorkbook } from '../sync/package.ts'
import type { Store } from '../store/open-store.ts'
import type { OpenedWorkbook } from '../store/workbook-store.ts'
import { KeyRing } from './key-ring.ts'
import { loadBuiltIn } from './load-built-in.ts'
import { hasFormulas, loadFormulas } from './own-schema.ts'
import { newSchoolRows } from './new-school.ts'
import { ParkedTables } from './parked-tables.ts'
import { Session } from './session.ts'

export type { WorkbookInfo, WorkbookKind }

export interface NewWorkbook {
  readonly kind: WorkbookKind
  readonly name: string
  /** Filled with the sample school. */
  readonly sample?: boolean
}

/** Loaded with the first step in a bureau's workbook, never in a school's. */
const ledgersFollowStep = async (session: Session, change: Change): Promise<void> =>
  (await import('./bureau/ledgers-follow.ts')).ledgersFollowStep(session, change)

/**
 * The workbooks of this browser and the one that is open: what screens and automation share, so that both always mean
 * the same open workbook.
 */
export class Workbooks {
  /** The open workbook. */
  current: Session | null = null
  private readonly listeners = new Set<(session: Session | null) => void>()
  /** Opening and closing take their turns, whoever asks. */
  private turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly store: Store,
    private readonly options: { readonly person: () => string; readonly now?: () => Date },
  ) {}

  /** The last opened one first. */
  list(): Promise<WorkbookInfo[]> {
    return this.store.workbooks()
  }

  /** A new workbook, filled and opened. */
  create({ kind, name, sample = false }: NewWorkbook): Promise<Result<Session>> {
    return this.inTurn(async () => {
      const made = await this.store.create({ kind, name: name.trim() })
      if (!made.ok) return made
      const opened = await this.openNow(made.value.id)
      if (!opened.ok) return opened
      const session = opened.value
      await this.fill(session, sample)
      // A workbook whose beginnings could not be stored is no workbook: nobody should start to work in it.
      const { problem } = session.saving
      if (problem) {
        await this.closeNow()
        await this.store.remove(made.value.id)
        return { ok: false, problem }
      }
      this.show(session)
      return opened
    })
  }

  /** Opens a workbook in place of the one that is open. */
  open(id: string): Promise<Result<Session>> {
    return this.inTurn(async () => {
      if (this.current?.info.id === id) return ok(this.current)
      const opened = await this.openNow(id)
      if (opened.ok) this.show(opened.value)
      return opened
    })
  }

  /** The workbook a file is of, opened; one that is not in this browser yet is begun empty, to be filled by the file. */
  openPackaged({ id, kind, name }: PackagedWorkbook): Promise<Result<Session>> {
    return this.inTurn(async () => {
      if (this.current?.info.id === id) return ok(this.current)
      const here = (await this.list()).some((each) => each.id === id)
      const known = readKind(kind)
      if (!here && known === null) return fail('workbook.kind-not-yet')
      const made = here ? ok(null) : await this.store.create({ id, kind: known!, name })
      if (!made.ok) return made
      const opened = await this.openNow(id)
      if (opened.ok) this.show(opened.value)
      return opened
    })
  }

  close(): Promise<void> {
    return this.inTurn(() => this.closeNow())
  }

  /** How far this browser has followed a workbook; null when it does not have it. */
  vectorOf(id: string): Promise<VersionVector | null> {
    return this.store.vectorOf(id)
  }

  rename(id: string, name: string): Promise<Result<void>> {
    return this.store.rename(id, name)
  }

  remove(id: string): Promise<Result<void>> {
    return this.inTurn(async () => {
      if (this.current?.info.id === id) await this.closeNow()
      return this.store.remove(id)
    })
  }

  /** Calls back whenever another workbook is open, or none. */
  onCurrent(listener: (session: Session | null) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Why nothing can be stored any more in this tab, as soon as it is known. */
  onLocked(listener: (problem: Problem) => void): () => void {
    return this.store.onLocked(listener)
  }

  private async openNow(id: string): Promise<Result<Session>> {
    const opened = await this.store.open(id)
    if (!opened.ok) return opened
    const before = this.current
    this.current = await this.sessionOf(opened.value)
    await before?.close()
    return ok(this.current)
  }

  private async sessionOf(opened: OpenedWorkbook): Promise<Session> {
    const now = () => localTime((this.options.now ?? (() => new Date()))())
    const builtIn = await loadBuiltIn(opened.info.kind)
    const tables = storedSchema(builtIn.tables, (table) => opened.tables[table])
    const book = new Workbook({ tables, rules: builtIn.rules, now })
    const parked = new ParkedTables()
    for (const [table, content] of Object.entries(opened.tables))
      if (Object.hasOwn(tables, table)) book.load(table, content)
      else parked.park([[table, content]])
    opened.letGo()
    book.start()
    if (hasFormulas(tables)) book.calculate(await loadFormulas())
    const keys = new KeyRing(this.store, opened.info.id)
    const afterStep = opened.info.kind === 'bureau' ? ledgersFollowStep : undefined
    return new Session(book, opened, { person: this.options.person, now, keys, parked, builtIn, afterStep })
  }

  private async fill(session: Session, sample: boolean): Promise<void> {
    const now = localTime((this.options.now ?? (() => new Date()))())
    const how = { source: 'program', label: { code: 'workbook.created' } } as const
    const founding = { name: session.info.name, person: this.options.person(), now, sample }
    const added =
      session.info.kind === 'school'
        ? newSchoolRows(founding)
        : (await import('./new-bureau.ts')).newBureauRows(founding)
    session.write({ ...how, edits: [], added })
    if (sample) {
      const [{ sampleSchool }, { boundRows }] = await Promise.all([
        import('./sample-school.ts'),
        import('./sample-school/bound-rows.ts'),
      ])
      const label = { code: 'workbook.sample' }
      session.accept({ edits: [], rows: boundRows(sampleSchool(now)) }, { source: 'program', label })
    }
    await session.settled()
  }

  private async closeNow(): Promise<void> {
    const session = this.current
    if (!session) return
    this.current = null
    this.show(null)
    await session.close()
  }

  private show(session: Session | null): void {
    for (const listener of this.listeners) listener(session)
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.turn.then(task)
    this.turn = done.catch(() => {})
    return done
  }
}
