import { DELETED, reverse, type CellEdit, type Change, type RowBlock } from '../engine/change.ts'
import type { CellConflict, LogRecord } from '../store/log.ts'
import type { OpenedWorkbook } from '../store/workbook-store.ts'

/** Log records read at a time when undo goes back before this start. */
const BATCH = 50

/** A change of this start whose log number may still be on its way, or one read back from the log. */
interface Step {
  readonly change: Change
  readonly number: Promise<number>
  /** The number, once it is known. */
  n?: number
  /** Cells in dispute that the change has decided. */
  readonly decided: readonly CellConflict[]
}

/** A step back, and the disputes that are open again with it. */
export interface StepBack {
  readonly change: Change
  readonly reopens: readonly CellConflict[]
  /** What was left out, because the cell holds something else by now. */
  readonly left: readonly CellEdit[]
}

/**
 * What can be undone and redone, as deep as the log, also after a reload: the log is the stack. Changes of this start
 * are kept at hand; older ones are read when somebody goes back that far.
 *
 * An undo is a new change that names the one it takes back, so it travels, is saved and is merged like any other, and
 * restores a cell only where that still holds what was written.
 */
export class UndoStack {
  private readonly done: Step[] = []
  private readonly undone: Step[] = []
  /** Log records before this number have not been looked at yet; null until somebody asks. */
  private before: number | null = null
  /** Older changes whose undoing stands later in the log. */
  private readonly takenBack = new Set<number>()
  /** Undone before this start and not yet read back; nothing once somebody has written something new. */
  private undoneBefore = true

  constructor(private readonly store: Pick<OpenedWorkbook, 'log' | 'lastNumber'>) {
    this.before = store.lastNumber + 1
  }

  wrote(change: Change, number: Promise<number>, decided: readonly CellConflict[] = []): void {
    const step: Step = { change: withoutCells(change), number, decided }
    // A failed write is announced by the store; the number is asked for only when the change is undone.
    number.then(
      (n) => (step.n = n),
      () => {},
    )
    if (change.source === 'undo' || isNobodysStep(change)) return
    this.done.push(step)
    if (change.source === 'redo') return
    this.undone.length = 0
    this.undoneBefore = false
  }

  /** Other tabs of this computer are the same person's hands: their changes can be undone here. */
  followed(record: LogRecord): void {
    this.wrote(record.change, Promise.resolve(record.n), record.decided)
  }

  /** A change has been taken back out of its turn: it is no step to undo any more, and the first to redo. */
  tookBack(record: LogRecord): void {
    this.takenBack.add(record.n)
    const at = this.done.findIndex(({ n }) => n === record.n)
    const [step = stepOf(record)] = at < 0 ? [] : this.done.splice(at, 1)
    this.undone.push(step)
  }

  async undo(holds: (edit: CellEdit) => boolean): Promise<StepBack | null> {
    if (!this.done.length) await this.readOlder()
    const step = this.done.pop()
    if (!step) return null
    this.undone.push(step)
    const { label } = step.change
    const back = reverse(step.change, { source: 'undo', label, of: await step.number })
    return stepBack(back, step.decided, holds)
  }

  async redo(holds: (edit: CellEdit) => boolean): Promise<StepBack | null> {
    if (!this.undone.length && this.undoneBefore) await this.readUndone()
    const step = this.undone.pop()
    if (!step) return null
    const again = [...step.change.added.flatMap(revived), ...step.change.edits]
    const change: Change = {
      source: 'redo',
      label: step.change.label,
      edits: again,
      added: [],
      of: await step.number,
    }
    return stepBack(change, [], holds)
  }

  /** Reads the log backwards until a change that has not been taken back is found. */
  private async readOlder(): Promise<void> {
    while (this.before !== null && this.before > 1 && !this.done.length) {
      const records = await this.store.log({ to: this.before - 1, limit: BATCH, newestFirst: true })
      if (!records.length) break
      this.before = records[records.length - 1]!.n
      const found: Step[] = []
      for (const record of records) {
        const { n, change } = record
        if (change.source === 'undo') {
          if (change.of !== undefined) this.takenBack.add(change.of)
        } else if (!this.takenBack.has(n) && !isNobodysStep(change)) found.push(stepOf(record))
      }
      this.done.unshift(...found.reverse())
    }
  }

  /** The run of undo and redo steps that ends the log, played again to see what is still undone. */
  private async readUndone(): Promise<void> {
    this.undoneBefore = false
    const run: LogRecord[] = []
    for (let to = this.store.lastNumber; to > 0;) {
      const records = await this.store.log({ to, limit: BATCH, newestFirst: true })
      const end = records.findIndex(({ change }) => change.source !== 'undo' && change.source !== 'redo')
      run.push(...(end < 0 ? records : records.slice(0, end)))
      if (end >= 0 || !records.length) break
      to = records[records.length - 1]!.n - 1
    }
    for (const { change } of run.reverse()) {
      if (change.source === 'redo') this.undone.pop()
      else if (change.of !== undefined) {
        const [taken] = await this.store.log({ from: change.of, to: change.of })
        if (taken) this.undone.push(stepOf(taken))
      }
    }
  }
}

const stepOf = ({ n, change, decided = [] }: LogRecord): Step => ({
  change,
  number: Promise.resolve(n),
  n,
  decided,
})

/** Of a reversed change what may be written: cells that still hold what was written. */
export function stepBack(
  back: Change,
  decided: readonly CellConflict[],
  holds: (edit: CellEdit) => boolean,
): StepBack {
  const edits: CellEdit[] = []
  const left: CellEdit[] = []
  for (const edit of back.edits) (holds({ ...edit, to: edit.from }) ? edits : left).push(edit)
  const written = new Set(edits.map(cellOf))
  return { change: { ...back, edits }, reopens: decided.filter((cell) => written.has(cellOf(cell))), left }
}

const cellOf = ({ table, row, column }: Pick<CellEdit, 'table' | 'row' | 'column'>) =>
  JSON.stringify([table, row, column])

/**
 * How a workbook began is not a step that anybody took: undoing it would leave an empty book. Nor is a merge: undoing it
 * would delete what others have done, on their computers too as soon as they read our file. Nor what follows from a
 * register of reports: the next step would only write it again.
 */
export const isNobodysStep = ({ source, label }: Pick<Change, 'source' | 'label'>): boolean =>
  source === 'merge' ||
  (source === 'program' && (label.code.startsWith('workbook.') || label.code === 'reception.renewed'))

/** New rows go and come back by their ids alone; their cells held here would be a second copy of an import. */
const withoutCells = (change: Change): Change => ({
  ...change,
  added: change.added.map(({ table, ids }) => ({ table, ids, columns: {} })),
})

const revived = (block: RowBlock): CellEdit[] =>
  block.ids.map((row) => ({ table: block.table, row, column: DELETED, from: true, to: null }))
