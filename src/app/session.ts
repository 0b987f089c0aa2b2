import { newId } from '../shared/id.ts'
import { ok, type Problem, type Result } from '../shared/result.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import { schoolBuiltIn, type BuiltIn } from '../engine/built-in.ts'
import {
  DELETED,
  type CellEdit,
  type Change,
  type ChangeLabel,
  type RowBlock,
  type Source,
} from '../engine/change.ts'
import type { Moved } from '../engine/table-view.ts'
import { isGeneratedId, type Workbook } from '../engine/workbook.ts'
import { problemOf } from '../store/failure.ts'
import type { StoredState } from '../store/read-state.ts'
import type { LogFilter, OpenedWorkbook, Saving } from '../store/workbook-store.ts'
import type { Merge } from '../sync/merge.ts'
import { reopen } from '../sync/reopen.ts'
import type { LogRecord } from '../store/log.ts'
import { boundNames } from './bound-names.ts'
import { completed, type NewRow } from './completed-rows.ts'
import { consequencesOf } from './consequences.ts'
import { Disputes } from './disputes.ts'
import {
  historyOf,
  historyPieces,
  type HistoryEntry,
  type HistoryFilter,
  type HistoryPiece,
} from './history.ts'
import type { KeyRing } from './key-ring.ts'
import { OwnSchema, type LoadFormulas } from './own-schema.ts'
import type { ParkedTables } from './parked-tables.ts'
import { readInput, type Input } from './read-input.ts'
import { UndoStack, type StepBack } from './undo.ts'

export interface EditRequest {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly input: Input
}

/** How a change is recorded: who or what made it, and what it is called in the history. */
export interface How {
  readonly source: Source
  readonly label: ChangeLabel
}

export interface CellProblem {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly problem: Problem
}

export interface Outcome {
  /** What was changed; null when nothing was. */
  readonly change: Change | null
  /** Cells that were not changed, or were and now hold something that is not right. */
  readonly problems: readonly CellProblem[]
}

/** What an undo or redo did. */
export interface SteppedBack extends Outcome {
  /**
   * Cells that somebody else has changed since, in a merge or another window: not touched. `from` is what they hold,
   * `to` what the step would have written.
   */
  readonly overtaken: readonly CellEdit[]
}

export type SessionEvent =
  | { readonly type: 'changed'; readonly change: Change; readonly moved: Moved; readonly here: boolean }
  /** There are other tables or columns than before: told before the change that made it so. */
  | { readonly type: 'shape' }
  | { readonly type: 'saving'; readonly saving: Saving }
  | { readonly type: 'writer'; readonly writer: 'this' | 'other' | 'none' }

/** New rows with the cells of existing ones, as one step of the history. */
export interface Batch {
  readonly edits?: readonly EditRequest[]
  readonly rows?: readonly {
    readonly table: string
    readonly cells: Readonly<Record<string, Input>>
    readonly id?: string
  }[]
}

/**
 * The open workbook as screens, automation and imports use it, and the one door for writes: whatever changes a row goes
 * through `write`, is applied at once, and is saved by the store before anybody is told that it is.
 */
export class Session {
  private readonly listeners = new Set<(event: SessionEvent) => void>()
  /** Cells in which a merge has found values that differ, for people to decide. */
  readonly disputes: Disputes
  private readonly undoStack: UndoStack
  private readonly schema: OwnSchema
  private readonly unsaved = new Set<Change>()
  private readonly stopListening: (() => void)[] = []

