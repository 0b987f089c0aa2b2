/** What the status line says of a selection: how many cells hold something, and about the numbers among them. */
export interface Summary {
  readonly filled: number
  readonly numbers: number
  readonly sum: number
  readonly least: number
  readonly most: number
}

/** Cells looked at between two chances for the page to answer a key. */
const CELLS_A_PIECE = 2000

/** More digits would only show how computers count: 0.1 + 0.2. */
const DIGITS = 10

/**
 * Goes through the cells of a selection in pieces: a whole sheet of two million cells must not hold up a key. `number` is
 * null for a cell that holds no number.
 */
export function* summarise(
  cells: Iterable<{ readonly filled: boolean; readonly number: number | null }>,
): Generator<void, Summary> {
  let [seen, filled, numbers, sum] = [0, 0, 0, 0]
  let [least, most] = [Infinity, -Infinity]
  for (const cell of cells) {
    if (++seen % CELLS_A_PIECE === 0) yield
    if (cell.filled) filled++
    if (cell.number === null) continue
    numbers++
    sum += cell.number
    if (cell.number < least) least = cell.number
    if (cell.number > most) most = cell.number
  }
  return { filled, numbers, sum: Number(sum.toPrecision(15)), least, most }
}

export const average = ({ sum, numbers }: Summary): number => Number((sum / numbers).toPrecision(DIGITS))
