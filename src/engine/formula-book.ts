import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import type { Cell } from '../tables/cell.ts'
import type { Column, Step } from '../tables/column.ts'
import type { Formulas, FormulaWorld, MakeFormulas } from '../tables/formulas.ts'
import type { Table } from '../tables/table.ts'
import type { Link } from './link.ts'
import type { TableData } from './table-data.ts'
import type { TableView } from './table-view.ts'

/** What of a workbook a formula may see. */
interface Book {
  readonly tables: Readonly<Record<string, Table>>
  has(table: string, row: string): boolean
  view(table: string): TableView
  value(table: string, row: string, column: string): Cell | readonly Step[]
  positionOf(table: string, row: string): number
  context(): CellContext
}

interface Parts {
  readonly data: (table: string) => TableData
  readonly link: (table: string, column: string) => Link | null
  /** Is a computed column kept, and its every move told? */
  readonly isEager: (table: string, column: string) => boolean
  readonly now: () => string
}

const NOTHING: ReadonlyMap<string, ReadonlySet<string>> = new Map()

/**
 * The formula columns of a workbook and what they hear of its changes. Until the formula language has been loaded, and
 * in a workbook without formulas for ever, nothing is told to nobody.
 */
export class FormulaBook {
  make: MakeFormulas | null = null
  private formulas: Formulas | null = null
  private context: CellContext | null = null

  constructor(
    private readonly book: Book,
    private readonly parts: Parts,
  ) {}

  start(make: MakeFormulas): void {
    this.make = make
    this.formulas = make(this.world())
  }

  value(table: string, row: string, column: string): Cell {
    return this.formulas && this.book.has(table, row) ? this.formulas.value(table, row, column) : null
  }

  cellMoved(table: string, position: number, column: string): void {
    this.formulas?.cellMoved(table, this.parts.data(table).ids[position]!, column)
  }

  rowMoved(table: string, position: number): void {
    this.formulas?.rowMoved(table, this.parts.data(table).ids[position]!)
  }

  everythingMoved(): void {
    this.formulas?.everythingMoved()
  }

  takeMoved(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.formulas?.takeMoved() ?? NOTHING
  }

  /** What formulas see of the workbook. */
  world(): FormulaWorld {
    const { book, parts } = this
    return {
      tables: book.tables,
      now: parts.now,
      rows: (table) => book.view(table).ids(),
      cell: (table, row, column) => {
        const definition = book.tables[table]!.columns[column]!
        return this.asSheet(book.value(table, row, column) as Cell, definition)
      },
      target: (table, row, column) => {
        const link = parts.link(table, column)
        const position = book.positionOf(table, row)
        const target = link && position >= 0 ? link.targetOf(position) : -1
        return target < 0 ? null : link!.target.ids[target]!
      },
      pointing: (table, column, row) => {
        const link = parts.link(table, column)
        const position = link ? (link.target.positions.get(row) ?? -1) : -1
        return link && position >= 0 ? link.childrenOf(position).map((child) => link.from.ids[child]!) : null
      },
      isTold: (table, column) => {
        const { generated, columns } = book.tables[table]!
        return !generated && (!columns[column]!.computed || parts.isEager(table, column))
      },
    }
  }

  /** As a sheet would hold it, in the words that are stored: a formula must not mean something else in English. */
  private asSheet(value: Cell, column: Column): string | number | boolean | null {
    if (value === null || typeof value === 'number') return value
    this.context ??= contextOf(this.book, this.parts.now)
    return cellTypeOf(column).toSheet(value, column, this.context).value
  }
}

/** One context for all cells, at whatever minute each is read. */
function contextOf(book: Book, now: () => string): CellContext {
  const { find, nameOf, labelOfTable, say } = book.context()
  return {
    get now() {
      return now()
    },
    find,
    nameOf,
    labelOfTable,
    say,
  }
}
