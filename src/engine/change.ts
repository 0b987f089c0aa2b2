import type { Cell } from '../tables/cell.ts'

/** Who or what made a change. Undo, merging and the history go by it. */
export type Source = 'user' | 'paste' | 'import' | 'undo' | 'redo' | 'merge' | 'excel' | 'program'

/** One cell before and after. Only cells that hold inputs are edited; computed cells follow by themselves. */
export interface CellEdit {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly from: Cell
  readonly to: Cell
}

/** New rows, column by column: an import of 100,000 rows is fifteen arrays, not 1.5 million edits. */
export interface RowBlock {
  readonly table: string
  readonly ids: readonly string[]
  readonly columns: Readonly<Record<string, readonly Cell[]>>
}

/** What the change did, in words chosen by the UI: a key of `change.` in `i18n` with parameters. */
export interface ChangeLabel {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/**
 * The one shape of a change: plain, serialisable, reversible. Undo, redo, history, grid refresh, saving, other tabs
 * and merging all take it.
 */
export interface Change {
  readonly source: Source
  readonly label: ChangeLabel
  readonly edits: readonly CellEdit[]
  readonly added: readonly RowBlock[]
  /** The log number this change takes back (`undo`) or brings back (`redo`). */
  readonly of?: number
}

/**
 * The cell that says a row is deleted (`true`). Deleting is an edit like any other, so it is undone, merged and kept
 * in the history like any other, and a row that others point to can come back whole.
 */
export const DELETED = '$deleted'

/** The change that takes `change` back. Whether each cell still holds what was written is the door's question. */
export function reverse(change: Change, as: { source: Source; label: ChangeLabel; of?: number }): Change {
  const edits: CellEdit[] = []
  for (let i = change.edits.length - 1; i >= 0; i--) {
    const edit = change.edits[i]!
    edits.push({ ...edit, from: edit.to, to: edit.from })
  }
  for (const block of change.added)
    for (const row of block.ids)
      edits.push({ table: block.table, row, column: DELETED, from: null, to: true })
  return { ...as, edits, added: [] }
}
