import { sameCell, type Cell } from '../tables/cell.ts'
import type { Database, Meta } from './db.ts'
import { Refusal } from './failure.ts'
import { inlineBlocks, isRecord, type CellConflict, type LogRecord } from './log.ts'
import { isPage, unpackColumn, type PageRecord } from './pages.ts'

/** A table as it is in memory: the rows in the order they were added, each column with a cell for every row. */
export interface LoadedTable {
  readonly ids: string[]
  readonly columns: Record<string, Cell[]>
}

/** A stored piece that could not be read. It is left as it is, named, and the rest works. */
export type Quarantined =
  | { readonly kind: 'page'; readonly table: string; readonly page: number }
  | { readonly kind: 'record'; readonly n: number }
  /** An edit of a row that is in no readable page, in a table with an unreadable one. */
  | { readonly kind: 'edit'; readonly n: number; readonly table: string; readonly row: string }

export interface Loaded {
  readonly meta: Meta
  readonly tables: Record<string, LoadedTable>
  readonly conflicts: readonly CellConflict[]
  readonly quarantined: readonly Quarantined[]
  /** The ids in each page, table by table and page by page: where a row's page is. */
  readonly pageIds: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly lastAt: string | null
}

/** A workbook's content: its pages, then the changes since, in one look at the database. */
export async function load(database: Database, workbook: string): Promise<Loaded> {
  const stored = await database.transaction('r', [database.meta, database.pages, database.log], async () => {
    const meta = await database.meta.get(workbook)
    if (!meta) throw new Refusal('store.emptied')
    const pages = await readPages(database, workbook)
    const tail = await readTail(database, workbook, meta)
    // Changes that are all folded leave no tail, and "since when is something missing" still needs the last one.
    const newest = tail.at(-1)?.[1] ?? (await database.log.get([workbook, meta.last]).catch(() => undefined))
    return { meta, pages, tail, newest }
  })

  const content = new Content()
  const quarantined: Quarantined[] = []
  const pageIds = new Map<string, (readonly string[])[]>()
  for (const [[table, number], page] of stored.pages) {
    if (!isPage(page) || !content.addPage(page)) {
      quarantined.push({ kind: 'page', table, page: number })
      continue
    }
    const pages = pageIds.get(table) ?? []
    pageIds.set(table, pages)
    pages[number] = page.ids
  }
  for (const [table, expected] of Object.entries(stored.meta.pages))
    for (let page = 0; page < expected.pages; page++)
      if (
        !pageIds.get(table)?.[page] &&
        !quarantined.some((q) => q.kind === 'page' && q.table === table && q.page === page)
      )
        quarantined.push({ kind: 'page', table, page })

  const incomplete = new Set(quarantined.flatMap((q) => (q.kind === 'page' ? [q.table] : [])))
  const records: LogRecord[] = []
  for (const [n, record] of stored.tail)
    if (isRecord(record)) records.push(record)
    else quarantined.push({ kind: 'record', n })
  quarantined.push(...content.replay(records, incomplete))

  return {
    meta: stored.meta,
    tables: content.tables(),
    conflicts: content.conflicts(),
    quarantined,
    pageIds,
    lastAt: isRecord(stored.newest) ? stored.newest.at : null,
  }
}

/** The ids in every page, as `load` gives them; for a tab that begins to write after another one has. */
export async function readPageIds(
  database: Database,
  workbook: string,
): Promise<Map<string, (readonly string[])[]>> {
  const pageIds = new Map<string, (readonly string[])[]>()
  await database.pages
    .where(':id')
    .between([workbook], [workbook, []])
    .each(({ table, page, ids }) => {
      if (!pageIds.has(table)) pageIds.set(table, [])
      pageIds.get(table)![page] = ids
    })
  return pageIds
}

type PageKey = readonly [table: string, page: number]

async function readPages(database: Database, workbook: string): Promise<[PageKey, unknown][]> {
  const range = database.pages.where(':id').between([workbook], [workbook, []])
  try {
    const pages = await range.toArray()
    const keys = await range.primaryKeys()
    return keys.map(([, table, page], i) => [[table, page], pages[i]])
  } catch {
    // One record the browser cannot read spoils the whole answer: ask for each alone.
    const pages: [PageKey, unknown][] = []
    for (const key of await range.primaryKeys())
      pages.push([[key[1], key[2]], await database.pages.get(key).catch(() => undefined)])
    return pages
  }
}

/** The log after the pages, by number; undefined stands for a record that is missing or cannot be read. */
async function readTail(database: Database, workbook: string, meta: Meta): Promise<[number, unknown][]> {
  if (meta.last <= meta.foldedTo) return []
  const range = database.log
    .where(':id')
    .between([workbook, meta.foldedTo + 1], [workbook, meta.last], true, true)
  const found = new Map<number, unknown>()
  try {
    const records = await range.toArray()
    const keys = await range.primaryKeys()
    keys.forEach(([, n], i) => found.set(n, records[i]))
  } catch {
    for (const key of await range.primaryKeys())
      found.set(key[1], await database.log.get(key).catch(() => undefined))
  }
  const tail: [number, unknown][] = []
  for (let n = meta.foldedTo + 1; n <= meta.last; n++) tail.push([n, found.get(n)])
  return tail
}

