import type { ColumnReading } from '../engine/column-reading.ts'
import type { ColumnHits, ColumnTexts, MovedText } from '../engine/find-index.ts'
import type { TextQuery } from '../shared/text-search.ts'
import type { Cell } from '../tables/cell.ts'
import type { Step } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import { FindBridge } from '../workers/find-bridge.ts'
import type { Session, SessionEvent } from './session.ts'

export type { ColumnReading } from '../engine/column-reading.ts'
export type { TextQuery } from '../shared/text-search.ts'

/** The rows of a table as they are read: what nobody may see is not found either. */
export interface ReadRows {
  readonly table: Table
  readonly size: number
  idAt(position: number): string
  positionOf(row: string): number
  readColumn(column: string): ColumnReading
  /** How a value of the column is read. */
  textOf(value: Cell | readonly Step[], column: string): string
  text(row: string, column: string): string
  isCovered(column: string): boolean
}

/** What was found in one table. */
export interface TableHits {
  /** The row of each position that a column's `rows` speaks of. */
  readonly ids: readonly string[]
  readonly columns: ReadonlyMap<string, ColumnHits>
  readonly count: number
}

/** More moved cells than this at once, and reading the table anew is quicker. */
const MOST_MOVED = 2000
/** Rows after which it is seen whether a column says the same things again. */
const MANY = 1000
/** Milliseconds of work between two pauses: a key that is pressed meanwhile is not felt to wait. */
const SLICE = 8

interface Wanted {
  readonly tables: readonly string[]
  readonly query: TextQuery
  readonly pinyin: boolean
}

/**
 * Searching the tables of a workbook. The worker is given each column once: its different texts, and which of them each
 * row has. Later searches cost the page nothing; what is edited meanwhile is told cell by cell.
 */
export class Finding {
  readonly #bridge: FindBridge
  readonly #stop: () => void
  readonly #ids = new Map<string, readonly string[]>()
  readonly #hits = new Map<
    string,
    { ids: readonly string[]; columns: Map<string, ColumnHits>; count: number }
  >()
  #wanted: Wanted | null = null
  #run = 0
  #again: ReturnType<typeof setTimeout> | undefined

  constructor(
    session: Session,
    private readonly rowsOf: (table: string) => ReadRows,
    /** Something more was found; `done` when all has been looked at. */
    private readonly onmove: (done: boolean) => void,
  ) {
    this.#bridge = new FindBridge(() => onmove(true))
    this.#stop = session.subscribe((event) => this.#follow(event))
  }

  close(): void {
    this.#run++
    clearTimeout(this.#again)
    this.#stop()
    this.#bridge.close()
  }

  get hits(): ReadonlyMap<string, TableHits> {
    return this.#hits
  }

  get count(): number {
    let count = 0
    for (const hits of this.#hits.values()) count += hits.count
    return count
  }

  /** Looks for it in these tables; what was looked for before is given up. */
  async search(wanted: Wanted): Promise<void> {
    const run = ++this.#run
    clearTimeout(this.#again)
    this.#wanted = wanted
    this.#bridge.stop()
    if (wanted.query.text === '') {
      this.#hits.clear()
      return this.onmove(true)
    }
    for (const table of wanted.tables) {
      if (!this.#ids.has(table)) await this.#read(table, run)
      if (run !== this.#run) return
    }
    this.#hits.clear()
    this.#bridge.search({
      ...wanted,
      onfound: (table, found) => {
        const hits = this.#hits.get(table) ?? { ids: this.#ids.get(table)!, columns: new Map(), count: 0 }
        hits.columns.set(found.column, found)
        hits.count += found.count
        this.#hits.set(table, hits)
        this.onmove(false)
      },
      ondone: () => this.onmove(true),
    })
  }

  /** Everything is read anew: another language, or other cells are covered now. */
  forget(): void {
    for (const table of this.#ids.keys()) this.#bridge.forget(table)
    this.#ids.clear()
    this.#searchAgain()
  }

  async #read(table: string, run: number): Promise<void> {
    const rows = this.rowsOf(table)
    const ids = Array.from({ length: rows.size }, (_, position) => rows.idAt(position))
    let until = performance.now() + SLICE
    for (const column of Object.keys(rows.table.columns)) {
      if (rows.isCovered(column)) continue
      const texts = columnTexts(rows, column)
      for (;;) {
        const step = texts.next()
        if (step.done) {
          this.#bridge.set(table, column, step.value)
          break
        }
        if (performance.now() < until) continue
        await turn()
        if (run !== this.#run) return
        until = performance.now() + SLICE
      }
    }
    this.#ids.set(table, ids)
  }

  #follow(event: SessionEvent): void {
    if (event.type !== 'changed') return
    const { tables, rows, reshaped, everything } = event.moved
    const stale = new Set([...this.#ids.keys()].filter((table) => everything || reshaped.has(table)))
    // A row that bears another name now reads otherwise wherever it is pointed to.
    for (const table of this.#ids.keys()) if (pointsTo(this.rowsOf(table).table, tables)) stale.add(table)
    for (const [table, ids] of rows) {
      if (!this.#ids.has(table) || stale.has(table)) continue
      if (ids.size > MOST_MOVED) stale.add(table)
      else this.#bridge.move(table, movedTexts(this.rowsOf(table), ids))
    }
    for (const table of stale) {
      this.#bridge.forget(table)
      this.#ids.delete(table)
    }
    if ([...tables].some((table) => this.#wanted?.tables.includes(table))) this.#searchAgain()
  }

  /** Somebody may be replacing one after the other: the count follows when there is a moment. */
  #searchAgain(): void {
    clearTimeout(this.#again)
    this.#again = setTimeout(() => this.#wanted && void this.search(this.#wanted), 200)
  }
}

const pointsTo = (table: Table, tables: ReadonlySet<string>): boolean =>
  Object.values(table.columns).some(({ to }) =>
    to?.some((other) => other !== table.name && tables.has(other)),
  )

function movedTexts(rows: ReadRows, ids: ReadonlySet<string>): MovedText[] {
  const columns = Object.keys(rows.table.columns).filter((column) => !rows.isCovered(column))
  return [...ids].flatMap((id) => {
    const row = rows.positionOf(id)
    return row < 0 ? [] : columns.map((column) => ({ column, row, text: rows.text(id, column) }))
  })
}

/** Yields after every few hundred rows. Equal values are written as text once. */
function* columnTexts(rows: ReadRows, column: string): Generator<void, ColumnTexts> {
  const { at, coded } = rows.readColumn(column)
  const codes = new Uint32Array(rows.size)
  if (coded) {
    codes.set(coded.codes)
    return { texts: coded.values.map((value) => rows.textOf(value, column)), codes }
  }
  const texts: string[] = []
  const codeBy = new Map<Cell, number>()
  for (let place = 0; place < codes.length; place++) {
    if (place % 500 === 499) yield
    const value = at(place)
    // A list or an explanation is another one each time: what it says is looked up.
    const said = typeof value === 'object' && value !== null ? rows.textOf(value, column) : value
    // Numbers and narratives are all different, and looking each up costs more than holding a few of them twice.
    const mayRecur = place < MANY || codeBy.size < place / 2
    let code = mayRecur ? codeBy.get(said) : undefined
    if (code === undefined) {
      code = texts.push(said === value ? rows.textOf(value, column) : (said as string)) - 1
      if (mayRecur) codeBy.set(said, code)
    }
    codes[place] = code
  }
  return { texts, codes }
}

/** A turn for the page, without the four milliseconds that a timer waits. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
