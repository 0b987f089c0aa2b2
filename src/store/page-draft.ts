import { DELETED } from '../engine/change.ts'
import type { Dot, DottedValue, VersionVector } from '../sync/dots.ts'
import { PageDotsDraft } from '../sync/page-dots.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import type { DotsRecord } from './db.ts'
import { PAGE_ROWS, packColumn, unpackColumn, type Conflicts, type PageRecord } from './pages.ts'

/** Something stored cannot be read: the log stays the place where its content is. */
export class FoldImpossible extends Error {}

/** A page while changes are written into it. Columns nobody touches stay packed, also those nobody here knows. */
export class PageDraft {
  readonly page: number
  private readonly ids: string[]
  private readonly open = new Map<string, Cell[]>()
  private readonly dots: PageDotsDraft
  private readonly conflicts: Map<string, Map<number, readonly DottedValue[]>>

  constructor(
    private readonly stored: PageRecord,
    dots: DotsRecord | undefined,
    replicas: string[],
  ) {
    this.page = stored.page
    this.ids = [...stored.ids]
    this.dots = new PageDotsDraft(dots ?? { base: stored.dot }, PAGE_ROWS, replicas)
    this.conflicts = new Map(
      Object.entries(stored.conflicts ?? {}).map(([column, cells]) => [
        column,
        new Map(Object.entries(cells).map(([offset, values]) => [Number(offset), values])),
      ]),
    )
  }

  get rows(): number {
    return this.ids.length
  }

  add(id: string, dot: Dot): number {
    for (const column of Object.keys(this.stored.columns)) this.cells(column)
    for (const cells of this.open.values()) cells.push(null)
    this.dots.row(this.ids.length, dot)
    return this.ids.push(id) - 1
  }

  /** A cell of a row that has just been added: the row's dot is its dot. */
  begin(offset: number, column: string, value: Cell): void {
    this.cells(column)[offset] = value
  }

  write(offset: number, column: string, value: Cell, dot: Dot, saw: VersionVector | undefined): void {
    this.cells(column)[offset] = value
    this.dots.cell(column, offset, dot)
    if (column === DELETED) this.dots.deleted(offset, value === true ? (saw ?? null) : null)
    this.conflicts.get(column)?.delete(offset)
  }

  /** What a merge has found in the cell. A single value that is shown anyway is no more than a dot. */
  conflict(offset: number, column: string, values: readonly DottedValue[]): void {
    const [only] = values
    if (!only) return
    if (values.length === 1 && sameCell(this.cells(column)[offset], only.value))
      return this.write(offset, column, only.value, only, only.saw)
    if (!this.conflicts.has(column)) this.conflicts.set(column, new Map())
    this.conflicts.get(column)!.set(offset, values)
  }

  finish(): { page: PageRecord; dots: DotsRecord } {
    const { workbook, table, page } = this.stored
    const packed = [...this.open].map(([column, cells]) => [column, packColumn(cells)] as const)
    const conflicts: Conflicts = Object.fromEntries(
      [...this.conflicts]
        .filter(([, cells]) => cells.size > 0)
        .map(([column, cells]) => [column, Object.fromEntries(cells)]),
    )
    const { conflicts: _, ...kept } = this.stored
    return {
      page: {
        ...kept,
        rows: this.ids.length,
        ids: this.ids,
        columns: Object.fromEntries([...Object.entries(this.stored.columns), ...packed]),
        ...(Object.keys(conflicts).length > 0 ? { conflicts } : {}),
      },
      dots: { workbook, table, page, ...this.dots.finish(this.ids.length) },
    }
  }

  private cells(column: string): Cell[] {
    let cells = this.open.get(column)
    if (cells) return cells
    this.open.set(column, (cells = []))
    const { columns, rows } = this.stored
    if (!Object.hasOwn(columns, column)) for (let i = 0; i < this.ids.length; i++) cells.push(null)
    else if (!unpackColumn(columns[column]!, rows, cells)) throw new FoldImpossible()
    return cells
  }
}
