import type { GridAdapter } from './adapter.ts'
import type { Movement } from './keyboard.ts'
import {
  dataEdge,
  extendTo,
  fit,
  nextCell,
  rangeOf,
  selectAll,
  selectCell,
  selectRows,
  step,
  type Extent,
  type Position,
  type Range,
  type Selection,
} from './selection.ts'

export interface ActiveCell {
  readonly row: string | null
  readonly column: string
}

/** The selection over rows and columns that come, go and move. */
export class Selecting {
  selection: Selection = selectCell({ row: 0, column: 0 })
  /** The active cell by name, which finds it again after sorting, filtering and moved columns. */
  active: ActiveCell = { row: null, column: '' }
  #tabStart: number | null = null

  constructor(
    private readonly adapter: GridAdapter,
    private readonly isEmpty: (at: Position) => boolean,
    /** `moved` when another cell is the active one now. */
    private readonly onselect: (moved: boolean) => void,
  ) {}

  get range(): Range {
    return rangeOf(this.selection)
  }

  get extent(): Extent {
    return { rows: this.adapter.rowCount, columns: this.adapter.geometry.columns.length }
  }

  select(selection: Selection, reveal: boolean): void {
    this.selection = fit(selection, this.extent)
    this.#tabStart = null
    const { anchor, head } = this.selection
    const { columns } = this.adapter.geometry
    const column = columns[head.column]
    if (reveal && column) this.adapter.reveal(head.row, column.key)
    const before = this.active
    this.active = { row: this.adapter.rowAt(anchor.row), column: columns[anchor.column]?.key ?? '' }
    this.onselect(before.row !== this.active.row || before.column !== this.active.column)
  }

  go(to: Position, extend: boolean): void {
    this.select(extend ? extendTo(this.selection, to) : selectCell(to), true)
  }

  /** By mouse or finger: a cell, or a whole row by its number. */
  point(at: Position, extend: boolean, rows: boolean): void {
    const { anchor } = this.selection
    if (rows) this.select(selectRows(extend ? anchor.row : at.row, at.row, this.extent), false)
    else this.select(extend ? extendTo(this.selection, at) : selectCell(at), false)
  }

  move(command: Movement): void {
    const { anchor, head } = this.selection
    const { extent } = this
    switch (command.do) {
      case 'move': {
        const from = command.extend ? head : anchor
        const to = command.jump
          ? dataEdge(from, command.direction, extent, this.isEmpty)
          : step(from, command.direction, extent)
        return this.go(to, command.extend)
      }
      case 'page': {
        const from = command.extend ? head : anchor
        return this.go(step(from, command.direction, extent, this.adapter.pageRows), command.extend)
      }
      case 'edge': {
        const from = command.extend ? head : anchor
        const row = command.sheet ? (command.end ? extent.rows - 1 : 0) : from.row
        return this.go({ row, column: command.end ? extent.columns - 1 : 0 }, command.extend)
      }
      case 'enter': {
        const column = this.#tabStart ?? anchor.column
        return this.go(step({ row: anchor.row, column }, command.backwards ? 'up' : 'down', extent), false)
      }
      case 'tab': {
        const start = this.#tabStart ?? anchor.column
        this.go(nextCell(anchor, command.backwards, extent) ?? anchor, false)
        this.#tabStart = command.backwards ? null : start
        return
      }
      case 'select-all':
        return this.select(selectAll(extent), false)
      case 'select-rows':
        return this.select(selectRows(anchor.row, head.row, extent), false)
    }
  }

  /** Rows or columns moved: the active cell is where its row and column now stand. False when it is gone. */
  follow(): boolean {
    const { anchor, head } = this.selection
    const row = this.active.row === null ? -1 : this.adapter.indexOf(this.active.row)
    const column = this.adapter.geometry.indexOf(this.active.column)
    const stayed = row === anchor.row && column === anchor.column
    if (stayed) this.selection = fit({ anchor, head }, this.extent)
    else {
      const at = { row: row < 0 ? anchor.row : row, column: column < 0 ? anchor.column : column }
      this.selection = fit(selectCell(at), this.extent)
    }
    return row >= 0 && column >= 0
  }
}
