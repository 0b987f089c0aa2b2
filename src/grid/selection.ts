import { contains, without, type Extent, type Position, type Range } from './ranges.ts'

export { cellsIn, type Extent, type Position, type Range } from './ranges.ts'

/** What is selected: the range between `anchor` and `head`, and the ranges selected before with Ctrl. */
export interface Selection {
  readonly anchor: Position
  /** The corner that Shift moves. */
  readonly head: Position
  readonly others?: readonly Range[]
  /** The active cell, where Enter or Tab has walked it away from the anchor within what is selected. */
  readonly at?: Position
}

/** How a click or a drag selects: Shift goes on from the anchor, Ctrl begins another range. */
export interface Pointing {
  readonly extend: boolean
  readonly add: boolean
}

export const selectCell = (at: Position): Selection => ({ anchor: at, head: at })

export const selectRange = ({ top, bottom, left, right }: Range): Selection => ({
  anchor: { row: top, column: left },
  head: { row: bottom, column: right },
})

export function extendTo({ at, ...selection }: Selection, head: Position): Selection {
  const extended = { ...selection, head }
  return at && contains(rangeOf(extended), at) ? { ...extended, at } : extended
}

/** The same, with another range beside what is selected already: Ctrl. */
export const addTo = (selection: Selection, added: Selection): Selection => ({
  ...added,
  others: rangesOf(selection),
})

/** Takes a selected cell out, as Ctrl+click does; the last one stays. */
export function takeOut(selection: Selection, cell: Position): Selection {
  const taken = rangeOf(selectCell(cell))
  const rest = rangesOf(selection).flatMap((range) => without(range, taken))
  const last = rest.pop()
  return last ? { ...selectRange(last), ...(rest.length > 0 ? { others: rest } : {}) } : selection
}

export const selectAll = (extent: Extent): Selection => ({
  anchor: { row: 0, column: 0 },
  head: { row: Math.max(0, extent.rows - 1), column: Math.max(0, extent.columns - 1) },
})

/** Whole rows, as a click on the row numbers selects them: the active cell stays in the first column. */
export const selectRows = (from: number, to: number, extent: Extent): Selection => ({
  anchor: { row: from, column: 0 },
  head: { row: to, column: Math.max(0, extent.columns - 1) },
})

/** Whole columns, as a click on their headings selects them. */
export const selectColumns = (from: number, to: number, extent: Extent): Selection => ({
  anchor: { row: 0, column: from },
  head: { row: Math.max(0, extent.rows - 1), column: to },
})

/** The cell that typing goes to. */
export const activeOf = ({ anchor, at }: Selection): Position => at ?? anchor

/** The range that Shift changes. */
export function rangeOf({ anchor, head }: Selection): Range {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  }
}

/** All ranges in the order in which they were selected; the last is the one that Shift changes. */
export const rangesOf = (selection: Selection): Range[] => [...(selection.others ?? []), rangeOf(selection)]

export const isSelected = (selection: Selection, at: Position): boolean =>
  rangesOf(selection).some((range) => contains(range, at))

export const isSingle = ({ anchor, head, others }: Selection): boolean =>
  !others?.length && anchor.row === head.row && anchor.column === head.column

export const clamp = (at: Position, extent: Extent): Position => ({
  row: Math.min(Math.max(0, at.row), Math.max(0, extent.rows - 1)),
  column: Math.min(Math.max(0, at.column), Math.max(0, extent.columns - 1)),
})

/** After rows or columns went away: the same selection as far as it still exists. */
export function fit({ anchor, head, others, at }: Selection, extent: Extent): Selection {
  const fitted = { anchor: clamp(anchor, extent), head: clamp(head, extent) }
  const left = others?.flatMap((range) => fitRange(range, extent)) ?? []
  const active = at && clamp(at, extent)
  return {
    ...fitted,
    ...(left.length > 0 ? { others: left } : {}),
    ...(active && [...left, rangeOf(fitted)].some((range) => contains(range, active)) ? { at: active } : {}),
  }
}

function fitRange(range: Range, { rows, columns }: Extent): Range[] {
  const bottom = Math.min(range.bottom, rows - 1)
  const right = Math.min(range.right, columns - 1)
  return range.top > bottom || range.left > right ? [] : [{ ...range, bottom, right }]
}

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
