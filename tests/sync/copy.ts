import { DELETED, type CellEdit, type Change, type RowBlock } from '../../src/engine/change.ts'
import { canonical } from '../../src/sync/canonical.ts'
import { seen } from '../../src/sync/dots.ts'
import { isForked, merge, replay, type Merge } from '../../src/sync/merge.ts'
import { decode, encode } from '../../src/sync/package.ts'
import { WorkbookState, type StateRecord } from '../../src/sync/workbook-state.ts'
import { sameCell, type Cell } from '../../src/tables/cell.ts'

const workbook = { id: 'w', kind: 'school', name: '实验小学' }

/** The parts of merging that a planted bug can stand in for. */
export interface Machine {
  merge(mine: WorkbookState, theirs: WorkbookState, now: string): Merge
  pack(state: WorkbookState): Uint8Array
  /** The number a copy goes on from when its program starts again. */
  numberAtStart(state: WorkbookState, replica: string): number
  /** Are sums counted anew after a merge? */
  readonly recounts: boolean
  /** What a merge is recorded as. */
  record(merged: Merge, copy: Copy): StateRecord
}

export const bytesOf = (state: WorkbookState): Uint8Array => encode({ workbook, state })

export function stateOf(bytes: Uint8Array): WorkbookState {
  const read = decode(bytes)
  if (!read.ok) throw new Error(`${read.problem.code} ${JSON.stringify(read.problem.params)}`)
  return read.value.state
}

export const soundMachine: Machine = {
  merge,
  pack: bytesOf,
  numberAtStart: (state, replica) => seen(state.vector, replica),
  recounts: true,
  record: (merged, copy) => ({ ...merged, replica: copy.id, seq: 0, at: copy.now(), by: '' }),
}

export const canonicalText = (state: WorkbookState): string =>
  new TextDecoder().decode(bytesOf(canonical(state)))

/** One computer's copy of a workbook: its state, and what its screen shows, which only ever moves by changes. */
export class Copy {
  state = new WorkbookState()
  readonly screen = new Map<string, Cell>()
  /** What this copy knows, for the judge. */
  known = new Set<number>()
  done: CellEdit[][] = []
  private number = 0
  private sum: number | null = null
  private packed: Uint8Array | null = null

  constructor(
    public id: string,
    private readonly machine: Machine,
    readonly now: () => string,
  ) {}

  write(edits: readonly CellEdit[], added: readonly RowBlock[], by: string): void {
    const change: Change = { source: 'user', label: { code: 'edit' }, edits, added }
    const dot = { replica: this.id, seq: ++this.number }
    const deletes = edits.some(({ column, to }) => column === DELETED && to === true)
    this.state.apply({ ...dot, at: this.now(), by, change, ...(deletes ? { saw: this.state.vector } : {}) })
    this.show(change)
    this.sum = null
    this.packed = null
  }

  file(): Uint8Array {
    return (this.packed ??= this.machine.pack(this.state))
  }

  /** Reads a file; true when there was anything new in it. */
  read(theirs: WorkbookState, freshId: () => string): boolean {
    const merged = this.machine.merge(this.state, theirs, this.now())
    if (!merged.report.news) return false
    this.packed = null
    this.state = replay(this.state, this.machine.record(merged, this))
    this.number = Math.max(this.number, seen(this.state.vector, this.id))
    this.show(merged.change)
    if (this.machine.recounts) this.sum = null
    if (isForked(this.state.forks, this.id)) {
      this.id = freshId()
      this.number = 0
    }
    return true
  }

  restart(): void {
    this.state = stateOf(bytesOf(this.state))
    this.number = this.machine.numberAtStart(this.state, this.id)
  }

  /** What another computer has after somebody has copied this one's profile to it. */
  cloned(now: () => string): Copy {
    const clone = new Copy(this.id, this.machine, now)
    clone.state = stateOf(bytesOf(this.state))
    clone.number = this.number
    clone.known = new Set(this.known)
    for (const [cell, value] of this.screen) clone.screen.set(cell, value)
    return clone
  }

  /** A number that follows from all cells on the screen, counted only when something has moved. */
  total(): number {
    this.sum ??= count(this.screen)
    return this.sum
  }

  private show({ edits, added }: Change): void {
    for (const { table, ids, columns } of added)
      ids.forEach((id, i) => {
        this.screen.set(`${table} ${id} ${DELETED}`, null)
        for (const [key, cells] of Object.entries(columns))
          this.screen.set(`${table} ${id} ${key}`, cells[i] ?? null)
      })
    for (const { table, row, column, from, to } of edits) {
      const key = `${table} ${row} ${column}`
      if (!sameCell(this.screen.get(key) ?? null, from))
        throw new Error(`${key} was not what the change says`)
      this.screen.set(key, to)
    }
  }
}

export function count(screen: ReadonlyMap<string, Cell>): number {
  let sum = 0
  for (const cell of screen.values()) sum += JSON.stringify(cell).length
  return sum
}
