import type { GridAdapter } from './adapter.ts'
import type { Movement } from './keyboard.ts'
import { disjoint, nextWithin } from './ranges.ts'
import {
  activeOf,
  addTo,
  dataEdge,
  extendTo,
  fit,
  isSelected,
  isSingle,
  nextCell,
  rangeOf,
  rangesOf,
  same,
  selectAll,
  selectCell,
  selectColumns,
  selectRows,
  step,
  takeOut,
  type Extent,
  type Pointing,
  type Position,
  type Range,
  type Selection,
} from './selection.ts'

export interface ActiveCell {
  /** Null where there is no row: in an empty table, and on the heading of a group. */
  readonly row: string | null
  /** The row, or the group. */
  readonly line: string | null
  readonly column: string
}

/** The selection over rows and columns that come, go and move. */
export class Selecting {
  selection: Selection = selectCell({ row: 0, column: 0 })
  /** The active cell by name, which finds it again after sorting, filtering and moved columns. */
  active: ActiveCell = { row: null, line: null, column: '' }
  #tabStart: number | null = null
  /** Shift+F8: what the arrows reach next is selected beside these. */
  #kept: Selection | null = null

  constructor(
    private readonly adapter: GridAdapter,
    private readonly isEmpty: (at: Position) => boolean,
    /** `moved` when another cell is the active one now. */
    private readonly onselect: (moved: boolean) => void,
  ) {}

  /** The range in hand. */
  get range(): Range {
    return rangeOf(this.selection)
  }

  get ranges(): readonly Range[] {
    return rangesOf(this.selection)
  }

  get wholeRows(): boolean {
    const last = this.extent.columns - 1
    return this.ranges.every(({ left, right }) => left === 0 && right === last)
  }

  /** How many cells are selected; headings of groups have none. */
  get cells(): number {
    return disjoint(this.ranges).reduce(
      (sum, range) => sum + this.rowsIn(range) * (range.right - range.left + 1),
      0,
    )
  }

  /** How many rows a range covers. */
  readonly rowsIn = ({ top, bottom }: Pick<Range, 'top' | 'bottom'>): number =>
    this.adapter.groups.rowsBetween(top, bottom)

  get extent(): Extent {
    return { rows: this.adapter.rowCount, columns: this.adapter.geometry.columns.length }
  }

  /** `reveal` is the cell to scroll to. */
  select(selection: Selection, reveal: Position | null = null): void {
    this.selection = fit(selection, this.extent)
    this.#tabStart = null
    const { columns } = this.adapter.geometry
    const shown = reveal && columns[reveal.column]
    if (reveal && shown) this.adapter.reveal(reveal.row, shown.key)
    const { row, column } = activeOf(this.selection)
    const before = this.active
    this.active = {
      row: this.adapter.rowAt(row),
      line: this.adapter.lineAt(row),
      column: columns[column]?.key ?? '',
    }
    this.onselect(before.line !== this.active.line || before.column !== this.active.column)
  }

  /** By mouse or finger. A selected cell is taken out by Ctrl+click; false then, for nothing is left to drag. */
  point(at: Position, { extend, add }: Pointing): boolean {
    this.#kept = null
    if (extend) this.select(extendTo(this.selection, at))
    else if (!add) this.select(selectCell(at))
    else if (!isSingle(this.selection) && isSelected(this.selection, at)) {
      this.select(takeOut(this.selection, at))
      return false
    } else this.select(addTo(this.selection, selectCell(at)))
    return true
  }

  /** A whole row by its number. */
  pointRow(row: number, how: Pointing): void {
    const from = how.extend ? this.selection.anchor.row : row
    this.#whole(selectRows(from, row, this.extent), how)
  }

  /** A whole column by its heading. */
  pointColumn(column: number, how: Pointing): void {
    const from = how.extend ? this.selection.anchor.column : column
    this.#whole(selectColumns(from, column, this.extent), how)
  }

