/** A cell by where it stands on the screen: display row and visible column, both counted from 0. */
export interface Position {
  readonly row: number
  readonly column: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
}

export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/**
 * What is selected: `anchor` is the active cell (typing goes there), `head` the corner that Shift moves. One range;
 * further ranges (Ctrl+click) would stand beside it in a list and share the same painting.
 */
export interface Selection {
  readonly anchor: Position
  readonly head: Position
}

export const selectCell = (at: Position): Selection => ({ anchor: at, head: at })

export const extendTo = (selection: Selection, head: Position): Selection => ({
  anchor: selection.anchor,
  head,
})

export const selectAll = (extent: Extent): Selection => ({
  anchor: { row: 0, column: 0 },
  head: { row: Math.max(0, extent.rows - 1), column: Math.max(0, extent.columns - 1) },
})

/** Whole rows, as a click on the row numbers selects them: the active cell stays in the first column. */
export const selectRows = (from: number, to: number, extent: Extent): Selection => ({
  anchor: { row: from, column: 0 },
  head: { row: to, column: Math.max(0, extent.columns - 1) },
})

export function rangeOf({ anchor, head }: Selection): Range {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  }
}

export const cellsIn = (range: Range): number =>
  (range.bottom - range.top + 1) * (range.right - range.left + 1)

export const isSingle = ({ anchor, head }: Selection): boolean =>
  anchor.row === head.row && anchor.column === head.column

export const clamp = (at: Position, extent: Extent): Position => ({
  row: Math.min(Math.max(0, at.row), Math.max(0, extent.rows - 1)),
  column: Math.min(Math.max(0, at.column), Math.max(0, extent.columns - 1)),
})

/** After rows or columns went away: the same selection as far as it still exists. */
export const fit = (selection: Selection, extent: Extent): Selection => ({
  anchor: clamp(selection.anchor, extent),
  head: clamp(selection.head, extent),
})

export type Direction = 'up' | 'down' | 'left' | 'right'

const STEP: Readonly<Record<Direction, Position>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
}

export const step = (from: Position, direction: Direction, extent: Extent, by = 1): Position =>
  clamp(
    { row: from.row + STEP[direction].row * by, column: from.column + STEP[direction].column * by },
    extent,
  )

/**
 * Ctrl+arrow as in Excel: inside a block of filled cells to its end; from its end, or from an empty cell, to the
 * next filled cell; to the edge of the sheet when there is none.
 */
export function dataEdge(
  from: Position,
  direction: Direction,
  extent: Extent,
  isEmpty: (at: Position) => boolean,
): Position {
  let at = step(from, direction, extent)
  if (same(at, from)) return from
  const inside = !isEmpty(from) && !isEmpty(at)
  for (;;) {
    const next = step(at, direction, extent)
    if (inside ? same(next, at) || isEmpty(next) : !isEmpty(at) || same(next, at)) return at
    at = next
  }
}

export const same = (a: Position, b: Position): boolean => a.row === b.row && a.column === b.column

/** Tab and Shift+Tab go on into the next or previous row at the end of one; null past the last or first cell. */
export function nextCell(from: Position, backwards: boolean, extent: Extent): Position | null {
  const index = from.row * extent.columns + from.column + (backwards ? -1 : 1)
  if (index < 0 || index >= extent.rows * extent.columns) return null
  return { row: Math.floor(index / extent.columns), column: index % extent.columns }
}
