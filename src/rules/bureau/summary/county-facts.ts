import type { LocalDate } from '../../../shared/local-date.ts'
import type { Cell } from '../../../tables/cell.ts'
import type { Period } from './periods.ts'

/** A table column by column: a row is one place in all of them, and 100,000 rows are read without an object for each. */
export interface LedgerColumns {
  readonly ids: readonly string[]
  /** False for a row that was deleted. */
  readonly isLive: (at: number) => boolean
  /** Valid values by place; what is past the end is empty. */
  readonly column: (key: string) => { at(place: number): Cell | undefined }
}

export interface SchoolFact {
  readonly id: string
  readonly name: string
  readonly type: string | null
  /** Row of the central school above. */
  readonly parent: string | null
  /** Row of the leader whose contract is in force. */
  readonly leader: string | null
  readonly pupils: number | null
  readonly isOpen: boolean
}

/** A major hazard that the bureau has put on its own list. */
export interface ListedFact {
  readonly id: string
  /** Row of the ledger; null where it names none that is there. */
  readonly hazard: string | null
  readonly leader: string | null
  readonly plan: string | null
  readonly due: LocalDate | null
  readonly extension: LocalDate | null
  readonly closed: LocalDate | null
}

/** All that a summary is worked out from. */
export interface CountyFacts {
  readonly today: LocalDate
  /** Day of the month by which reports are due. */
  readonly monthlyDay: number
  readonly schools: readonly SchoolFact[]
  /** Place in `schools` of what a reference says; -1 for a school that is not in the directory. */
  readonly placeOf: (reference: Cell) => number
  readonly hazards: LedgerColumns
  readonly incidents: LedgerColumns
  readonly receipts: LedgerColumns
  readonly pledges: LedgerColumns
  readonly listed: readonly ListedFact[]
}

/** What is told, and of which schools: null is all. */
export interface SummaryScope {
  readonly period: Period
  readonly type: string | null
  /** The central school and those below it. */
  readonly central: string | null
  readonly leader: string | null
}

export const isWhole = ({ type, central, leader }: SummaryScope): boolean =>
  type === null && central === null && leader === null

/** The places of the schools that are told of. */
export function schoolsIn({ schools }: CountyFacts, { type, central, leader }: SummaryScope): number[] {
  return schools.flatMap((school, place) =>
    (type === null || school.type === type) &&
    (central === null || school.id === central || school.parent === central) &&
    (leader === null || school.leader === leader)
      ? [place]
      : [],
  )
}

type Reader<Row> = (at: number) => Row

/** Reads rows one after another into one object, good until the next is read. */
export function readerOf<Row extends object>(
  table: LedgerColumns,
  keys: readonly (keyof Row & string)[],
): Reader<Row> {
  const columns = keys.map((key) => table.column(key))
  const row = {} as Record<string, Cell>
  return (at) => {
    for (let n = 0; n < keys.length; n++) row[keys[n]!] = columns[n]!.at(at) ?? null
    return row as Row
  }
}

/** How many rows are read between two moments at which the page may go on. */
const BATCH = 1_000

/**
 * Every live row of a school that is told of, with the school's place. Yields how many rows are behind after each batch,
 * so that whoever runs it decides how long the page waits.
 */
export function* eachRow<Row extends object>(
  table: LedgerColumns,
  keys: readonly (keyof Row & string)[],
  placeOf: (reference: Cell) => number,
  isTold: (place: number) => boolean,
  visit: (row: Row, place: number, at: number) => void,
): Generator<number, void, void> {
  const read = readerOf<Row>(table, keys)
  const schools = table.column('school')
  for (let at = 0; at < table.ids.length; at++) {
    if (at % BATCH === BATCH - 1) yield at
    if (!table.isLive(at)) continue
    const place = placeOf(schools.at(at) ?? null)
    if (isTold(place)) visit(read(at), place, at)
  }
}
