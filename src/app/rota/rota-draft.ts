import { dateOf, type LocalDate } from '../../shared/local-date.ts'
import type { Cell } from '../../tables/cell.ts'
import type { CommonPart } from '../../tables/common/common-part.ts'
import { mondayOf } from '../../rules/weeks.ts'
import type { PostTemplate } from '../../rules/rota/term-places.ts'
import type { Policy } from '../../rules/policy.ts'
import type { Workbook } from '../../engine/workbook.ts'

/** A post of the template; a new one has no row yet. */
export interface PostDraft extends PostTemplate {
  readonly row: string | null
  /** What the usual posts bring along; a row keeps its own. */
  readonly hours?: string
}

/** Whether a person leads the week, stands on a post, or neither. */
export type Part = 'leader' | 'teacher' | 'none'

export interface PersonDraft {
  readonly id: string
  readonly name: string
  readonly part: Part
  /** Why not on duty; asked for where `part` is `none`. */
  readonly exempt: string
  /** Most duties of a term; null for no limit. */
  readonly cap: number | null
}

/** What somebody asks the rota to be: begun from the workbook, changed in the dialog, written back with the result. */
export interface RotaDraft {
  /** By id; empty where the workbook has none with days. */
  readonly term: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly turn: Policy['rota.turn']
  readonly posts: readonly PostDraft[]
  readonly people: readonly PersonDraft[]
  /** Rows somebody has changed stay, besides those that are confirmed. */
  readonly keepByHand: boolean
}

export const LEADS_WEEK = '值周行政'

/** Terms that can have a rota, the latest first. */
export const termsWithDays = (book: Workbook) =>
  book
    .environment()
    .terms.filter(({ startDate, endDate }) => startDate !== null && endDate !== null)
    .toReversed()

/** As the workbook has it: the term of today or the next one, from this week on, with the posts of its template. */
export function rotaDraft(book: Workbook, usual: readonly CommonPart[]): RotaDraft {
  const { now, policy } = book.environment()
  const today = dateOf(now)
  const terms = termsWithDays(book)
  const term = terms.filter(({ endDate }) => endDate! >= today).at(-1) ?? terms[0]
  const posts = templatesOf(book)
  return {
    term: term?.id ?? '',
    ...rangeOf(term?.startDate ?? today, term?.endDate ?? today, today),
    turn: policy['rota.turn'],
    posts: posts.length > 0 ? posts : usualPosts(book, usual),
    people: peopleOf(book),
    keepByHand: true,
  }
}

/** What schools usually have: meals and nights only where there are some. */
function usualPosts(book: Workbook, parts: readonly CommonPart[]): PostDraft[] {
  const [profile] = book.view('profile').ids()
  const has = (column: string) => profile !== undefined && book.stored('profile', profile, column) === true
  const wanted: Readonly<Record<string, boolean>> = { 食堂: has('canteen'), 住宿: has('boarding') }
  return parts
    .filter(({ name }) => wanted[name] ?? true)
    .flatMap(({ rows }) => rows)
    .map((cells) => ({
      ...templateFrom(cells as Readonly<Record<string, Cell>>),
      row: null,
      ...(typeof cells['hours'] === 'string' ? { hours: cells['hours'] } : {}),
    }))
}

/** What is over is not planned again; before and after the term, all of it is. */
export function rangeOf(
  start: LocalDate,
  end: LocalDate,
  today: LocalDate,
): { from: LocalDate; to: LocalDate } {
  const monday = mondayOf(today)
  return { from: monday > start && today <= end ? monday : start, to: end }
}

export function templatesOf(book: Workbook): PostDraft[] {
  return book
    .view('rotaPosts')
    .ids()
    .flatMap((row) => {
      const cell = (column: string) => book.stored('rotaPosts', row, column)
      const [post, count] = [cell('post'), cell('count')]
      if (typeof post !== 'string' || typeof count !== 'number') return []
      return [
        { row, ...templateFrom({ post, count, weekday: cell('weekday'), with_class: cell('with_class') }) },
      ]
    })
}

export function templateFrom(cells: Readonly<Record<string, Cell>>): PostTemplate {
  const { weekday } = cells
  return {
    post: String(cells['post']),
    weekdays: Array.isArray(weekday) && weekday.length > 0 ? (weekday as readonly string[]) : null,
    seats: Number(cells['count'] ?? 1),
    withClass: cells['with_class'] === true,
  }
}

/** Posts whose holders lead the weeks of a school that has named nobody for it. */
const LEADS = /校长|书记|主任$|辅导员/
const NOT_LEADING = new Set(['班主任', '年级主任'])

/** Everybody at work; who leads a week is said by their posts, who is exempt by their own column. */
export function peopleOf(book: Workbook): PersonDraft[] {
  const rows = book
    .view('staff')
    .ids()
    .filter((id) => (book.stored('staff', id, 'status') ?? '在岗') === '在岗')
  const postsOf = (id: string) => {
    const posts = book.stored('staff', id, 'posts')
    return Array.isArray(posts) ? (posts as readonly string[]) : []
  }
  const named = rows.some((id) => postsOf(id).includes(LEADS_WEEK))
  const leads = (id: string) =>
    postsOf(id).some((post) => (named ? post === LEADS_WEEK : LEADS.test(post) && !NOT_LEADING.has(post)))
  return rows.map((id) => {
    const cap = book.stored('staff', id, 'roster_cap')
    return {
      id,
      name: book.shownName(id) ?? '',
      part: book.stored('staff', id, 'on_roster') === false ? 'none' : leads(id) ? 'leader' : 'teacher',
      exempt: String(book.stored('staff', id, 'roster_exempt') ?? ''),
      cap: typeof cap === 'number' ? cap : null,
    }
  })
}
