import type { LocalTime } from '../shared/local-date.ts'
import {
  clockOf,
  limitOf,
  reportingSeverity,
  type LegClock,
  type LegName,
  type LegSeverity,
  type LegTimes,
} from './deadlines.ts'
import type { Policy } from './policy.ts'
import { isScoredScene, type Severity } from './severity.ts'

/** The incident as far as its report legs depend on it. Persons are ids of staff rows. */
export interface ReportedIncident {
  readonly severity: Severity | null
  readonly food: string | null
  readonly scene: string | null
  readonly aspect: string | null
  /** Somebody was hurt or may have been: there is first aid to give and a parent to tell. */
  readonly anyoneHurt: boolean
  readonly responsible: readonly string[]
  /** Who knew of it; reports while nobody is named responsible yet. */
  readonly knownBy: string | null
}

export interface ReportingDepartment {
  readonly id: string
  readonly name: string
  readonly line: string | null
  readonly director: string | null
  readonly vp: string | null
  readonly receivesReports: boolean
}

/** Who stands above whom, for the chain of reports. */
export interface Organisation {
  readonly departments: readonly ReportingDepartment[]
  readonly departmentOf: (person: string) => string | null
  /** The department somebody signed his safety pledge with (R9); null while no pledge is on record. */
  readonly pledgedTo: (person: string) => string | null
  readonly nameOf: (person: string) => string
  /** At work, so that a report can reach him (R10). */
  readonly isAtWork: (person: string) => boolean
  readonly safetyVp: string | null
  readonly principal: string | null
  /** The leader on duty that day, who takes a report in place of an absent director; null when no rota says so. */
  readonly dutyLeader: string | null
}

/** A leg an incident needs. `follows` is the place in the plan of the leg it waits for. */
export interface PlannedLeg {
  readonly leg: LegName
  readonly accountable: string | null
  readonly receiver: string
  readonly severityThen: LegSeverity
  readonly follows: number | null
}

/** Outside receivers, as they are written in the receiver's cell. */
const BUREAU = '教育局'
const OUTSIDE: readonly (readonly [leg: LegName, receiver: string])[] = [
  ['报教育局', BUREAU],
  ['报当地政府', '当地政府'],
  ['报公安', '公安'],
  ['报卫生', '卫健'],
]
const PARENTS = '家长'

interface Superiors {
  readonly director: string | null
  readonly vp: string | null
}

/** The report legs of an incident (P4-23 … P4-28), in the order in which they run. None when it is only recorded. */
export function legsFor(
  incident: ReportedIncident,
  organisation: Organisation,
  policy: Policy,
): readonly PlannedLeg[] {
  if (!isScoredScene(incident.scene, policy)) return []
  const severity = reportingSeverity(incident.severity, incident.food)
  if (severity === null) return []
  const plan = new Plan(severity, organisation)
  const reporters = reportersOf(incident)
  if (incident.anyoneHurt) plan.add('救治', reporters[0]!, '', null)
  if (severity === '严重') severeLegs(plan, reporters, incident, organisation, policy)
  else gradualLegs(plan, reporters, incident, organisation, policy)
  return plan.legs
}

const reportersOf = ({ responsible, knownBy }: ReportedIncident): readonly (string | null)[] =>
  responsible.length ? [...new Set(responsible)] : [knownBy]

class Plan {
  readonly legs: PlannedLeg[] = []

  constructor(
    private readonly severityThen: LegSeverity,
    private readonly organisation: Organisation,
  ) {}

  /** A leg from somebody to a person or an office; returns its place in the plan. */
  add(leg: LegName, accountable: string | null, receiver: string, follows: number | null): number {
    const { severityThen } = this
    return this.legs.push({ leg, accountable, receiver, severityThen, follows }) - 1
  }

  /**
   * A report from one person to another. Nobody reports to himself (R8): the leg falls away, and what follows waits for
   * the same leg as this one would have.
   */
  report(leg: LegName, from: string | null, to: string | null, follows: number | null): number | null {
    if (from !== null && from === to) return follows
    return this.add(leg, from, to === null ? '' : this.organisation.nameOf(to), follows)
  }
}

