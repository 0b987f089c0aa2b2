import { addDays, type LocalDate } from '../../shared/local-date.ts'
import type { Cell } from '../../tables/cell.ts'
import { weekdayName } from '../../rules/on-duty.ts'
import { countsAsLoad } from '../../rules/rota/load.ts'
import { mondayOf } from '../../rules/weeks.ts'
import type { TermSpan } from '../../rules/terms.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { rowNamed } from '../duty-book.ts'

/** A row of the rota as planning sees it; persons by id. */
export interface RotaRow {
  readonly id: string
  readonly week: number
  readonly post: string | null
  readonly days: readonly LocalDate[]
  readonly weekdays: Cell
  readonly leader: string | null
  readonly teachers: readonly string[]
  readonly origin: string | null
  readonly confirmed: boolean
  readonly head: Cell
  readonly dutyClass: Cell
}

/** The rows of a term's rota, with the days they stand for. */
export function rotaRowsOf(book: Workbook, term: TermSpan): RotaRow[] {
  const { calendar } = book.environment()
  const start = mondayOf(term.startDate!)
  return book
    .view('rota')
    .ids()
    .flatMap((id) => {
      const cell = (column: string) => book.stored('rota', id, column)
      const week = cell('week')
      if (typeof week !== 'number' || rowNamed(book, 'terms', cell('term')) !== term.id) return []
      const weekdays = cell('weekday')
      const named = Array.isArray(weekdays) && weekdays.length > 0 ? (weekdays as readonly string[]) : null
      const days = Array.from({ length: 7 }, (_, day) => addDays(start, (week - 1) * 7 + day)).filter(
        (day) =>
          day >= term.startDate! &&
          day <= term.endDate! &&
          (named ? named.includes(weekdayName(day)) : calendar.isWorkday(day)),
      )
      return [
        {
          id,
          week,
          post: cell('post') as string | null,
          days,
          weekdays,
          leader: rowNamed(book, 'staff', cell('leader')),
          teachers: personsIn(book, cell('teachers')),
          origin: cell('origin') as string | null,
          confirmed: cell('ack') === true,
          head: cell('head'),
          dutyClass: cell('duty_class'),
        },
      ]
    })
}

export const personsIn = (book: Workbook, cell: Cell): string[] =>
  Array.isArray(cell) ? (cell as readonly string[]).flatMap((one) => rowNamed(book, 'staff', one) ?? []) : []

/**
 * How often a person was on the rota in the terms before this one. Somebody who has come since has nothing to make up
 * for, nor anything to be paid back: they count as the others did on average.
 */
export function dutiesBefore(book: Workbook, term: TermSpan): (person: string) => number {
  const before = new Map<string, number>()
  const earlier = book.environment().terms.filter(({ from }) => from < term.from)
  const ids = new Set(earlier.map(({ id }) => id))
  for (const id of book.view('rota').ids()) {
    if (!ids.has(rowNamed(book, 'terms', book.stored('rota', id, 'term')) ?? '')) continue
    if (!countsAsLoad(book.stored('rota', id, 'origin') as string | null)) continue
    for (const person of personsIn(book, book.stored('rota', id, 'teachers')))
      before.set(person, (before.get(person) ?? 0) + 1)
  }
  const sum = [...before.values()].reduce((sum, count) => sum + count, 0)
  const mean = before.size === 0 ? 0 : Math.round(sum / before.size)
  const last = earlier.at(-1)
  return (person) => {
    const joined = book.stored('staff', person, 'valid')
    const isNew = typeof joined === 'string' && last !== undefined && joined > last.from
    return before.get(person) ?? (isNew ? mean : 0)
  }
}

/** A stand-in that is agreed upon or asked for: the row it is about stays, and whoever steps in is not free then. */
export interface StandIn {
  readonly row: string
  /** Null where the row tells nobody who steps in. */
  readonly person: string | null
  readonly absent: string | null
  /** Null for all days of the row. */
  readonly on: LocalDate | null
}

/** Those that have not been refused, or those of one result. */
export function standIns(book: Workbook, result?: string): StandIn[] {
  return book
    .view('swaps')
    .ids()
    .flatMap((id): StandIn[] => {
      const cell = (column: string) => book.stored('swaps', id, column)
      if (result === undefined ? cell('status') === '不同意' : cell('status') !== result) return []
      const [taker, absent] = ['to_person', 'absent'].map((column) => rowNamed(book, 'staff', cell(column)))
      const on = cell('on') as LocalDate | null
      const rowOf = (column: string) =>
        rowNamed(book, 'rota', cell(column)) ?? rowNamed(book, 'holidayDuty', cell(column))
      const [row, inExchange] = [rowOf('from_row'), rowOf('counter_row')]
      return [
        ...(row === null ? [] : [{ row, person: taker!, absent: absent!, on }]),
        // A single day of a week is given for one that is not said; a night or a holiday is one day.
        ...(inExchange === null
          ? []
          : [
              {
                row: inExchange,
                person: on === null || book.has('holidayDuty', inExchange) ? absent! : null,
                absent: taker!,
                on: null,
              },
            ]),
      ]
    })
}
