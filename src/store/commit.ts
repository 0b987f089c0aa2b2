import type { Change, RowBlock } from '../engine/change.ts'
import type { Problem } from '../shared/result.ts'
import { advance, mergeVectors, nextDot } from '../sync/dots.ts'
import { isForked } from '../sync/merge.ts'
import { indexOfReplica } from '../sync/page-dots.ts'
import { reopen, type ReopenedCell } from '../sync/reopen.ts'
import { DELETED } from '../engine/change.ts'
import type { Cell } from '../tables/cell.ts'
import { metaForWriting, writing, type Database, type Meta } from './db.ts'
import { problemOf, Refusal } from './failure.ts'
import type { LogRecord, PageRange } from './log.ts'
import { chain } from './marker.ts'
import { packPages, type PageRecord } from './pages.ts'

/** A change on its way to the disk: all of its log record that does not depend on what is stored already. */
export type Draft = Pick<LogRecord, 'at' | 'by' | 'change'> & DraftParts

/** What a change may carry besides its edits. */
export interface DraftParts extends Pick<LogRecord, 'decided'> {
  readonly merge?: MergeParts
  /** Cells that get several values again, because the decision about them is taken back. */
  readonly reopened?: readonly ReopenedCell[]
}

/** What a merge adds to its change, and the log number it was worked out from. */
export interface MergeParts
  extends
    Required<Pick<LogRecord, 'dots' | 'learned' | 'conflicts' | 'changes'>>,
    Pick<LogRecord, 'forks' | 'extra'> {
  readonly base: number
}

/** Another tab has written since we last looked: what it wrote comes first. */
export class Behind extends Error {}

/** Additions of so many rows to one table are written as pages at once: a log of them would be read back slowly. */
const DIRECT_ROWS = 500

/** The tables whose additions go straight into pages. A merge's rows keep their own dots, so they go by the log. */
export function directTables(draft: Draft): ReadonlySet<string> {
  const rows = new Map<string, number>()
  for (const { table, ids } of draft.change.added) rows.set(table, (rows.get(table) ?? 0) + ids.length)
  return new Set(
    draft.merge ? [] : [...rows].flatMap(([table, count]) => (count >= DIRECT_ROWS ? [table] : [])),
  )
}

export interface Written {
  readonly record: LogRecord
  readonly meta: Meta
  readonly pages: readonly PageRecord[]
}

/**
 * One change, one transaction with strict durability: the record, the counters and the vector, and for an import its
 * pages, are all on the disk when this resolves, or nothing is. Rows of the tables in `direct` go into pages; the log
 * must be folded then, or they would overtake rows that were added before them.
 */
export async function writeChange(
  database: Database,
  workbook: string,
  draft: Draft,
  as: {
    /** The log number this tab believes to be the last. */
    last: number
    direct: ReadonlySet<string>
    /** A new replica id to write under, where the old one's numbers may have been used before. */
    replica: string | null
    newReplica: () => string
  },
): Promise<Written> {
  const blocks = [...as.direct].map((table) => joinBlocks(table, draft.change))
  const stores =
    blocks.length > 0 ? [database.meta, database.log, database.pages] : [database.meta, database.log]
  return writing(database, stores, async () => {
    const meta = await metaForWriting(database, workbook)
    // Less than was there: the data has been replaced under us, and going on would bury what is left of it.
    if (meta.last < as.last) throw new Refusal('store.other-content')
    if (meta.last > as.last) throw new Behind()
    // Another tab has taken the pen by force and written: what the merge overwrites may not be there any more.
    if (draft.merge && draft.merge.base !== meta.last) throw new Refusal('store.merge-overtaken')
    if (blocks.length > 0 && meta.foldedTo !== meta.last) throw new Behind()

    const replica = as.replica ?? meta.replica
    const { merge, reopened, ...made } = draft
    const { base: _, ...merged } = merge ?? { base: 0 }
    const again = reopened ? reopen(reopened, nextDot(meta.vector, replica)) : null
    const dot = again?.dot ?? (merge ? { replica, seq: 0 } : nextDot(meta.vector, replica))
    const replicas = [...meta.replicas]
    const indexed = { replica: indexOfReplica(replicas, replica), seq: dot.seq }
    const pages = blocks.flatMap((block) =>
      packPages(block, {
        workbook,
        table: block.table,
        firstPage: meta.pages[block.table]?.pages ?? 0,
        dot: indexed,
      }),
    )
    const record: LogRecord = {
      n: meta.last + 1,
      ...dot,
      ...made,
      ...merged,
      ...(again ? { conflicts: again.conflicts, authors: again.authors } : {}),
      ...(blocks.length > 0 ? { change: withoutCells(draft.change, as.direct), pages: rangesOf(pages) } : {}),
      ...(!merge && deletes(draft.change) ? { saw: meta.vector } : {}),
    }
    const everythingInPages =
      draft.change.edits.length === 0 && draft.change.added.every(({ table }) => as.direct.has(table))
    const next: Meta = {
      ...meta,
      // Somebody else has written under this name too, so what is written from now on needs another one.
      replica: merge?.forks && isForked(merge.forks, replica) ? as.newReplica() : replica,
      replicas,
      vector: merge ? mergeVectors(meta.vector, merge.learned) : advance(meta.vector, dot),
      last: record.n,
      foldedTo: blocks.length > 0 && everythingInPages ? record.n : meta.foldedTo,
      chain: chain(meta.chain, record),
      pages: countedIn(meta.pages, pages),
    }
    await Promise.all([
      database.log.add({ workbook, ...record }),
      database.meta.put(next),
      ...(pages.length > 0 ? [database.pages.bulkAdd(pages)] : []),
    ])
    return { record, meta: next, pages }
  })
}

