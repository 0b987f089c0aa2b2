import {
  addDays,
  daysBetween,
  dateOf,
  isLocalDate,
  isLocalTime,
  type LocalDate,
} from '../../shared/local-date.ts'
import type { TermSpan } from '../../rules/terms.ts'
import type { Workbook } from '../../engine/workbook.ts'

/** What charts are made of: a workbook, and the stretch of time they tell of. */
export class ChartFacts {
  readonly today: LocalDate

  constructor(
    readonly book: Workbook,
    /** Null: everything there is. */
    readonly term: TermSpan | null,
  ) {
    this.today = dateOf(book.environment().now)
  }

  rows(table: string): readonly string[] {
    return this.book.view(table).ids()
  }

  cell(table: string, row: string, column: string): unknown {
    return this.book.value(table, row, column)
  }

  /** The day in a cell of a date or a moment; null for an empty one, and for what was typed and is neither. */
  day(table: string, row: string, column: string): LocalDate | null {
    const cell = this.cell(table, row, column)
    if (typeof cell !== 'string') return null
    return isLocalDate(cell) ? cell : isLocalTime(cell) ? dateOf(cell) : null
  }

  number(table: string, row: string, column: string): number {
    const cell = this.cell(table, row, column)
    return typeof cell === 'number' ? cell : 0
  }

  within(day: LocalDate | null): day is LocalDate {
    return day !== null && (this.term === null || (day >= this.term.from && day <= this.term.to))
  }

  /** `2026-09` … so far as there is something to tell: of the term up to today, or from the first of the days on. */
  months(days: readonly LocalDate[]): string[] {
    const sorted = [...days].sort()
    const from = this.term?.from ?? sorted[0]
    if (from === undefined) return []
    const ends = [sorted.at(-1) ?? from, this.term ? earlier(this.term.to, this.today) : this.today]
    const last = ends.sort().at(-1)!.slice(0, 7)
    const found: string[] = []
    for (let month = from.slice(0, 7); month <= last; month = nextMonth(month)) found.push(month)
    return found
  }
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
const nextMonth = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7)

export const ageOf = (from: LocalDate, today: LocalDate): number => Math.max(0, daysBetween(from, today))
