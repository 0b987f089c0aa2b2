import type { GridAdapter } from './adapter.ts'
import { toHtml } from './clipboard-html.ts'
import { planPaste } from './paste-plan.ts'
import type { EditRequest, Input, RowSource } from './row-source.ts'
import { asBlock, disjoint, rowRuns } from './ranges.ts'
import type { Range } from './selection.ts'
import { fromTsv, toTsv } from './tsv.ts'

/** Above this a second copy as HTML costs more memory than it is worth; the plain text always goes. */
const MOST_HTML_CELLS = 50_000

/** What can be added up; a date is a number in Excel only. */
const AMOUNTS: ReadonlySet<string> = new Set(['integer', 'number', 'money'])

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'number', 'money', 'date', 'time', 'yesno'])

/** Reads and writes blocks of cells: what clipboard, Delete and the status line have in common. */
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
    const texts = block.rows.flatMap((index) => {
      const row = this.#adapter.rowAt(index)
      return row === null ? [] : [columns.map((column) => this.#source.text(row, column))]
    })
    clipboard.setData('text/plain', toTsv(texts))
    const cells = texts.length * columns.length
    if (cells > MOST_HTML_CELLS) return cells
    const isText = columns.map((column) => !NUMBERS.has(this.#source.table.columns[column]!.type))
    const rows = texts.map((row) => row.map((text, i) => ({ text, isText: isText[i]! })))
    clipboard.setData('text/html', toHtml(rows))
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

  /** Null when there is nothing to paste. */
  paste(text: string, range: Range) {
    if (text === '') return null
    const { columns } = this.#adapter.geometry
    const plan = planPaste(fromTsv(text), range, {
      rows: this.#adapter.rowCount,
      columns: columns.length,
      writable: (column) => this.#source.editable(columns[column]!.key),
    })
    const requests = plan.cells.flatMap(({ row, column, text }) => {
      const id = this.#adapter.rowAt(row)
      return id === null ? [] : [this.request(id, columns[column]!.key, text === '' ? null : text)]
    })
    const added = plan.added.map((texts) =>
      Object.fromEntries(
        [...texts].map(([column, text]): [string, Input] => [columns[column]!.key, text || null]),
      ),
    )
    return { requests, added, range: plan.range, skipped: plan.skipped }
  }

  request(row: string, column: string, input: Input): EditRequest {
    return { table: this.#source.table.name, row, column, input }
  }
}
