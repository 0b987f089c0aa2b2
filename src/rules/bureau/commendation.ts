/** Somebody who may be commended. */
export interface Candidate {
  readonly score: number | null
  readonly grade: string
  readonly vetoed: boolean
}

export interface Chosen<C> {
  readonly list: readonly C[]
  /** Equal ones for whom there are too few places left: a meeting decides between them, not the order of a table. */
  readonly tied: readonly C[]
  readonly places: number
}

/** The best of those with the best grade, as far as the places reach. Who is vetoed is never among them (P5-23). */
export function commended<C extends Candidate>(candidates: readonly C[], places: number): Chosen<C> {
  const able = candidates
    .filter(({ score, grade, vetoed }) => score !== null && grade === '优秀' && !vetoed)
    .sort((a, b) => b.score! - a.score!)
  const last = able[places - 1]
  const next = able[places]
  if (last === undefined || next === undefined || last.score !== next.score)
    return { list: able.slice(0, places), tied: [], places }
  return {
    list: able.filter(({ score }) => score! > last.score!),
    tied: able.filter(({ score }) => score === last.score),
    places,
  }
}
