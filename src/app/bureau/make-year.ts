import { fixedId, newId } from '../../shared/id.ts'
import { SCHOOL_ITEMS } from '../../rules/bureau/assessment-figures.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { NewRow } from '../completed-rows.ts'
import type { Session } from '../session.ts'
import { figuresIn, openSchools } from '../../engine/assessment.ts'
import { rowNamed } from '../duty-book.ts'

export interface MadeYear {
  /** Rows that were not there before. */
  readonly rows: number
  readonly schools: number
  readonly sections: number
}

/**
 * 生成考核表: a row for every item of every open school and for every section, as far as the year has none yet; one
 * change. Made twice, or on two computers, it comes to the same rows.
 */
export function makeYear(session: Session, year: string): MadeYear {
  const { book } = session
  const figures = figuresIn(book)
  const known = knownRows(book, year)
  const rows: NewRow[] = []
  const schools = openSchools(book)
  for (const school of schools)
    for (const item of SCHOOL_ITEMS)
      if (!known.has(`${school} ${item}`))
        rows.push({
          table: 'schoolAssessment',
          id: idFor(book, 'schoolAssessment', year, school, item),
          cells: { year, school, item, points: figures[item] },
        })
  const sections = book.view('sections').ids()
  for (const dept of sections)
    if (!known.has(dept))
      rows.push({
        table: 'sectionAssessment',
        id: idFor(book, 'sectionAssessment', year, dept),
        cells: { year, dept },
      })
  if (rows.length > 0)
    session.accept(
      { edits: [], rows },
      { source: 'user', label: { code: 'assessment.make', params: { year, count: rows.length } } },
    )
  return { rows: rows.length, schools: schools.length, sections: sections.length }
}

/** The same on every computer; a row that somebody has deleted comes back as another one. */
export function idFor(book: Workbook, table: string, ...parts: readonly string[]): string {
  const fixed = fixedId(table, ...parts)
  return book.positionOf(table, fixed) < 0 ? fixed : newId()
}

function knownRows(book: Workbook, year: string): ReadonlySet<string> {
  const known = new Set<string>()
  for (const row of book.view('schoolAssessment').ids())
    if (book.stored('schoolAssessment', row, 'year') === year) {
      const school = rowNamed(book, 'schools', book.stored('schoolAssessment', row, 'school'))
      known.add(`${school ?? ''} ${String(book.stored('schoolAssessment', row, 'item') ?? '')}`)
    }
  for (const row of book.view('sectionAssessment').ids())
    if (book.stored('sectionAssessment', row, 'year') === year) {
      const dept = rowNamed(book, 'sections', book.stored('sectionAssessment', row, 'dept'))
      if (dept !== null) known.add(dept)
    }
  return known
}
