import type { Step } from '../tables/column.ts'
import type { Policy } from './policy.ts'
import type { Counts } from './score-facts.ts'

/** Who answers for a line: its director, the vice principal in charge, or (where the school says so) the principal. */
export type ManagementRole = 'director' | 'vp' | 'principal'

const SEVERITIES = ['一般', '较严重', '严重'] as const

/** M3: by default a more serious incident is counted in its own class only. */
function counted([light, medium, severe]: Counts, policy: Policy): Counts {
  return policy['mgmt.carryDown']
    ? [light + medium + severe, medium + severe, severe]
    : [light, medium, severe]
}

function thresholdsOf(role: ManagementRole, policy: Policy): readonly number[] {
  if (role === 'director') return policy['mgmt.threshold.director']
  if (role === 'vp') return policy['mgmt.threshold.vp']
  return policy['mgmt.principal']
    .slice(0, 1)
    .concat(policy['mgmt.principal'].slice(0, 1), policy['mgmt.principal'].slice(0, 1))
}

function pointsOf(role: ManagementRole, policy: Policy): readonly number[] {
  if (role !== 'principal') return policy['mgmt.points']
  const points = policy['mgmt.principal'][1] ?? 0
  return [points, points, points]
}

/** Points for one class of incidents: M1, each full multiple of the threshold or only the first. */
export function classPoints(
  count: number,
  threshold: number,
  points: number,
  repeat: Policy['mgmt.repeat'],
): number {
  if (!(threshold > 0)) return 0
  const reached = Math.floor(count / threshold)
  return (repeat === 'once' ? Math.min(reached, 1) : reached) * points
}

/**
 * What a manager loses for the liability incidents of his line in a term (plan 4, P4-34 and P4-35): for each full
 * 2 (director) or 4 (vice principal) incidents of a class 10, 20 or 40 points; classes are counted apart (M2).
 */
export function managementPoints(counts: Counts, role: ManagementRole, policy: Policy): number {
  if (role === 'principal' && policy['mgmt.principal'].length < 2) return 0
  const thresholds = thresholdsOf(role, policy)
  const points = pointsOf(role, policy)
  const classes = counted(counts, policy)
  let sum = 0
  let largest = 0
  for (let i = 0; i < 3; i++) {
    const taken = classPoints(classes[i]!, thresholds[i]!, points[i]!, policy['mgmt.repeat'])
    sum += taken
    largest = Math.max(largest, taken)
  }
  return policy['mgmt.sum'] === 'max' ? largest : sum
}

/** The working, class by class, with the other reading of “每学期发生 2 起” wherever it would give another number. */
export function managementSteps(counts: Counts, role: ManagementRole, policy: Policy): Step[] {
  const thresholds = thresholdsOf(role, policy)
  const points = pointsOf(role, policy)
  const classes = counted(counts, policy)
  const steps: Step[] = []
  for (let i = 0; i < 3; i++) {
    const count = classes[i]!
    if (!count) continue
    const params = { severity: SEVERITIES[i]!, count, threshold: thresholds[i]!, points: points[i]! }
    const taken = classPoints(count, thresholds[i]!, points[i]!, policy['mgmt.repeat'])
    steps.push({ code: `management.${policy['mgmt.repeat']}`, params: { ...params, taken } })
    const other = policy['mgmt.repeat'] === 'once' ? 'everyMultiple' : 'once'
    const otherwise = classPoints(count, thresholds[i]!, points[i]!, other)
    if (otherwise !== taken) steps.push({ code: `management.otherwise-${other}`, params: { otherwise } })
    if (count > 0 && taken === 0 && i === 2) steps.push({ code: 'management.severe-below-threshold', params })
  }
  if (steps.length && policy['mgmt.sum'] === 'max') steps.push({ code: 'management.only-largest' })
  return steps
}
