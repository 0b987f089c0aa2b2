import { DELETED, reverse, type CellEdit, type Change } from '../engine/change.ts'
import { isGeneratedId } from '../engine/workbook.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import type { LogRecord } from '../store/log.ts'
import type { Session } from './session.ts'
import { isNobodysStep, stepBack, type StepBack } from './undo.ts'

/** Why something of a change stays when it is taken back. */
export type WhyKept =
  /** The cell, or a cell of the new row, has been changed since. */
  | 'changed'
  /** The cell or row is in dispute: people decide about it first. */
  | 'disputed'
  /** The row has been deleted since. */
  | 'gone'
  /** Rows that stay point at the new row. */
  | 'linked'

/** What taking a change back would do, before anybody agrees. */
export interface TakeBack {
  readonly record: LogRecord
  readonly back: StepBack
  /** Cells that get their former value. */
  readonly cells: number
  /** New rows that go. */
  readonly rows: number
  readonly kept: Readonly<Record<WhyKept, number>>
}

/** Can the change be taken back from the history? Merges belong to everybody, and how a workbook began to nobody. */
export const canTakeBack = (step: Pick<Change, 'source' | 'label'>): boolean =>
  step.source !== 'undo' && step.source !== 'redo' && !isNobodysStep(step)

/**
 * Plans to take back one change of any age, also when others have followed: a cell gets its former value only while it
 * still holds what was written, a new row goes only while nobody has worked on it and nothing that stays points at it.
 */
export async function planTakeBack(session: Session, n: number): Promise<TakeBack | null> {
  const [record] = await session.log({ from: n, to: n })
  if (!record || !canTakeBack(record.change)) return null
  const { book, disputes } = session
  const back = reverse(record.change, { source: 'undo', label: record.change.label, of: n })
  const kept = { changed: 0, disputed: 0, gone: 0, linked: 0 }
  const added = new Map(
    record.change.added.flatMap(({ table, ids }) => ids.map((id) => [id, table] as const)),
  )
  const going = new Map<string, string>()
  const touched = added.size > 0 ? await touchedSince(session, n, added) : new Set<string>()

  const cells: CellEdit[] = []
  for (const edit of back.edits) {
    const { table, row, column, from } = edit
    const isNew = added.has(row)
    const isGone = column !== DELETED && book.stored(table, row, DELETED) === true
    if (book.positionOf(table, row) < 0 || isGone) kept.gone++
    else if (!sameCell(book.stored(table, row, column), isNew && column === DELETED ? null : from)) {
      if (isNew) kept.gone++
      else kept.changed++
    } else if (disputes.has(table, row, column)) kept.disputed++
    else if (!isNew) cells.push(edit)
    else if (touched.has(row)) kept.changed++
    else going.set(row, table)
  }
  kept.linked = keepLinked(session, going)

  const rows = [...going].map(([row, table]): CellEdit => ({
    table,
    row,
    column: DELETED,
    from: null,
    to: true,
  }))
  const step = stepBack({ ...back, edits: [...cells, ...rows] }, record.decided ?? [], () => true)
  return { record, back: step, cells: cells.length, rows: rows.length, kept }
}

/** Rows of these in which some cell ended up otherwise after the change, whoever did it. */
async function touchedSince(
  session: Session,
  n: number,
  rows: ReadonlyMap<string, string>,
): Promise<Set<string>> {
  const first = new Map<string, Cell>()
  const last = new Map<string, { readonly row: string; readonly cell: Cell }>()
  // Nothing is kept of the log but what concerns these rows.
  await session.log({
    from: n + 1,
    matching: ({ change }) => {
      for (const { row, column, from, to } of change.edits) {
        if (!rows.has(row) || column === DELETED) continue
        const key = `${row} ${column}`
        if (!first.has(key)) first.set(key, from)
        last.set(key, { row, cell: to })
      }
      return false
    },
  })
  const touched = new Set<string>()
  for (const [key, { row, cell }] of last) if (!sameCell(first.get(key)!, cell)) touched.add(row)
  return touched
}

/** Takes out of those that would go the rows that others point at, until all that is left can go. */
function keepLinked({ book }: Session, going: Map<string, string>): number {
  const before = going.size
  const isHeld = (row: string, table: string): boolean =>
    book
      .children(table, row)
      .some(({ ids }) => ids.some((child) => !going.has(child) && !isGeneratedId(child)))
  for (let moved = true; moved;) {
    moved = false
    for (const [row, table] of going)
      if (isHeld(row, table)) {
        going.delete(row)
        moved = true
      }
  }
  return before - going.size
}
