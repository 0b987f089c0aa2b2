import { BETTER, type Figure } from './figures.ts'

/** Where a school stands by a figure: as many are better as stand before it, so that equals share a rank. */
export interface Rank {
  readonly rank: number
  /** Schools with the very same value, itself included. */
  readonly sharing: number
  /** Schools that have a value at all. */
  readonly of: number
}

/** Least first where less is better, most first otherwise. */
export const isLessFirst = (figure: Figure): boolean => BETTER[figure] === 'less'

/**
 * The rank of each value by a figure; null for a school that has none: of nothing found nothing can be closed, and it is
 * neither first nor last.
 */
export function ranksOf(figure: Figure, values: readonly (number | null)[]): (Rank | null)[] {
  const known = values.filter((value): value is number => value !== null)
  const sorted = known.sort((a, b) => (isLessFirst(figure) ? a - b : b - a))
  const first = new Map<number, number>()
  const sharing = new Map<number, number>()
  sorted.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1)
    sharing.set(value, (sharing.get(value) ?? 0) + 1)
  })
  return values.map((value) =>
    value === null ? null : { rank: first.get(value)!, sharing: sharing.get(value)!, of: sorted.length },
  )
}
