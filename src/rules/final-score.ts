import type { Policy } from './policy.ts'

/** Half up to a step of 0.01, 0.1 or 1, worked in whole thousandths so that 1.005 does not become 1.00. */
export function roundHalfUp(value: number, step: number): number {
  const scaled = Math.round((Math.abs(value) / step) * 1e6) / 1e6
  const rounded = Math.floor(scaled + 0.5) * step
  const result = Math.round(rounded * 1000) / 1000
  return value < 0 ? -result : result
}

/**
 * Final score of a term (P4-33 … P4-37): floor and ceiling by policy (D5, D6); a concealment makes it 0 whatever else
 * there is (R15). `raw` stays as it is and is shown beside it.
 */
export function finalScore(raw: number, zeroed: boolean, policy: Policy): number {
  if (zeroed) return 0
  const capped = Math.min(raw, policy['score.ceiling'])
  return policy['score.floor'] === 'none' ? capped : Math.max(Number(policy['score.floor']), capped)
}

/** Bonus points count only where the school says so (D6); deductions always do. */
export const otherPoints = (given: number, taken: number, policy: Policy): number =>
  (policy['score.bonus'] ? given : 0) - taken

/**
 * The safety allowance (P4-32, D8, D9): standard × share of the term in post × score / 100, half up. With bands the
 * score is first raised to the percentage of its band.
 */
export function allowanceOf(final: number, prorata: number, policy: Policy): number {
  const score = policy['allow.mode'] === 'bands' ? bandOf(final, policy) : final
  return roundHalfUp((policy['allow.amount'] * prorata * Math.max(0, score)) / 100, policy['allow.round'])
}

/** `90=100;80=80;60=60`: from 90 points the whole, from 80 points 80 %, below 60 nothing. */
function bandOf(final: number, policy: Policy): number {
  let best = 0
  let from = -Infinity
  for (const [bound, percent] of policy['allow.bands'])
    if (final >= bound && bound > from) {
      from = bound
      best = percent
    }
  return best
}

/** 优/良/合格/不合格 by the thresholds of policy. */
export function gradeOf(final: number, policy: Policy): '优' | '良' | '合格' | '不合格' {
  const [excellent = 90, good = 80, pass = 60] = policy['score.grades']
  if (final >= excellent) return '优'
  if (final >= good) return '良'
  return final >= pass ? '合格' : '不合格'
}