/** 一般 and 较严重: up the line, head of department, vice principal, principal. */
function gradualLegs(
  plan: Plan,
  reporters: readonly (string | null)[],
  incident: ReportedIncident,
  organisation: Organisation,
  policy: Policy,
): void {
  const serious = reportingSeverity(incident.severity, incident.food) === '较严重'
  const chains = reporters.map((reporter) => {
    const { director, vp } = superiorsOf(reporter, incident, organisation, policy)
    // A vice principal or the principal has no head of department above him: his own report starts the rest.
    const above = reporter !== null && (reporter === vp || reporter === organisation.principal)
    const toldBy = above ? null : plan.report('责任人→处室负责人', reporter, director, null)
    return { director: above ? reporter : director, vp, toldBy }
  })
  if (incident.anyoneHurt) plan.add('通知家长', reporters[0]!, PARENTS, null)
  const directors = new Set<string | null>()
  const vicePrincipals = new Set<string | null>()
  for (const { director, vp, toldBy } of chains) {
    if (directors.has(director) || (director !== null && director === organisation.principal)) continue
    directors.add(director)
    const vpToldBy = plan.report('主任→分管副校长', director, vp, serious ? toldBy : null)
    if (!serious) continue
    if (director !== vp) plan.add('主任到场', director, '', toldBy)
    if (vicePrincipals.has(vp)) continue
    vicePrincipals.add(vp)
    plan.add('副校长记录在案', vp, '', vpToldBy)
    plan.report('副校长→校长', vp, organisation.principal, vpToldBy)
  }
  const legal = policy[serious ? 'report.legal.serious' : 'report.legal.general']
  if (legal) plan.add('报教育局', organisation.principal, BUREAU, null)
}

/** 严重: straight to the vice principal or the principal, who goes there and tells the authorities. */
function severeLegs(
  plan: Plan,
  reporters: readonly (string | null)[],
  incident: ReportedIncident,
  organisation: Organisation,
  policy: Policy,
): void {
  let first: number | null = null
  for (const reporter of reporters) {
    const { vp } = superiorsOf(reporter, incident, organisation, policy)
    const receiver = reporter === organisation.principal ? reporter : (vp ?? organisation.principal)
    const to = receiver === reporter ? organisation.principal : receiver
    const leg = plan.report('责任人→副校长或校长', reporter, to, null)
    first ??= leg
  }
  if (incident.anyoneHurt) plan.add('通知家长', reporters[0]!, PARENTS, null)
  plan.add('校长到场', organisation.principal, '', first)
  for (const [leg, receiver] of OUTSIDE) plan.add(leg, organisation.principal, receiver, null)
}

/** The head of department who takes the report, and the vice principal above him (R9, R10). */
function superiorsOf(
  reporter: string | null,
  incident: ReportedIncident,
  organisation: Organisation,
  policy: Policy,
): Superiors {
  const department = departmentFor(reporter, incident, organisation, policy)
  const director = department?.director ?? null
  const stand = policy['report.fallback'] === 'dutyLeader' ? organisation.dutyLeader : null
  const reachable = director === null || organisation.isAtWork(director) || stand === null
  return {
    director: reachable ? (director ?? stand) : stand,
    vp: department?.vp ?? organisation.safetyVp,
  }
}

/**
 * The department a report goes to: that of the pledge; while no pledge is on record, or where the school reads the
 * clause so, the person's own. One that takes no reports hands on to the one of the same line that does.
 */
function departmentFor(
  reporter: string | null,
  incident: ReportedIncident,
  organisation: Organisation,
  policy: Policy,
): ReportingDepartment | null {
  const { departments } = organisation
  const pledged =
    policy['report.dept'] === 'pledge' && reporter !== null ? organisation.pledgedTo(reporter) : null
  const own = pledged ?? (reporter === null ? null : organisation.departmentOf(reporter))
  const department = departments.find(({ id }) => id === own) ?? null
  if (department?.receivesReports) return department
  const receiving = departments.filter(({ receivesReports }) => receivesReports)
  const line = department?.line ?? incident.aspect
  return receiving.find((other) => other.line === line) ?? department ?? receiving[0] ?? null
}

/** The clock of a planned leg before any row exists, for the countdown of a new incident. */
export function plannedClock(
  plan: readonly PlannedLeg[],
  place: number,
  times: Pick<LegTimes, 'occurredAt' | 'knownAt'>,
  done: (place: number) => LocalTime | null,
  policy: Policy,
): LegClock & { readonly text: string | null; readonly binding: boolean } {
  const { leg, severityThen, follows } = plan[place]!
  const limit = limitOf(leg, severityThen, policy)
  const followed = follows === null ? undefined : done(follows)
  // Without a leg to wait for, the person already knows: a report to himself has fallen away.
  const knewFromStart = follows === null
  const nobody = { headToldAt: null, vpToldAt: null, principalToldAt: null }
  const clock = clockOf(limit, { ...times, ...nobody, followed, knewFromStart }, policy)
  return { ...clock, text: limit?.text ?? null, binding: limit?.binding ?? false }
}
