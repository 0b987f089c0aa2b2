/**
 * One term's scores as plain data, with the facts behind them: what the score workbook is made of. Persons,
 * departments and incidents are told apart by `id`, because two colleagues may bear one name.
 */
export interface ScoreExportData {
  readonly school: string
  /** `2026-2027 第一学期` */
  readonly term: string
  readonly from: string
  readonly to: string
  /** Printed in the title line, local wall time. */
  readonly madeAt: string
  readonly policyVersion: string
  readonly policy: ScorePolicy
  readonly persons: readonly ScorePerson[]
  readonly departments: readonly ScoreDepartment[]
  /** Incidents that belong to the term. */
  readonly incidents: readonly ScoreIncident[]
  readonly findings: readonly ScoreFinding[]
  readonly legs: readonly ScoreLeg[]
  readonly deductions: readonly ScoreDeduction[]
  /** One person's own row: what depends on the others (the rank, counts of a department) stands as a number. */
  readonly excerpt?: boolean
  /** The scores were written down for good: they stand as numbers, whatever the other sheets come to. */
  readonly sealed?: boolean
  /** Further settings, shown beside those that the formulas read. */
  readonly otherSettings?: readonly {
    readonly name: string
    readonly value: string
    readonly basis: string
  }[]
}

export type Three = readonly [number, number, number]

/** The numbers the formulas read. Lists go by severity: 一般, 较严重, 严重. */
export interface ScorePolicy {
  readonly base: number
  readonly diligent: Three
  readonly undiligent: Three
  readonly directorThreshold: Three
  readonly directorPoints: Three
  readonly vpThreshold: Three
  readonly vpPoints: Three
  /** null: a score may fall below 0. */
  readonly floor: number | null
  readonly ceiling: number | null
  /** Yuan for 100 points. */
  readonly standard: number
  /** Decimals of the amount: 2, 1 or 0. */
  readonly decimals: number
  /** Months of the term that count; 0 when the share is not told by months. */
  readonly termMonths: number
}

export interface ScorePerson {
  readonly id: string
  readonly name: string
  readonly department: string
  readonly posts: string
  /** Months in post within the term. */
  readonly months: number
  readonly prorata: number
  /** The app's results. Points taken are positive. */
  readonly base: number
  readonly direct: number
  readonly mgmt: number
  /** Negative takes away, positive gives. */
  readonly other: number
  readonly raw: number
  readonly zeroed: boolean
  readonly final: number
  readonly rank: number
  readonly veto: boolean
  readonly grade: string
  readonly amount: number
  readonly expected: number
  readonly state: string
}

export interface ScoreDepartment {
  readonly id: string
  readonly name: string
  readonly line: string
  /** Ids of persons; null where nobody is named. */
  readonly director: string | null
  readonly vp: string | null
}

export interface ScoreIncident {
  readonly id: string
  readonly no: string
  readonly occurredAt: string
  readonly area: string
  readonly scene: string
  readonly type: string
  readonly injury: string
  readonly loss: number
  /** 一般, 较严重, 严重, or empty when not counted. */
  readonly severity: string
  readonly class6: string
  /** 已认定 counts; anything else is shown as 预计. */
  readonly state: string
}

export interface ScoreFinding {
  readonly incident: string
  readonly person: string | null
  readonly personName: string
  /** The department for whose line the finding counts. */
  readonly department: string | null
  readonly capacity: string
  /** 尽责, 未尽责, 待认定 */
  readonly finding: string
  readonly class6: string
}

export interface ScoreLeg {
  readonly incident: string
  readonly leg: string
  readonly accountable: string | null
  readonly accountableName: string
  readonly dueAt: string
  readonly doneAt: string
  readonly result: string
  /** 迟报, 漏报 and 隐瞒 make a score zero. */
  readonly verdict: string
}

export interface ScoreDeduction {
  readonly person: string
  readonly personName: string
  readonly source: string
  readonly incidentNo: string
  readonly class6: string
  readonly points: number
  readonly explanation: string
  readonly state: string
}
