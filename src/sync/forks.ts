import type { ChangeRegistry } from './change-registry.ts'
import type { Dot, VersionVector } from './dots.ts'

/**
 * Where the numbers of a replica have been given out twice, because its profile was copied: replica → the numbers at
 * which copies part. From such a number on each copy's changes bear a name of their own, made from the replica and the
 * print of the change at which they part. So everybody who learns of a fork, from whichever side and in whatever
 * order, gives the same names to the same changes, and no copy's work is taken for the other's.
 */
export type Forks = Readonly<Record<string, readonly number[]>>

export const NO_FORKS: Forks = Object.freeze(Object.create(null) as Forks)

const MARK = '~'

/** The replica a branch has split from; of any other, itself. */
export const baseOf = (replica: string): string => {
  const mark = replica.indexOf(MARK)
  return mark < 0 ? replica : replica.slice(0, mark)
}

export const forksOf = (forks: Forks, replica: string): readonly number[] =>
  Object.hasOwn(forks, baseOf(replica)) ? forks[baseOf(replica)]! : []

/** All forks that either knows. */
export function mergeForks(a: Forks, b: Forks): Forks {
  if (sameForks(a, b)) return a
  const merged = Object.create(null) as Record<string, readonly number[]>
  for (const base of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort())
    merged[base] = [...new Set([...forksOf(a, base), ...forksOf(b, base)])].sort((x, y) => x - y)
  return merged
}

export const sameForks = (a: Forks, b: Forks): boolean =>
  a === b ||
  (Object.keys(a).length === Object.keys(b).length &&
    Object.keys(a).every((base) => forksOf(a, base).join() === forksOf(b, base).join()))

/** Forks by which two copies of a registry turn out to differ: the first change that each prints otherwise. */
export function findForks(mine: ChangeRegistry, theirs: ChangeRegistry): Forks {
  const found = Object.create(null) as Record<string, number[]>
  for (const replica of mine.replicas()) {
    const differ = (seq: number): boolean => {
      const [a, b] = [mine.of({ replica, seq }), theirs.of({ replica, seq })]
      return a !== null && b !== null && a.print !== b.print
    }
    let high = Math.min(mine.last(replica), theirs.last(replica))
    // A print covers all changes before it: once two differ, all after them do.
    if (high === 0 || !differ(high)) continue
    let low = Math.max(mine.first(replica), theirs.first(replica))
    while (low < high) {
      const middle = (low + high) >>> 1
      if (differ(middle)) high = middle
      else low = middle + 1
    }
    ;(found[baseOf(replica)] ??= []).push(low)
  }
  return found
}

/** Names changes as known forks want it, for one copy's data with its registry. */
export class ForkNames {
  constructor(
    private readonly forks: Forks,
    private readonly changes: ChangeRegistry,
  ) {}

  concerns(replica: string): boolean {
    return forksOf(this.forks, replica).length > 0
  }

  nameOf({ replica, seq }: Dot): string {
    let at = 0
    for (const point of forksOf(this.forks, replica)) if (point <= seq) at = point
    const facts = at > 0 ? this.changes.of({ replica, seq: at }) : null
    // Not in the registry: the change lies in a branch that is cut at this point or later already.
    return facts ? baseOf(replica) + MARK + facts.print.toString(36) : replica
  }

  vector(vector: VersionVector): VersionVector {
    if (!Object.keys(vector).some((replica) => this.concerns(replica))) return vector
    const renamed = Object.create(null) as Record<string, number>
    const reach = (replica: string, seq: number) =>
      (renamed[replica] = Math.max(Object.hasOwn(renamed, replica) ? renamed[replica]! : 0, seq))
    for (const [replica, last] of Object.entries(vector)) {
      const first = this.changes.first(replica) || 1
      const cuts = forksOf(this.forks, replica).filter((point) => point > first && point <= last)
      const starts = [first, ...cuts]
      starts.forEach((seq, i) => reach(this.nameOf({ replica, seq }), (starts[i + 1] ?? last + 1) - 1))
    }
    return renamed
  }
}
