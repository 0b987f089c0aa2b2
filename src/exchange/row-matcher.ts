import { isId } from '../shared/id.ts'
import { halfWidth } from '../shared/typed-text.ts'
import type { Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Table } from '../tables/table.ts'
import type { ImportTarget } from './import-target.ts'

/** Finds the row here that a row of the file means. */
export class RowMatcher {
  readonly #table: Table
  readonly #target: ImportTarget
  readonly #mapped: readonly string[]
  /** The sets of columns that may tell a row, the first that has something to say deciding. */
  readonly #keys: readonly (readonly string[])[]
  readonly #byKey = new Map<string, Map<string, string | 'many'>>()
  #byContent: Map<string, string[]> | null = null

  constructor(
    table: Table,
    columns: readonly (string | null)[],
    target: ImportTarget,
    key: readonly string[] | undefined,
  ) {
    this.#table = table
    this.#target = target
    this.#mapped = columns.filter((each): each is string => each !== null)
    this.#keys = key ? [key] : [table.key, table.alternateKey ?? []]
  }

  /** The key this row goes by: the table's own, the other one where that is empty, or none. */
  keyOf(cells: Readonly<Record<string, Cell>>): { columns: readonly string[]; id: string } | null {
    for (const columns of this.#keys) {
      if (columns.length === 0 || columns.every((key) => (cells[key] ?? null) === null)) continue
      if (!columns.some((key) => cells[key] !== undefined && cells[key] !== null)) continue
      // A key of several columns may have empty parts, but not be told by one that the file does not have.
      if (columns.some((key) => !this.#mapped.includes(key))) continue
      return {
        columns,
        id: `${columns.join(',')}\u0000${this.#text(columns, (key) => cells[key])}`,
      }
    }
    return null
  }

  describe(cells: Readonly<Record<string, Cell>>): { label: string; shown: string } {
    const columns = this.keyOf(cells)?.columns ?? []
    const context = this.#target.context
    return {
      label: columns.map((key) => this.#table.columns[key]!.zh).join('、'),
      shown: columns
        .map((key) => {
          const column = this.#table.columns[key]!
          return cellTypeOf(column).format(cells[key] ?? null, column, context)
        })
        .join(' '),
    }
  }

  find(cells: Readonly<Record<string, Cell>>): string | 'many' | null {
    const key = this.keyOf(cells)
    if (key === null) return this.#findByContent(cells)
    return this.#index(key.columns).get(key.id) ?? null
  }

  /** A row here that bears the other key of a row about to be added: perhaps the same person under a new number. */
  resembles(cells: Readonly<Record<string, Cell>>): boolean {
    const columns = this.#table.alternateKey ?? []
    if (columns.length === 0 || columns.some((key) => (cells[key] ?? null) === null)) return false
    return this.#index(columns).has(`${columns.join(',')}\u0000${this.#text(columns, (key) => cells[key])}`)
  }

  /** References go by name: a row may hold the name somebody typed where the file has found the row itself. */
  #text(columns: readonly string[], cell: (key: string) => Cell | undefined): string {
    return columns
      .map((key) => {
        const column = this.#table.columns[key]!
        const value = cell(key)
        return column.type === 'reference' && isId(value)
          ? keyText(this.#target.context.nameOf(value) ?? value)
          : keyText(value)
      })
      .join('\u0000')
  }

  #index(columns: readonly string[]): Map<string, string | 'many'> {
    const name = columns.join(',')
    const known = this.#byKey.get(name)
    if (known) return known
    const index = new Map<string, string | 'many'>()
    for (const id of this.#target.ids(this.#table.name)) {
      const cellOf = (key: string) => this.#target.cell(this.#table.name, id, key)
      if (columns.every((key) => cellOf(key) === null)) continue
      const key = `${name}\u0000${this.#text(columns, cellOf)}`
      index.set(key, index.has(key) ? 'many' : id)
    }
    this.#byKey.set(name, index)
    return index
  }

  /** Rows without a key are the same when every cell the file gives is: importing a file twice adds nothing. */
  #findByContent(cells: Readonly<Record<string, Cell>>): string | null {
    const columns = this.#mapped.filter((key) => !this.#table.columns[key]!.computed)
    const content = (cell: (key: string) => Cell | undefined) => this.#text(columns, cell)
    if (this.#byContent === null) {
      this.#byContent = new Map()
      for (const id of this.#target.ids(this.#table.name)) {
        const key = content((column) => this.#target.cell(this.#table.name, id, column))
        const ids = this.#byContent.get(key)
        if (ids) ids.push(id)
        else this.#byContent.set(key, [id])
      }
    }
    return this.#byContent.get(content((column) => cells[column] ?? null))?.pop() ?? null
  }
}

/** A001, a001 and Ａ００１ are one number to whoever reads them aloud. */
const keyText = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? halfWidth(cell).trim().toLowerCase() : JSON.stringify(cell ?? null)