  constructor(
    readonly book: Workbook,
    private readonly store: OpenedWorkbook,
    private readonly options: {
      readonly person: () => string
      readonly now: () => string
      /** With which files are signed; without it they go out unsigned. */
      readonly keys?: KeyRing
      /** Rows that were stored and have no place among the tables. */
      readonly parked?: ParkedTables
      readonly loadFormulas?: LoadFormulas
      /** What its kind of workbook is made of; a school's when left out. */
      readonly builtIn?: BuiltIn
    },
  ) {
    this.schema = new OwnSchema(book, {
      builtIn: (options.builtIn ?? schoolBuiltIn).tables,
      parked: options.parked,
      load: options.loadFormulas,
      onCalculated: (moved) => this.tell({ type: 'changed', change: NOTHING_CHANGED, moved, here: true }),
    })
    this.undoStack = new UndoStack(store)
    this.disputes = new Disputes(book, store.conflicts)
    this.stopListening.push(
      store.onRemoteChange((record) => this.follow(record)),
      store.onSaving((saving) => this.tell({ type: 'saving', saving })),
      store.onWriter((writer) => this.tell({ type: 'writer', writer })),
    )
  }

  get info() {
    return this.store.info
  }

  /** Photos and other files that rows name. */
  get files() {
    return this.store.files
  }

  /** Who sits at this computer, as the history names them; empty until somebody has said. */
  get person(): string {
    return this.options.person()
  }

  /** Local wall time. */
  get now(): string {
    return this.options.now()
  }

  get keys(): KeyRing | null {
    return this.options.keys ?? null
  }

  get saving(): Saving {
    return this.store.saving
  }

  get writer() {
    return this.store.writer
  }

  get startReport() {
    return this.store.startReport
  }

  edit(edits: readonly EditRequest[], how: How): Outcome {
    return this.batch({ edits }, how)
  }

  add(
    table: string,
    rows: readonly Readonly<Record<string, Input>>[],
    how: How,
  ): Outcome & { readonly ids: readonly string[] } {
    const given = rows.map((cells) => ({ table, cells, id: newId() }))
    return { ...this.batch({ rows: given }, how), ids: given.map((row) => row.id) }
  }

  /** Deletes rows. Rows that point at them stay and are marked; undo brings everything back. */
  remove(table: string, ids: readonly string[], how: How): Outcome {
    const problems: CellProblem[] = []
    const edits: CellEdit[] = []
    for (const row of ids) {
      const refused = !this.book.has(table, row)
        ? 'row.unknown'
        : isGeneratedId(row)
          ? 'row.generated'
          : this.isRecord(table)
            ? 'row.record'
            : null
      if (refused !== null) problems.push({ table, row, column: '', problem: { code: refused } })
      else edits.push({ table, row, column: DELETED, from: null, to: true })
    }
    return { change: this.write({ ...how, edits, added: [] }), problems }
  }

  /** Edits and new rows together, as one change. */
  batch({ edits = [], rows = [] }: Batch, how: How): Outcome {
    const problems: CellProblem[] = []
    const added = rows.map((row) => ({
      table: row.table,
      id: row.id ?? newId(),
      cells: this.read(row.table, row.cells),
    }))
    const cells: CellEdit[] = []
    // One for all: each asks the clock, and ten thousand cells are pasted at once.
    const context = this.book.context()
    for (const { table, row, column, input } of edits) {
      const definition = this.book.tables[table]?.columns[column]
      const refused = !definition
        ? 'column.unknown'
        : definition.computed
          ? 'column.computed'
          : definition.fixed
            ? 'column.fixed'
            : this.book.has(table, row)
              ? null
              : 'row.unknown'
      if (refused !== null) {
        problems.push({ table, row, column, problem: { code: refused } })
        continue
      }
      const to = readInput(input, definition!, context)
      cells.push({ table, row, column, from: this.book.stored(table, row, column), to })
    }
    const outcome = this.accept({ edits: cells, rows: added }, how)
    for (const { table, id: row, cells } of added)
      for (const column of Object.keys(cells)) {
        const problem = this.book.problem(table, row, column)
        if (problem) problems.push({ table, row, column, problem })
      }
    return { change: outcome.change, problems: [...problems, ...outcome.problems] }
  }

