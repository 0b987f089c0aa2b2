import type { GridAdapter } from './adapter.ts'
import type { EditRequest, Input, RowSource } from './row-source.ts'
import type { Position, Range } from './selection.ts'
import { continueSeries, type FillMode } from './series.ts'

/** `other` is what Ctrl asks for: a lone number counts on, everything else is copied. */
export type FillWish = FillMode | 'other'

const LONE_NUMBER = /^-?\d+(?:\.\d+)?$/

/** Where a pull of the fill handle ends: the range goes on in the one direction that was pulled further. */
export function pulled(range: Range, to: Position): Range {
  const down = Math.max(0, to.row - range.bottom)
  const up = Math.max(0, range.top - to.row)
  const right = Math.max(0, to.column - range.right)
  const left = Math.max(0, range.left - to.column)
  if (Math.max(down, up) >= Math.max(right, left))
    return { ...range, top: range.top - up, bottom: range.bottom + down }
  return { ...range, left: range.left - left, right: range.right + right }
}

/** Continues cells over their neighbours: what the handle, Ctrl+D and Ctrl+R and the menu have in common. */
export class Fill {
  constructor(
    private readonly source: RowSource,
    private readonly adapter: GridAdapter,
  ) {}

  /** The edits that go on with `given` over the rest of `whole`. Cells that hold the same already are left alone. */
  over(given: Range, whole: Range, wish: FillWish): EditRequest[] {
    const edits: EditRequest[] = []
    if (whole.top < given.top || whole.bottom > given.bottom)
      for (const column of span(whole.left, whole.right))
        this.line(
          this.rows(given),
          this.rows(whole),
          whole.top < given.top,
          (row) => ({ row, column }),
          wish,
          edits,
        )
    else
      for (const row of this.rows(whole))
        this.line(
          span(given.left, given.right),
          span(whole.left, whole.right),
          whole.left < given.left,
          (column) => ({ row, column }),
          wish,
          edits,
        )
    return edits
  }

  /** One column or row of it; `at` says where its n-th cell is. */
  private line(
    given: readonly number[],
    whole: readonly number[],
    backwards: boolean,
    at: (n: number) => Position,
    wish: FillWish,
    edits: EditRequest[],
  ): void {
    const [first, last] = [given[0], given.at(-1)]
    if (first === undefined || last === undefined) return
    const targets = backwards ? whole.filter((n) => n < first).reverse() : whole.filter((n) => n > last)
    this.along(given.map(at), targets.map(at), wish, backwards, edits)
  }

  /** The lines of a range that are rows: a series goes on past the headings of groups. */
  private rows({ top, bottom }: Range): number[] {
    return span(top, bottom).filter((index) => this.adapter.rowAt(index) !== null)
  }

  /** How far a double click on the handle fills: as far as the column beside it has something to say. */
  downTo({ bottom, left, right }: Range): number {
    const columns = this.adapter.geometry.columns.length
    for (const column of [left - 1, right + 1]) {
      if (column < 0 || column >= columns) continue
      let row = bottom
      while (row + 1 < this.adapter.rowCount && this.textAt({ row: row + 1, column }) !== '') row++
      if (row > bottom) return row
    }
    return bottom
  }

  private along(
    given: readonly Position[],
    targets: readonly Position[],
    wish: FillWish,
    backwards: boolean,
    edits: EditRequest[],
  ): void {
    const texts = given.map((at) => this.textAt(at))
    const mode =
      wish !== 'other' ? wish : texts.length === 1 && LONE_NUMBER.test(texts[0]!) ? 'series' : 'copy'
    const rules = { mode, isWorkday: (date: string) => this.source.isWorkday(date) }
    continueSeries(texts, targets.length, rules, backwards).forEach((text, i) => {
      const target = targets[i]!
      const row = this.adapter.rowAt(target.row)
      const column = this.columnAt(target.column)
      if (row === null || column === null || !this.source.editable(column)) return
      const from = i % given.length
      const input = texts[from] === text ? this.copied(given[from]!, column, text) : text
      if (this.source.text(row, column) === text && !this.isAnother(input, row, column, text)) return
      edits.push({ table: this.source.table.name, row, column, input })
    })
  }

  /** A copied person is that person, also where two bear the name; into another column only the text can go. */
  private copied(from: Position, column: string, text: string): Input {
    const row = this.adapter.rowAt(from.row)
    const value =
      row !== null && this.columnAt(from.column) === column ? this.source.value(row, column) : null
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string')
    if (typeof value === 'string' || isList) return value as Input
    return text === '' ? null : text
  }

  /** Two people of one name read alike and are not the same. */
  private isAnother(input: Input, row: string, column: string, text: string): boolean {
    return input !== null && input !== text && String(input) !== String(this.source.value(row, column))
  }

  private columnAt(index: number): string | null {
    return this.adapter.geometry.columns[index]?.key ?? null
  }

  private textAt({ row, column }: Position): string {
    const id = this.adapter.rowAt(row)
    const key = this.columnAt(column)
    return id === null || key === null ? '' : this.source.text(id, key)
  }
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
