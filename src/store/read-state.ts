import { dotAt } from '../sync/page-dots.ts'
import { ForkNames } from '../sync/forks.ts'
import type { Dot } from '../sync/dots.ts'
import { WorkbookState } from '../sync/workbook-state.ts'
import { DELETED } from '../engine/change.ts'
import type { Cell } from '../tables/cell.ts'
import { openDatabase, type Database, type DotsRecord, type Meta } from './db.ts'
import { Refusal } from './failure.ts'
import { isRecord, type LogRecord } from './log.ts'
import { isPage, unpackColumn, type PageRecord } from './pages.ts'

export interface StoredState {
  readonly state: WorkbookState
  /** Number of the last change that is in it. */
  readonly last: number
  /** Was this written here? Not so a value of somebody else that only a decision taken back has put in again. */
  readonly isMine: (dot: Dot) => boolean
  /** The name under which this copy writes. */
  readonly replica: string
}

/**
 * Everything stored, with the dots of all cells and who made which change. Read only when somebody exports or merges:
 * opening a workbook and working in it need no dots.
 *
 * A state that is not whole is refused: its vector would tell others that it has seen what it cannot show.
 */
export async function readState(database: Database, workbook: string): Promise<StoredState> {
  const { meta, pages, dots, log } = database
  return database.transaction('r', [meta, pages, dots, log], async () => {
    const counters = await meta.get(workbook)
    if (!counters) throw new Refusal('store.emptied')
    const range = [[workbook], [workbook, []]] as const
    const stored = await pages
      .where(':id')
      .between(...range)
      .toArray()
    const own = await dots
      .where(':id')
      .between(...range)
      .toArray()
    const records = await log
      .where(':id')
      .between([workbook, 1], [workbook, counters.last], true, true)
      .toArray()
    if (records.length !== counters.last || !records.every(isRecord) || !areWhole(stored, counters))
      throw new Refusal('store.not-whole')
    const { state, names } = stateOf(counters, stored, own, records)
    const { last, replica } = counters
    return { state, last, replica, isMine: writtenHere(records, names) }
  })
}

/** The same from outside the page: opens the database for this one reading. */
export async function readStateBeside(workbook: string): Promise<StoredState> {
  const database = await openDatabase({
    factory: indexedDB,
    keyRange: IDBKeyRange,
    // A newer build that wants the database gets it at once; the reading then fails, and says so.
    onLocked: () => {},
    onWaiting: () => {},
  })
  try {
    return await readState(database, workbook)
  } finally {
    database.close()
  }
}

function areWhole(pages: readonly unknown[], meta: Meta): pages is PageRecord[] {
  const counts = new Map<string, number>()
  for (const page of pages) {
    if (!isPage(page)) return false
    counts.set(page.table, (counts.get(page.table) ?? 0) + 1)
  }
  return Object.entries(meta.pages).every(([table, expected]) => counts.get(table) === expected.pages)
}

function stateOf(
  meta: Meta,
  pages: readonly PageRecord[],
  dots: readonly DotsRecord[],
  records: readonly LogRecord[],
): { state: WorkbookState; names: ForkNames | null } {
  const state = new WorkbookState()
  const ownDots = new Map(dots.map((each) => [`${each.page} ${each.table}`, each]))
  for (const page of pages) addPage(state, page, ownDots.get(`${page.page} ${page.table}`), meta.replicas)
  for (const record of records) {
    if (record.n > meta.foldedTo) state.write(withoutPages(record))
    state.remember(record)
  }
  state.vector = meta.vector
  // Below the pages, and in the log, copied replicas still bear the name they shared.
  const names = Object.keys(state.forks).length > 0 ? new ForkNames(state.forks, state.changes) : null
  return { state: names ? state.renamed(state.forks, names) : state, names }
}

function writtenHere(records: readonly LogRecord[], names: ForkNames | null): StoredState['isMine'] {
  const keyOf = (dot: Dot) => `${names?.nameOf(dot) ?? dot.replica} ${dot.seq}`
  const own = records.filter(({ seq }) => seq > 0)
  const dots = new Set(own.map(keyOf))
  return ({ replica, seq }) => dots.has(`${replica} ${seq}`)
}

/** The record without rows whose cells are in pages. */
function withoutPages(record: LogRecord): LogRecord {
  const { pages, change } = record
  if (!pages) return record
  const inPages = new Set(pages.map(({ table }) => table))
  return { ...record, change: { ...change, added: change.added.filter(({ table }) => !inPages.has(table)) } }
}

function addPage(
  state: WorkbookState,
  page: PageRecord,
  dots: DotsRecord | undefined,
  replicas: readonly string[],
): void {
  const table = state.table(page.table)
  const first = table.ids.length
  const codeOf = ({ replica, seq }: { replica: number; seq: number }) =>
    state.replicas.code({ replica: replicas[replica]!, seq })
  const born = { base: dots?.base ?? page.dot, ...(dots?.rows ? { rows: dots.rows } : {}) }
  page.ids.forEach((id, offset) => table.add(id, codeOf(dotAt(born, '', offset))))
  for (const [key, packed] of Object.entries(page.columns)) {
    const cells: Cell[] = []
    if (!unpackColumn(packed, page.rows, cells)) throw new Refusal('store.not-whole')
    const own = dots?.cells && Object.hasOwn(dots.cells, key) ? dots.cells[key]! : null
    cells.forEach((value, offset) => {
      const seq = own?.seq[offset] ?? 0
      if (seq === 0) table.begin(first + offset, key, value)
      else {
        const code = codeOf({ replica: own!.replica[offset]!, seq })
        table.write(first + offset, key, value, code, key === DELETED ? dots?.saw?.[offset] : undefined)
      }
    })
  }
  for (const [key, cells] of Object.entries(page.conflicts ?? {}))
    for (const [offset, values] of Object.entries(cells))
      state.setRegister(page.table, page.ids[Number(offset)]!, key, values)
}
