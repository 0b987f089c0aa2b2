import {
  FIGURES,
  gradeOf,
  itemsOf,
  type FigureGroup,
  type FigureItem,
  type Figures,
} from '../../rules/bureau/assessment-figures.ts'
import { items, resultsBy, type Result } from '../../rules/bureau/school-results.ts'
import { sectionScore } from '../../rules/bureau/section-points.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { Outcome, Session } from '../session.ts'
import { idFor } from './make-year.ts'
import { figureRow, figuresIn, sectionResults } from '../../engine/assessment.ts'

export type { FigureGroup, FigureItem, Figures }

export const FIGURE_GROUPS: readonly FigureGroup[] = [...new Set(FIGURES.map(({ of }) => of))]
export const figuresOfGroup = itemsOf

/** A school or section whose result other figures would change. */
export interface Difference {
  readonly name: string
  readonly from: Told
  readonly to: Told
}

interface Told {
  readonly score: number | null
  readonly rank: number | null
  readonly grade: string | null
}

const told = (result: Result | undefined): Told => ({
  score: result?.total ?? null,
  rank: result?.rank ?? null,
  grade: result?.grade ?? null,
})

const differs = ({ from, to }: Difference): boolean =>
  from.score !== to.score || from.rank !== to.rank || from.grade !== to.grade

const changedIn = (current: Figures, figures: Figures) =>
  FIGURES.filter(({ item }) => figures[item] !== current[item])

/** What other figures would do to a year, before they are applied: schools first, each who would stand otherwise. */
export function tryFigures(book: Workbook, year: string, figures: Figures): Difference[] {
  const points = Object.fromEntries(
    changedIn(figuresIn(book), figures)
      .filter(({ of }) => of === '学校考核')
      .map(({ item }) => [item, figures[item]]),
  )
  const [before, after] = book.look(items, (rows, environment) => [
    resultsBy(rows, environment, null),
    resultsBy(rows, environment, { year, figures, points }),
  ])
  const schools = [...after]
    .filter(([, result]) => result.year === year)
    .map(([key, result]): Difference => ({
      name: book.shownName(result.school) ?? result.school,
      from: told(before.get(key)),
      to: told(result),
    }))
  const sections = sectionResults(book, year).map(({ name, parts, score, grade }): Difference => {
    const tried = sectionScore(parts, figures)
    return {
      name,
      from: { score, rank: null, grade: grade === '' ? null : grade },
      to: { score: tried, rank: null, grade: tried === null ? null : gradeOf(tried, figures) },
    }
  })
  return [...schools, ...sections].filter(differs)
}

/**
 * The figures that were tried become the rules: their rows, and the points of the items of this year. Years before keep
 * the points they were assessed by. One change, one step to undo.
 */
export function applyFigures(session: Session, year: string, figures: Figures): Outcome {
  const { book } = session
  const changed = changedIn(figuresIn(book), figures)
  const edits = []
  const rows = []
  for (const { of, item, basis } of changed) {
    const row = figureRow(book, item)
    if (row !== null) edits.push({ table: 'assessmentSettings', row, column: 'value', input: figures[item] })
    else
      rows.push({
        table: 'assessmentSettings',
        id: idFor(book, 'assessmentSettings', item),
        cells: { of, item, value: figures[item], basis },
      })
  }
  const items = new Set<string>(changed.filter(({ of }) => of === '学校考核').map(({ item }) => item))
  for (const row of book.view('schoolAssessment').ids()) {
    const item = book.stored('schoolAssessment', row, 'item')
    if (typeof item === 'string' && items.has(item) && book.stored('schoolAssessment', row, 'year') === year)
      edits.push({
        table: 'schoolAssessment',
        row,
        column: 'points',
        input: figures[item as FigureItem],
      })
  }
  return session.batch(
    { edits, rows },
    { source: 'user', label: { code: 'assessment.weigh', params: { count: changed.length } } },
  )
}
