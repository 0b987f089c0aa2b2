import { dateOf, type LocalDate } from '../../shared/local-date.ts'
import { quarterOf } from '../../tables/school/report-periods.ts'
import type { KnownTables } from '../../tables/known-tables.ts'
import { rulesOf, type Environment, type RowsOf } from '../rule.ts'
import { settingColumns, settingsOf } from './bureau-settings.ts'
import { schoolsOf } from './contracts-in-force.ts'
import { count, faultsIn, isOpen, percent, specialVisitsIn, yearSpan } from './county-figures.ts'
import { autoPoints, evidence, gradeOf, isVetoed, pointsOf, tenth, type Evidence } from './school-points.ts'
import { isIn, quartersOver, quarterSpan } from './spans.ts'

const school = rulesOf<KnownTables['schoolAssessment']>()
const section = rulesOf<KnownTables['sectionAssessment']>()

interface ItemRow {
  readonly year: string | null
  readonly school: string | null
  readonly item: string | null
  readonly points: number | null
  readonly onsite: number | null
}

interface Result {
  readonly total: number
  /** Every item has its points. */
  readonly whole: boolean
  readonly vetoed: boolean
  readonly rank: number | null
}

const items = {
  ...evidence,
  schoolAssessment: { by: 'school', columns: ['year', 'school', 'item', 'points', 'onsite'] },
} as const

const keyOf = (year: string, id: string): string => `${year} ${id}`

/**
 * The result of every school and year. A school is ranked once each of its items has points, and after all others when
 * it is vetoed; equal totals share a rank.
 */
