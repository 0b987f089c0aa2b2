import { Assignment } from './assignment.ts'
import { fairCounts } from './fair-counts.ts'
import { gapsOf, shortagesOf } from './reasons.ts'
import type { RotaProblem, RotaSolution } from './rota-problem.ts'
import { spread } from './spread.ts'
import { takeTurns } from './take-turns.ts'

/** How far the work is when each part begins. */
const COUNTED = 0.1
const SPREAD = 0.4

/**
 * A rota: as many places filled as can be, counts as equal as they can be, and then duties spread over posts, weekdays and
 * the term. The same problem always has the same answer. `onProgress` is told a share from 0 to 1.
 */
export function solveRota(
  problem: RotaProblem,
  onProgress: (share: number) => void = () => {},
): RotaSolution {
  const assignment = new Assignment(problem)
  takeTurns(assignment)
  fairCounts(assignment, (share) => onProgress(COUNTED + share * (SPREAD - COUNTED)))
  spread(assignment, (share) => onProgress(SPREAD + share * (1 - SPREAD)))
  return {
    holders: assignment.holders(),
    counts: [...assignment.counts],
    shortages: shortagesOf(assignment),
    gaps: gapsOf(assignment),
  }
}
