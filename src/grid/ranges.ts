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

export const cellsIn = (range: Range): number =>
  (range.bottom - range.top + 1) * (range.right - range.left + 1)

export const contains = (range: Range, { row, column }: Position): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right

/** What is left of a range when another is taken out of it: at most four pieces, above, below, left and right. */
export function without(range: Range, taken: Range): Range[] {
  const top = Math.max(range.top, taken.top)
  const bottom = Math.min(range.bottom, taken.bottom)
  const left = Math.max(range.left, taken.left)
  const right = Math.min(range.right, taken.right)
  if (top > bottom || left > right) return [range]
  return [
    { ...range, bottom: top - 1 },
    { ...range, top: bottom + 1 },
    { top, bottom, left: range.left, right: left - 1 },
    { top, bottom, left: right + 1, right: range.right },
  ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right)
}

/** The same cells, each in one range only: a cell selected twice is counted and cleared once. */
export function disjoint(ranges: readonly Range[]): Range[] {
  const apart: Range[] = []
  for (const range of ranges) {
    let rest = [range]
    for (const known of apart) rest = rest.flatMap((piece) => without(piece, known))
    apart.push(...rest)
  }
  return apart
}

export const cellsInAll = (ranges: readonly Range[]): number =>
  disjoint(ranges).reduce((sum, range) => sum + cellsIn(range), 0)

/** First and last row of each run of rows that some range touches, top to bottom. */
export function rowRuns(ranges: readonly Range[]): (readonly [first: number, last: number])[] {
  const runs: [number, number][] = []
  for (const { top, bottom } of [...ranges].sort((a, b) => a.top - b.top)) {
    const last = runs.at(-1)
    if (last && top <= last[1] + 1) last[1] = Math.max(last[1], bottom)
    else runs.push([top, bottom])
  }
  return runs
}

/**
 * Several ranges as the one block that a copy of them makes: pieces of the same columns go below each other, pieces of
 * the same rows beside each other, in the sheet's order. Null when they do not line up, as in Excel.
 */
export function asBlock(ranges: readonly Range[]): { rows: number[]; columns: number[] } | null {
  const [first] = ranges
  if (!first) return null
  // Taking one range out of another may leave a single piece, so cells are counted and not pieces.
  if (cellsInAll(ranges) !== ranges.reduce((sum, range) => sum + cellsIn(range), 0)) return null
  if (ranges.every(({ left, right }) => left === first.left && right === first.right))
    return {
      rows: [...ranges].sort((a, b) => a.top - b.top).flatMap(({ top, bottom }) => span(top, bottom)),
      columns: span(first.left, first.right),
    }
  if (ranges.every(({ top, bottom }) => top === first.top && bottom === first.bottom))
    return {
      rows: span(first.top, first.bottom),
      columns: [...ranges].sort((a, b) => a.left - b.left).flatMap(({ left, right }) => span(left, right)),
    }
  return null
}

/**
 * The cell after one on a walk through all ranges with Enter (`down`: column by column) or Tab (row by row): into the
 * next range at the end of one, and from the last into the first.
 */
export function nextWithin(
  ranges: readonly Range[],
  from: Position,
  along: 'down' | 'right',
  backwards: boolean,
): Position {
  const at = Math.max(
    0,
    ranges.findLastIndex((range) => contains(range, from)),
  )
  const range = ranges[at]!
  const place = placeOf(range, from, along) + (backwards ? -1 : 1)
  if (place >= 0 && place < cellsIn(range)) return cellAt(range, place, along)
  const next = ranges[(at + (backwards ? -1 : 1) + ranges.length) % ranges.length]!
  return cellAt(next, backwards ? cellsIn(next) - 1 : 0, along)
}

const placeOf = (range: Range, { row, column }: Position, along: 'down' | 'right'): number =>
  along === 'down'
    ? (column - range.left) * (range.bottom - range.top + 1) + row - range.top
    : (row - range.top) * (range.right - range.left + 1) + column - range.left

function cellAt({ top, bottom, left, right }: Range, place: number, along: 'down' | 'right'): Position {
  if (along === 'down') {
    const height = bottom - top + 1
    return { row: top + (place % height), column: left + Math.floor(place / height) }
  }
  const width = right - left + 1
  return { row: top + Math.floor(place / width), column: left + (place % width) }
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
