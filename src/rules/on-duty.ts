import { dateOf, weekdayOf, type LocalDate, type LocalTime } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import { weekdays } from '../tables/school/weekday-choices.ts'
import type { TermSpan } from './terms.ts'
import { weekNumber } from './weeks.ts'

/** Rows of the workbook as far as it takes to know who is on duty; references hold ids or names. */
export interface DutyBook {
  readonly terms: () => readonly Pick<TermSpan, 'id' | 'startDate' | 'endDate'>[]
  /** The rows of a table whose column holds this very cell; a row gives its cells by key. */
  readonly where: (table: string, column: string, value: Cell) => readonly DutyRow[]
  /** The rows of a table whose moment in this column lies on the day. */
  readonly during: (table: string, column: string, day: LocalDate) => readonly DutyRow[]
  /** The id of the row a reference points to, or null. */
  readonly idOf: (table: string, reference: Cell) => string | null
}

export interface DutyRow {
  readonly id: string
  readonly cell: (column: string) => Cell
}

/** A post of the rota as it is manned on a day, approved swaps included. Persons are ids of staff rows. */
export interface MannedPost {
  readonly row: string
  readonly post: string | null
  readonly leader: string | null
  readonly teachers: readonly string[]
}

export const weekdayName = (date: LocalDate): (typeof weekdays)[number]['zh'] =>
  weekdays[weekdayOf(date) - 1]!.zh

/** The term whose school days include the day, and its week there. */
export function weekAt<T extends Pick<TermSpan, 'startDate' | 'endDate'>>(
  date: LocalDate,
  terms: readonly T[],
): { readonly term: T; readonly week: number } | null {
  for (const term of terms) {
    const { startDate, endDate } = term
    const week = startDate === null || endDate === null ? null : weekNumber(date, startDate, endDate)
    if (week !== null) return { term, week }
  }
  return null
}

/** Who stands where on a day by the weekly rota: nobody outside terms and on days a row does not name. */
export function mannedOn(date: LocalDate, book: DutyBook): readonly MannedPost[] {
  const at = weekAt(date, book.terms())
  if (!at) return []
  const today = weekdayName(date)
  return book.where('rota', 'week', at.week).flatMap((row) => {
    const days = row.cell('weekday')
    if (book.idOf('terms', row.cell('term')) !== at.term.id) return []
    if (Array.isArray(days) && days.length && !days.includes(today)) return []
    const swapped = swapsOf(row, date, book)
    const person = (cell: Cell) => {
      const id = book.idOf('staff', cell)
      return id === null ? null : (swapped.get(id) ?? id)
    }
    return [
      {
        row: row.id,
        post: row.cell('post') as string | null,
        leader: person(row.cell('leader')),
        teachers: listOf(row.cell('teachers')).flatMap((cell) => person(cell) ?? []),
      },
    ]
  })
}

/** Who stands in for whom in a row of the rota on a day. */
function swapsOf(rota: DutyRow, date: LocalDate, book: DutyBook): ReadonlyMap<string, string> {
  const standIns = new Map<string, string>()
  for (const swap of book.where('swaps', 'status', '同意')) {
    const on = swap.cell('on')
    const to = book.idOf('staff', swap.cell('to_person'))
    // The week that is given in exchange; for a single day nobody has said which.
    if (on === null && book.idOf('rota', swap.cell('counter_row')) === rota.id) {
      const back = book.idOf('staff', swap.cell('absent'))
      if (to !== null && back !== null) standIns.set(to, back)
    }
    if (book.idOf('rota', swap.cell('from_row')) !== rota.id) continue
    const absent = book.idOf('staff', swap.cell('absent')) ?? onlyTeacher(rota, book)
    if (to !== null && absent !== null && (on === null || on === date)) standIns.set(absent, to)
  }
  return standIns
}

/** Where one teacher is on a post, nobody needs to say who is replaced. */
function onlyTeacher(rota: DutyRow, book: DutyBook): string | null {
  const teachers = listOf(rota.cell('teachers'))
  return teachers.length === 1 ? book.idOf('staff', teachers[0]!) : null
}

/** The leader of that day: of the weekly rota, else of the holiday and night duty. */
export function leaderOn(date: LocalDate, book: DutyBook): string | null {
  for (const { leader } of mannedOn(date, book)) if (leader !== null) return leader
  for (const row of book.where('holidayDuty', 'date', date)) {
    const leader = book.idOf('staff', row.cell('leader'))
    if (leader !== null) return leader
  }
  return null
}

/** Which posts look after a kind of place, the nearest first. */
const POSTS_OF: Readonly<Record<string, readonly string[]>> = {
  校门: ['校门', '放学路队'],
  周边: ['放学路队', '校门'],
  校车: ['放学路队', '校门'],
  操场: ['大间操', '课间'],
  食堂: ['食堂'],
  宿舍: ['宿舍', '晚间'],
}
const INDOORS = ['楼层', '课间'] as const
const EVENING = '18:00'

/** Who stood guard over such a place at a time, by the rota (P2-10: 谁在岗谁负责); persons of the nearest manned post. */
export function onPostAt(time: LocalTime, placeKind: string | null, book: DutyBook): readonly string[] {
  const posts = POSTS_OF[placeKind ?? ''] ?? INDOORS
  const wanted = time.slice(11) >= EVENING ? ['晚间', ...posts] : posts
  const manned = mannedOn(dateOf(time), book)
  for (const post of wanted) {
    const teachers = manned.filter((other) => other.post === post).flatMap((other) => other.teachers)
    if (teachers.length) return [...new Set(teachers)]
  }
  return []
}

/** The teachers of all posts of a day, each once. */
export const teachersOn = (date: LocalDate, book: DutyBook): readonly string[] => [
  ...new Set(mannedOn(date, book).flatMap(({ teachers }) => teachers)),
]

const listOf = (cell: Cell): readonly string[] => (Array.isArray(cell) ? (cell as readonly string[]) : [])