  /** Edits and new rows whose cells are read already: what an import has planned and somebody has agreed to. */
  accept(
    { edits, rows }: { readonly edits: readonly CellEdit[]; readonly rows: readonly NewRow[] },
    how: How,
  ): Outcome {
    const isOpen = ({ table }: { readonly table: string }) => !this.isRecord(table)
    const wanted = edits.every(isOpen) ? edits : edits.filter(isOpen)
    const problems = [
      ...(wanted === edits ? [] : edits),
      ...rows.map(({ table, id }) => ({ table, row: id, column: '' })),
    ]
      .filter((place) => !isOpen(place))
      .map(({ table, row, column }): CellProblem => ({ table, row, column, problem: { code: 'row.record' } }))
    const filled = completed(this.book, rows.filter(isOpen), this.options.now())
    const added = [...this.overlayRows(wanted), ...blocksOf(filled)]
    const change = this.write({ ...how, edits: wanted, added })
    for (const { table, row, column } of change?.edits ?? []) {
      const problem = this.book.problem(table, row, column)
      if (problem) problems.push({ table, row, column, problem })
    }
    return { change, problems }
  }

  /** Rows that are written down once, by the program itself, and stay. */
  private isRecord(table: string): boolean {
    return this.book.tables[table]?.record === true
  }

  private read(table: string, cells: Readonly<Record<string, Input>>): Record<string, Cell> {
    const definition = this.book.tables[table]
    if (!definition) throw new Error(`no table ${table}`)
    const context = this.book.context()
    const row: Record<string, Cell> = {}
    for (const [key, input] of Object.entries(cells)) {
      const column = definition.columns[key]
      if (column && !column.computed) row[key] = readInput(input, column, context)
    }
    return row
  }

  /** The first thing somebody writes beside a generated row makes the stored row that holds it. */
  private overlayRows(edits: readonly CellEdit[]): RowBlock[] {
    const wanted = new Map<string, string>()
    for (const { table, row } of edits)
      if (isGeneratedId(row) && this.book.positionOf(table, row) < 0) wanted.set(row, table)
    return [...wanted].map(([row, table]) => ({ table, ids: [row], columns: {} }))
  }

  /** The door. Applies the change, lets what must follow join it, tells the screens, and hands it to the store. */
  write(change: Change): Change | null {
    const edits = this.meant([...boundNames(this.book, change), ...change.edits])
    const wanted: Change = { ...change, edits }
    if (edits.length === 0 && wanted.added.every(({ ids }) => ids.length === 0)) return null
    const moved = this.apply(wanted)
    const { rows, edits: more } = consequencesOf(this.book, wanted)
    const added = blocksOf(completed(this.book, rows, this.options.now()))
    const follows = rows.length > 0 || more.length > 0
    const whole = follows
      ? { ...wanted, edits: [...edits, ...more], added: [...wanted.added, ...added] }
      : wanted
    const movedToo = follows ? this.apply({ ...wanted, edits: more, added }) : null
    const decided = this.disputes.decided(whole.edits)
    const saved = this.save(whole, decided.length > 0 ? { decided } : {})
    this.undoStack.wrote(whole, saved, decided)
    this.tell({ type: 'changed', change: whole, moved: movedToo ? both(moved, movedToo) : moved, here: true })
    return whole
  }

  /** Edits that say something: another value, or the same one where a dispute is about it. */
  private meant(edits: readonly CellEdit[]): CellEdit[] {
    return this.alive(edits).filter(
      (edit) => !sameCell(edit.from, edit.to) || this.disputes.has(edit.table, edit.row, edit.column),
    )
  }

  /**
   * A deleted row takes no edits but with the one that brings it back; else it would seem that somebody had worked on it
   * without knowing that it is gone.
   */
  private alive(edits: readonly CellEdit[]): CellEdit[] {
    const revived = new Set(edits.flatMap(({ column, row }) => (column === DELETED ? [row] : [])))
    return edits.filter(
      ({ table, row }) =>
        revived.has(row) ||
        this.book.positionOf(table, row) < 0 ||
        this.book.stored(table, row, DELETED) !== true,
    )
  }

