import type { Dot } from '../sync/dots.ts'
import { indexOfReplica } from '../sync/page-dots.ts'
import { metaForWriting, writing, type Database, type DotsRecord, type Meta } from './db.ts'
import { dotOfEdit, inlineBlocks, isRecord, type LogRecord } from './log.ts'
import { FoldImpossible, PageDraft } from './page-draft.ts'
import { isPage, PAGE_ROWS, type PageRecord } from './pages.ts'
import type { Places } from './places.ts'

/** Stops a fold: somebody has made a change, and that goes first. */
export class FoldCancelled extends Error {}

/** One fold takes so many changes, and stops before they touch more pages, so that a waiting change waits little. */
const RECORDS = 500
const PAGES = 16

/**
 * Writes the changes since the last fold into the pages they touch, in one transaction: either all of it is there
 * and the counter has moved, or nothing. The log itself stays, as the history. Loading afterwards gives exactly what
 * loading before gave. Answers how many changes are still left.
 */
export async function fold(
  database: Database,
  workbook: string,
  places: Places,
  expected: { last: number },
  signal: AbortSignal,
): Promise<number> {
  const { pages, left } = await writing(
    database,
    [database.meta, database.pages, database.dots, database.log],
    async () => {
      const meta = await metaForWriting(database, workbook)
      // Another tab has written: our idea of where rows are is old.
      if (meta.last !== expected.last) throw new FoldCancelled()
      const most = Math.min(meta.last, meta.foldedTo + RECORDS)
      const tail = await database.log
        .where(':id')
        .between([workbook, meta.foldedTo + 1], [workbook, most], true, true)
        .toArray()
      stopIf(signal)
      if (tail.length !== most - meta.foldedTo || !tail.every(isRecord)) throw new FoldImpossible()
      const records = oneTurn(tail, places)
      const to = meta.foldedTo + records.length

      const folding = new Folding(workbook, meta, places)
      await folding.open(database, records)
      stopIf(signal)
      folding.apply(records)
      const pages = folding.finish()
      stopIf(signal)
      await database.pages.bulkPut(pages.map(({ page }) => page))
      await database.dots.bulkPut(pages.map(({ dots }) => dots))
      await database.meta.put({
        ...meta,
        replicas: folding.replicas,
        pages: folding.pageCounts(meta.pages, pages),
        foldedTo: to,
      })
      stopIf(signal)
      return { pages: pages.map(({ page }) => page), left: meta.last - to }
    },
  )
  for (const page of pages) places.set(page.table, page.page, page.ids)
  return left
}

function stopIf(signal: AbortSignal): void {
  if (signal.aborted) throw new FoldCancelled()
}

class Folding {
  readonly replicas: string[]
  private readonly drafts = new Map<string, PageDraft>()
  private readonly found = new Map<string, Map<string, { page: number; offset: number }>>()

  constructor(
    private readonly workbook: string,
    meta: Meta,
    private readonly places: Places,
  ) {
    this.replicas = [...meta.replicas]
  }

  /** Reads the pages that hold a row the records touch, and the last page of a table that gets new rows. */
  async open(database: Database, records: readonly LogRecord[]): Promise<void> {
    for (const [table, rows] of touchedRows(records)) {
      const found = this.places.find(table, rows)
      this.found.set(table, found)
      const pages = new Set([...found.values()].map(({ page }) => page))
      const last = this.places.pages(table) - 1
      if (found.size < rows.size && last >= 0 && this.places.size(table, last) < PAGE_ROWS) pages.add(last)
      const keys = [...pages].map((page): [string, string, number] => [this.workbook, table, page])
      const stored = await database.pages.bulkGet(keys)
      const dots = await database.dots.bulkGet(keys)
      stored.forEach((page, i) => {
        if (!isPage(page)) throw new FoldImpossible()
        this.drafts.set(draftKey(table, page.page), new PageDraft(page, dots[i], this.replicas))
      })
    }
  }

