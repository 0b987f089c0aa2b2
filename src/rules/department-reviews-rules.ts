import { departmentReviews } from '../tables/school/department-reviews.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<typeof departmentReviews>()

const INDICATORS = ['rules', 'records', 'taught', 'rectified', 'duty'] as const
type Points = Readonly<Record<(typeof INDICATORS)[number], number | null>>

/** Null as long as no indicator has points, so that an empty row is no assessment of zero. */
export function totalOf(row: Points): number | null {
  const given = INDICATORS.filter((key) => row[key] !== null)
  if (given.length === 0) return null
  // In hundredths: 0.1 + 0.2 must not show as 0.30000000000000004.
  return given.reduce((sum, key) => sum + Math.round(row[key]! * 100), 0) / 100
}

export const departmentReviewsRules = all({
  items: rule({ own: INDICATORS }, (row) => {
    const given = INDICATORS.filter((key) => row[key] !== null)
    return given.length === 0
      ? null
      : given.map((key) => `${departmentReviews.columns[key].zh} ${row[key]}`).join('、')
  }),
  total: rule({ own: INDICATORS }, totalOf),
  /** In per cent (O13). The two are shown side by side; the term score itself stays the plan's. */
  weight: rule({}, (_, { policy }) => policy['dept.weight']),
})
