import { sameCell } from '../tables/cell.ts'
import { baseOf } from './forks.ts'
import { EMPTY_VECTOR, includes, seen, type Dot, type DottedValue, type VersionVector } from './dots.ts'

/**
 * All that a cell holds: one value, or several that were written without knowledge of each other. A cell nobody has
 * written has none; one that somebody has emptied holds an empty value, which is a value like any other.
 */
export type Register = readonly DottedValue[]

/** What a cell holds after a merge, where that is not simply the value its edit wrote. */
export interface CellRegister {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly values: Register
}

export const sameDot = (a: Dot, b: Dot): boolean => a.seq === b.seq && a.replica === b.replica

/**
 * What is left when two copies meet. A value survives unless the other copy has seen it and has not got it any more:
 * then somebody there has overwritten it, knowing it. A copy that has nothing at all in the cell has overwritten
 * nothing, whatever it has seen.
 */
export function mergeRegisters(
  mine: Register,
  theirs: Register,
  seenByMe: VersionVector,
  seenByThem: VersionVector,
): Register {
  if (theirs.length === 0) return mine
  if (mine.length === 0) return theirs
  const has = (register: Register, dot: Dot) => register.some((value) => sameDot(value, dot))
  const kept = mine.filter((value) => has(theirs, value) || !includes(seenByThem, value))
  const gained = theirs.filter((value) => !has(mine, value) && !includes(seenByMe, value))
  return gained.length === 0 && kept.length === mine.length ? mine : [...kept, ...gained]
}

/** Values that differ. The same value written twice is agreement, and asks nobody. */
export const isDisputed = (register: Register): boolean =>
  register.some((value) => !sameCell(value.value, register[0]!.value))

/**
 * The value that is shown: the same on every computer, whatever any clock says and in whatever order files came. Of
 * several the one shown is not better than the others, so the rule only has to be the same everywhere and to hide
 * least: a filled cell before an emptied one, then the higher number, then the replica, then the value. The name of a
 * branch has no say in it: that may change when one more copy of its profile turns up, and nothing may move then.
 */
export function shown(register: Register): DottedValue | null {
  let best: DottedValue | null = null
  for (const value of register) if (best === null || goesBefore(value, best)) best = value
  return best
}

function goesBefore(a: DottedValue, b: DottedValue): boolean {
  if ((a.value === null) !== (b.value === null)) return b.value === null
  return compareValues(a, b) > 0
}

export function compareValues(a: DottedValue, b: DottedValue): number {
  if (a.seq !== b.seq) return a.seq - b.seq
  return (
    compare(baseOf(a.replica), baseOf(b.replica)) || compare(JSON.stringify(a.value), JSON.stringify(b.value))
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Had the one who deleted seen this value? His own changes he had seen, up to the deletion itself. */
export const deletionSaw = (deletion: DottedValue, dot: Dot): boolean =>
  dot.replica === deletion.replica
    ? dot.seq <= deletion.seq
    : dot.seq <= seen(deletion.saw ?? EMPTY_VECTOR, dot.replica)
