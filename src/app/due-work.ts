import { dateOf, weekdayOf, addDays, daysBetween, type LocalDate } from '../shared/local-date.ts'
import { fixedId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import { leaderOn } from '../rules/on-duty.ts'
import { obligationsOn, type Obligation } from '../rules/obligations.ts'
import { bureauObligations } from '../rules/bureau/bureau-obligations.ts'
import { allObligations } from '../rules/obligations/all-obligations.ts'
import type { Declaration, ObligationFacts } from '../rules/obligations/declaration.ts'
import { ObligationReader } from '../rules/obligations/filed-evidence.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { Moved } from '../engine/table-view.ts'
import { dutyBookOf, rowNamed } from './duty-book.ts'
import type { Outcome, Session } from './session.ts'

export type { Obligation } from '../rules/obligations.ts'

/** What stands together on the list: missed, for today, for this week, and what may be done already. */
export const DUE_GROUPS = ['overdue', 'today', 'week', 'later'] as const
export type DueGroup = (typeof DUE_GROUPS)[number]

/** Tables on which every day depends: the calendar, the terms, the switches, who holds which office. */
const EVERY_DAY = ['holidays', 'terms', 'policy', 'profile', 'bureauProfile'] as const

/**
 * What is due in the open workbook. The tables are gone through once; after that a change costs its own table, and a new
 * day (which moves what the clock computes) everything.
 */
export class DueWork {
  readonly #reader: ObligationReader
  #leaders = new Map<LocalDate, string | null>()
  #day = ''
  readonly #profile: 'profile' | 'bureauProfile'
  readonly #declarations: readonly Declaration[]

  constructor(private readonly book: Workbook) {
    const atBureau = Object.hasOwn(book.tables, 'bureauProfile')
    this.#profile = atBureau ? 'bureauProfile' : 'profile'
    this.#declarations = atBureau ? bureauObligations : allObligations
    this.#reader = new ObligationReader(
      {
        has: (table) => Object.hasOwn(book.tables, table),
        rows: (table) => book.view(table).ids(),
        cell: (table, row, column) => book.value(table, row, column) as Cell,
        people: atBureau ? 'bureauStaff' : 'staff',
        idOf: (table, reference) => rowNamed(book, table, reference),
      },
      this.#declarations,
    )
  }

  follow({ tables, everything }: Moved): void {
    if (everything || EVERY_DAY.some((table) => tables.has(table))) this.#reader.moved()
    else this.#reader.moved(tables)
    this.#leaders.clear()
  }

  /** What is still to be done, or will be this week; without what somebody has put off or settled otherwise. */
  open(): Obligation[] {
    const { now } = this.book.environment()
    const today = dateOf(now)
    if (today !== this.#day) {
      this.#day = today
      this.#reader.moved()
    }
    const put = this.#putOff()
    return obligationsOn(this.#facts(today), this.#reader, this.#declarations).filter(
      ({ id, state, row, obligation, due }) => {
        if (state === 'done' || (state === 'upcoming' && due > endOfWeek(today))) return false
        const until = put.get(obligation === 'todo.own' ? (row ?? id) : id)
        return until === undefined || until <= today
      },
    )
  }

  today(): LocalDate {
    return dateOf(this.book.environment().now)
  }

  /** Until when each is put off; for ever where somebody has written that it is settled. */
  #putOff(): ReadonlyMap<string, LocalDate> {
    const { book } = this
    const put = new Map<string, LocalDate>()
    for (const row of book.view('todos').ids()) {
      const id = book.stored('todos', row, 'obligation')
      const until =
        book.stored('todos', row, 'done_on') === null ? book.stored('todos', row, 'snooze') : '9999-12-31'
      if (typeof until === 'string') put.set(typeof id === 'string' ? id : row, until)
    }
    return put
  }

  #facts(today: LocalDate): ObligationFacts {
    const { book } = this
    const { calendar, policy, terms } = book.environment()
    const duty = dutyBookOf(book)
    return {
      today,
      calendar,
      policy,
      terms,
      majorDays: book
        .view('holidays')
        .ids()
        .filter((row) => book.stored('holidays', row, 'major') === true)
        .map((row) => book.stored('holidays', row, 'date'))
        .filter((day): day is string => typeof day === 'string')
        .sort(),
      profile: (column) => {
        const [row] = book.view(this.#profile).ids()
        return row === undefined ? null : (book.value(this.#profile, row, column) as Cell)
      },
      leaderOn: (day) => {
        if (!this.#leaders.has(day)) this.#leaders.set(day, leaderOn(day, duty))
        return this.#leaders.get(day)!
      },
    }
  }
}

const endOfWeek = (day: LocalDate): LocalDate => addDays(day, 7 - weekdayOf(day))

export function groupOf({ due, state }: Obligation, today: LocalDate): DueGroup {
  if (state === 'overdue') return 'overdue'
  if (due === today) return 'today'
  return due <= endOfWeek(today) ? 'week' : 'later'
}

export const daysLate = ({ due }: Obligation, today: LocalDate): number => daysBetween(due, today)

/** Not before that day again: a row that every copy of the workbook calls the same, so that two of them merge into one. */
export function putOff(session: Session, one: Obligation, what: string, until: LocalDate): Outcome {
  const own = one.obligation === 'todo.own' ? one.row : null
  const row = own ?? fixedId('todo', one.id)
  const how = { source: 'user', label: { code: 'due.put-off' } } as const
  if (session.book.has('todos', row))
    return session.edit([{ table: 'todos', row, column: 'snooze', input: until }], how)
  return session.batch(
    {
      rows: [
        {
          table: 'todos',
          id: row,
          cells: { due: one.due, what, who: one.who, snooze: until, obligation: one.id },
        },
      ],
    },
    how,
  )
}
