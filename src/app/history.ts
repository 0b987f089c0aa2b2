import type { CellEdit, ChangeLabel, Source } from '../engine/change.ts'
import type { LogRecord } from '../store/log.ts'
import type { OpenedWorkbook } from '../store/workbook-store.ts'
import type { Cell } from '../tables/cell.ts'

export interface HistoryFilter {
  readonly table?: string
  readonly row?: string
  readonly column?: string
  /** Part of the name of whoever made the change, or a part of what a merge has brought. */
  readonly by?: string
  readonly source?: Source
  /** ISO instants; from the first, up to but not with the second. */
  readonly from?: string
  readonly until?: string
  /** Whatever else the entry must be; asked last. */
  readonly matches?: (entry: HistoryEntry) => boolean
  /** Entries at the most, newest first; 200 when left out. */
  readonly limit?: number
}

/** One cell before and after. What a merge has brought says who made it, and when, on the other computer. */
export interface HistoryEdit extends CellEdit {
  readonly author?: { readonly by: string; readonly at: string }
  /** Values that a decision has put aside. */
  readonly putAside?: readonly Cell[]
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
  readonly edits: readonly HistoryEdit[]
  readonly added: readonly { readonly table: string; readonly ids: readonly string[] }[]
  /** Undone, and not redone since. */
  readonly takenBack: boolean
}

/** A piece of the history: the entries found in it, and the log number down to which it has been read. */
export interface HistoryPiece {
  readonly entries: readonly HistoryEntry[]
  readonly reached: number
}

const BATCH = 200

type Log = Pick<OpenedWorkbook, 'history' | 'lastNumber'>

/**
 * The history in pieces, newest first, so that a log of years never holds the page: whoever reads stops when he has
 * enough, and goes on later.
 */
export async function* historyPieces(store: Log, filter: HistoryFilter): AsyncGenerator<HistoryPiece> {
  // The newest word on a change counts: undone, or redone after that.
  const lastWord = new Map<number, Source>()
  let entries: HistoryEntry[] = []
  let reached = store.lastNumber + 1
  let read = 0
  for await (const record of store.history()) {
    const { source, of } = record.change
    // What a backup has told of counts by the numbers of another log.
    if (record.n > 0) {
      reached = record.n
      if (of !== undefined && !lastWord.has(of)) lastWord.set(of, source)
    }
    const entry = entryOf(record, filter, record.n > 0 && lastWord.get(record.n) === 'undo')
    if (entry) entries.push(entry)
    if (++read % BATCH > 0) continue
    yield { entries, reached }
    entries = []
  }
  if (read % BATCH > 0) yield { entries, reached }
}

/** Who changed what and when, newest first: of the workbook, a table, a row or one cell. */
export async function historyOf(store: Log, filter: HistoryFilter): Promise<HistoryEntry[]> {
  const limit = filter.limit ?? BATCH
  const entries: HistoryEntry[] = []
  for await (const piece of historyPieces(store, filter)) {
    entries.push(...piece.entries)
    if (entries.length >= limit) break
  }
  return entries.slice(0, limit)
}

function entryOf(record: LogRecord, filter: HistoryFilter, takenBack: boolean): HistoryEntry | null {
  const { n, at, by, change } = record
  const { source, label } = change
  if (filter.source !== undefined && source !== filter.source) return null
  if ((filter.from !== undefined && at < filter.from) || (filter.until !== undefined && at >= filter.until))
    return null
  const own = filter.by === undefined || by.includes(filter.by)
  const isWanted = ({ table, row, column }: CellEdit): boolean =>
    (filter.table === undefined || table === filter.table) &&
    (filter.row === undefined || row === filter.row) &&
    (filter.column === undefined || column === filter.column)
  const details = detailsOf(record)
  const edits = change.edits
    .map((edit, i) => (isWanted(edit) ? details(edit, i) : null))
    .filter((edit): edit is HistoryEdit => edit !== null)
    .filter((edit) => own || (edit.author?.by.includes(filter.by!) ?? false))
  const added = change.added
    .filter((block) => own && (filter.table === undefined || block.table === filter.table))
    .map(({ table, ids }) => ({
      table,
      ids: filter.row === undefined ? ids : ids.filter((id) => id === filter.row),
    }))
    .filter(({ ids }) => ids.length > 0)
  if (edits.length === 0 && added.length === 0) return null
  const entry = { n, at, by, source, label, edits, added, takenBack }
  return filter.matches === undefined || filter.matches(entry) ? entry : null
}

/** What a record knows of its edits beyond before and after. */
function detailsOf({
  dots,
  changes = [],
  decided = [],
}: LogRecord): (edit: CellEdit, i: number) => HistoryEdit {
  const authors = new Map(changes.map(({ replica, seq, by, at }) => [`${replica} ${seq}`, { by, at }]))
  const disputes = new Map(decided.map((each) => [`${each.table} ${each.row} ${each.column}`, each.values]))
  return (edit, i) => {
    const dot = dots?.edits[i]
    const author = dot && authors.get(`${dot.replica} ${dot.seq}`)
    const values = disputes.get(`${edit.table} ${edit.row} ${edit.column}`)
    const chosen = JSON.stringify(edit.to)
    const putAside = values?.map(({ value }) => value).filter((value) => JSON.stringify(value) !== chosen)
    return { ...edit, ...(author ? { author } : {}), ...(putAside ? { putAside } : {}) }
  }
}
