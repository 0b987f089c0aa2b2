import type { LocalDate } from '../../shared/local-date.ts'
import type { Cell } from '../../tables/cell.ts'
import type { Calendar } from '../calendar.ts'
import type { Policy } from '../policy.ts'
import type { TermSpan } from '../terms.ts'

/** The rows of a workbook as far as obligations read them. */
export interface ObligationBook {
  /** Obligations of a table that this version, or this workbook, does not have are passed over. */
  readonly has: (table: string) => boolean
  readonly rows: (table: string) => readonly string[]
  /** What a cell holds, computed columns included. */
  readonly cell: (table: string, row: string, column: string) => Cell
  /** The table of the people who do what is due; a school's `staff` when left out. */
  readonly people?: string
  /** The id of the row a reference points to, by id or name; null when there is none. */
  readonly idOf: (table: string, reference: Cell) => string | null
}

/** All an obligation may know; nothing here reads a clock. */
export interface ObligationFacts {
  readonly today: LocalDate
  readonly calendar: Calendar
  readonly policy: Policy
  /** In order of their first scoring day. */
  readonly terms: readonly TermSpan[]
  /** Days of major holidays, in order. */
  readonly majorDays: readonly LocalDate[]
  readonly profile: (column: string) => Cell
  /** Who leads the duty of a day, by the rota. */
  readonly leaderOn: (day: LocalDate) => string | null
}

/** A row being read: its cells by key. */
export interface RowReader {
  readonly id: string
  readonly cell: (column: string) => Cell
  readonly text: (column: string) => string | null
  /** The row a reference column points to. */
  readonly target: (table: string, column: string) => string | null
  readonly targets: (table: string, column: string) => readonly string[]
}

/** One stretch of time in which something has to be done once. */
export interface Period {
  /** The same on every computer and every day: half of the obligation's id. */
  readonly key: string
  /** Days whose rows settle it, both included; later ones than `due` settle it late. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** First day on which it can be done, and the last on which it is in time. */
  readonly opens: LocalDate
  readonly due: LocalDate
  /** What evidence that is not dated names the period by. */
  readonly match?: string
  readonly term?: string
}

/** What of a row proves something: a day, or the name of a period; and of which subjects (null: of everybody). */
export interface Proof {
  readonly day?: LocalDate | null
  readonly match?: string | null
  readonly of?: readonly string[] | null
}

export interface Evidence {
  readonly table: string
  /** Null: the row proves nothing. */
  readonly proof: (row: RowReader) => Proof | null
}

/** Who has to do it. */
export type Who =
  | 'principal'
  | 'safety_vp'
  | 'safety_office_head'
  /** Of a bureau: who is in charge of safety, and whom he answers to. */
  | 'deputy'
  | 'director'
  /** Who leads the duty on the day it is due. */
  | 'leader'
  /** The person named in a column of the subject. */
  | { readonly column: string }

/** What a period has to be done for, each on its own. */
export interface Each {
  readonly table: string
  readonly when?: (row: RowReader) => boolean
  /** Other tables that decide it. */
  readonly reads?: readonly string[]
  /** A line for each subject, for its own person; otherwise one line that tells who is missing. */
  readonly apart?: true
}

interface Common {
  readonly id: string
  /** The item of the plans it comes from. */
  readonly clause: string
  /** The switch of the plan in the policy: an obligation of a plan the school has not taken up is none. */
  readonly plan?: string
  readonly applies?: (facts: ObligationFacts) => boolean
  /** Days for which it is announced before it is due (rows), or before it opens (periods). */
  readonly ahead?: number
  /** Days for which a missed one is still listed; what nobody can make up for any more must not be listed for ever. */
  readonly keeps?: number
  /** The column that settles it. */
  readonly column?: string
}

export interface Periodic extends Common {
  readonly periods: (facts: ObligationFacts, from: LocalDate, to: LocalDate) => Iterable<Period>
  readonly evidence: Evidence
  readonly each?: Each | 'day'
  readonly who: Who
}

/** What a single row still owes. */
export interface Owed {
  readonly due: LocalDate
  readonly opens?: LocalDate
  readonly who?: string | null
  /** The cell that settles it, when it depends on how far the row is. */
  readonly column?: string
}

export interface PerRow extends Common {
  readonly table: string
  /** Other tables the row's state depends on. */
  readonly reads?: readonly string[]
  /** Null: nothing (any more). */
  readonly owed: (row: RowReader, book: ObligationBook) => Owed | null
  readonly who?: Who
}

export type Declaration = Periodic | PerRow

export const isPerRow = (declaration: Declaration): declaration is PerRow => 'owed' in declaration
