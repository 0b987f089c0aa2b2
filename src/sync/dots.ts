import type { Cell } from '../tables/cell.ts'

/**
 * Who wrote a value and as which of his changes. A replica is one computer's copy of a workbook; it numbers its
 * changes 1, 2, 3 …, so a dot names one change for ever, whatever any clock says.
 */
export interface Dot {
  readonly replica: string
  readonly seq: number
}

/** A value with the dot of the change that wrote it. When and by whom stands in that change's log record. */
export interface DottedValue extends Dot {
  readonly value: Cell
  /** For a deletion: what the one who deleted had seen. */
  readonly saw?: VersionVector
}

/**
 * How much of each replica's work a copy has seen: replica → its last number, everything below included. Made
 * without a prototype, because replica ids also come out of files and one may be called `__proto__`.
 */
export type VersionVector = Readonly<Record<string, number>>

const blank = (): Record<string, number> => Object.create(null) as Record<string, number>

export const EMPTY_VECTOR: VersionVector = Object.freeze(blank())

export const seen = (vector: VersionVector, replica: string): number =>
  Object.hasOwn(vector, replica) ? vector[replica]! : 0

export const includes = (vector: VersionVector, dot: Dot): boolean => dot.seq <= seen(vector, dot.replica)

/** The dot of the replica's next change. */
export const nextDot = (vector: VersionVector, replica: string): Dot => ({
  replica,
  seq: seen(vector, replica) + 1,
})

/** The vector after the dot's change; never moves back. */
export function advance(vector: VersionVector, dot: Dot): VersionVector {
  const next = Object.assign(blank(), vector)
  next[dot.replica] = Math.max(seen(vector, dot.replica), dot.seq)
  return next
}

/** What both have seen together. */
export function mergeVectors(a: VersionVector, b: VersionVector): VersionVector {
  const merged = Object.assign(blank(), a)
  for (const replica of Object.keys(b)) merged[replica] = Math.max(seen(a, replica), b[replica]!)
  return merged
}

/** True when `a` has seen all that `b` has. */
export const covers = (a: VersionVector, b: VersionVector): boolean =>
  Object.keys(b).every((replica) => b[replica]! <= seen(a, replica))
