import type { Problem } from '../../shared/result.ts'
import type { Book, CellPlace, Moved } from './session-types.ts'

export interface FoundProblem extends CellPlace {
  readonly problem: Problem
}

/** Rows looked at between two chances for the page to answer a key. */
const ROWS_A_PIECE = 50

/**
 * All cells that are not right, by table and row. The whole workbook is looked through once, in pieces; after that an
 * edit costs what it moved, so 100,000 rows do not make a key slow.
 */
export class ProblemIndex {
  private readonly tables = new Map<string, TableProblems>()
  private total = 0
  /** Rows by table that were moved and not looked at since. */
  private readonly owed = new Map<string, Set<string>>()

  constructor(private readonly book: Book) {}

  get count(): number {
    return this.total
  }

  countOf(table: string): number {
    return this.tables.get(table)?.count ?? 0
  }

  /** Rows of a table with problems, in the order of the table. */
  rowsOf(table: string): string[] {
    const rows = [...(this.tables.get(table)?.rows.keys() ?? [])]
    const view = this.book.view(table)
    return rows.sort((a, b) => view.positionOf(a) - view.positionOf(b))
  }

  /** The problems of a table, at most so many. */
  of(table: string, most: number): FoundProblem[] {
    const found: FoundProblem[] = []
    for (const row of this.rowsOf(table)) {
      found.push(...this.tables.get(table)!.rows.get(row)!)
      if (found.length >= most) return found.slice(0, most)
    }
    return found
  }

  /** Looks through everything; each step is a small piece of the work. */
  *look(): Generator<void> {
    for (const table of Object.keys(this.book.tables)) {
      const seen = new Set<string>()
      // The list as it is at the start: rows that come meanwhile are told by `follow`. Rows that the program makes are
      // always right, and making a hundred thousand of them to find that out would hold up every key.
      for (const [at, row] of this.book.written(table).entries()) {
        this.check(table, row)
        seen.add(row)
        if (at % ROWS_A_PIECE === ROWS_A_PIECE - 1) yield
      }
      for (const row of [...(this.tables.get(table)?.rows.keys() ?? [])])
        if (!seen.has(row) && !this.book.has(table, row)) this.put(table, row, [])
      yield
    }
  }

  /** Notes the rows a change moved, and those that shared a key with one of them; `catchUp` looks at them. */
  follow(moved: Moved): void {
    for (const [table, rows] of moved.rows) {
      const owed = this.owed.get(table) ?? new Set()
      this.owed.set(table, owed)
      for (const row of rows) owed.add(row)
      for (const row of this.tables.get(table)?.duplicates ?? []) owed.add(row)
    }
  }

  /** Looks at the rows that changes have moved since; an edit is one step, a large paste many. */
  *catchUp(): Generator<void> {
    let looked = 0
    for (const [table, rows] of this.owed)
      for (const row of rows) {
        if (looked > 0 && looked % ROWS_A_PIECE === 0) yield
        rows.delete(row)
        this.check(table, row)
        looked++
      }
  }

  private check(table: string, row: string): void {
    const found: FoundProblem[] = []
    if (this.book.has(table, row))
      for (const [column, definition] of Object.entries(this.book.tables[table]!.columns)) {
        if (definition.computed) continue
        const problem = this.book.problem(table, row, column)
        if (problem) found.push({ table, row, column, problem })
      }
    this.put(table, row, found)
  }

  private put(table: string, row: string, problems: readonly FoundProblem[]): void {
    const known = this.tables.get(table)
    const before = known?.rows.get(row)?.length ?? 0
    if (before === 0 && problems.length === 0) return
    const found = known ?? { rows: new Map(), duplicates: new Set(), count: 0 }
    this.tables.set(table, found)
    found.count += problems.length - before
    this.total += problems.length - before
    if (problems.length > 0) found.rows.set(row, problems)
    else found.rows.delete(row)
    if (problems.some(({ problem }) => problem.code === 'row.duplicate')) found.duplicates.add(row)
    else found.duplicates.delete(row)
  }
}

interface TableProblems {
  readonly rows: Map<string, readonly FoundProblem[]>
  /** Rows that share their key with another: when that one moves, they must be looked at again. */
  readonly duplicates: Set<string>
  count: number
}
