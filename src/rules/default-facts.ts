import type { LocalTime } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { Calendar } from './calendar.ts'
import type { DutyBook } from './on-duty.ts'
import type { Policy } from './policy.ts'
import type { TermSpan } from './terms.ts'

/** What the defaults of a new row may know of the workbook. */
export interface DefaultFacts {
  readonly now: LocalTime
  /** The values a column holds in the table's rows, new ones of the same change included. */
  readonly used: (table: string, column: string) => { has: (value: string) => boolean }
  readonly profile: (column: string) => Cell
  /** A cell of a row that is there; the row by its id or its shown name. */
  readonly cellOf: (table: string, row: string, column: string) => Cell
  readonly terms: () => readonly Pick<TermSpan, 'from' | 'to'>[]
  readonly policy?: Policy
  readonly duty?: DutyBook
  readonly calendar?: Calendar
  /** Who looks after a place, as far as anything says so. */
  readonly keeperOf?: (area: string) => string | null
}
