import type { Tables } from '../tables/index.ts'
import { dateOf } from '../shared/local-date.ts'
import { classSteps, type Classified } from './classification.ts'
import { injuredCount, injuryLabel, injuryOfIncident, NO_INJURY, worstInjury, type Injury } from './injury.ts'
import { classOf, gatherFinding, isFaultClass, liabilityOf } from './liability.ts'
import { gatherLeg, reportsState } from './report-state.ts'
import { rulesOf } from './rule.ts'
import {
  isMerged,
  ownGrade,
  severityLabel,
  severityOfClass,
  worseOfLinked,
  type HarmGrade,
} from './severity.ts'
import { mayMoveLate, scoringTermOf, termIndexAt } from './terms.ts'

const { rule, all } = rulesOf<Tables['incidents']>()

const people = { by: 'incident', columns: ['role', 'who', 'level', 'first_level', 'injury'] } as const
const findings = { by: 'incident', columns: ['finding'] } as const
const harm = ['scene', 'injury_counted', 'injured', 'loss_yuan', 'loss_owner', 'food_poisoning'] as const
const linked = { by: 'linked_to', columns: [...harm, 'same_event'] } as const

const classifiedReads = {
  own: [...harm, 'injury_level', 'same_event', 'override', 'severity', 'liability', 'class6'],
  via: { linked_to: ['no'], decided_at: ['kind'] },
  from: { incidentPeople: { by: 'incident', columns: ['role'] }, findings, incidents: linked },
} as const

/** The row with what its child rows say, for the explanations; only made when somebody reads one. */
function classified(
  row: {
    readonly via: {
      readonly linked_to: { readonly no: string | null } | null
      readonly decided_at: { readonly kind: string | null } | null
    }
    readonly from: {
      readonly incidentPeople: { readonly fold: Fold<{ readonly role: string | null }> }
      readonly findings: { readonly fold: Fold<{ readonly finding: string | null }> }
      readonly incidents: { readonly fold: Fold<{ readonly same_event: boolean | null }> }
    }
  } & Omit<Classified, 'linkedNo' | 'injuredRows' | 'linkedRows' | 'findings' | 'meetingKind'>,
): Classified {
  return {
    scene: row.scene,
    injury_counted: row.injury_counted,
    injured: row.injured,
    injury_level: row.injury_level,
    loss_yuan: row.loss_yuan,
    loss_owner: row.loss_owner,
    food_poisoning: row.food_poisoning,
    same_event: row.same_event,
    override: row.override,
    severity: row.severity,
    liability: row.liability,
    class6: row.class6,
    linkedNo: row.via.linked_to === null ? null : (row.via.linked_to.no ?? ''),
    injuredRows: row.from.incidentPeople.fold(
      0,
      (count, person) => count + (person.role === '受伤者' ? 1 : 0),
    ),
    linkedRows: row.from.incidents.fold(0, (count, other) => count + (other.same_event === true ? 1 : 0)),
    findings: row.from.findings.fold(0, gatherFinding),
    meetingKind: row.via.decided_at?.kind ?? null,
  }
}
type Fold<R> = <A>(start: A, step: (accumulated: A, child: R) => A) => A

/** The earlier of two times; null is no time. */
const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)

const legs = { by: 'incident', columns: ['leg', 'done_at'] } as const
const toldBy = (...names: readonly string[]) =>
  rule({ from: { reportLegs: legs } }, ({ from }) =>
    from.reportLegs.fold<string | null>(null, (first, { leg, done_at }) =>
      leg !== null && names.includes(leg) ? earlier(first, done_at) : first,
    ),
  )

export const incidentsRules = all({
  injured: rule(
    { from: { incidentPeople: people } },
    ({ from }, { policy }) => from.incidentPeople.fold(0, injuredCount(policy)),
    { eager: true },
  ),

  injury_counted: rule(
    { own: ['injury_level'], from: { incidentPeople: people } },
    ({ injury_level, from }, { policy }) =>
      injuryLabel(
        injuryOfIncident(from.incidentPeople.fold<Injury>(NO_INJURY, worstInjury(policy)), injury_level),
      ),
    { eager: true },
  ),

  /** 轻/中/重/亡, as the owner's form writes it; everybody hurt, scored or not. */
  casualties: rule(
    { from: { incidentPeople: { by: 'incident', columns: ['role', 'level'] } } },
    ({ from }) => {
      const counts = from.incidentPeople.fold([0, 0, 0, 0, 0], (sums, { role, level }) => {
        if (role === '受伤者') sums[['轻微', '中度', '严重', '死亡'].indexOf(level ?? '') + 1]!++
        return sums
      })
      const [unknown = 0, ...levels] = counts
      const known = levels.join('/')
      return unknown ? `${known} (程度未填 ${unknown})` : known
    },
  ),

  severity: rule(
    {
      own: [...harm, 'same_event', 'override'],
      via: { linked_to: ['no'] },
      from: { incidents: linked },
    },
    (row, { policy }) => {
      if (row.override !== null) return severityOfClass(row.override)
      if (row.same_event === true && isMerged(true, row.via.linked_to !== null, policy)) return '不计入'
      const own = ownGrade(row, policy)
      return severityLabel(row.from.incidents.fold<number>(own, worseOfLinked(policy)) as HarmGrade)
    },
    { eager: true },
  ),

  liability: rule(
    { own: ['severity', 'override'], from: { findings } },
    ({ severity, override, from }) => {
      if (override !== null) return isFaultClass(override) ? '是' : '否'
      return severity === '不计入' ? '否' : liabilityOf(from.findings.fold(0, gatherFinding))
    },
    { eager: true },
  ),

  class6: rule({ own: ['severity', 'liability'] }, ({ severity, liability }) =>
    classOf(severity, liability === '待认定' ? null : liability === '是'),
  ),

  why: rule(classifiedReads, (row, { policy }) => classSteps(classified(row), policy)),

  responsible: rule({ from: { findings: { by: 'incident', columns: ['person'] } } }, ({ from }) =>
    from.findings.fold<string[]>([], (names, { person }) => {
      if (person !== null) names.push(person)
      return names
    }),
  ),

  head_told_at: toldBy('责任人→处室负责人'),
  vp_told_at: toldBy('主任→分管副校长', '责任人→副校长或校长'),
  principal_told_at: toldBy('副校长→校长', '责任人→副校长或校长'),
  bureau_told_at: toldBy('报教育局'),

  reports_state: rule(
    { from: { reportLegs: { by: 'incident', columns: ['result', 'binding', 'verdict', 'accepted'] } } },
    ({ from }) => reportsState(from.reportLegs.fold(0, gatherLeg)),
  ),

  term: rule(
    { own: ['occurred_at'], via: { decided_at: ['at'] } },
    ({ occurred_at, via }, environment) => {
      if (occurred_at === null) return null
      const { terms, policy } = environment
      const decided = mayMoveLate(environment) ? (via.decided_at?.at ?? null) : null
      const index =
        decided === null
          ? termIndexAt(occurred_at, environment)
          : scoringTermOf(dateOf(occurred_at), dateOf(decided), terms, policy)
      return terms[index]?.id ?? null
    },
    { eager: true },
  ),
})
