import type { LocalDate } from '../../shared/local-date.ts'
import type { Cell } from '../../tables/cell.ts'
import {
  isPerRow,
  type Declaration,
  type Evidence,
  type ObligationBook,
  type Owed,
  type PerRow,
  type Each,
  type RowReader,
} from './declaration.ts'

interface Dated {
  readonly day: LocalDate
  readonly row: string
}

/** Proves it for everybody. */
const EVERYBODY = '*'

/** The rows that prove an obligation, by whom they are about and by day or period. */
export class Filed {
  private readonly dated = new Map<string, Dated[]>()
  private readonly matched = new Map<string, string>()

  constructor(book: ObligationBook, { table, proof }: Evidence) {
    for (const row of read(book, table)) {
      const found = proof(row)
      if (found === null) continue
      for (const subject of found.of ?? [EVERYBODY]) {
        if (found.match != null) this.matched.set(`${subject} ${found.match}`, row.id)
        if (found.day == null) continue
        const list = this.dated.get(subject)
        const entry = { day: found.day, row: row.id }
        if (list) list.push(entry)
        else this.dated.set(subject, [entry])
      }
    }
    for (const list of this.dated.values()) list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  }

  /** A row that proves it for the subject (or for everybody) between two days or by the period's name. */
  settles(subject: string | null, from: LocalDate, to: LocalDate, match?: string): string | null {
    for (const who of subject === null ? this.dated.keys() : [subject, EVERYBODY]) {
      const row = firstIn(this.dated.get(who) ?? [], from, to)
      if (row !== null) return row
    }
    if (match === undefined) return null
    return (
      this.matched.get(`${subject ?? EVERYBODY} ${match}`) ??
      this.matched.get(`${EVERYBODY} ${match}`) ??
      null
    )
  }
}

function firstIn(entries: readonly Dated[], from: LocalDate, to: LocalDate): string | null {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle]!.day < from) low = middle + 1
    else high = middle
  }
  const entry = entries[low]
  return entry !== undefined && entry.day <= to ? entry.row : null
}

/** The rows of a table, one reader for all: a reader is good until the next row. */
function* read(book: ObligationBook, table: string): Generator<RowReader> {
  let id = ''
  const cell = (column: string): Cell => book.cell(table, id, column)
  const reader: RowReader = {
    get id() {
      return id
    },
    cell,
    text: (column) => {
      const value = cell(column)
      return typeof value === 'string' && value !== '' ? value : null
    },
    target: (to, column) => book.idOf(to, cell(column)),
    targets: (to, column) => {
      const value = cell(column)
      return Array.isArray(value) ? value.flatMap((each: Cell) => book.idOf(to, each) ?? []) : []
    },
  }
  for (id of book.rows(table)) yield reader
}

export interface Debt extends Owed {
  readonly row: string
}

/**
 * What obligations read from the tables, kept until one of these tables moves: a year of rows is gone through once, and
 * after that a change costs its own table.
 */
export class ObligationReader {
  private filed = new Map<string, Filed>()
  private subjects = new Map<string, readonly { readonly id: string; readonly person: string | null }[]>()
  private debts = new Map<string, readonly Debt[]>()

  constructor(
    readonly book: ObligationBook,
    private readonly declarations: readonly Declaration[],
  ) {}

  /** Rows of these tables came, went or were written; without tables, everything may have moved. */
  moved(tables?: ReadonlySet<string>): void {
    if (tables === undefined) {
      this.filed.clear()
      this.subjects.clear()
      this.debts.clear()
      return
    }
    for (const declaration of this.declarations) {
      if (isPerRow(declaration)) {
        if ([declaration.table, ...(declaration.reads ?? [])].some((table) => tables.has(table)))
          this.debts.delete(declaration.id)
        continue
      }
      if (tables.has(declaration.evidence.table)) this.filed.delete(declaration.id)
      const { each } = declaration
      if (typeof each === 'object' && [each.table, ...(each.reads ?? [])].some((table) => tables.has(table)))
        this.subjects.delete(declaration.id)
    }
  }

  evidence(id: string, evidence: Evidence): Filed {
    return remembered(this.filed, id, () => new Filed(this.book, evidence))
  }

  subjectsOf(id: string, { table, when }: Each, column: string | null) {
    return remembered(this.subjects, id, () => {
      const found: { id: string; person: string | null }[] = []
      for (const row of read(this.book, table))
        if (when?.(row) ?? true)
          found.push({
            id: row.id,
            person: column === null ? null : row.target(this.book.people ?? 'staff', column),
          })
      return found
    })
  }

  debtsOf(declaration: PerRow): readonly Debt[] {
    return remembered(this.debts, declaration.id, () => {
      const found: Debt[] = []
      for (const row of read(this.book, declaration.table)) {
        const owed = declaration.owed(row, this.book)
        if (owed !== null) found.push({ ...owed, row: row.id })
      }
      return found
    })
  }
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key)
  if (value === undefined) known.set(key, (value = make()))
  return value
}
