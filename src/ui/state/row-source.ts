import { listed, optionLabel, say, t } from '../../i18n/translate.ts'
import { matches } from '../../grid/pinyin.ts'
import type { RowSource, Suggestion } from '../../grid/row-source.ts'
import { narrow } from '../../grid/suggestion-list.ts'
import type { ColumnReading } from '../../app/find.ts'
import type { Problem } from '../../shared/result.ts'
import type { Cell } from '../../tables/cell.ts'
import type { CellContext, CellType } from '../../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../../tables/cell-types/of.ts'
import type { Column, Step } from '../../tables/column.ts'
import type { Table } from '../../tables/table.ts'
import { covered, coveredProblem, isSensitive } from './privacy.ts'
import type { CellLook, Look, TableFormats } from '../../app/format-looks.ts'
import { DELETED, type Book, type Disputes } from './session-types.ts'

/** What tells namesakes apart in a list: a person's department, a class's homeroom teacher. */
const DETAILS: Readonly<Record<string, string>> = {
  staff: 'dept',
  classes: 'homeroom',
  incidents: 'type',
  departments: 'line',
  areas: 'kind',
}

/** Enough entries for a list; with more, typing narrows them. */
const MOST_SUGGESTIONS = 200

export interface Reader {
  /** Sensitive cells are shown as they are. */
  readonly revealed: () => boolean
  readonly disputes?: Disputes
  /** The conditional formats of a table. */
  readonly formats?: (table: string) => TableFormats
  /** The rows of a table that files belong to. */
  readonly withFiles?: (table: string) => ReadonlySet<string>
}

/** The rows of one table for the grid and the side panel: read live from the workbook, nothing kept. */
export class TableRows implements RowSource {
  /** As it was when these rows were begun: in another shape they are read by others. */
  readonly table: Table
  readonly context: CellContext
  private readonly positions: ReadonlyMap<string, number> | null

  constructor(
    private readonly book: Book,
    table: string,
    private readonly reader: Reader,
    /** Only these rows, in this order: the rows with problems. */
    private readonly only: readonly string[] | null = null,
  ) {
    this.table = book.tables[table]!
    this.positions = only && new Map(only.map((id, position) => [id, position]))
    this.context = contextOf(book)
  }

  get size(): number {
    return this.only ? this.only.length : this.book.view(this.table.name).size
  }

  idAt(position: number): string {
    return this.only ? this.only[position]! : this.book.view(this.table.name).idAt(position)
  }

  allIds(): readonly string[] {
    return this.only ?? this.book.view(this.table.name).ids()
  }

  positionOf(row: string): number {
    if (!this.book.has(this.table.name, row)) return -1
    return this.positions ? (this.positions.get(row) ?? -1) : this.book.view(this.table.name).positionOf(row)
  }

  text(row: string, column: string): string {
    const text = this.clearText(row, column)
    return this.isCovered(column) ? covered(column, text) : text
  }

  value(row: string, column: string): Cell | readonly Step[] {
    return this.book.value(this.table.name, row, column)
  }

  readColumn(column: string): ColumnReading {
    if (!this.only) return this.book.readColumn(this.table.name, column)
    return { at: (place) => this.value(this.only![place]!, column), coded: null }
  }

  textOf(value: Cell | readonly Step[], column: string): string {
    const definition = this.table.columns[column]!
    return cellTypeOf(definition).format(value, definition, this.context)
  }

  problem(row: string, column: string): Problem | null {
    const problem = this.book.problem(this.table.name, row, column)
    return problem && this.isCovered(column) ? coveredProblem(problem) : problem
  }

  /** Whether the row stays is asked at its first cell. */
  disputed(row: string, column: string): boolean {
    const { disputes } = this.reader
    const { name, columns } = this.table
    if (!disputes) return false
    if (disputes.has(name, row, column)) return true
    return disputes.has(name, row, DELETED) && column === Object.keys(columns)[0]
  }

  look(row: string, column: string): CellLook | null {
    return this.reader.formats?.(this.table.name).of(row, column, this.hides) ?? null
  }

  rowLook(row: string): Look | null {
    return this.reader.formats?.(this.table.name).ofRow(row, this.hides) ?? null
  }

  /** A colour must not tell what a cover hides. */
  private readonly hides = (column: string): boolean => this.isCovered(column)

  hasFiles(row: string): boolean {
    return this.reader.withFiles?.(this.table.name).has(row) ?? false
  }

  /** A covered cell cannot be typed over unseen. */
  editable(column: string): boolean {
    const { columns, record } = this.table
    const definition = columns[column]
    return definition?.computed === false && !definition.fixed && !record && !this.isCovered(column)
  }

  isWorkday(date: string): boolean {
    return this.book.environment().calendar.isWorkday(date)
  }

  cellType(column: string): CellType {
    return cellTypeOf(this.table.columns[column]!)
  }

  suggestions(column: string, query: string): readonly Suggestion[] {
    const { to = [] } = this.table.columns[column]!
    return narrow(this.rowsNamed(to, query), query, matches).slice(0, MOST_SUGGESTIONS)
  }

  isCovered(column: string): boolean {
    return !this.reader.revealed() && isSensitive(this.table, column)
  }

  private clearText(row: string, column: string): string {
    return this.textOf(this.book.value(this.table.name, row, column), column)
  }

  /** A list of 100,000 incidents is not gone through on every key: it stops when it has enough that fit. */
  private rowsNamed(tables: readonly string[], query: string): Suggestion[] {
    const wanted = query.trim()
    const found: Suggestion[] = []
    for (const table of tables) {
      const view = this.book.view(table)
      for (let position = view.size - 1; position >= 0 && found.length < MOST_SUGGESTIONS; position--) {
        const input = view.idAt(position)
        const label = this.book.shownName(input)
        if (label === null || label === '') continue
        const detail = this.detailOf(table, input)
        if (wanted === '' || matches(label, wanted) || (detail !== undefined && matches(detail, wanted)))
          found.push({ input, label, detail })
      }
    }
    return found.reverse()
  }

  private detailOf(table: string, row: string): string | undefined {
    const column = DETAILS[table]
    const definition: Column | undefined = column ? this.book.tables[table]?.columns[column] : undefined
    if (!column || !definition) return undefined
    const value = this.book.value(table, row, column)
    return cellTypeOf(definition).format(value, definition, this.context) || undefined
  }
}

/** One context for many cells, always at the present minute and in the reader's language. */
const isNameless = (book: Book, id: string): boolean =>
  Object.keys(book.tables).some((table) => book.has(table, id))

function contextOf(book: Book): CellContext {
  const context = book.context(say)
  return {
    get now() {
      return book.context().now
    },
    find: context.find,
    // A row that has lost its name is still one: its id says nothing to anybody.
    nameOf: (id) => context.nameOf(id) ?? (isNameless(book, id) ? t('ui.panel-new') : null),
    labelOfTable: context.labelOfTable,
    say,
    optionLabel,
    listed,
  }
}
