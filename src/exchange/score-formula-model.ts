import type { ScoreExportData, ScorePerson, Three } from './score-data.ts'

/**
 * What the formulas of the score workbook come to, worked out here by the same steps. Where a school's settings
 * reach further than a formula does (shares among several persons, one threshold only, adjusted rows), the difference
 * to the app's own result is written into a column people can see, so a formula is never wrong and the sum is right.
 */
export interface FormulaResult {
  readonly direct: number
  readonly mgmt: number
  readonly vpCounts: Three
  readonly zeroed: boolean
}

export const SEVERITIES = ['一般', '较严重', '严重'] as const
export const CONCEALED = ['迟报', '漏报', '隐瞒'] as const

export interface FormulaModel {
  readonly findingPoints: readonly number[]
  /** 1 where a finding is the first undiligent one of its incident in its department, or under its vice principal. */
  readonly departmentFlags: readonly (0 | 1)[]
  readonly vpFlags: readonly (0 | 1)[]
  readonly departmentCounts: ReadonlyMap<string, Three>
  readonly directorPoints: ReadonlyMap<string, number>
  readonly persons: ReadonlyMap<string, FormulaResult>
}

export function modelFormulas(data: ScoreExportData): FormulaModel {
  const incidents = new Map(data.incidents.map((incident) => [incident.id, incident]))
  const scored = new Set(data.persons.map((person) => person.id))
  // A vice principal without a score has no row on the sheet, and so no code to count under.
  const vpOf = new Map(
    data.departments.map(({ id, vp }) => [id, vp !== null && scored.has(vp) ? vp : null] as const),
  )
  const seen = new Set<string>()
  const findingPoints: number[] = []
  const departmentFlags: (0 | 1)[] = []
  const vpFlags: (0 | 1)[] = []
  const departmentCounts = new Map<string, [number, number, number]>()
  const vpCounts = new Map<string, [number, number, number]>()
  const direct = new Map<string, number>()

  for (const finding of data.findings) {
    const incident = incidents.get(finding.incident)
    const severity = SEVERITIES.findIndex((name) => name === incident?.severity)
    const counts = incident?.state === '已认定' && severity >= 0
    const undiligent = finding.finding === '未尽责'
    const table = undiligent ? data.policy.undiligent : data.policy.diligent
    const points = counts && (undiligent || finding.finding === '尽责') ? table[severity]! : 0
    findingPoints.push(points)
    if (finding.person !== null) direct.set(finding.person, (direct.get(finding.person) ?? 0) + points)
    const tally = (kind: string, who: string | null, into: Map<string, [number, number, number]>) => {
      const id = `${kind}\u0000${finding.incident}\u0000${who}`
      if (!counts || !undiligent || who === null || seen.has(id)) return 0
      seen.add(id)
      const sums = into.get(who) ?? [0, 0, 0]
      sums[severity]!++
      into.set(who, sums)
      return 1
    }
    departmentFlags.push(tally('department', finding.department, departmentCounts))
    const vp = finding.department === null ? null : (vpOf.get(finding.department) ?? null)
    vpFlags.push(tally('vp', vp, vpCounts))
  }

  const { policy } = data
  const directorPoints = new Map(
    data.departments.map((department) => [
      department.id,
      multiples(departmentCounts.get(department.id), policy.directorThreshold, policy.directorPoints),
    ]),
  )
  const concealing = new Set(
    data.legs
      .filter((leg) => CONCEALED.some((verdict) => verdict === leg.verdict))
      .map((leg) => leg.accountable),
  )
  const persons = new Map<string, FormulaResult>()
  for (const person of data.persons) {
    const counts = vpCounts.get(person.id) ?? [0, 0, 0]
    let mgmt = multiples(counts, policy.vpThreshold, policy.vpPoints)
    for (const department of data.departments)
      if (department.director === person.id) mgmt += directorPoints.get(department.id) ?? 0
    persons.set(person.id, {
      direct: direct.get(person.id) ?? 0,
      mgmt,
      vpCounts: [...counts],
      zeroed: concealing.has(person.id),
    })
  }
  return { findingPoints, departmentFlags, vpFlags, departmentCounts, directorPoints, persons }
}

function multiples(counts: readonly number[] | undefined, thresholds: Three, points: Three): number {
  return (counts ?? []).reduce((sum, n, at) => sum + Math.floor(n / thresholds[at]!) * points[at]!, 0)
}

/** What has to be added to a formula's result so that the cell shows the app's number. */
export interface Adjustments {
  readonly direct: number
  readonly mgmt: number
  readonly zeroed: '' | '归零' | '不归零'
  readonly final: number
  readonly amount: number
}

export function adjustmentsOf(
  person: ScorePerson,
  result: FormulaResult,
  data: ScoreExportData,
): Adjustments {
  const { policy } = data
  const raw = policy.base - person.direct - person.mgmt + person.other
  let final = raw
  if (policy.floor !== null) final = Math.max(policy.floor, final)
  if (policy.ceiling !== null) final = Math.min(policy.ceiling, final)
  if (person.zeroed) final = 0
  const scale = 10 ** policy.decimals
  const amount = Math.round((policy.standard * person.prorata * person.final * scale) / 100 + 1e-9) / scale
  return {
    direct: exact(person.direct - result.direct),
    mgmt: exact(person.mgmt - result.mgmt),
    zeroed: person.zeroed === result.zeroed ? '' : person.zeroed ? '归零' : '不归零',
    final: exact(person.final - final),
    amount: exact(person.amount - amount),
  }
}

/** Points and yuan have two decimals; anything smaller is the noise of binary fractions. */
const exact = (value: number) => Math.round(value * 1e6) / 1e6 || 0
