import type { Change } from '../engine/change.ts'
import type { Cell } from '../tables/cell.ts'
import type { Database } from './db.ts'
import { isRecord, type LogRecord, type PageRange } from './log.ts'
import { isPage, unpackColumn } from './pages.ts'

/** The log records `from` … `to`, in order; one that is not a change is passed over. */
export async function readLog(
  database: Database,
  workbook: string,
  from: number,
  to: number,
): Promise<LogRecord[]> {
  if (from > to) return []
  const stored = await database.log
    .where(':id')
    .between([workbook, from], [workbook, to], true, true)
    .toArray()
  return stored.filter(isRecord).map(({ workbook: _, ...record }) => record)
}

/**
 * The record with the cells of rows that went straight into pages. They may already hold later values, when later
 * changes are folded: the records of those follow, so whoever applies all in order ends up right.
 */
export async function withCells(database: Database, workbook: string, record: LogRecord): Promise<LogRecord> {
  if (!record.pages) return record
  const added = await Promise.all(
    record.change.added.map(async (block) => {
      const range = record.pages!.find(({ table }) => table === block.table)
      return range ? { ...block, columns: await cellsOf(database, workbook, range, block.ids) } : block
    }),
  )
  return { ...record, change: { ...record.change, added } }
}

async function cellsOf(
  database: Database,
  workbook: string,
  { table, first, count }: PageRange,
  ids: readonly string[],
): Promise<Record<string, Cell[]>> {
  const stored = await database.pages
    .where(':id')
    .between([workbook, table, first], [workbook, table, first + count - 1], true, true)
    .toArray()
  const positions = new Map(ids.map((id, i) => [id, i]))
  const columns = new Map<string, Cell[]>()
  for (const page of stored.filter(isPage))
    for (const [key, packed] of Object.entries(page.columns)) {
      const cells: Cell[] = []
      if (!unpackColumn(packed, page.rows, cells)) continue
      if (!columns.has(key)) columns.set(key, Array<Cell>(ids.length).fill(null))
      const column = columns.get(key)!
      page.ids.forEach((id, i) => {
        const position = positions.get(id)
        if (position !== undefined) column[position] = cells[i]!
      })
    }
  return Object.fromEntries(columns)
}

/** The record without edits of cells that `later` changes write too. */
export function withoutOverwritten(record: LogRecord, later: readonly Change[]): LogRecord {
  if (later.length === 0) return record
  const key = (edit: { table: string; row: string; column: string }) =>
    `${edit.table}\u0000${edit.row}\u0000${edit.column}`
  const overwritten = new Set(later.flatMap(({ edits }) => edits.map(key)))
  const edits = record.change.edits.filter((edit) => !overwritten.has(key(edit)))
  return edits.length === record.change.edits.length
    ? record
    : { ...record, change: { ...record.change, edits } }
}
