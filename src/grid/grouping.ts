import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Cell } from '../tables/cell.ts'
import type { RowOrder } from './arranged-rows.ts'
import { Folds } from './folds.ts'
import { firstRow, GroupedRows, rowsIn, type Group, type GroupColumn } from './grouped-rows.ts'
import { Lines } from './lines.ts'
import type { RowSource } from './row-source.ts'
import { columnOrder } from './sort-order.ts'
import type { GroupView } from './view-state.ts'

/** By which columns the rows are grouped, which groups are folded, and what their headings add up. */
export class Grouping {
  readonly folds: Folds
  readonly #source: RowSource
  #columns: readonly string[]
  #totals: readonly string[]
  #grouped: GroupedRows | null = null
  #lines: Lines | null = null
  readonly #sums = new Map<string, ReadonlyMap<string, number>>()

  constructor(source: RowSource, view: GroupView | undefined) {
    const known = (columns: readonly string[] | undefined) =>
      (columns ?? []).filter((column) => column in source.table.columns)
    this.#source = source
    this.#columns = known(view?.columns)
    this.#totals = known(view?.totals)
    this.folds = new Folds(view?.folds)
  }

  get active(): boolean {
    return this.#columns.length > 0
  }

  /** From the outermost groups in. */
  get columns(): readonly string[] {
    return this.#columns
  }

  /** Columns whose sums the headings tell. */
  get totals(): readonly string[] {
    return this.#totals
  }

  /** Other columns make other groups, none of them folded. */
  by(columns: readonly string[]): void {
    if (this.#columns[0] !== columns[0]) this.folds.foldAll(false)
    this.#columns = columns
    this.#grouped = this.#lines = null
  }

  total(columns: readonly string[]): void {
    this.#totals = columns
    this.#sums.clear()
  }

  /** Groups rows anew; they come filtered and sorted. */
  arrange(rows: readonly string[], order: RowOrder): void {
    this.#sums.clear()
    this.#lines = null
    this.#grouped = new GroupedRows(
      rows,
      this.#columns.map((column) => groupColumn(this.#source, column, order)),
    )
  }

  /** Moves edited rows into their groups; true when one has moved. */
  update(touched: ReadonlySet<string>): boolean {
    const grouped = this.#grouped
    if (!grouped) return false
    const forget = () => {
      if (this.#totals.length === 0) return
      for (const row of touched)
        for (let group = grouped.holderOf(row); group; group = group.parent) this.#sums.delete(group.id)
    }
    forget()
    const moved = grouped.update(touched)
    if (!moved) return false
    forget()
    this.#lines = null
    return true
  }

  /** What stands below each other now. */
  get lines(): Lines {
    this.#lines ??= new Lines(this.#grouped?.groups ?? [], ({ id }) => this.folds.has(id))
    return this.#lines
  }

  group(id: string): Group | null {
    return this.#grouped?.group(id) ?? null
  }

  /** The innermost group of a row. */
  holderOf(row: string): Group | null {
    return this.#grouped?.holderOf(row) ?? null
  }

  fold(group: Group, folded: boolean): void {
    this.folds.fold(group.id, folded)
    this.#lines = null
  }

  foldAll(folded: boolean): void {
    this.folds.foldAll(folded)
    this.#lines = null
  }

  /** Unfolds every group around a row; false when none of them was folded. */
  unfoldTo(row: string): boolean {
    let any = false
    for (let group = this.holderOf(row); group; group = group.parent) {
      if (!this.folds.has(group.id)) continue
      this.fold(group, false)
      any = true
    }
    return any
  }

  /** All rows in the order of their groups, folded ones too. */
  rows(): string[] {
    return (this.#grouped?.groups ?? []).flatMap((group) => [...rowsIn(group)])
  }

  /** What the columns of totals come to within a group; worked out when its heading is first seen. */
  sumsOf(group: Group): ReadonlyMap<string, number> {
    const known = this.#sums.get(group.id)
    if (known) return known
    const sums = new Map<string, number>()
    for (const column of this.#totals) {
      if (this.#isCovered(column, firstRow(group))) continue
      let sum = 0
      for (const row of rowsIn(group)) {
        const value = this.#source.value(row, column)
        if (typeof value === 'number') sum += value
      }
      // More digits would only show how computers count.
      sums.set(column, Number(sum.toPrecision(15)))
    }
    this.#sums.set(group.id, sums)
    return sums
  }

  /** A cover shows another text than the value has; the sum of what it hides would tell it. */
  #isCovered(column: string, row: string): boolean {
    const definition = this.#source.table.columns[column]!
    const value = this.#source.value(row, column) as Cell
    const clear = cellTypeOf(definition).format(value, definition, this.#source.context)
    return clear !== this.#source.text(row, column)
  }

  /** What a new row needs to stand in a group: its values in the columns that people fill in. */
  cellsOf(group: Group | null): Record<string, Cell> {
    const cells: Record<string, Cell> = {}
    for (let each = group; each; each = each.parent) {
      if (!this.#source.editable(each.column)) continue
      const value = this.#source.value(firstRow(each), each.column) as Cell
      if (value !== null) cells[each.column] = value
    }
    return cells
  }

  state(): GroupView | undefined {
    if (!this.active) return undefined
    const folds = this.folds.state()
    return {
      columns: this.#columns,
      ...(this.#totals.length > 0 ? { totals: this.#totals } : {}),
      ...(folds.all || folds.except.length > 0 ? { folds } : {}),
    }
  }
}

/** By what people read, and so a covered column tells nothing; groups without a text come last, as rows do. */
export function groupColumn(source: RowSource, column: string, { sorts, byStroke }: RowOrder): GroupColumn {
  const { valueOf, compare } = columnOrder(source, column, byStroke)
  const sign = sorts.find((sort) => sort.column === column)?.direction === 'desc' ? -1 : 1
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return {
    key: column,
    textOf: textReader(source, column),
    valueOf,
    compare: (a, b) =>
      Number(a.text === '') - Number(b.text === '') ||
      sign * (compare(a.value, b.value) || byText(a.text, b.text)),
  }
}

/** The text of a cell, made once for each value: formatting 100,000 equal departments would take longer than all else. */
function textReader(source: RowSource, column: string): (row: string) => string {
  const texts = new Map<unknown, string>()
  return (row) => {
    const value = source.value(row, column)
    if (typeof value === 'object' && value !== null) return source.text(row, column)
    let text = texts.get(value)
    if (text === undefined) texts.set(value, (text = source.text(row, column)))
    return text
  }
}

/** The sum of a group as the cells of its column read. */
export function sumText(source: RowSource, column: string, sum: number): string {
  const definition = source.table.columns[column]!
  return cellTypeOf(definition).format(sum, definition, source.context)
}
