import type { Range } from './selection.ts'

/** What a pasted block means for the sheet, before anything is written. */
export interface PastePlan<Given> {
  /** Cells of rows that are there, by display position. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly given: Given }[]
  /** Rows past the end, each as cells by visible column. */
  readonly added: readonly ReadonlyMap<number, Given>[]
  /** The cells the paste covers: what is selected afterwards. */
  readonly range: Range
  /** Pasted cells that fell on a column nobody may write, or beyond the last column. */
  readonly skipped: number
}

export interface Sheet {
  readonly rows: number
  readonly columns: number
  readonly writable: (column: number) => boolean
}

/**
 * Lays a block of cells at the selection. A selection that is a whole multiple of the block is filled with it again
 * and again, as in Excel; so one copied cell fills any selection. Positions are those on the screen: a row that a filter
 * hides has none, and is never written.
 */
export function planPaste<Given>(
  block: readonly (readonly Given[])[],
  selected: Range,
  sheet: Sheet,
): PastePlan<Given> {
  const height = block.length
  const width = block.reduce((widest, row) => Math.max(widest, row.length), 0)
  const rows = repeats(selected.bottom - selected.top + 1, height)
  const columns = repeats(selected.right - selected.left + 1, width)
  const cells: { row: number; column: number; given: Given }[] = []
  const added: Map<number, Given>[] = []
  let skipped = 0
  for (let i = 0; i < rows; i++) {
    const row = selected.top + i
    const given = block[i % height]!
    if (row >= sheet.rows) added.push(new Map())
    for (let j = 0; j < columns; j++) {
      const column = selected.left + j
      const cell = given[j % width]
      if (cell === undefined) continue
      if (column >= sheet.columns || !sheet.writable(column)) skipped++
      else if (row < sheet.rows) cells.push({ row, column, given: cell })
      else added[row - sheet.rows]!.set(column, cell)
    }
  }
  return {
    cells,
    added,
    skipped,
    range: {
      top: selected.top,
      bottom: selected.top + rows - 1,
      left: selected.left,
      right: Math.min(selected.left + columns, sheet.columns) - 1,
    },
  }
}

const repeats = (selected: number, block: number) => (selected % block === 0 ? selected : block)
