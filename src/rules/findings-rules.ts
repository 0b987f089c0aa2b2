import type { Step } from '../tables/column.ts'
import type { Tables } from '../tables/index.ts'
import { findingOf } from './diligence.ts'
import { findingSteps } from './diligence-steps.ts'
import { classOf } from './liability.ts'
import { casesOf, gradeOfSeverity, liableFor, pointsFor } from './points.ts'
import type { Policy } from './policy.ts'
import { rulesOf } from './rule.ts'
import { countsAsFoodPoisoning } from './severity.ts'

const { rule, all } = rulesOf<Tables['findings']>()

const examined = [
  'capacity',
  'should_be_there',
  'was_there',
  'educated',
  'guided',
  'absent_post',
  'override',
] as const
const findingReads = { own: examined, via: { incident: ['food_poisoning', 'injured'] } } as const

/** The part of an incident's points that falls on one of several responsible persons (D3). */
function shareOf(
  person: string | null,
  share: number | null,
  responsible: readonly string[],
  policy: Policy,
): number {
  if (policy['score.multi'] === 'split') return (share ?? 100 / Math.max(1, responsible.length)) / 100
  return policy['score.multi'] === 'primaryOnly' && responsible[0] !== person ? 0 : 1
}

const pointReads = {
  own: ['finding', 'person', 'share'],
  via: { incident: ['severity', 'liability', 'injured', 'responsible', 'state'] },
} as const

export const findingsRules = all({
  finding: rule(
    findingReads,
    (row, { policy }) => {
      if (row.override !== null) return row.override
      const { incident } = row.via
      return incident !== null && countsAsFoodPoisoning(incident, policy) ? '未尽责' : findingOf(row, policy)
    },
    {
      eager: true,
      why: (row, { policy }) =>
        findingSteps(
          row,
          row.via.incident !== null && countsAsFoodPoisoning(row.via.incident, policy),
          policy,
        ),
    },
  ),

  class6: rule(
    { own: ['finding'], via: { incident: ['severity', 'liability'] } },
    ({ finding, via: { incident } }, { policy }) =>
      incident === null ? null : classOf(incident.severity, liableFor(finding, incident.liability, policy)),
  ),

  /** What this person would lose; it counts once the incident is 已认定. */
  points: rule(
    pointReads,
    ({ finding, person, share, via: { incident } }, { policy }) => {
      if (incident === null) return null
      const liable = liableFor(finding, incident.liability, policy)
      if (liable === null) return null
      const whole = pointsFor(gradeOfSeverity(incident.severity), liable, policy)
      const part = shareOf(person, share, incident.responsible ?? [], policy)
      return Math.round(whole * casesOf(incident.injured, policy) * part * 100) / 100
    },
    {
      why: ({ finding, via: { incident } }, { policy }) => {
        const liable = incident === null ? null : liableFor(finding, incident.liability, policy)
        const class6 = incident === null ? null : classOf(incident.severity, liable)
        if (incident === null || liable === null || class6 === null) return [{ code: 'points.pending' }]
        const points = pointsFor(gradeOfSeverity(incident.severity), liable, policy)
        const cases = casesOf(incident.injured, policy)
        const steps: Step[] = [{ code: 'points.of-class', params: { class: class6, points } }]
        if (cases > 1) steps.push({ code: 'points.cases', params: { cases } })
        if (policy['score.multi'] !== 'each') steps.push({ code: `points.multi-${policy['score.multi']}` })
        if (incident.state !== '已认定') steps.push({ code: 'points.expected' })
        return steps
      },
    },
  ),
})
