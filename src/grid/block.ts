import { isId } from '../shared/id.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { GridAdapter } from './adapter.ts'
import { toHtml, type CopiedCell } from './clipboard-html.ts'
import type { EditRequest, Input, RowSource } from './row-source.ts'
import { asBlock, disjoint, rowRuns } from './ranges.ts'
import type { Range } from './selection.ts'
import { toTsv } from './tsv.ts'

/** Above this a second copy as HTML costs more memory than it is worth; the plain text always goes. */
const MOST_HTML_CELLS = 50_000

/** What can be added up; a date is a number in Excel only. */
const AMOUNTS: ReadonlySet<string> = new Set(['integer', 'number', 'money'])

/** What points to rows by name. */
const REFERENCES: ReadonlySet<string> = new Set(['reference', 'references'])

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'number', 'money', 'date', 'time', 'yesno'])

/** Reads and writes blocks of cells: what copying, Delete and the status line have in common. */
export class Block {
  readonly #source: RowSource
  readonly #adapter: GridAdapter

  constructor(source: RowSource, adapter: GridAdapter) {
    this.#source = source
    this.#adapter = adapter
  }

  /** Ids of the rows that ranges touch, top to bottom. */
  rows(ranges: readonly Range[]): string[] {
    const rows: string[] = []
    for (const [first, last] of rowRuns(ranges))
      for (let index = first; index <= last; index++) {
        const row = this.#adapter.rowAt(index)
        if (row !== null) rows.push(row)
      }
    return rows
  }

  columns(range: Range): string[] {
    return this.#adapter.geometry.columns.slice(range.left, range.right + 1).map(({ key }) => key)
  }

  /** What the status line counts, cell by cell, read only as far as somebody goes; a cell selected twice comes once. */
  *cells(ranges: readonly Range[]): Generator<{ filled: boolean; number: number | null }> {
    for (const range of disjoint(ranges)) {
      const columns = this.columns(range)
      const counts = new Set(columns.filter((key) => AMOUNTS.has(this.#source.table.columns[key]!.type)))
      for (let index = range.top; index <= range.bottom; index++) {
        const row = this.#adapter.rowAt(index)
        if (row === null) continue
        for (const column of columns) {
          const value = this.#source.value(row, column)
          const filled = value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
          yield { filled, number: typeof value === 'number' && counts.has(column) ? value : null }
        }
      }
    }
  }

  /** The number of cells copied; null when the ranges make no block. */
  copy(ranges: readonly Range[], clipboard: DataTransfer): number | null {
    const block = asBlock(ranges)
    if (!block) return null
    const columns = block.columns.map((index) => this.#adapter.geometry.columns[index]!.key)
    const rows = block.rows.flatMap((index) => this.#adapter.rowAt(index) ?? [])
    if (rows.length === 0) return 0
    const texts = rows.map((row) => columns.map((column) => this.#source.text(row, column)))
    clipboard.setData('text/plain', toTsv(texts))
    const cells = texts.length * columns.length
    if (cells > MOST_HTML_CELLS) return cells
    const marked = rows.map((row, at) =>
      columns.map((column, i) => this.#copied(row, column, texts[at]![i]!)),
    )
    clipboard.setData('text/html', toHtml(marked))
    return cells
  }

  /** The edits that empty what is selected; cells that are empty already are left alone. */
  clear(ranges: readonly Range[]): EditRequest[] {
    return disjoint(ranges).flatMap((range) => {
      const columns = this.columns(range).filter((column) => this.#source.editable(column))
      return this.rows([range]).flatMap((row) =>
        columns
          .filter((column) => this.#source.text(row, column) !== '')
          .map((column) => this.request(row, column, null)),
      )
    })
  }

  /** A reference takes its rows along, but not from under a cover: their names would tell what it hides. */
  #copied(row: string, column: string, text: string): CopiedCell {
    const definition = this.#source.table.columns[column]!
    const isText = !NUMBERS.has(definition.type)
    if (text === '' || !REFERENCES.has(definition.type)) return { text, isText }
    const value = this.#source.value(row, column)
    const open = cellTypeOf(definition).format(value, definition, this.#source.context) === text
    const rows = (Array.isArray(value) ? value : [value]).filter(isId)
    return open ? { text, isText, rows } : { text, isText }
  }

  request(row: string, column: string, input: Input): EditRequest {
    return { table: this.#source.table.name, row, column, input }
  }
}
