import type { Change, RowBlock } from '../engine/change.ts'
import type { Dot, DottedValue, VersionVector } from '../sync/dots.ts'
import { isCell } from './pages.ts'

/** Rows a change has written straight into pages `first` … `first + count - 1` of their table. */
export interface PageRange {
  readonly table: string
  readonly first: number
  readonly count: number
}

/** A cell in which a merge has found several values that did not know of each other. */
export interface CellConflict {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly values: readonly DottedValue[]
}

/**
 * One durable change. The log is never cut: undo, history and the answer to "who, when" live in it. Numbers run
 * 1, 2, 3 … without a gap within this copy of the workbook; the dot (replica, seq) is the change's name everywhere.
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
  /** Tables whose new rows went straight into pages; `change.added` then holds only their ids. */
  readonly pages?: readonly PageRange[]
}

export interface StoredRecord extends LogRecord {
  readonly workbook: string
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