  /**
   * The door for what a merge brings, worked out from the change with the number `base`. Tables and columns of a newer
   * version go to the store only.
   */
  take({ change, dots, conflicts, learned, changes, forks, extra }: Merge, base: number): void {
    const moved = this.apply(change)
    this.disputes.decided(change.edits)
    this.disputes.found(conflicts)
    const parts = {
      dots,
      conflicts,
      learned,
      changes,
      ...(forks ? { forks } : {}),
      ...(extra ? { extra } : {}),
    }
    void this.save(change, { merge: { ...parts, base } })
    this.tell({ type: 'changed', change, moved, here: true })
  }

  private apply(change: Change): Moved {
    const { shape, ...moved } = this.schema.apply(change)
    if (shape) this.tell({ type: 'shape' })
    return moved
  }

  /** All that is durable, with its dots, as an export and a merge need it. */
  async state(): Promise<Result<StoredState>> {
    try {
      return ok(await this.store.state())
    } catch (error) {
      return { ok: false, problem: problemOf(error) }
    }
  }

  /** This copy, and how much of each copy's work it holds durably. */
  standing(): ReturnType<OpenedWorkbook['standing']> {
    return this.store.standing()
  }

  private save(change: Change, parts: Parameters<OpenedWorkbook['commit']>[2] = {}): Promise<number> {
    this.unsaved.add(change)
    const saved = this.store.commit(change, this.options.person(), parts)
    const done = () => this.unsaved.delete(change)
    saved.then(done, done)
    return saved
  }

  /**
   * A change another tab of this computer has made. It is in the log before whatever is not saved here yet, so a cell
   * that was also edited here keeps what was typed here: memory must end as the log will.
   */
  private follow(record: LogRecord): void {
    const mine = new Set([...this.unsaved].flatMap(({ edits }) => edits.map(cellOf)))
    const { change } = record
    const moved = this.apply(
      mine.size ? { ...change, edits: change.edits.filter((edit) => !mine.has(cellOf(edit))) } : change,
    )
    this.disputes.decided(change.edits)
    this.disputes.found(record.conflicts ?? [])
    this.undoStack.followed(record)
    this.tell({ type: 'changed', change, moved, here: false })
  }

  async undo(): Promise<SteppedBack | null> {
    // A cell that is in dispute again is not undo's to decide.
    const { disputes } = this
    const back = await this.undoStack.undo(
      (edit) => this.holds(edit) && !disputes.has(edit.table, edit.row, edit.column),
    )
    return back && this.steppedBack(back, await this.stepBack(back))
  }

  private steppedBack({ left }: StepBack, change: Change | null): SteppedBack {
    const overtaken = left.flatMap(({ table, row, column, to }): CellEdit[] => {
      const isCell = this.book.has(table, row) && this.book.tables[table]!.columns[column]?.computed === false
      if (!isCell || this.disputes.has(table, row, column)) return []
      const from = this.book.stored(table, row, column)
      return sameCell(from, to) ? [] : [{ table, row, column, from, to }]
    })
    return { change, problems: [], overtaken }
  }

  /** Writes over cells that an undo has spared, after somebody has agreed. They may have changed once more. */
  overwrite(spared: readonly CellEdit[]): Outcome {
    const edits = spared.map((edit) => ({
      ...edit,
      from: this.book.stored(edit.table, edit.row, edit.column),
    }))
    const label = { code: 'cell.restore', params: { count: edits.length } }
    return this.accept({ edits, rows: [] }, { source: 'user', label })
  }

  /** Takes a change back; what it had decided is open again. */
  private async stepBack({ change, reopens }: StepBack): Promise<Change | null> {
    if (reopens.length === 0) return this.write(change)
    const { reopenedCells } = await import('./reopened-cells.ts')
    const stored = await this.store.state()
    // Somebody may have typed meanwhile.
    const edits = this.alive(change.edits.filter((edit) => this.holds({ ...edit, to: edit.from })))
    const still = new Set(edits.map(cellOf))
    const cells = reopenedCells(
      stored,
      reopens.filter((cell) => still.has(cellOf(cell))),
    )
    if (edits.length === 0) return null
    const back = { ...change, edits }
    const moved = this.apply(back)
    // Their dots are given when they are stored; here only their order matters, and the shown one has the highest.
    this.disputes.found(reopen(cells, { replica: '', seq: 1 }).conflicts)
    void this.save(back, { reopened: cells })
    this.tell({ type: 'changed', change: back, moved, here: true })
    return back
  }

