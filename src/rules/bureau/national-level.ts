export type NationalLevel = '一般' | '较大' | '重大' | '特别重大'

const YI = 100_000_000
const WAN = 10_000

/**
 * Article 3 of the State Council's decree 493, worst first: deaths, severe injuries, direct loss in yuan. “以上” includes
 * the number itself.
 */
const LEVELS: readonly (readonly [level: NationalLevel, deaths: number, injuries: number, loss: number])[] = [
  ['特别重大', 30, 100, YI],
  ['重大', 10, 50, 5000 * WAN],
  ['较大', 3, 10, 1000 * WAN],
]

/** From this loss on it is an accident of the decree though nobody was hurt; it names no lower bound itself. */
const LEAST_LOSS = 100 * WAN

/** The level of the worst of the three; null where nobody died or was badly hurt and little was lost. */
export function nationalLevel(of: {
  readonly deaths: number
  readonly injuries: number
  readonly loss: number
}): NationalLevel | null {
  for (const [level, deaths, injuries, loss] of LEVELS)
    if (of.deaths >= deaths || of.injuries >= injuries || of.loss >= loss) return level
  return of.deaths > 0 || of.injuries > 0 || of.loss >= LEAST_LOSS ? '一般' : null
}
