import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Cell } from '../tables/cell.ts'
import type { Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import { Cells } from './cells.ts'
import { DELETED } from './change.ts'

/**
 * One column of a table in memory. `cells` holds valid values only, so that rules read an array and never a
 * half-understood text; what somebody typed that does not parse lies beside it in `asTyped`.
 */
export interface ColumnData {
  readonly cells: Cells
  readonly asTyped: Map<number, Cell>
}

/**
 * The rows of one table, column by column. A row keeps its position for as long as the workbook is open, deleted
 * or not: positions are what links, rules and scores are indexed by, and they make a lookup an array access.
 */
export class TableData {
  readonly ids: string[] = []
  private byId: Map<string, number> | null = null
  readonly columns: Record<string, ColumnData> = Object.create(null)
  /** Cells of columns this version does not know: kept, and passed on untouched. */
  readonly unknown: Record<string, Cell[]> = Object.create(null)
  /** 1 where the row is deleted. */
  deleted: Uint8Array<ArrayBuffer> = new Uint8Array(64)
  live = 0
  /** Grows with every change of an input: what was made from the rows is made anew when it has grown. */
  version = 0

  constructor(readonly definition: Table) {
    for (const [key, { type, options }] of Object.entries(definition.columns)) {
      const expected = type === 'choice' ? options?.map(({ zh }) => zh) : undefined
      this.columns[key] = { cells: new Cells(expected), asTyped: new Map() }
    }
  }

  /** Appends rows column by column; a row that is there already is left to the caller. Returns the first position. */
  append(ids: readonly string[], columns: Readonly<Record<string, readonly Cell[]>>): number {
    this.version++
    const first = this.ids.length
    // Room for all at once: an array that grows row by row is copied a dozen times on the way to 100,000.
    this.ids.length = first + ids.length
    for (let i = 0; i < ids.length; i++) {
      this.ids[first + i] = ids[i]!
      this.byId?.set(ids[i]!, first + i)
    }
    this.grow(this.ids.length)
    this.live += ids.length
    for (const [key, data] of Object.entries(this.columns)) {
      const given = columns[key]
      if (given && !this.definition.columns[key]!.computed)
        this.appendCells(data, this.definition.columns[key]!, first, given)
    }
    for (const key of new Set([...Object.keys(this.unknown), ...Object.keys(columns)])) {
      if (key in this.columns || key === DELETED) continue
      const cells = (this.unknown[key] ??= [])
      for (let i = 0; i < ids.length; i++) cells[first + i] = columns[key]?.[i] ?? null
    }
    const gone = columns[DELETED]
    if (gone) for (let i = 0; i < ids.length; i++) if (gone[i] === true) this.setDeleted(first + i, true)
    return first
  }

  private appendCells({ cells, asTyped }: ColumnData, column: Column, first: number, given: readonly Cell[]) {
    let end = given.length
    while (end > 0 && (given[end - 1] ?? null) === null) end--
    if (end === 0) return
    cells.makeRoom(first + end)
    const { valid } = cellTypeOf(column)
    // The same again is not judged again: many columns say one thing for hundreds of rows.
    let before: Cell = null
    let kept: Cell = null
    for (let i = 0; i < end; i++) {
      const cell = given[i] ?? null
      if (cell === null) continue
      if (cell !== before) {
        before = cell
        kept = cells.known(cell) ?? (valid(cell, column) ? cell : null)
      }
      if (kept !== null) cells.set(first + i, kept)
      else asTyped.set(first + i, cell)
    }
  }

  private grow(size: number) {
    if (size <= this.deleted.length) return
    const larger = new Uint8Array(Math.max(size, this.deleted.length * 2))
    larger.set(this.deleted)
    this.deleted = larger
  }

  /** Where each row is. Made when somebody first asks: many tables are opened and never asked for a row by its id. */
  get positions(): ReadonlyMap<string, number> {
    if (!this.byId) {
      this.byId = new Map()
      for (let position = 0; position < this.ids.length; position++)
        this.byId.set(this.ids[position]!, position)
    }
    return this.byId
  }

  isLive(position: number): boolean {
    return this.deleted[position] === 0
  }

  setDeleted(position: number, deleted: boolean): boolean {
    const flag = deleted ? 1 : 0
    if (this.deleted[position] === flag) return false
    this.version++
    this.deleted[position] = flag
    this.live += deleted ? -1 : 1
    return true
  }

  /** A valid value, kept or computed, or null. */
  cell(key: string, position: number): Cell {
    return this.columns[key]!.cells.at(position)
  }

  /** The input as kept: the value, the text as typed when it is not valid, or null. */
  stored(position: number, key: string): Cell {
    if (key === DELETED) return this.deleted[position] === 1 ? true : null
    const data = this.columns[key]
    if (!data) return this.unknown[key]?.[position] ?? null
    if (this.definition.columns[key]!.computed) return null
    const cell = data.cells.at(position)
    return data.asTyped.size ? (data.asTyped.get(position) ?? cell) : cell
  }

  store(position: number, key: string, cell: Cell): void {
    this.version++
    const data = this.columns[key]
    if (!data) {
      const cells = (this.unknown[key] ??= [])
      while (cells.length < position) cells.push(null)
      cells[position] = cell
      return
    }
    const column = this.definition.columns[key]!
    if (column.computed) throw new Error(`computed column ${this.definition.name}.${key} is not stored`)
    const valid = cell === null || cellTypeOf(column).valid(cell, column)
    // What was typed has its cell too, an empty one: whoever goes through the cells must come past it.
    if (!valid) data.cells.makeRoom(position + 1)
    data.cells.set(position, valid ? cell : null)
    if (valid) data.asTyped.delete(position)
    else data.asTyped.set(position, cell)
  }
}