function results(
  rows: Evidence & { readonly schoolAssessment: RowsOf<ItemRow> },
  { now }: Environment,
): Map<string, Result> {
  const taken = rows.schoolAssessment.all.fold<ItemRow[]>(
    [],
    (all, { year, school: at, item, points, onsite }) => {
      all.push({ year, school: rows.schools.named(at)?.id ?? at, item, points, onsite })
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
  const found = [...sums].map(([key, { year, school: at, total, whole }]) => ({
    key,
    year,
    total: tenth(total),
    whole,
    vetoed: isVetoed(at, year, rows),
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
    found.map(({ key, total, whole, vetoed }) => [
      key,
      { total, whole, vetoed, rank: ranks.get(key) ?? null },
    ]),
  )
}

const ofSchool = { own: ['year', 'school'], rows: items } as const

const resultOf = (row: {
  readonly year: string | null
  readonly school: string | null
  readonly rows: Pick<Evidence, 'schools'>
  readonly gather: (work: typeof results) => Map<string, Result>
}): Result | null =>
  row.year === null || row.school === null
    ? null
    : (row.gather(results).get(keyOf(row.year, row.rows.schools.named(row.school)?.id ?? row.school)) ?? null)

export const schoolAssessmentRules = school.all({
  auto: school.rule({ own: ['year', 'school', 'item', 'points'], rows: evidence }, (row, { now }) =>
    autoPoints(row, row.school, row.year, row.rows, now),
  ),
  score: school.rule({ own: ['onsite', 'auto', 'points'] }, ({ onsite, auto, points }) =>
    pointsOf(onsite, auto, points),
  ),
  veto: school.rule({ own: ['year', 'school'], rows: evidence }, ({ year, school: at, rows }) =>
    year === null || at === null ? null : isVetoed(at, year, rows),
  ),
  total: school.rule(ofSchool, (row) => resultOf(row)?.total ?? null),
  rank: school.rule(ofSchool, (row) => resultOf(row)?.rank ?? null),
  grade: school.rule(ofSchool, (row) => {
    const result = resultOf(row)
    if (result === null) return null
    if (result.vetoed) return '不合格'
    return result.whole ? gradeOf(result.total) : null
  }),
})

const contracted = {
  schoolContracts: { by: 'dept', columns: ['school', 'valid', 'valid_to'] },
  schools: { columns: ['name', 'state'] },
} as const

/** The day of the year a section's schools are reckoned by: its last, or today while it runs. */
const reckoned = (year: string, today: LocalDate): LocalDate =>
  today < `${year}-12-31` ? today : `${year}-12-31`

/** P1-40, in points of a hundred: what a section carries through, what becomes of hazards, incidents at its schools. */
const WEIGHTS = { visits: 30, studies: 15, reports: 15, fix: 25, inc: 15 } as const
const TAKEN_BY_INCIDENT = 5

export const sectionAssessmentRules = section.all({
  /** More visits than due do not make up for a school that had too few. */
  visits: section.rule(
    {
      own: ['year', 'dept'],
      rows: {
        ...contracted,
        visits: { by: 'school', columns: ['date', 'form'] },
        bureauProfile: settingColumns,
      },
    },
    ({ year, dept, rows }, { now }) => {
      if (year === null) return null
      const each = settingsOf(rows.bureauProfile).visits
      let [due, done] = [0, 0]
      for (const quarter of quartersOver(year, dateOf(now)))
        for (const { id } of schoolsOf(rows.schoolContracts.where(dept), rows.schools, quarter.to)) {
          due += each
          done += Math.min(each, specialVisitsIn(rows.visits.where(id), quarter))
        }
      return percent(done, due)
    },
  ),
  studies: section.rule(
    {
      own: ['year', 'dept'],
      rows: { bureauMeetings: { by: 'dept', columns: ['date', 'kind'] }, bureauProfile: settingColumns },
    },
    ({ year, dept, rows }, { now }) => {
      if (year === null) return null
      const each = settingsOf(rows.bureauProfile).studies
      const quarters = quartersOver(year, dateOf(now))
      const held = quarters.map((quarter) =>
        Math.min(
          each,
          count(
            rows.bureauMeetings.where(dept),
            ({ date, kind }) => kind === '科室专题研究' && isIn(date, quarter),
          ),
        ),
      )
      return percent(
        held.reduce((sum, n) => sum + n, 0),
        each * quarters.length,
      )
    },
  ),
  reports: section.rule(
    {
      own: ['year', 'dept'],
      rows: { sectionReports: { by: 'dept', columns: ['quarter', 'due_sent', 'sent'] } },
    },
    ({ year, dept, rows }, { now }) => {
      if (year === null) return null
      const quarters = quartersOver(year, dateOf(now))
      const inTime = quarters.filter((quarter) =>
        rows.sectionReports.where(dept).fold(false, (found, row) => {
          const named = row.quarter === null ? null : quarterOf(row.quarter)
          if (named === null || quarterSpan(named).from !== quarter.from) return found
          return found || (row.sent !== null && row.sent <= (row.due_sent ?? quarter.to))
        }),
      )
      return percent(inTime.length, quarters.length)
    },
  ),
  fix: section.rule(
    {
      own: ['year', 'dept'],
      rows: { ...contracted, allHazards: { by: 'school', columns: ['found_on', 'state', 'closed_on'] } },
    },
    ({ year, dept, rows }, { now }) => {
      if (year === null) return null
      let [found, closed] = [0, 0]
      const day = reckoned(year, dateOf(now))
      for (const { id } of schoolsOf(rows.schoolContracts.where(dept), rows.schools, day))
        rows.allHazards.where(id).fold(null, (nothing, hazard) => {
          if (isIn(hazard.found_on, yearSpan(year))) {
            found++
            if (!isOpen(hazard)) closed++
          }
          return nothing
        })
      return percent(closed, found)
    },
  ),
  inc: section.rule(
    {
      own: ['year', 'dept'],
      rows: { ...contracted, allIncidents: { by: 'school', columns: ['times', 'class6', 'confirmed'] } },
    },
    ({ year, dept, rows }, { now }) =>
      year === null
        ? null
        : schoolsOf(rows.schoolContracts.where(dept), rows.schools, reckoned(year, dateOf(now))).reduce(
            (sum, { id }) => sum + faultsIn(rows.allIncidents.where(id), yearSpan(year)),
            0,
          ),
  ),
  /** Of what there is data for, as a hundred: a section without schools is judged by its studies and reports. */
  score: section.rule({ own: ['visits', 'studies', 'reports', 'fix', 'inc'] }, (row) => {
    const rates = (['visits', 'studies', 'reports', 'fix'] as const).filter((key) => row[key] !== null)
    if (rates.length === 0) return null
    const incidents = Math.max(0, WEIGHTS.inc - TAKEN_BY_INCIDENT * (row.inc ?? 0))
    const got = rates.reduce<number>((sum, key) => sum + (WEIGHTS[key] * row[key]!) / 100, incidents)
    const most = rates.reduce<number>((sum, key) => sum + WEIGHTS[key], WEIGHTS.inc)
    return tenth((got / most) * 100)
  }),
  grade: section.rule({ own: ['score'] }, ({ score }) => (score === null ? null : gradeOf(score))),
})