interface Growing {
  readonly ids: string[]
  readonly columns: Map<string, Cell[]>
}

class Content {
  private readonly byTable = new Map<string, Growing>()
  private readonly conflicted = new Map<string, CellConflict>()

  /** False when a column of the page cannot be read; then nothing of the page is taken. */
  addPage(page: PageRecord): boolean {
    const table = this.table(page.table)
    const start = table.ids.length
    for (const [key, packed] of Object.entries(page.columns)) {
      const cells = column(table, key)
      if (!unpackColumn(packed, page.rows, cells)) {
        for (const grown of table.columns.values()) grown.length = Math.min(grown.length, start)
        return false
      }
    }
    for (const id of page.ids) table.ids.push(id)
    for (const cells of table.columns.values()) fill(cells, table.ids.length)
    for (const [key, cells] of Object.entries(page.conflicts ?? {}))
      for (const [offset, values] of Object.entries(cells))
        this.conflict({ table: page.table, row: page.ids[Number(offset)]!, column: key, values })
    return true
  }

  /**
   * Applies changes in order. An edit of a row that was never added makes the row, so that nothing written is ever
   * dropped; only where a page of the table cannot be read it is withheld, as the row is probably in there.
   */
  replay(records: readonly LogRecord[], incomplete: ReadonlySet<string>): Quarantined[] {
    const withheld: Quarantined[] = []
    const positions = this.positionsOf(records)
    const place = (table: string, row: string): number => {
      const known = positions.get(table)!
      const position = known.get(row)!
      if (position >= 0) return position
      const rows = this.table(table)
      const at = rows.ids.push(row) - 1
      for (const cells of rows.columns.values()) cells.push(null)
      known.set(row, at)
      return at
    }
    const write = (table: string, row: string, key: string, value: Cell) => {
      const at = place(table, row)
      column(this.table(table), key)[at] = value
      this.conflicted.delete(cellKey(table, row, key))
    }
    for (const record of records) {
      for (const { block } of inlineBlocks(record)) {
        for (const row of block.ids) place(block.table, row)
        for (const [key, cells] of Object.entries(block.columns))
          block.ids.forEach((row, i) => write(block.table, row, key, cells[i]!))
      }
      for (const { table, row, column: key, to } of record.change.edits)
        if (incomplete.has(table) && positions.get(table)!.get(row)! < 0)
          withheld.push({ kind: 'edit', n: record.n, table, row })
        else write(table, row, key, to)
      for (const conflict of record.conflicts ?? []) {
        const at = positions.get(conflict.table)!.get(conflict.row)!
        if (at < 0) continue
        const shown = column(this.table(conflict.table), conflict.column)[at]
        // A single value that is shown anyway says only whose it is.
        if (conflict.values.length > 1 || !sameCell(shown, conflict.values[0]?.value)) this.conflict(conflict)
        else this.conflicted.delete(cellKey(conflict.table, conflict.row, conflict.column))
      }
    }
    return withheld
  }

  tables(): Record<string, LoadedTable> {
    return Object.fromEntries(
      [...this.byTable].map(([name, { ids, columns }]) => [
        name,
        { ids, columns: Object.fromEntries(columns) },
      ]),
    )
  }

  conflicts(): CellConflict[] {
    return [...this.conflicted.values()]
  }

  private conflict(conflict: CellConflict): void {
    const { table, row, column: key, values } = conflict
    if (values.length > 0) this.conflicted.set(cellKey(table, row, key), { table, row, column: key, values })
  }

  private table(name: string): Growing {
    let table = this.byTable.get(name)
    if (!table) this.byTable.set(name, (table = { ids: [], columns: new Map() }))
    return table
  }

  /** Where the rows are that the records touch (−1: nowhere yet): one pass, instead of an index of all rows. */
  private positionsOf(records: readonly LogRecord[]): Map<string, Map<string, number>> {
    const wanted = new Map<string, Map<string, number>>()
    const want = (table: string, row: string) => {
      if (!wanted.has(table)) wanted.set(table, new Map())
      wanted.get(table)!.set(row, -1)
    }
    for (const record of records) {
      for (const { block } of inlineBlocks(record)) for (const row of block.ids) want(block.table, row)
      for (const { table, row } of record.change.edits) want(table, row)
      for (const { table, row } of record.conflicts ?? []) want(table, row)
    }
    for (const [table, rows] of wanted)
      this.table(table).ids.forEach((id, i) => {
        if (rows.has(id)) rows.set(id, i)
      })
    return wanted
  }
}

/** The column, with an empty cell for every row so far. */
function column(table: Growing, key: string): Cell[] {
  let cells = table.columns.get(key)
  if (!cells) {
    table.columns.set(key, (cells = []))
    fill(cells, table.ids.length)
  }
  return cells
}

function fill(cells: Cell[], length: number): void {
  while (cells.length < length) cells.push(null)
}

const cellKey = (table: string, row: string, key: string) => `${table}\u0000${row}\u0000${key}`
