import { dateOf } from '../shared/local-date.ts'
import type { Step } from '../tables/column.ts'
import type { Workbook } from './workbook.ts'
import {
  FIGURES,
  figureColumns,
  figuresOf,
  SCHOOL_ITEMS,
  type Figures,
} from '../rules/bureau/assessment-figures.ts'
import { isOpenSchool } from '../rules/bureau/contracts-in-force.ts'
import { behindItem, evidence, vetoCauses } from '../rules/bureau/school-points.ts'
import {
  partBehind,
  partPoints,
  SECTION_PARTS,
  sectionEvidence,
  type SectionPart,
} from '../rules/bureau/section-points.ts'

export { SCHOOL_ITEMS }

const SCHOOLS = 'schoolAssessment'
const SECTIONS = 'sectionAssessment'

const rowNamed = (book: Workbook, table: string, cell: unknown): string | null => {
  if (typeof cell !== 'string' || book.has(table, cell)) return typeof cell === 'string' ? cell : null
  const found = book.find([table], cell)
  return found === 'many' ? null : found
}

/** One item of a school's year. */
export interface ItemScore {
  readonly row: string
  readonly item: string
  readonly points: number | null
  readonly auto: number | null
  readonly onsite: number | null
  readonly why: string
  readonly score: number | null
}

export interface SchoolResult {
  /** The row of the school; a name that is no school's stands for itself. */
  readonly school: string
  readonly name: string
  readonly town: string
  readonly items: ReadonlyMap<string, ItemScore>
  readonly total: number | null
  readonly veto: boolean
  readonly rank: number | null
  readonly grade: string
}

const numberIn = (book: Workbook, table: string, row: string, column: string): number | null => {
  const value = book.value(table, row, column)
  return typeof value === 'number' ? value : null
}
const textIn = (book: Workbook, table: string, row: string, column: string): string => {
  const value = book.value(table, row, column)
  return typeof value === 'string' ? value : ''
}

/** The years that have been assessed, and this one; the newest first. */
export function assessedYears(book: Workbook): string[] {
  const years = new Set([book.environment().now.slice(0, 4)])
  for (const table of [SCHOOLS, SECTIONS])
    for (const row of book.view(table).ids()) {
      const year = textIn(book, table, row, 'year')
      if (/^\d{4}$/.test(year)) years.add(year)
    }
  return [...years].sort().reverse()
}

/** Every school of a year with its items, the best first; those without a rank by name, after the others. */
export function schoolResults(book: Workbook, year: string): SchoolResult[] {
  const bySchool = new Map<string, Map<string, ItemScore>>()
  for (const row of book.view(SCHOOLS).ids()) {
    if (book.stored(SCHOOLS, row, 'year') !== year) continue
    const cell = book.stored(SCHOOLS, row, 'school')
    const item = textIn(book, SCHOOLS, row, 'item')
    if (typeof cell !== 'string') continue
    const school = rowNamed(book, 'schools', cell) ?? cell
    let items = bySchool.get(school)
    if (!items) bySchool.set(school, (items = new Map()))
    items.set(item, itemScore(book, row, item))
  }
  return [...bySchool]
    .map(([school, items]): SchoolResult => {
      const [any] = items.values()
      const known = book.has('schools', school)
      return {
        school,
        name: known ? (book.shownName(school) ?? '') : school,
        town: known ? textIn(book, 'schools', school, 'town') : '',
        items,
        total: numberIn(book, SCHOOLS, any!.row, 'total'),
        veto: book.value(SCHOOLS, any!.row, 'veto') === true,
        rank: numberIn(book, SCHOOLS, any!.row, 'rank'),
        grade: textIn(book, SCHOOLS, any!.row, 'grade'),
      }
    })
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.name.localeCompare(b.name, 'zh'))
}

function itemScore(book: Workbook, row: string, item: string): ItemScore {
  return {
    row,
    item,
    points: numberIn(book, SCHOOLS, row, 'points'),
    auto: numberIn(book, SCHOOLS, row, 'auto'),
    onsite: numberIn(book, SCHOOLS, row, 'onsite'),
    why: textIn(book, SCHOOLS, row, 'why'),
    score: numberIn(book, SCHOOLS, row, 'score'),
  }
}

/** Rows behind a number, and what they did to it. */
export interface Counted {
  readonly table: string
  readonly rows: readonly string[]
  readonly how: 'earned' | 'lost'
}

/** A line of a receipt: what it is for, what it gives of what it could, by which clause and by which rows. */
export interface AssessmentLine {
  readonly key: string
  readonly what: string
  readonly most: number | null
  readonly score: number | null
  /** The part of the points the data give, 0 to 1; null where they say nothing. */
  readonly share: number | null
  readonly basis: string
  readonly steps: readonly Step[]
  readonly counted: readonly Counted[]
  /** Of an item of a school: where points are given on the spot. */
  readonly item: ItemScore | null
}

const countedIn = (behind: {
  readonly earned: { readonly table: string; readonly rows: readonly string[] } | null
  readonly lost: { readonly table: string; readonly rows: readonly string[] } | null
}): Counted[] =>
  (['lost', 'earned'] as const).flatMap((how) => {
    const rows = behind[how]
    return rows === null || rows.rows.length === 0 ? [] : [{ ...rows, how }]
  })

export const figuresIn = (book: Workbook): Figures =>
  book.look({ assessmentSettings: figureColumns }, (rows) => figuresOf(rows.assessmentSettings))

