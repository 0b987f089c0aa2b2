import type { Policy } from './policy.ts'
import type { SeverityGrade } from './score-facts.ts'

/** Points of one incident for one responsible person (P4-33): six numbers, by severity and whether at fault. */
export function pointsFor(severity: SeverityGrade, liable: boolean, policy: Policy): number {
  if (severity === 0 || (!liable && !policy['score.noFault'])) return 0
  return policy['score.table'][(severity - 1) * 2 + (liable ? 1 : 0)]!
}

/**
 * Whether a person answers for a responsibility incident; null while it is not decided. By default each by his own
 * finding; where the school judges the incident as a whole (A17), everybody named by the incident's.
 */
export function liableFor(
  finding: string | null,
  liability: string | null,
  policy: Pick<Policy, 'classify.scope'>,
): boolean | null {
  if (policy['classify.scope'] === 'incident') {
    if (liability === '是') return true
    return liability === '否' ? false : null
  }
  if (finding === '未尽责') return true
  return finding === '尽责' ? false : null
}

/** How many incidents one row stands for (A8): one, or one for each pupil hurt where the school counts heads. */
export const casesOf = (injuredPupils: number | null, policy: Pick<Policy, 'classify.countBy'>): number =>
  policy['classify.countBy'] === 'injured' ? Math.max(1, injuredPupils ?? 0) : 1

/** 一般 → 1, 较严重 → 2, 严重 → 3; not counted or not known → 0. */
export function gradeOfSeverity(severity: string | null): SeverityGrade {
  if (severity === '一般') return 1
  if (severity === '较严重') return 2
  return severity === '严重' ? 3 : 0
}