  #whole(lines: Selection, { extend, add }: Pointing): void {
    this.#kept = null
    if (extend) this.select({ ...lines, others: this.selection.others })
    else this.select(add ? addTo(this.selection, lines) : lines)
  }

  /** Shift+F8 turns on and off that arrows begin another range; true when it is on. */
  toggleAdding(): boolean {
    this.#kept = this.#kept ? null : this.selection
    return this.#kept !== null
  }

  move(command: Movement): void {
    const { anchor, head } = this.selection
    const { extent } = this
    const active = activeOf(this.selection)
    switch (command.do) {
      case 'move': {
        const from = command.extend ? head : active
        const to = command.jump
          ? dataEdge(from, command.direction, extent, this.isEmpty)
          : step(from, command.direction, extent)
        return this.#go(to, command.extend)
      }
      case 'page': {
        const from = command.extend ? head : active
        return this.#go(step(from, command.direction, extent, this.adapter.pageRows), command.extend)
      }
      case 'edge': {
        const from = command.extend ? head : active
        const row = command.sheet ? (command.end ? extent.rows - 1 : 0) : from.row
        return this.#go({ row, column: command.end ? extent.columns - 1 : 0 }, command.extend)
      }
      case 'enter': {
        if (!isSingle(this.selection)) return this.#walk('down', command.backwards)
        const column = this.#tabStart ?? active.column
        const to = step({ row: active.row, column }, command.backwards ? 'up' : 'down', extent)
        return this.#go(this.#pastHeadings(to, command.backwards), false)
      }
      case 'tab': {
        if (!isSingle(this.selection)) return this.#walk('right', command.backwards)
        const start = this.#tabStart ?? active.column
        const to = nextCell(active, command.backwards, extent) ?? active
        this.#go(this.#pastHeadings(to, command.backwards), false)
        this.#tabStart = command.backwards ? null : start
        return
      }
      case 'select-all':
        return this.select({ ...selectAll(extent), at: active })
      case 'select-rows':
        return this.select({ ...selectRows(anchor.row, head.row, extent), at: active })
      case 'select-columns':
        return this.select({ ...selectColumns(anchor.column, head.column, extent), at: active })
    }
  }

  #go(to: Position, extend: boolean): void {
    const next = extend ? extendTo(this.selection, to) : selectCell(to)
    this.select(this.#kept && !extend ? addTo(this.#kept, next) : next, to)
  }

  /** Enter and Tab enter values, and the heading of a group takes none; where only headings follow, one stays. */
  #pastHeadings(to: Position, backwards: boolean): Position {
    const { groups } = this.adapter
    const { rows, columns } = this.extent
    let { row } = to
    while (groups.at(row)) row += backwards ? -1 : 1
    if (row === to.row) return to
    if (row < 0 || row >= rows) return activeOf(this.selection)
    if (to.row === activeOf(this.selection).row) return { row, column: backwards ? columns - 1 : 0 }
    return { row, column: to.column }
  }

  /** Enter and Tab stay within what is selected and only move the active cell. */
  #walk(along: 'down' | 'right', backwards: boolean): void {
    const from = activeOf(this.selection)
    let at = nextWithin(this.ranges, from, along, backwards)
    while (this.adapter.groups.at(at.row) && !same(at, from))
      at = nextWithin(this.ranges, at, along, backwards)
    this.select({ ...this.selection, at }, at)
  }

  /** Rows or columns moved: the active cell is where its row and column now stand. False when it is gone. */
  follow(): boolean {
    const active = activeOf(this.selection)
    const row = this.active.line === null ? -1 : this.adapter.indexOf(this.active.line)
    const column = this.adapter.geometry.indexOf(this.active.column)
    if (row === active.row && column === active.column) this.selection = fit(this.selection, this.extent)
    else {
      const at = { row: row < 0 ? active.row : row, column: column < 0 ? active.column : column }
      this.selection = fit(selectCell(at), this.extent)
    }
    return row >= 0 && column >= 0
  }
}
