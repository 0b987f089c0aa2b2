import type { Problem } from '../../shared/result.ts'
import type { Book, CellPlace, Moved } from './session-types.ts'

export interface FoundProblem extends CellPlace {
  readonly problem: Problem
}

/** Rows looked at between two chances for the page to answer a key. */
const ROWS_A_PIECE = 50

/**
 * How many cells are not right, in which rows. The whole workbook is looked through once, in pieces; after that an edit
 * costs what it moved, so 100,000 rows do not make a key slow. What is wrong is asked again when somebody wants to read
 * it: of each row only a number is kept, for a ledger that came without its required columns has a problem in every row.
 */
export class ProblemIndex {
  private readonly tables = new Map<string, TableProblems>()
  /** Rows by table that were moved and not looked at since. */
  private readonly owed = new Map<string, Set<string>>()

  constructor(private readonly book: Book) {}

  get count(): number {
    let total = 0
    for (const { cells } of this.tables.values()) total += cells
    return total
  }

  countOf(table: string): number {
    return this.tables.get(table)?.cells ?? 0
  }

  /** How many rows of a table have problems. */
  rowCountOf(table: string): number {
    return this.tables.get(table)?.rows ?? 0
  }

  /** Rows of a table with problems, in the order of the table. */
  *rowsOf(table: string): Generator<string> {
    const problems = this.tables.get(table)
    if (!problems?.rows) return
    let left = problems.rows
    for (const row of this.book.view(table).ids()) {
      if (problems.at(this.book.positionOf(table, row)) === 0) continue
      yield row
      if (--left === 0) return
    }
  }

  /** The problems of a table, at most so many. */
  of(table: string, most: number): FoundProblem[] {
    const found: FoundProblem[] = []
    for (const row of this.rowsOf(table)) {
      for (const [column, problem] of this.book.problemsAt(table, this.book.positionOf(table, row)))
        found.push({ table, row, column, problem })
      if (found.length >= most) return found.slice(0, most)
    }
    return found
  }

  /** Looks through everything; each step is a small piece of the work. */
  *look(): Generator<void> {
    for (const table of this.tables.keys())
      if (!Object.hasOwn(this.book.tables, table)) this.tables.delete(table)
    for (const table of Object.keys(this.book.tables)) {
      // By position: an index of all ids would be made for tables of which nobody asks for a row. Rows that the program
      // makes are not among them; they are always right.
      const { ids } = this.book.content(table)
      for (let position = 0; position < ids.length; position++) {
        this.check(table, position)
        if (position % ROWS_A_PIECE === ROWS_A_PIECE - 1) yield
      }
      yield
    }
  }

  /** Notes the rows a change moved, and those that shared a key with one of them; `catchUp` looks at them. */
  follow(moved: Moved): void {
    for (const [table, rows] of moved.rows) {
      const owed = this.owed.get(table) ?? new Set()
      this.owed.set(table, owed)
      for (const row of rows) owed.add(row)
      const ids = this.idsOf(table)
      for (const position of this.tables.get(table)?.duplicates() ?? []) owed.add(ids[position]!)
    }
  }

  /** Looks at the rows that changes have moved since; an edit is one step, a large paste many. */
  *catchUp(): Generator<void> {
    let looked = 0
    for (const [table, rows] of this.owed)
      for (const row of rows) {
        if (looked > 0 && looked % ROWS_A_PIECE === 0) yield
        rows.delete(row)
        this.check(table, this.book.positionOf(table, row))
        looked++
      }
  }

  private check(table: string, position: number): void {
    if (position < 0) return
    let count = 0
    let duplicate = false
    for (const [, problem] of this.book.problemsAt(table, position)) {
      count++
      duplicate ||= problem.code === 'row.duplicate'
    }
    let problems = this.tables.get(table)
    if (!problems) {
      if (count === 0) return
      this.tables.set(table, (problems = new TableProblems()))
    }
    problems.put(position, count, duplicate)
  }

  private idsOf(table: string): readonly string[] {
    return Object.hasOwn(this.book.tables, table) ? this.book.content(table).ids : []
  }
}

/** That a row shares its key with another: when that one moves, it must be looked at again. */
const DUPLICATE = 0x8000

/** The number of wrong cells of each row, by its position: two bytes a row. */
class TableProblems {
  cells = 0
  rows = 0
  private shared = 0
  private counts = new Uint16Array(64)

  at(position: number): number {
    return (this.counts[position] ?? 0) & ~DUPLICATE
  }

  put(position: number, count: number, duplicate: boolean): void {
    if (position >= this.counts.length) {
      if (count === 0) return
      const larger = new Uint16Array(Math.max(position + 1, this.counts.length * 2))
      larger.set(this.counts)
      this.counts = larger
    }
    const before = this.at(position)
    this.cells += count - before
    this.rows += Number(count > 0) - Number(before > 0)
    this.shared += Number(duplicate) - Number(this.isDuplicate(position))
    this.counts[position] = count | (duplicate ? DUPLICATE : 0)
  }

  *duplicates(): Generator<number> {
    let left = this.shared
    for (let position = 0; left > 0 && position < this.counts.length; position++) {
      if (!this.isDuplicate(position)) continue
      left--
      yield position
    }
  }

  private isDuplicate(position: number): boolean {
    return (this.counts[position]! & DUPLICATE) !== 0
  }
}
