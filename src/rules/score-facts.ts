import type { LocalDate } from '../shared/local-date.ts'
import type { Step } from '../tables/column.ts'
import type { Tables } from '../tables/index.ts'
import type { Row } from '../tables/table.ts'

/** 1 一般, 2 较严重, 3 严重; 0 not counted. */
export type SeverityGrade = 0 | 1 | 2 | 3

/** How many incidents of each grade a manager answers for: [一般, 较严重, 严重]. */
export type Counts = readonly [number, number, number]

/** One person's result in one term. Points are in points (two decimals at most), money in yuan. */
export interface ScoreFacts {
  readonly person: string
  readonly term: string
  readonly department: string | null
  readonly posts: string | null
  readonly base: number
  /** Points taken for own incidents, positive. */
  readonly direct: number
  /** Points taken for the incidents of one's line, positive. */
  readonly mgmt: number
  /** Other adjustments: negative takes away, positive gives. */
  readonly other: number
  /** Points of incidents not yet decided (预计): shown, not counted. */
  readonly expected: number
  /** base − direct − mgmt + other, before floor, ceiling and zeroing; may be negative. */
  readonly raw: number
  readonly zeroed: boolean
  readonly final: number
  /** 1 is the best final score of the term; equal scores share a place. */
  readonly rank: number
  readonly veto: boolean
  readonly grade: '优' | '良' | '合格' | '不合格'
  readonly standard: number
  readonly months: number
  /** Share of the term in post, 0…1. */
  readonly prorata: number
  readonly amount: number
  /** Sum of everybody's amount in the term. */
  readonly termTotal: number
}

export type DeductionSource =
  '事故(直接)' | '事故(管理责任-主任)' | '事故(管理责任-副校长)' | '隐瞒迟报漏报' | '其他(手工)'

/** One line of a receipt: what was taken, for which incident, by which clause, and how it was worked out. */
export interface DeductionEntry {
  readonly id: string
  readonly term: string
  readonly person: string
  readonly source: DeductionSource
  /** The incident; null for a management deduction, which has several. */
  readonly incident: string | null
  readonly incidents: readonly string[]
  readonly class6: Row<Tables['incidents']>['class6']
  /** Negative points; 0 for a zeroing, whose effect is on the whole. */
  readonly points: number
  readonly state: '预计' | '已确认'
  readonly steps: readonly Step[]
}

export interface VetoEntry {
  readonly id: string
  readonly year: string
  readonly kind: '个人' | '部门'
  readonly who: string
  readonly reason: '责任事故' | '隐瞒迟报漏报'
  readonly incident: string | null
  readonly on: LocalDate | null
}
