import type { CellEdit, ChangeLabel, Source } from '../engine/change.ts'
import type { OpenedWorkbook } from '../store/workbook-store.ts'

export interface HistoryFilter {
  readonly table?: string
  readonly row?: string
  readonly column?: string
  /** Entries at the most, newest first; 200 when left out. */
  readonly limit?: number
}

/** One change, with the part of it that was asked for. */
export interface HistoryEntry {
  /** Its number in the log; below zero for a change that a restored backup has told of. */
  readonly n: number
  /** ISO instant, by the clock of the computer that made it: shown, never decisive. */
  readonly at: string
  readonly by: string
  readonly source: Source
  readonly label: ChangeLabel
  readonly edits: readonly CellEdit[]
  readonly added: readonly { readonly table: string; readonly ids: readonly string[] }[]
}

/** Who changed what and when, newest first: of the workbook, a table, a row or one cell. */
export async function historyOf(
  store: Pick<OpenedWorkbook, 'history'>,
  filter: HistoryFilter,
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = []
  const limit = filter.limit ?? 200
  for await (const { n, at, by, change } of store.history()) {
    const edits = change.edits.filter(
      (edit) =>
        (filter.table === undefined || edit.table === filter.table) &&
        (filter.row === undefined || edit.row === filter.row) &&
        (filter.column === undefined || edit.column === filter.column),
    )
    const added = change.added
      .filter((block) => filter.table === undefined || block.table === filter.table)
      .map(({ table, ids }) => ({
        table,
        ids: filter.row === undefined ? ids : ids.filter((id) => id === filter.row),
      }))
      .filter(({ ids }) => ids.length > 0)
    if (edits.length || added.length)
      entries.push({ n, at, by, source: change.source, label: change.label, edits, added })
    if (entries.length === limit) break
  }
  return entries
}
