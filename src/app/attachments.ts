import { rowCell, rowOfCell } from '../tables/cell-types/row.ts'
import type { WorkbookState } from '../sync/workbook-state.ts'
import type { Workbook } from '../engine/workbook.ts'

/** A file as a row of 附件库 tells of it. Whether its bytes are on this computer is another question. */
export interface Attachment {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly hash: string
  readonly sensitive: boolean
  /** Local wall time. */
  readonly at: string
  readonly by: string
}

/** The table of attachments. */
const TABLE = 'attachments'
/** A bureau's register of what its schools have sent, which names files as well. */
const REPORTS = 'schoolReports'
export const REPORT_TYPE = 'application/x-dutybook-report'

/** The attachments of a row, oldest first. */
export function attachmentsOf(book: Workbook, table: string, row: string): Attachment[] {
  const wanted = rowCell(table, row)
  return book
    .view(TABLE)
    .ids()
    .filter((id) => book.stored(TABLE, id, 'refs') === wanted)
    .map((id) => attachmentOf(book, id))
}

/** The rows of a table that have attachments. */
export function rowsWithAttachments(book: Workbook, table: string): ReadonlySet<string> {
  const rows = book
    .view(TABLE)
    .ids()
    .map((id) => rowOfCell(book.stored(TABLE, id, 'refs')))
  return new Set(rows.flatMap((row) => (row?.table === table ? [row.id] : [])))
}

/** One row of 附件库. */
export function attachmentOf(book: Workbook, id: string): Attachment {
  const cell = (column: string) => book.stored(TABLE, id, column)
  const text = (column: string) => String(cell(column) ?? '')
  return {
    id,
    name: text('name'),
    type: text('mime'),
    size: Number(cell('size')) || 0,
    hash: text('hash'),
    sensitive: cell('sensitive') === true,
    at: text('added_at'),
    by: text('added_by'),
  }
}

/** Files that live rows name, each once. */
export function usedFiles(book: Workbook): ReadonlyMap<string, Attachment> {
  const used = new Map<string, Attachment>()
  for (const id of book.view(TABLE).ids()) {
    const attachment = attachmentOf(book, id)
    if (attachment.hash !== '') used.set(attachment.hash, attachment)
  }
  for (const report of reportFiles(book)) used.set(report.hash, report)
  return used
}

/** What a bureau's schools have sent, kept as attachments are: whoever copies the workbook takes it along. */
function* reportFiles(book: Workbook): Generator<Attachment> {
  if (!Object.hasOwn(book.tables, REPORTS)) return
  for (const id of book.view(REPORTS).ids()) {
    const text = (column: string) => String(book.stored(REPORTS, id, column) ?? '')
    const [hash, name, at] = [text('hash'), text('file'), text('received')]
    if (hash !== '') yield { id, name, type: REPORT_TYPE, size: 0, hash, sensitive: false, at, by: '' }
  }
}

/** A file as a row names it; whoever has its bytes keeps them under this type. */
export type NamedFile = Pick<Attachment, 'type'>

/** Files that rows name or have named: a deletion can be undone, and then they are wanted again. */
export function everNamed({ tables }: WorkbookState): ReadonlyMap<string, NamedFile> {
  const columns = tables.get(TABLE)?.columns
  const types = columns?.get('mime')?.cells ?? []
  const named = new Map<string, NamedFile>()
  columns?.get('hash')?.cells.forEach((hash, at) => {
    if (typeof hash === 'string') named.set(hash, { type: String(types[at] ?? '') })
  })
  for (const hash of tables.get(REPORTS)?.columns.get('hash')?.cells ?? [])
    if (typeof hash === 'string') named.set(hash, { type: REPORT_TYPE })
  return named
}