/** What a figure goes by: as the bureau has written it, or as the plans say. */
export function basisOf(book: Workbook, item: string): string {
  const row = figureRow(book, item)
  const written = row === null ? null : book.stored('assessmentSettings', row, 'basis')
  return typeof written === 'string' && written !== ''
    ? written
    : (FIGURES.find((figure) => figure.item === item)?.basis ?? '')
}

export const figureRow = (book: Workbook, item: string): string | null =>
  book
    .view('assessmentSettings')
    .ids()
    .find((row) => book.stored('assessmentSettings', row, 'item') === item) ?? null

export interface SchoolReceipt {
  readonly result: SchoolResult
  readonly lines: readonly AssessmentLine[]
  readonly vetoedBy: readonly Counted[]
}

/** The points of a school one by one. Null where the year has no rows of it. */
export function schoolReceipt(book: Workbook, year: string, school: string): SchoolReceipt | null {
  const id = rowNamed(book, 'schools', school) ?? school
  const result = schoolResults(book, year).find((each) => each.school === id)
  return result ? receiptOfResult(book, year, result) : null
}

export function receiptOfResult(book: Workbook, year: string, result: SchoolResult): SchoolReceipt {
  return book.look(evidence, (rows, { now }) => {
    const lines = inOrder(result.items).map((score): AssessmentLine => {
      const behind = behindItem(score.item, result.school, year, rows, dateOf(now))
      const given: Step[] =
        score.onsite === null
          ? []
          : [
              score.auto === null
                ? { code: 'assessment.given-by-hand', params: { points: score.onsite } }
                : { code: 'assessment.given', params: { points: score.onsite, computed: score.auto } },
            ]
      return {
        key: score.item,
        what: score.item,
        most: score.points,
        score: score.score,
        share: behind.share,
        basis: basisOf(book, score.item),
        steps: score.onsite !== null && behind.share === null ? given : [...behind.steps, ...given],
        counted: countedIn(behind),
        item: score,
      }
    })
    const causes = vetoCauses(result.school, year, rows)
    const vetoedBy = [
      { table: 'allIncidents', rows: causes.incidents, how: 'lost' as const },
      { table: 'investigations', rows: causes.investigations, how: 'lost' as const },
    ].filter((each) => each.rows.length > 0)
    return { result, lines, vetoedBy }
  })
}

/** In the order of the rules; items nobody knows after them. */
export function inOrder(items: ReadonlyMap<string, ItemScore>): ItemScore[] {
  const place = (item: string) => {
    const at = (SCHOOL_ITEMS as readonly string[]).indexOf(item)
    return at < 0 ? SCHOOL_ITEMS.length : at
  }
  return [...items.values()].sort((a, b) => place(a.item) - place(b.item))
}

export interface SectionResult {
  readonly row: string
  readonly dept: string
  readonly name: string
  readonly parts: Readonly<Record<SectionPart, number | null>>
  readonly score: number | null
  readonly grade: string
  readonly award: boolean
}

export const sectionParts = Object.keys(SECTION_PARTS) as readonly SectionPart[]

/** Every section of a year, the best first. */
export function sectionResults(book: Workbook, year: string): SectionResult[] {
  return book
    .view(SECTIONS)
    .ids()
    .filter((row) => book.stored(SECTIONS, row, 'year') === year)
    .map((row): SectionResult => {
      const cell = book.stored(SECTIONS, row, 'dept')
      const dept = rowNamed(book, 'sections', cell) ?? (typeof cell === 'string' ? cell : '')
      return {
        row,
        dept,
        name: book.has('sections', dept) ? (book.shownName(dept) ?? '') : dept,
        parts: Object.fromEntries(
          sectionParts.map((part) => [part, numberIn(book, SECTIONS, row, part)]),
        ) as SectionResult['parts'],
        score: numberIn(book, SECTIONS, row, 'score'),
        grade: textIn(book, SECTIONS, row, 'grade'),
        award: book.stored(SECTIONS, row, 'award') === true,
      }
    })
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || a.name.localeCompare(b.name, 'zh'))
}

export interface SectionReceipt {
  readonly result: SectionResult
  readonly lines: readonly AssessmentLine[]
}

export function sectionReceipt(book: Workbook, year: string, row: string): SectionReceipt | null {
  const result = sectionResults(book, year).find((each) => each.row === row)
  if (!result) return null
  const figures = figuresIn(book)
  return book.look(sectionEvidence, (rows, { now }) => ({
    result,
    lines: sectionParts.map((part): AssessmentLine => {
      const behind = partBehind(part, { year, dept: result.dept, rows, today: dateOf(now) })
      const points = partPoints(part, result.parts[part], figures)
      return {
        key: part,
        what: SECTION_PARTS[part],
        most: points?.most ?? null,
        score: points === null ? null : Math.round(points.got * 100) / 100,
        share: behind.value === null ? null : behind.value / 100,
        basis: basisOf(book, SECTION_PARTS[part]),
        steps: points === null ? [{ code: 'assessment.left-out' }] : behind.steps,
        counted: countedIn(behind),
        item: null,
      }
    }),
  }))
}

/** The schools a year is made for. */
export const openSchools = (book: Workbook): string[] =>
  book
    .view('schools')
    .ids()
    .filter((row) => isOpenSchool({ state: book.stored('schools', row, 'state') as string | null }))
