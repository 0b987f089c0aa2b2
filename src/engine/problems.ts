import type { Problem } from '../shared/result.ts'
import { isId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import type { Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import { Keys } from './keys.ts'
import type { TableData } from './table-data.ts'

export interface ProblemSources {
  readonly data: (table: string) => TableData
  /** A computed column at a position, kept or not. */
  readonly computed: (table: string, position: number, column: string) => unknown
  readonly context: () => CellContext
  readonly now: () => string
}

/**
 * What is wrong with a cell, if anything. Nothing here stops anybody from typing: a bad value stays, is marked,
 * explained and listed, and rules treat the cell as empty.
 */
export class Problems {
  private readonly keys = new Map<string, Keys>()
  private readonly suspicious = new Map<TableData, readonly (readonly [string, boolean])[]>()
  /** One object for all rows of a table: checks are asked of every cell, and copying the row each time would show. */
  private readonly checked = new Map<string, { readonly place: { row: number }; readonly row: object }>()

  constructor(private readonly sources: ProblemSources) {}

  /** A row came or went, or a cell of it that tells rows apart was written. */
  keyMoved(table: string, position: number): void {
    this.keys.get(table)?.moved(position)
  }

  /** The columns in which some row may be wrong: of forty most can only be so where something was typed that does not parse. */
  *suspects(table: string): Generator<string> {
    const data = this.sources.data(table)
    let suspicious = this.suspicious.get(data)
    if (!suspicious) this.suspicious.set(data, (suspicious = suspiciousOf(data.definition)))
    for (const [key, always] of suspicious) if (always || data.columns[key]!.asTyped.size > 0) yield key
  }

  of(table: string, position: number, key: string): Problem | null {
    const data = this.sources.data(table)
    const column = data.definition.columns[key]
    if (!column || column.computed || !data.isLive(position)) return null
    const cell = data.stored(position, key)
    if (cell === null || cell === '') return this.missing(data, position, key, column)
    return (
      this.unreadable(data, position, key, column) ??
      this.unresolved(cell, column) ??
      this.unacceptable(data, position, key) ??
      (data.definition.key.includes(key) && this.keysOf(data).isShared(position)
        ? { code: 'row.duplicate', params: { key: String(this.shown(cell, column)) } }
        : null)
    )
  }

  private missing(data: TableData, position: number, key: string, column: Column): Problem | null {
    const required =
      (column.required && !column.awaited) ||
      data.definition.requiredWhen?.[key]?.(this.rowAt(data, position))
    return required ? { code: 'required' } : null
  }

  private unreadable(data: TableData, position: number, key: string, column: Column): Problem | null {
    // A typed name is no mistake of form: whether a row bears it is asked below, and may change by itself.
    if (column.type === 'reference' || column.type === 'references') return null
    const asTyped = data.columns[key]!.asTyped.get(position)
    if (asTyped === undefined || asTyped === null) return null
    const parsed = cellTypeOf(column).parse(
      typeof asTyped === 'object' ? asTyped.join('、') : asTyped,
      column,
      this.sources.context(),
    )
    return parsed.ok ? { code: 'cell.not-of-type' } : parsed.problem
  }

  private unresolved(cell: Cell, column: Column): Problem | null {
    if (column.type !== 'reference' && column.type !== 'references') return null
    const context = this.sources.context()
    for (const reference of typeof cell === 'object' && cell !== null ? cell : [String(cell)]) {
      if (isId(reference)) {
        // A row that has lost its name is still there; its own cell says what is missing.
        if (!column.to?.some((table) => this.isThere(table, reference))) return { code: 'reference.gone' }
        continue
      }
      const found = context.find(column.to ?? [], reference)
      if (found === null) return { code: 'reference.unknown', params: { name: reference } }
      if (found === 'many') return { code: 'reference.many', params: { name: reference } }
    }
    return null
  }

  private isThere(table: string, row: string): boolean {
    const data = this.sources.data(table)
    const position = data.positions.get(row)
    return position !== undefined && data.isLive(position)
  }

  private unacceptable(data: TableData, position: number, key: string): Problem | null {
    for (const check of data.definition.checks ?? []) {
      if (check.column !== key) continue
      const code = check.problem(this.rowAt(data, position), this.sources.now())
      if (code !== null) return { code }
    }
    return null
  }

  private shown(cell: Cell, column: Column): string {
    return cellTypeOf(column).format(cell, column, this.sources.context())
  }

  private keysOf(data: TableData): Keys {
    const { name } = data.definition
    let keys = this.keys.get(name)
    if (!keys) this.keys.set(name, (keys = new Keys(data)))
    return keys
  }

  /** The row as checks see it: valid values, null where there is none; what is computed only when it is asked for. */
  private rowAt(data: TableData, position: number): never {
    const { name, columns } = data.definition
    let checked = this.checked.get(name)
    if (!checked) {
      const place = { row: 0 }
      checked = { place, row: {} }
      for (const [key, { computed }] of Object.entries(columns)) {
        const { cells } = data.columns[key]!
        Object.defineProperty(checked.row, key, {
          enumerable: true,
          get: computed
            ? () => this.sources.computed(name, place.row, key) ?? null
            : () => cells.at(place.row),
        })
      }
      this.checked.set(name, checked)
    }
    checked.place.row = position
    return checked.row as never
  }
}

/** Its input columns; true for those of which every cell must be looked at, also one that holds nothing. */
function suspiciousOf({ columns, checks, requiredWhen, key: named }: Table): [string, boolean][] {
  return Object.entries<Column>(columns)
    .filter(([, { computed }]) => !computed)
    .map(([key, { type, required }]) => [
      key,
      required === true ||
        requiredWhen?.[key] !== undefined ||
        type === 'reference' ||
        type === 'references' ||
        named.includes(key) ||
        (checks ?? []).some(({ column }) => column === key),
    ])
}
