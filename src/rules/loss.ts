import type { SeverityGrade } from './score-facts.ts'

/** The two lines between the three grades of loss, and on which side a loss exactly on a line falls (A5). */
export interface LossBounds {
  readonly bounds: readonly number[]
  readonly upperInclusive: boolean
}

/** 0 without a loss, 1 up to the first line, 2 up to the second, 3 above. */
export function lossGrade(yuan: number | null, { bounds, upperInclusive }: LossBounds): SeverityGrade {
  if (yuan === null || yuan <= 0) return 0
  const [first, second] = bounds as readonly [number, number]
  if (upperInclusive) return yuan <= first ? 1 : yuan <= second ? 2 : 3
  return yuan < first ? 1 : yuan < second ? 2 : 3
}

/** True when the two readings of “以上” and “以下” give this loss different grades. */
export const isOnBound = (yuan: number | null, bounds: readonly number[]): boolean =>
  yuan !== null && bounds.includes(yuan)
