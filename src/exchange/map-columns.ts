import { assign } from './assignment.ts'
import { fitOf, isTelling, type ColumnProfile } from './column-profile.ts'
import { isHeadingLike, type HeadingIndex, type HeadingMatch, type HeadingPath } from './headings.ts'

/** Why a column of the file goes where it goes. */
export type MatchReason = HeadingMatch | 'values' | 'remembered' | 'chosen'

/** What a column of the file may be, the likeliest first. */
export interface ColumnGuess {
  readonly key: string
  /** 0 … 1. */
  readonly confidence: number
}

export interface MappedColumn {
  /** Null for a column that is left out. */
  readonly key: string | null
  readonly confidence: number
  readonly reason: MatchReason | null
  /** Another column of ours, or of the file, is as likely: worth a look. */
  readonly doubtful: boolean
  /** It means a column that another column of the file already gives. */
  readonly repeats: boolean
  readonly guesses: readonly ColumnGuess[]
}

/** From here on a pair is likelier right than wrong. */
const LEAST = 0.42
/** Two that are nearer than this are a guess between them. */
const MARGIN = 0.12
const SURE = 0.75
const GUESSES = 4

/**
 * Which column of a table each column of a sheet is: headings and values weighed together, and all columns placed at
 * once so that the whole fits best. `chosen` are the places somebody has decided.
 */
export function mapColumns(
  headings: readonly HeadingPath[],
  profiles: readonly ColumnProfile[],
  index: HeadingIndex,
  chosen: ReadonlyMap<number, string | null> = new Map(),
  chosenBy: 'chosen' | 'remembered' = 'chosen',
): MappedColumn[] {
  const keys = Object.keys(index.table.columns)
  const scores = headings.map((path, at) => scoresOf(path, profiles[at]!, index, keys))
  const taken = new Set([...chosen.values()])
  const open = headings.map((_, at) => !chosen.has(at))
  const gains = scores.map((row, at) =>
    row.map(({ score }, key) => (open[at] && !taken.has(keys[key]!) ? score - LEAST : 0)),
  )
  const pairs = assign(gains)
  return headings.map((_, at): MappedColumn => {
    const ranked = scores[at]!.map(({ score, by }, key) => ({ key: keys[key]!, confidence: score, by }))
      .filter(({ confidence }) => confidence > 0.15)
      .sort((a, b) => b.confidence - a.confidence)
    const guesses = ranked.slice(0, GUESSES).map(({ key, confidence }) => ({ key, confidence }))
    const decided = chosen.get(at)
    if (decided !== undefined)
      return { key: decided, confidence: 1, reason: chosenBy, doubtful: false, repeats: false, guesses }
    const key = pairs[at]! < 0 ? null : keys[pairs[at]!]!
    const best = ranked[0]
    if (key === null) {
      const repeats = best !== undefined && best.confidence >= 0.6
      return { key, confidence: 0, reason: null, doubtful: false, repeats, guesses }
    }
    const { score, by } = scores[at]![pairs[at]!]!
    const rival = Math.max(
      0,
      ...ranked.filter((other) => other.key !== key).map(({ confidence }) => confidence),
      ...scores.flatMap((row, other) => (other === at ? [] : [row[pairs[at]!]!.score])),
    )
    // A heading of ours is believed unless another claim is as good; odd values under it are told row by row.
    const guessed = by === 'similar' || by === 'values'
    const doubtful = score < SURE && (score - rival < MARGIN || (guessed && score < 0.6))
    return { key, confidence: score, reason: by, doubtful, repeats: false, guesses }
  })
}

interface PairScore {
  readonly score: number
  readonly by: MatchReason
}

function scoresOf(
  path: HeadingPath,
  profile: ColumnProfile,
  index: HeadingIndex,
  keys: readonly string[],
): PairScore[] {
  // A heading that clearly says something else is not overruled by values that happen to fit.
  const mayBeUnsaid = path.length === 0 || !isHeadingLike(path.at(-1)!)
  const meanings = new Map(index.meanings(path).map((meaning) => [meaning.key, meaning]))
  return keys.map((key): PairScore => {
    const column = index.table.columns[key]!
    const meaning = meanings.get(key)
    const fit = column.computed ? 0 : fitOf(profile, column)
    if (meaning) {
      // An exact heading is believed even over odd values: those are told row by row.
      const weighed = meaning.weight * (0.85 + (fit >= 0 ? 0.2 : 0.3) * fit)
      // Between two that are equally like it, what every such list has is meant.
      const score = Math.min(1, weighed + (index.table.key.includes(key) ? 0.02 : 0))
      return { score, by: meaning.by }
    }
    const speaks = mayBeUnsaid && !column.computed && fit > 0.85 && isTelling(profile, column)
    return { score: speaks ? 0.5 * fit : 0, by: 'values' }
  })
}
