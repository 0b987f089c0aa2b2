import type { Workbook } from '../../engine/workbook.ts'
import type { Cell } from '../../tables/cell.ts'
import { schools } from '../../tables/bureau/schools.ts'
import type { ReadReport } from '../../workers/report-work.ts'
import type { WantedRow } from './ledgers-of.ts'
import type { KnownReport } from './known-reports.ts'

/**
 * Reports are taken in at two levels: a bureau lists all its schools and makes ledgers of what they send; a central
 * school lists those below it and only keeps their reports, to send them on as they are.
 */
export type Directory = 'schools' | 'villageSchools'

export const directoryOf = (book: Workbook): Directory =>
  Object.hasOwn(book.tables, 'schools') ? 'schools' : 'villageSchools'

export const keepsLedgers = (book: Workbook): boolean => directoryOf(book) === 'schools'

const types = new Set<unknown>(schools.columns.type.options!.map(({ zh }) => zh))
const [publicly, privately] = schools.columns.own.options!.map(({ zh }) => zh)
const [open] = schools.columns.state.options!.map(({ zh }) => zh)

/** The row of a school that is not listed yet, as far as its own file tells: the rest is the reader's to fill in. */
export function listedAs(directory: Directory, { school, profile }: ReadReport): Record<string, Cell> {
  const count = (cell: Cell | undefined): Cell => (typeof cell === 'number' ? cell : null)
  const name = (cell: Cell | undefined): Cell => (typeof cell === 'string' ? cell : null)
  const both = {
    code: school.code.trim(),
    name: school.name.trim() || name(profile['school_name']),
    state: open!,
  }
  if (directory === 'villageSchools') return { ...both, contact: name(profile['safety_office_head']) }
  return {
    ...both,
    type: types.has(profile['school_type']) ? profile['school_type']! : null,
    own: profile['ownership'] === privately ? privately! : publicly!,
    principal: name(profile['principal']),
    vp: name(profile['safety_vp']),
    officer: name(profile['safety_office_head']),
    size: count(profile['students_total']),
    staff_count: count(profile['staff_total']),
  }
}

/**
 * The central school of each school whose report came through one, where the bureau has not said which it is. There are
 * two levels and no more: a school that is above another, or has one above itself, is put below or above none by this.
 *
 * @param reports those that came through another school just now
 */
export function parentsOf(book: Workbook, reports: readonly KnownReport[]): ReadonlyMap<string, string> {
  const decided = new Map<string, string>()
  if (directoryOf(book) !== 'schools') return decided
  const above = new Map<string, string>()
  for (const id of book.view('schools').ids()) {
    const parent = book.stored('schools', id, 'parent')
    if (typeof parent === 'string') above.set(id, parent)
  }
  const parents = new Set(above.values())
  for (const { school, via } of reports) {
    if (via === null || above.has(school) || above.has(via) || parents.has(school)) continue
    above.set(school, via)
    parents.add(via)
    decided.set(school, via)
  }
  return decided
}

/** Rows that say so of schools that are listed already. */
export const parentRows = (book: Workbook, parents: ReadonlyMap<string, string>): WantedRow[] =>
  [...parents].flatMap(([id, parent]) =>
    book.has('schools', id) ? [{ table: 'schools', id, cells: { parent } }] : [],
  )
