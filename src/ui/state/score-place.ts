export type ScoreMode = 'scores' | 'what-if' | 'term-end'

export interface ScorePlace {
  readonly mode: ScoreMode
  /** The term to show; the running one where it is null. */
  readonly term: string | null
}

const AT_FIRST: ScorePlace = { mode: 'scores', term: null }
let wanted = AT_FIRST

/** How the assessment opens for whoever goes there next. */
export function wantScores(place: ScorePlace): void {
  wanted = place
}

/** Asked for once: who comes by himself begins with the scores. */
export function takeScorePlace(): ScorePlace {
  const place = wanted
  wanted = AT_FIRST
  return place
}