const deletes = (change: Change) => change.edits.some(({ column, to }) => column === DELETED && to === true)

/** All rows the change adds to one table, with a cell in every column. */
function joinBlocks(table: string, change: Change): RowBlock {
  const blocks = change.added.filter((block) => block.table === table)
  if (blocks.length === 1) return blocks[0]!
  const keys = new Set(blocks.flatMap(({ columns }) => Object.keys(columns)))
  const cellsOf = ({ ids, columns }: RowBlock, key: string): readonly Cell[] =>
    Object.hasOwn(columns, key) ? columns[key]! : ids.map(() => null)
  return {
    table,
    ids: blocks.flatMap(({ ids }) => ids),
    columns: Object.fromEntries(
      [...keys].map((key) => [key, blocks.flatMap((block) => cellsOf(block, key))]),
    ),
  }
}

const withoutCells = (change: Change, direct: ReadonlySet<string>): Change => ({
  ...change,
  added: change.added.map((block) => (direct.has(block.table) ? { ...block, columns: {} } : block)),
})

function rangesOf(pages: readonly PageRecord[]): PageRange[] {
  const ranges = new Map<string, PageRange>()
  for (const { table, page } of pages) {
    const { first, count } = ranges.get(table) ?? { first: page, count: 0 }
    ranges.set(table, { table, first, count: count + 1 })
  }
  return [...ranges.values()]
}

function countedIn(before: Meta['pages'], added: readonly PageRecord[]): Meta['pages'] {
  const counts = new Map(Object.entries(before))
  for (const page of added) {
    const { pages, rows } = counts.get(page.table) ?? { pages: 0, rows: 0 }
    counts.set(page.table, { pages: pages + 1, rows: rows + page.rows })
  }
  return Object.fromEntries(counts)
}

interface Waiting {
  readonly draft: Draft
  readonly done: (n: number) => void
}

/**
 * Changes that are made but not durable yet, in the order they were made. A change leaves the queue only when it is
 * on the disk; when writing fails the queue stops with the reason, keeps everything, and goes on when asked or when
 * the next change comes.
 */
export class SaveQueue {
  problem: Problem | null = null
  private readonly waiting: Waiting[] = []
  private running: Promise<void> | null = null

  constructor(
    private readonly write: (draft: Draft) => Promise<number>,
    private readonly onMoved: () => void,
  ) {}

  get pending(): number {
    return this.waiting.length
  }

  get changes(): readonly Change[] {
    return this.waiting.map(({ draft }) => draft.change)
  }

  /** Resolves with the log number once the change is durable; while it cannot be saved, not at all. */
  add(draft: Draft): Promise<number> {
    const durable = new Promise<number>((done) => this.waiting.push({ draft, done }))
    this.onMoved()
    this.start()
    return durable
  }

  retry(): void {
    this.start()
  }

  /** When nothing is on its way any more: everything is durable, or the queue has stopped and says why. */
  async settled(): Promise<void> {
    while (this.running) await this.running
  }

  private start(): void {
    if (this.running || this.waiting.length === 0) return
    this.running = this.run()
  }

  private async run(): Promise<void> {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      try {
        const n = await this.write(next.draft)
        this.waiting.shift()
        this.problem = null
        next.done(n)
      } catch (error) {
        this.problem = problemOf(error)
        break
      } finally {
        this.onMoved()
      }
    }
    // In the same breath as the look at the queue: a change added after that look must find nothing running.
    this.running = null
  }
}
