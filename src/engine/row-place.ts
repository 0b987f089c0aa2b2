import type { Cell } from '../tables/cell.ts'

/**
 * The cell that says where somebody has put a row; empty while the row stands where it was entered. It is an input like
 * any other, so it is saved, merged, undone and exported like any other.
 *
 * Its text is `<slot> <fraction>`. The slot is the row after whose place of entry it stands (`^`: before all), wherever
 * that row is now; the fraction orders the rows of one slot. So a move writes one cell and no other row has to know of
 * it, and rows that two computers have moved at the same time stand somewhere, in the same order on both.
 */
export const PLACE = '$place'

/** Which row new or moved ones stand before or after. */
export interface Beside {
  readonly row: string
  readonly side: 'before' | 'after'
}

/** The rows of a table as they were entered, deleted ones too: they keep their places. */
export interface EnteredRows {
  readonly ids: readonly string[]
  readonly positions: ReadonlyMap<string, number>
  readonly places: readonly Cell[]
}

const TOP = '^'
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

interface Standing {
  /** Position of the slot's row, -1 at the top. */
  readonly slot: number
  /** Empty for the row that the slot belongs to. */
  readonly fraction: string
}

/** Positions of the rows in the order in which they stand. */
export function standingOrder({ ids, positions, places }: EnteredRows): number[] {
  const placed: (Standing & { readonly position: number })[] = []
  const natural: number[] = []
  for (let position = 0; position < ids.length; position++) {
    const standing = standingOf(positions, places, position)
    if (standing.fraction === '') natural.push(position)
    else placed.push({ ...standing, position })
  }
  placed.sort(
    (a, b) =>
      a.slot - b.slot ||
      compareTexts(a.fraction, b.fraction) ||
      compareTexts(ids[a.position]!, ids[b.position]!),
  )
  const order: number[] = []
  let next = 0
  for (const position of natural) {
    while (next < placed.length && placed[next]!.slot < position) order.push(placed[next++]!.position)
    order.push(position)
  }
  while (next < placed.length) order.push(placed[next++]!.position)
  return order
}

/** What to write into `PLACE` so that `count` rows stand beside another; `moving` are these rows, if they exist. */
export function placesBeside(
  rows: EnteredRows,
  { row, side }: Beside,
  count: number,
  moving: ReadonlySet<string> = new Set(),
): string[] {
  const { ids, positions, places } = rows
  const order = standingOrder(rows).filter((position) => !moving.has(ids[position]!))
  const found = order.indexOf(positions.get(row) ?? -1)
  const at = found < 0 ? order.length : found + (side === 'after' ? 1 : 0)
  const standing = (index: number) => standingOf(positions, places, order[index]!)
  const before = at > 0 ? standing(at - 1) : { slot: -1, fraction: '' }
  const after = at < order.length ? standing(at) : null
  const limit = after?.slot === before.slot ? after.fraction : null
  const slot = before.slot < 0 ? TOP : ids[before.slot]!
  return fractions(before.fraction, limit, count).map((fraction) => `${slot} ${fraction}`)
}

function standingOf(
  positions: ReadonlyMap<string, number>,
  places: readonly Cell[],
  position: number,
): Standing {
  const place = places[position]
  const [slot = '', fraction = ''] = typeof place === 'string' ? place.split(' ') : []
  const at = slot === TOP ? -1 : positions.get(slot)
  return at === undefined || fraction === '' ? { slot: position, fraction: '' } : { slot: at, fraction }
}

/** So many fractions between two, in order, as short as halving makes them. */
function fractions(low: string, high: string | null, count: number): string[] {
  if (count <= 0) return []
  const middle = between(low, high)
  const before = Math.floor((count - 1) / 2)
  return [...fractions(low, middle, before), middle, ...fractions(middle, high, count - 1 - before)]
}

/** A text between two, read as digits after a point; never with a last 0, before which there would be no room. */
function between(low: string, high: string | null): string {
  // Two computers may have found the same fraction: then behind both.
  const top = high !== null && compareTexts(low, high) < 0 ? high : null
  let text = ''
  let bounded = top !== null
  for (let i = 0; ; i++) {
    const from = DIGITS.indexOf(low[i] ?? '0')
    const to = bounded ? DIGITS.indexOf(top![i] ?? '0') : DIGITS.length
    if (to - from > 1) return text + DIGITS[Math.floor((from + to) / 2)]!
    text += DIGITS[from]!
    if (to > from) bounded = false
  }
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
