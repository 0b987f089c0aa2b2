import { commended, type Chosen } from '../../rules/bureau/commendation.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { NewRow } from '../completed-rows.ts'
import type { Session } from '../session.ts'
import {
  figuresIn,
  schoolResults,
  sectionResults,
  type SchoolResult,
  type SectionResult,
} from '../../engine/assessment.ts'
import { idFor } from './make-year.ts'

const TABLE = 'awards'

export interface Commendation {
  readonly schools: Chosen<SchoolResult & { readonly score: number | null; readonly vetoed: boolean }>
  readonly sections: Chosen<SectionResult & { readonly vetoed: boolean }>
}

/** Who would be commended by the grades of a year, with the places the bureau has set. */
export function commendation(book: Workbook, year: string): Commendation {
  const figures = figuresIn(book)
  return {
    schools: commended(
      schoolResults(book, year).map((each) => ({ ...each, score: each.total, vetoed: each.veto })),
      figures['先进学校名额'],
    ),
    sections: commended(
      sectionResults(book, year).map((each) => ({ ...each, vetoed: false })),
      figures['先进科室名额'],
    ),
  }
}

/** What a commended school and a commended section are called; words of whoever drafts. */
export interface AwardNames {
  readonly school: string
  readonly section: string
}

export interface Award {
  readonly row: string
  readonly who: string
  readonly kind: string
  readonly basis: string | null
  /** By the grades of today it would not be drafted (any more). */
  readonly unfounded: boolean
}

/** The list of a year as it stands, and which of it the grades of today do not bear out. */
export function awardsOf(book: Workbook, year: string): Award[] {
  const { schools, sections } = commendation(book, year)
  const founded = new Set(
    [...schools.list, ...schools.tied, ...sections.list, ...sections.tied].map(basisRow),
  )
  const drafted = (basis: string | null) =>
    basis !== null && (book.has('schoolAssessment', basis) || book.has('sectionAssessment', basis))
  return book
    .view(TABLE)
    .ids()
    .filter((row) => book.stored(TABLE, row, 'year') === year)
    .map((row) => {
      const cell = book.stored(TABLE, row, 'basis')
      const basis = typeof cell === 'string' ? cell : null
      return {
        row,
        who: String(book.stored(TABLE, row, 'who') ?? ''),
        kind: String(book.stored(TABLE, row, 'kind') ?? ''),
        basis,
        unfounded: drafted(basis) && !founded.has(basis!),
      }
    })
}

/** The result that a row of the assessment belongs to; null where something else is the reason. */
export function assessedBasis(
  book: Workbook,
  row: string,
): { readonly score: number | null; readonly grade: string } | null {
  const [table, column] = book.has('schoolAssessment', row)
    ? ['schoolAssessment', 'total']
    : ['sectionAssessment', 'score']
  if (!book.has(table!, row)) return null
  const score = book.value(table!, row, column!)
  return {
    score: typeof score === 'number' ? score : null,
    grade: String(book.value(table!, row, 'grade') ?? ''),
  }
}

/** What is named as the reason: any item of a school's year leads to all of it. */
const basisRow = (each: SchoolResult | SectionResult): string =>
  'row' in each ? each.row : [...each.items.values()][0]!.row

/**
 * 起草表彰名单: a row of awards for everybody who is commended and not on the list yet, each with what it is for; one
 * change. What is on the list stays.
 */
export function draftCommendation(session: Session, year: string, names: AwardNames): number {
  const { book } = session
  const { schools, sections } = commendation(book, year)
  const listed = new Set(awardsOf(book, year).map(({ who }) => who))
  const rows = [...schools.list, ...sections.list]
    .filter(({ name }) => !listed.has(name))
    .map((each): NewRow => ({
      table: TABLE,
      id: idFor(book, TABLE, year, basisRow(each)),
      cells: {
        year,
        who: each.name,
        kind: 'row' in each ? names.section : names.school,
        basis: basisRow(each),
      },
    }))
  if (rows.length > 0)
    session.accept(
      { edits: [], rows },
      { source: 'user', label: { code: 'assessment.commend', params: { year, count: rows.length } } },
    )
  return rows.length
}