  async redo(): Promise<SteppedBack | null> {
    const again = await this.undoStack.redo((row) => this.holds(row))
    return again && this.steppedBack(again, this.write(again.change))
  }

  /** Does the cell still hold what an edit wrote? Undo touches no other. */
  private holds(edit: CellEdit): boolean {
    return (
      this.book.positionOf(edit.table, edit.row) >= 0 &&
      sameCell(this.book.stored(edit.table, edit.row, edit.column), edit.to)
    )
  }

  /** The first changes of this copy's log. */
  beginning(count: number): Promise<LogRecord[]> {
    return this.store.log({ limit: count })
  }

  /** Takes back one change of any age, as planned and agreed to. */
  async takeBack(record: LogRecord, back: StepBack): Promise<Change | null> {
    const change = await this.stepBack(back)
    if (change) this.undoStack.tookBack(record)
    return change
  }

  log(filter: LogFilter): Promise<LogRecord[]> {
    return this.store.log(filter)
  }

  /** The history in pieces, newest first. */
  historyPieces(filter: HistoryFilter = {}): AsyncGenerator<HistoryPiece> {
    return historyPieces(this.store, filter)
  }

  history(filter: HistoryFilter = {}): Promise<HistoryEntry[]> {
    return historyOf(this.store, filter)
  }

  subscribe(listener: (event: SessionEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private tell(event: SessionEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  /** Another tab writes: asks it to hand the pen over. True when this tab may write. */
  becomeWriter(): Promise<boolean> {
    return this.store.becomeWriter()
  }

  retry(): Promise<void> {
    return this.store.retry()
  }

  /** Brings the log into the pages now, so that the next start reads less: after much has come in at once. */
  tidy(): Promise<void> {
    return this.store.fold()
  }

  /** When every change so far is durable, or has failed and said so. */
  settled(): Promise<void> {
    return this.store.settled()
  }

  async close(): Promise<void> {
    for (const stop of this.stopListening) stop()
    await this.store.close()
  }
}

const NOTHING_CHANGED: Change = { source: 'program', label: { code: 'formula.loaded' }, edits: [], added: [] }

const cellOf = ({ table, row, column }: Pick<CellEdit, 'table' | 'row' | 'column'>) =>
  JSON.stringify([table, row, column])

function blocksOf(rows: readonly NewRow[]): RowBlock[] {
  const byTable = new Map<string, { ids: string[]; columns: Record<string, Cell[]> }>()
  for (const { table, id, cells } of rows) {
    const block = byTable.get(table) ?? { ids: [], columns: {} }
    byTable.set(table, block)
    const at = block.ids.push(id) - 1
    for (const key of new Set([...Object.keys(block.columns), ...Object.keys(cells)])) {
      const column = (block.columns[key] ??= [])
      while (column.length < at) column.push(null)
      column.push(cells[key] ?? null)
    }
  }
  return [...byTable].map(([table, block]) => ({ table, ...block }))
}

function both(a: Moved, b: Moved): Moved {
  const rows = new Map([...a.rows].map(([table, ids]) => [table, new Set(ids)]))
  for (const [table, ids] of b.rows) {
    const known = rows.get(table) ?? new Set<string>()
    for (const id of ids) known.add(id)
    rows.set(table, known)
  }
  return {
    tables: new Set([...a.tables, ...b.tables]),
    rows,
    reshaped: new Set([...a.reshaped, ...b.reshaped]),
    everything: a.everything || b.everything,
  }
}
