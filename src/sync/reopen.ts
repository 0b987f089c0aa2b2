import type { Change } from '../engine/change.ts'
import type { Cell } from '../tables/cell.ts'
import type { ChangeFacts } from './change-registry.ts'
import type { Dot, VersionVector } from './dots.ts'
import type { CellRegister } from './register.ts'

/** A value that a decision had put aside or taken, with who had written it. */
export interface FormerValue extends Omit<ChangeFacts, 'print'> {
  readonly value: Cell
  readonly saw?: VersionVector
}

/** A cell in dispute again because its decision is undone: its values as before, the shown one first. */
export interface ReopenedCell {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly values: readonly FormerValue[]
}

/** The author of one of a record's values, under the number that the value's dot bears. */
export interface Author extends Omit<ChangeFacts, 'print'> {
  readonly seq: number
}

export interface Reopened {
  /** The dot of the change itself, after those of the values. */
  readonly dot: Dot
  readonly conflicts: readonly CellRegister[]
  readonly authors: readonly Author[]
}

/**
 * Puts several values into each cell at once. The decision has been seen by others, maybe, and with it their old dots are
 * overwritten for ever; so each value gets a dot of this replica, from `first` on, which keeps the name and the time of
 * its author. The shown value of every cell gets a higher number than its others, so that it stays the shown one.
 */
export function reopen(cells: readonly ReopenedCell[], first: Dot): Reopened {
  const authors = new Map<string, Omit<Author, 'seq'>>()
  const keyed = cells.map((cell) => ({
    cell,
    keys: cell.values.map(({ by, at, source }, i) => {
      // Others first: keys are numbered in their order. Two values of one cell never share a number.
      const key = JSON.stringify([i === 0 ? 1 : 0, i, at, by, source])
      authors.set(key, { by, at, source })
      return key
    }),
  }))
  const order = [...authors.keys()].sort()
  const seqOf = new Map(order.map((key, i) => [key, first.seq + i]))
  return {
    dot: { replica: first.replica, seq: first.seq + order.length },
    conflicts: keyed.map(({ cell: { table, row, column, values }, keys }) => ({
      table,
      row,
      column,
      values: values.map(({ value, saw }, i) => ({
        replica: first.replica,
        seq: seqOf.get(keys[i]!)!,
        value,
        ...(saw ? { saw } : {}),
      })),
    })),
    authors: order.map((key) => ({ seq: seqOf.get(key)!, ...authors.get(key)! })),
  }
}

/** What an author's number stands for, as a change, so that copies of a profile are told apart by it. */
export function changeOf(
  { seq, source }: Author,
  replica: string,
  conflicts: readonly CellRegister[] = [],
): Change {
  const edits = conflicts.flatMap(({ table, row, column, values }) =>
    values
      .filter((value) => value.replica === replica && value.seq === seq)
      .map(({ value }) => ({ table, row, column, from: null, to: value })),
  )
  return { source, label: { code: 'merge.resolve' }, edits, added: [] }
}
