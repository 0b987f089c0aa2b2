import type { Change, RowBlock } from '../engine/change.ts'
import type { RegisteredChange } from '../sync/change-registry.ts'
import type { Dot, VersionVector } from '../sync/dots.ts'
import type { Forks } from '../sync/forks.ts'
import type { Author } from '../sync/reopen.ts'
import type { CellRegister, Extras } from '../sync/workbook-state.ts'
import { isCell } from './pages.ts'

/** Rows a change has written straight into pages `first` … `first + count - 1` of their table. */
export interface PageRange {
  readonly table: string
  readonly first: number
  readonly count: number
}

/**
 * What a cell holds after a merge, where that is not simply the value of its edit: several values that did not know of
 * each other, or a deletion that is not shown because somebody has edited the row meanwhile.
 */
export type CellConflict = CellRegister

/**
 * One durable change. The log is never cut: undo, history and the answer to "who, when" live in it. Numbers run
 * 1, 2, 3 … without a gap within this copy of the workbook; the dot (replica, seq) is the change's name everywhere.
 * A merge writes nothing of its own and has the number 0: reading one file twice, or here and there, changes nothing.
 */
export interface LogRecord {
  readonly n: number
  readonly replica: string
  readonly seq: number
  /** ISO instant. Shown to people, never compared. */
  readonly at: string
  readonly by: string
  readonly change: Change
  /** What this copy had seen when the change deleted rows: an edit outside it is in conflict with the deletion. */
  readonly saw?: VersionVector
  /** For a merge: the dot of each edit and of each added block, which other replicas gave. */
  readonly dots?: { readonly edits: readonly Dot[]; readonly added: readonly Dot[] }
  /** For a merge: what the vector gains by it. */
  readonly learned?: VersionVector
  readonly conflicts?: readonly CellConflict[]
  /** Cells in dispute that the change has decided, as they were: for the history, and for taking it back. */
  readonly decided?: readonly CellConflict[]
  /** For a decision taken back: who had written the values that `conflicts` puts into the cells again. */
  readonly authors?: readonly Author[]
  /** For a merge: the changes of others it has brought, for who and when. */
  readonly changes?: readonly RegisteredChange[]
  /** For a merge: all replicas known from then on to have been copied, and where. */
  readonly forks?: Forks
  /** For a merge: what a newer version has put into the file. */
  readonly extra?: Extras
  /** Tables whose new rows went straight into pages; `change.added` then holds only their ids. */
  readonly pages?: readonly PageRange[]
}

export interface StoredRecord extends LogRecord {
  readonly workbook: string
}

/** What the history shows of a change: what a backup tells another copy of it. */
export type HistoryRecord = Pick<LogRecord, 'replica' | 'seq' | 'n' | 'at' | 'by' | 'change'>

export const historyRecord = ({ replica, seq, n, at, by, change }: HistoryRecord): HistoryRecord => ({
  replica,
  seq,
  n,
  at,
  by,
  change,
})

/**
 * A change that stands in another copy's log and came here with a backup: kept so that who did what and when is still
 * known when that computer is gone. It is only ever shown. What it wrote has come by the merge; undo, folding and the
 * state never look at it.
 */
export interface PastRecord extends HistoryRecord {
  readonly workbook: string
  /** A hash of the record: the same one that comes by two backups is kept once. */
  readonly id: string
}

export const dotOfEdit = (record: LogRecord, index: number): Dot => record.dots?.edits[index] ?? record
export const dotOfBlock = (record: LogRecord, index: number): Dot => record.dots?.added[index] ?? record

/** The blocks whose cells are in the record itself. */
export const inlineBlocks = (record: LogRecord): readonly { block: RowBlock; dot: Dot }[] =>
  record.change.added
    .map((block, index) => ({ block, dot: dotOfBlock(record, index) }))
    .filter(({ block }) => !record.pages?.some((range) => range.table === block.table))

/** False when what is stored under a log number is not a change that can be applied. */
export function isRecord(stored: unknown): stored is StoredRecord {
  const record = stored as Partial<StoredRecord> | null | undefined
  return (
    typeof record === 'object' &&
    record !== null &&
    Number.isInteger(record.n) &&
    typeof record.replica === 'string' &&
    Number.isInteger(record.seq) &&
    Array.isArray(record.change?.edits) &&
    record.change.edits.every(
      (edit) =>
        typeof edit?.table === 'string' &&
        typeof edit.row === 'string' &&
        typeof edit.column === 'string' &&
        isCell(edit.to),
    ) &&
    Array.isArray(record.change.added) &&
    record.change.added.every(isBlock)
  )
}

const isBlock = (block: RowBlock): boolean =>
  typeof block?.table === 'string' &&
  Array.isArray(block.ids) &&
  block.ids.every((id) => typeof id === 'string') &&
  typeof block.columns === 'object' &&
  block.columns !== null &&
  Object.values(block.columns).every(
    (cells) => Array.isArray(cells) && cells.length === block.ids.length && cells.every(isCell),
  )
