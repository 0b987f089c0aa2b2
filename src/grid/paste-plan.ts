import type { Range } from './selection.ts'

/** What a pasted block means for the sheet, before anything is written. */
export interface PastePlan {
  /** Cells of rows that are there, by display position. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly text: string }[]
  /** Rows past the end, each as texts by visible column. */
  readonly added: readonly ReadonlyMap<number, string>[]
  /** The cells the paste covers: what is selected afterwards. */
  readonly range: Range
  /** Pasted cells that fell on a column nobody may write, or beyond the last column. */
  readonly skipped: number
}

/**
 * Lays a block of texts at the selection. A selection that is a whole multiple of the block is filled with it again
 * and again, as in Excel; so one copied cell fills any selection.
 */
export function planPaste(
  block: readonly (readonly string[])[],
  selected: Range,
  sheet: { rows: number; columns: number; writable: (column: number) => boolean },
): PastePlan {
  const height = block.length
  const width = block.reduce((widest, row) => Math.max(widest, row.length), 0)
  const rows = repeats(selected.bottom - selected.top + 1, height)
  const columns = repeats(selected.right - selected.left + 1, width)
  const cells: { row: number; column: number; text: string }[] = []
  const added: Map<number, string>[] = []
  let skipped = 0
  for (let i = 0; i < rows; i++) {
    const row = selected.top + i
    const texts = block[i % height]!
    if (row >= sheet.rows) added.push(new Map())
    for (let j = 0; j < columns; j++) {
      const column = selected.left + j
      const text = texts[j % width]
      if (text === undefined) continue
      if (column >= sheet.columns || !sheet.writable(column)) skipped++
      else if (row < sheet.rows) cells.push({ row, column, text })
      else added[row - sheet.rows]!.set(column, text)
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