  apply(records: readonly LogRecord[]): void {
    for (const record of records) {
      for (const { block, dot } of inlineBlocks(record)) {
        const columns = Object.entries(block.columns)
        block.ids.forEach((row, i) => {
          const isNew = !this.found.get(block.table)!.has(row)
          const { draft, offset } = this.place(block.table, row, dot)
          for (const [key, cells] of columns)
            if (isNew) draft.begin(offset, key, cells[i]!)
            else draft.write(offset, key, cells[i]!, dot, undefined)
        })
      }
      record.change.edits.forEach((edit, i) => {
        const dot = dotOfEdit(record, i)
        const { draft, offset } = this.place(edit.table, edit.row, dot)
        draft.write(offset, edit.column, edit.to, dot, record.saw)
      })
      for (const { table, row, column, values } of record.conflicts ?? []) {
        const at = this.found.get(table)?.get(row)
        if (at) this.drafts.get(draftKey(table, at.page))!.conflict(at.offset, column, values)
      }
    }
  }

  finish(): { page: PageRecord; dots: DotsRecord }[] {
    return [...this.drafts.values()].map((draft) => draft.finish())
  }

  pageCounts(before: Meta['pages'], written: readonly { page: PageRecord }[]): Meta['pages'] {
    const counts = new Map(Object.entries(before))
    for (const { page } of written) {
      const { pages, rows } = counts.get(page.table) ?? { pages: 0, rows: 0 }
      const more = page.rows - this.places.size(page.table, page.page)
      counts.set(page.table, { pages: Math.max(pages, page.page + 1), rows: rows + more })
    }
    return Object.fromEntries(counts)
  }

  /** The row's place; a row that is nowhere yet gets the next one. */
  private place(table: string, row: string, dot: Dot): { draft: PageDraft; offset: number } {
    const found = this.found.get(table)!
    const known = found.get(row)
    if (known) return { draft: this.drafts.get(draftKey(table, known.page))!, offset: known.offset }
    const draft = this.lastWithRoom(table, dot)
    const offset = draft.add(row, dot)
    found.set(row, { page: draft.page, offset })
    return { draft, offset }
  }

  private lastWithRoom(table: string, dot: Dot): PageDraft {
    let page = Math.max(0, this.places.pages(table) - 1)
    while (this.drafts.has(draftKey(table, page + 1))) page++
    const last = this.drafts.get(draftKey(table, page))
    if (last && last.rows < PAGE_ROWS) return last
    const fresh = new PageDraft(
      {
        workbook: this.workbook,
        table,
        page: last || this.places.pages(table) > 0 ? page + 1 : 0,
        rows: 0,
        ids: [],
        columns: {},
        dot: { replica: indexOfReplica(this.replicas, dot.replica), seq: dot.seq },
      },
      undefined,
      this.replicas,
    )
    this.drafts.set(draftKey(table, fresh.page), fresh)
    return fresh
  }
}

/** As many of the records as touch few enough pages, and at least one. */
function oneTurn(records: readonly LogRecord[], places: Places): readonly LogRecord[] {
  const found = new Map<string, ReturnType<Places['find']>>()
  for (const [table, rows] of touchedRows(records)) found.set(table, places.find(table, rows))
  const pages = new Set<string>()
  let added = 0
  for (const [i, record] of records.entries()) {
    for (const [table, rows] of touchedRows([record]))
      for (const row of rows) {
        const at = found.get(table)!.get(row)
        if (at) pages.add(draftKey(table, at.page))
        else added++
      }
    if (i > 0 && pages.size + added / PAGE_ROWS > PAGES) return records.slice(0, i)
  }
  return records
}

function touchedRows(records: readonly LogRecord[]): Map<string, Set<string>> {
  const touched = new Map<string, Set<string>>()
  const touch = (table: string, row: string) => {
    if (!touched.has(table)) touched.set(table, new Set())
    touched.get(table)!.add(row)
  }
  for (const record of records) {
    for (const { block } of inlineBlocks(record)) for (const row of block.ids) touch(block.table, row)
    for (const { table, row } of record.change.edits) touch(table, row)
    for (const { table, row } of record.conflicts ?? []) touch(table, row)
  }
  return touched
}

const draftKey = (table: string, page: number) => `${page} ${table}`
