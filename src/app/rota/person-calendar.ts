import { addDays, type LocalDate } from '../../shared/local-date.ts'
import { calendarFile, type CalendarEvent } from '../../exchange/calendar-file.ts'
import { mannedOn } from '../../rules/on-duty.ts'
import { standsAt } from '../../rules/rota/hours.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { dutyBookOf, rowNamed } from '../duty-book.ts'
import type { Session } from '../session.ts'
import { personsIn, standIns } from './standing-duties.ts'

/** What entries are called, in the language of the screen. */
export interface CalendarWords {
  readonly calendar: string
  /** A post of the weekly rota, or null for leading the week. */
  readonly duty: (post: string | null) => string
  readonly holidayDuty: (kind: string, leads: boolean) => string
}

/** On the day of a duty, an hour before it, or at six in the morning where it has no hours. */
const BEFORE = 60
const MORNING = -6 * 60

/**
 * Everything one person is on duty for on the days of a span, swaps that are agreed upon included: the weekly rota, leading
 * a week, and holiday and night duty. An entry keeps its name in later files as long as its row is there.
 */
export function personCalendar(
  session: Session,
  person: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  words: CalendarWords,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly count: number } {
  const events = [
    ...weekly(session.book, person, from, to, words),
    ...holidays(session.book, person, from, to, words),
  ]
  return { bytes: calendarFile(words.calendar, events, session.now), count: events.length }
}

function weekly(
  book: Workbook,
  person: string,
  from: LocalDate,
  to: LocalDate,
  words: CalendarWords,
): CalendarEvent[] {
  const duty = dutyBookOf(book)
  const hours = hoursOfPosts(book)
  /** Days of each duty; leading a week is one duty, whatever the posts. */
  const days = new Map<string, { post: string | null; days: LocalDate[] }>()
  const add = (key: string, post: string | null, day: LocalDate) => {
    const known = days.get(key) ?? { post, days: [] }
    known.days.push(day)
    days.set(key, known)
  }
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const posts = mannedOn(day, duty)
    const led = posts.find(({ leader }) => leader === person)
    if (led) add(leadingOf(book, led.row), null, day)
    for (const { row, post, teachers } of posts) if (teachers.includes(person)) add(`rota:${row}`, post, day)
  }
  return [...days].flatMap(([key, { post, days }]) => {
    const clock = post === null ? null : (hours.get(post) ?? null)
    const title = words.duty(post)
    if (clock)
      return days.map((day) => ({ uid: `${key}:${day}`, title, ...standsAt(day, clock), remind: BEFORE }))
    // Days that follow each other are one entry, numbered so that a swapped day moves it instead of doubling it.
    return runsOf(days).map(([first, last], at) => ({
      uid: `${key}:${at}`,
      title,
      from: first,
      to: last,
      remind: MORNING,
    }))
  })
}

/** The week a row belongs to: its rows come and go, while the week has one leader. */
const leadingOf = (book: Workbook, row: string): string =>
  `lead:${rowNamed(book, 'terms', book.stored('rota', row, 'term')) ?? ''}:${String(book.stored('rota', row, 'week'))}`

function hoursOfPosts(book: Workbook): Map<unknown, string> {
  const hours = new Map<unknown, string>()
  for (const row of book.view('rotaPosts').ids()) {
    const said = book.stored('rotaPosts', row, 'hours')
    if (typeof said === 'string' && standsAt('2000-01-01', said).to)
      hours.set(book.stored('rotaPosts', row, 'post'), said)
  }
  return hours
}

function runsOf(days: readonly LocalDate[]): (readonly [LocalDate, LocalDate])[] {
  const runs: [LocalDate, LocalDate][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && addDays(run[1], 1) === day) run[1] = day
    else runs.push([day, day])
  }
  return runs
}

function holidays(
  book: Workbook,
  person: string,
  from: LocalDate,
  to: LocalDate,
  words: CalendarWords,
): CalendarEvent[] {
  const swaps = standIns(book, '同意')
  return book
    .view('holidayDuty')
    .ids()
    .flatMap((row): CalendarEvent[] => {
      const cell = (column: string) => book.stored('holidayDuty', row, column)
      const day = cell('date')
      if (typeof day !== 'string' || day < from || day > to) return []
      const own = swaps.filter((swap) => swap.row === row && swap.person !== null)
      const standing = personsIn(book, cell('staff')).map(
        (one) => own.find(({ absent }) => absent === one || absent === null)?.person ?? one,
      )
      const leads = rowNamed(book, 'staff', cell('leader')) === person
      if (!leads && !standing.includes(person)) return []
      const clock = standsAt(day, String(cell('shift') ?? ''))
      return [
        {
          uid: `duty:${row}`,
          title: words.holidayDuty(String(cell('kind') ?? ''), leads),
          ...clock,
          remind: clock.to ? BEFORE : MORNING,
        },
      ]
    })
}
