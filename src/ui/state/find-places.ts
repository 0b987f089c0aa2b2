import type { CellPlace } from './session-types.ts'

/** Where a cell stands: its table, row and column by number, in reading order. */
export type Place = readonly [table: number, row: number, column: number]

export interface PlacedCell extends CellPlace {
  readonly place: Place
}

/** Cells in reading order as seen from one place. */
export interface Survey {
  readonly first: CellPlace | null
  readonly last: CellPlace | null
  /** The nearest ones on either side. */
  readonly before: CellPlace | null
  readonly after: CellPlace | null
  /** Which of them stands at the place itself, from 1; 0 when none does. */
  readonly at: number
}

export function survey(cells: Iterable<PlacedCell>, from: Place | null): Survey {
  let [first, last, before, after]: (CellPlace | null)[] = [null, null, null, null]
  let at = 0
  let number = 0
  for (const cell of cells) {
    number++
    first ??= cell
    last = cell
    const side = from === null ? 1 : compare(cell.place, from)
    if (side < 0) before = cell
    else if (side > 0) after ??= cell
    else at = number
  }
  return { first: first!, last: last!, before: before!, after: after!, at }
}

const compare = (a: Place, b: Place): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
