import { dateOf } from '../../shared/local-date.ts'
import type { KnownTables } from '../../tables/known-tables.ts'
import { rulesOf } from '../rule.ts'
import { figureColumns, figuresOf, gradeOf } from './assessment-figures.ts'
import { autoPoints, evidence, isVetoed, pointsOf } from './school-points.ts'
import { items, keyOf, results, type Result } from './school-results.ts'
import { partBehind, sectionEvidence, sectionScore, type SectionPart } from './section-points.ts'

const school = rulesOf<KnownTables['schoolAssessment']>()
const section = rulesOf<KnownTables['sectionAssessment']>()

const ofSchool = { own: ['year', 'school'], rows: items } as const

const resultOf = (row: {
  readonly year: string | null
  readonly school: string | null
  readonly rows: Pick<Parameters<typeof results>[0], 'schools'>
  readonly gather: (work: typeof results) => Map<string, Result>
}): Result | null =>
  row.year === null || row.school === null
    ? null
    : (row.gather(results).get(keyOf(row.year, row.rows.schools.named(row.school)?.id ?? row.school)) ?? null)

/** Points that were worked out since the county's rows moved: a score given on the spot moves none of them. */
const pointsKnown = () => new Map<string, number | null>()

export const schoolAssessmentRules = school.all({
  auto: school.rule({ own: ['year', 'school', 'item', 'points'], rows: evidence }, (row, { now }) => {
    const known = row.gather(pointsKnown)
    const key = [row.year, row.school, row.item, row.points].join('|')
    if (!known.has(key)) known.set(key, autoPoints(row, row.school, row.year, row.rows, now))
    return known.get(key)!
  }),
  score: school.rule({ own: ['onsite', 'auto', 'points'] }, ({ onsite, auto, points }) =>
    pointsOf(onsite, auto, points),
  ),
  veto: school.rule({ own: ['year', 'school'], rows: evidence }, ({ year, school: at, rows }) =>
    year === null || at === null ? null : isVetoed(at, year, rows),
  ),
  total: school.rule(ofSchool, (row) => resultOf(row)?.total ?? null),
  rank: school.rule(ofSchool, (row) => resultOf(row)?.rank ?? null),
  grade: school.rule(ofSchool, (row) => resultOf(row)?.grade ?? null),
})

const ofSection = { own: ['year', 'dept'], rows: sectionEvidence } as const

const part = (name: SectionPart) =>
  section.rule(ofSection, ({ year, dept, rows }, { now }) =>
    year === null ? null : partBehind(name, { year, dept, rows, today: dateOf(now) }).value,
  )

export const sectionAssessmentRules = section.all({
  visits: part('visits'),
  studies: part('studies'),
  reports: part('reports'),
  fix: part('fix'),
  inc: part('inc'),
  score: section.rule(
    { own: ['visits', 'studies', 'reports', 'fix', 'inc'], rows: { assessmentSettings: figureColumns } },
    ({ visits, studies, reports, fix, inc, rows }) =>
      sectionScore({ visits, studies, reports, fix, inc }, figuresOf(rows.assessmentSettings)),
  ),
  grade: section.rule({ own: ['score'], rows: { assessmentSettings: figureColumns } }, ({ score, rows }) =>
    score === null ? null : gradeOf(score, figuresOf(rows.assessmentSettings)),
  ),
})
