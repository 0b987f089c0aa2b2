import type { Cell } from '../tables/cell.ts'
import type { Table } from '../tables/table.ts'
import type { CellEdit, RowBlock } from './change.ts'
import { standingOf, toldDifferences, type Differences, type Standing } from './standing.ts'
import { Workbook } from './workbook.ts'

/** New texts of the policy table's 取值, by setting. */
export type PolicyTexts = Readonly<Record<string, string>>

/** Texts of the large tables that no rule reads: of 100,000 incidents they are most of the bytes. */
const NEVER_READ: ReadonlySet<string> = new Set(['long', 'file', 'row', 'signature'])
const LARGE: ReadonlySet<string> = new Set(['incidents', 'incidentPeople', 'findings', 'reportLegs'])

/** Does a copy carry this column? */
export const isCopied = (table: string, type: string | undefined): boolean =>
  !(LARGE.has(table) && type !== undefined && NEVER_READ.has(type))

/** One column of a table on its way into another workbook; `cells` is null for the row ids, which go first. */
export interface ContentPiece {
  readonly table: string
  readonly column: string | null
  readonly cells: readonly Cell[]
}

/** The stored rows of a workbook, a column at a time, as far as they take part in any score. */
export function* contentOf(book: Workbook): Generator<ContentPiece> {
  for (const { name, columns } of Object.values(book.tables)) {
    const content = book.content(name)
    yield { table: name, column: null, cells: content.ids }
    for (const key of content.keys)
      if (isCopied(name, columns[key]?.type)) yield { table: name, column: key, cells: content.column(key) }
  }
}

/** How many pieces `contentOf` has, for showing how far a copy has come. */
export const piecesOf = (book: Workbook): number =>
  Object.values(book.tables).reduce((sum, { name }) => sum + book.content(name).keys.length + 1, 0)

/** Puts pieces together and works everything out from scratch. */
export class BookCopy {
  private readonly contents = new Map<
    string,
    { ids: readonly string[]; columns: Record<string, readonly Cell[]> }
  >()

  take({ table, column, cells }: ContentPiece): void {
    if (column === null) this.contents.set(table, { ids: cells as readonly string[], columns: {} })
    else this.contents.get(table)!.columns[column] = cells
  }

  /** `now` stands still: a score must not move because the copy was made a minute later. */
  open(tables: Readonly<Record<string, Table>>, now: string): Workbook {
    const book = new Workbook({ tables, now: () => now })
    // A school's own tables take part in no score.
    for (const [table, content] of this.contents) if (Object.hasOwn(tables, table)) book.load(table, content)
    this.contents.clear()
    book.start()
    return book
  }
}

/**
 * Tries settings of the rules on a copy of the workbook: what would the scores be? The same engine answers as in
 * earnest, so what is shown before is what comes after.
 */
export class Trial {
  private readonly before: Standing
  private readonly given: PolicyTexts

  constructor(private readonly book: Workbook) {
    this.before = standingOf(book)
    this.given = policyTexts(book)
  }

  compare(texts: PolicyTexts): Differences {
    this.set(texts)
    return toldDifferences(this.before, standingOf(this.book))
  }

  /** Settings tried before and not any more go back to what they were. */
  private set(texts: PolicyTexts): void {
    const rows = policyRows(this.book)
    const edits: CellEdit[] = []
    const added: RowBlock[] = []
    for (const key of new Set([...rows.keys(), ...Object.keys(texts)])) {
      const row = rows.get(key)
      const to = texts[key] ?? this.given[key] ?? null
      if (row === undefined)
        added.push({ table: 'policy', ids: [`#trial:${key}`], columns: { key: [key], value: [to] } })
      else
        edits.push({
          table: 'policy',
          row,
          column: 'value',
          from: this.book.stored('policy', row, 'value'),
          to,
        })
    }
    this.book.apply({
      source: 'program',
      label: { code: 'policy.set', params: { count: edits.length + added.length } },
      edits,
      added,
    })
  }
}

/** The row in force for each setting: the first one that names it. */
export function policyRows(book: Workbook): Map<string, string> {
  const rows = new Map<string, string>()
  for (const row of book.view('policy').ids()) {
    const key = book.stored('policy', row, 'key')
    if (typeof key === 'string' && !rows.has(key)) rows.set(key, row)
  }
  return rows
}

function policyTexts(book: Workbook): PolicyTexts {
  const texts: Record<string, string> = {}
  for (const [key, row] of policyRows(book)) {
    const value = book.stored('policy', row, 'value')
    if (typeof value === 'string') texts[key] = value
  }
  return texts
}
