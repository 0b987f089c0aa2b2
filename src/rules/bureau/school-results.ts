import type { Environment, RowsOf } from '../rule.ts'
import {
  figureColumns,
  figuresOf,
  gradeOf,
  type FigureRow,
  type Figures,
  type Grade,
} from './assessment-figures.ts'
import { autoPoints, evidence, isVetoed, pointsOf, type Evidence } from './school-points.ts'
import { tenth } from './tenth.ts'

interface ItemRow {
  readonly year: string | null
  readonly school: string | null
  readonly item: string | null
  readonly points: number | null
  readonly onsite: number | null
}

export interface Result {
  readonly year: string
  /** The row of the school. */
  readonly school: string
  readonly total: number
  /** Every item has its points. */
  readonly whole: boolean
  readonly vetoed: boolean
  readonly rank: number | null
  readonly grade: Grade | null
}

/** What the results of all schools are made of. */
export const items = {
  ...evidence,
  schoolAssessment: { by: 'school', columns: ['year', 'school', 'item', 'points', 'onsite'] },
  assessmentSettings: figureColumns,
} as const

type Rows = Evidence & {
  readonly schoolAssessment: RowsOf<ItemRow>
  readonly assessmentSettings: Pick<RowsOf<FigureRow>, 'all'>
}

/** What is tried before it is applied: other figures, and what an item of a year counts then. */
export interface Trial {
  readonly year: string
  readonly figures: Figures
  /** Of the items that would count otherwise; the others keep the points of their rows. */
  readonly points: Readonly<Partial<Record<string, number>>>
}

export const keyOf = (year: string, school: string): string => `${year} ${school}`

export const results = (rows: Rows, environment: Environment): Map<string, Result> =>
  resultsBy(rows, environment, null)

/**
 * The result of every school and year. A school is ranked once each of its items has points, and after all others when
 * it is vetoed; equal totals share a rank.
 */
export function resultsBy(rows: Rows, { now }: Environment, trial: Trial | null): Map<string, Result> {
  const figures = trial?.figures ?? figuresOf(rows.assessmentSettings)
  const taken = rows.schoolAssessment.all.fold<ItemRow[]>(
    [],
    (all, { year, school, item, points, onsite }) => {
      const tried = trial !== null && year === trial.year ? trial.points[item ?? ''] : undefined
      all.push({
        year,
        school: rows.schools.named(school)?.id ?? school,
        item,
        points: tried ?? points,
        onsite,
      })
      return all
    },
  )
  const sums = new Map<string, { year: string; school: string; total: number; whole: boolean }>()
  for (const row of taken) {
    if (row.year === null || row.school === null) continue
    const key = keyOf(row.year, row.school)
    const sum = sums.get(key) ?? { year: row.year, school: row.school, total: 0, whole: true }
    const points = pointsOf(row.onsite, autoPoints(row, row.school, row.year, rows, now), row.points)
    sum.total += points ?? 0
    sum.whole &&= points !== null
    sums.set(key, sum)
  }
  const found = [...sums].map(([key, sum]) => ({
    ...sum,
    key,
    total: tenth(sum.total),
    vetoed: isVetoed(sum.school, sum.year, rows),
  }))
  const order = (a: (typeof found)[number], b: (typeof found)[number]) =>
    a.vetoed === b.vetoed ? b.total - a.total : a.vetoed ? 1 : -1
  const ranks = new Map<string, number>()
  for (const year of new Set(found.map((each) => each.year))) {
    const ranked = found.filter((each) => each.year === year && each.whole).sort(order)
    ranked.forEach((each, place) => {
      const before = ranked[place - 1]
      ranks.set(
        each.key,
        before !== undefined && order(before, each) === 0 ? ranks.get(before.key)! : place + 1,
      )
    })
  }
  return new Map(
    found.map(({ key, year, school, total, whole, vetoed }) => [
      key,
      {
        year,
        school,
        total,
        whole,
        vetoed,
        rank: ranks.get(key) ?? null,
        grade: vetoed ? '不合格' : whole ? gradeOf(total, figures) : null,
      },
    ]),
  )
}
