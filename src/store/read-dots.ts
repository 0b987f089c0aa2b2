import type { Dot, VersionVector } from '../sync/dots.ts'
import { dotAt, type PageDots } from '../sync/page-dots.ts'
import { DELETED } from '../engine/change.ts'
import type { Database } from './db.ts'
import { Refusal } from './failure.ts'
import { dotOfEdit, inlineBlocks } from './log.ts'
import { readLog } from './read-log.ts'

/** The dot of every stored cell, and what deleters had seen: what an export that can be merged must carry. */
export interface StoredDots {
  readonly vector: VersionVector
  /** Null for a row that is not stored. */
  readonly dot: (table: string, row: string, column: string) => Dot | null
  /** What the one who deleted the row had seen; null while the row is not deleted. */
  readonly saw: (table: string, row: string) => VersionVector | null
}

/** Read only when somebody exports or merges: opening a workbook and working in it need no dots. */
export async function readDots(database: Database, workbook: string): Promise<StoredDots> {
  return database.transaction('r', [database.meta, database.pages, database.dots, database.log], async () => {
    const meta = await database.meta.get(workbook)
    if (!meta) throw new Refusal('store.emptied')
    const inPages = new Map<string, { dots: PageDots; offset: number }>()
    const range = [[workbook], [workbook, []]] as const
    const own = new Map<string, PageDots>()
    await database.dots
      .where(':id')
      .between(...range)
      .each((dots) => void own.set(`${dots.page} ${dots.table}`, dots))
    await database.pages
      .where(':id')
      .between(...range)
      .each(({ table, page, ids, dot }) => {
        const dots = own.get(`${page} ${table}`) ?? { base: dot }
        ids.forEach((id, offset) => inPages.set(rowKey(table, id), { dots, offset }))
      })

    const rows = new Map<string, Dot>()
    const cells = new Map<string, Dot>()
    const saws = new Map<string, VersionVector | null>()
    for (const record of await readLog(database, workbook, meta.foldedTo + 1, meta.last)) {
      for (const { block, dot } of inlineBlocks(record))
        for (const id of block.ids) {
          const row = rowKey(block.table, id)
          if (!rows.has(row) && !inPages.has(row)) rows.set(row, dot)
          else for (const key of Object.keys(block.columns)) cells.set(`${row}\u0000${key}`, dot)
        }
      record.change.edits.forEach((edit, i) => {
        const row = rowKey(edit.table, edit.row)
        const dot = dotOfEdit(record, i)
        if (!rows.has(row) && !inPages.has(row)) rows.set(row, dot)
        cells.set(`${row}\u0000${edit.column}`, dot)
        if (edit.column === DELETED) saws.set(row, edit.to === true ? (record.saw ?? null) : null)
      })
    }

    const named = ({ replica, seq }: { replica: number; seq: number }): Dot => ({
      replica: meta.replicas[replica]!,
      seq,
    })
    return {
      vector: meta.vector,
      dot: (table, id, column) => {
        const row = rowKey(table, id)
        const since = cells.get(`${row}\u0000${column}`)
        if (since) return since
        const page = inPages.get(row)
        return page ? named(dotAt(page.dots, column, page.offset)) : (rows.get(row) ?? null)
      },
      saw: (table, id) => {
        const row = rowKey(table, id)
        if (saws.has(row)) return saws.get(row)!
        const page = inPages.get(row)
        return page?.dots.saw?.[page.offset] ?? null
      },
    }
  })
}

const rowKey = (table: string, row: string) => `${table}\u0000${row}`
