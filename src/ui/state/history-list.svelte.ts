import type { HistoryEntry, HistoryFilter, HistoryPiece } from '../../app/history.ts'
import { localTime } from '../../shared/local-date.ts'
import type { Desk } from './desk.svelte.ts'
import { rowName } from './conflict-words.ts'
import { historyLines, whatWasDone } from './history-lines.ts'

/** What somebody wants to see of the history; empty fields ask for nothing. Days are local. */
export interface Asked {
  readonly by: string
  readonly table: string
  readonly source: string
  readonly from: string
  readonly to: string
  readonly text: string
}

export const ALL: Asked = { by: '', table: '', source: '', from: '', to: '', text: '' }

/** One row that a change has touched, with a sentence for each of its cells. */
export interface TouchedRow {
  readonly table: string
  readonly row: string
  readonly lines: readonly string[]
}

/** Entries added to the list at a time. */
const PAGE = 30

/** The history as the screen lists it: read back piece by piece, as far as somebody looks. */
export class HistoryList {
  entries = $state.raw<readonly HistoryEntry[]>([])
  /** Down to this number the log has been looked through. */
  reached = $state(0)
  reading = $state(false)
  done = $state(false)
  #asked: Asked = ALL
  #pieces: AsyncGenerator<HistoryPiece> | null = null
  /** Found, and not listed yet. */
  #found: HistoryEntry[] = []

  constructor(private readonly desk: Desk) {}

  /** Begins anew; with at least so many entries, when the list is only brought up to date. */
  async ask(asked: Asked, atLeast = PAGE): Promise<void> {
    this.#asked = asked
    this.#found = []
    const pieces = this.desk.session.historyPieces(filterOf(this.desk, asked))
    this.#pieces = pieces
    await this.#read(pieces, [], atLeast)
  }

  async more(): Promise<void> {
    if (this.#pieces && !this.reading) await this.#read(this.#pieces, this.entries, PAGE)
  }

  refresh(): Promise<void> {
    // Nothing may be listed yet: a change can come while the first entries are still being read.
    return this.ask(this.#asked, Math.max(PAGE, this.entries.length))
  }

  async #read(
    pieces: AsyncGenerator<HistoryPiece>,
    before: readonly HistoryEntry[],
    count: number,
  ): Promise<void> {
    this.reading = true
    this.done = false
    while (this.#found.length < count && !this.done) {
      const { value, done } = await pieces.next()
      // Something else has been asked for meanwhile.
      if (this.#pieces !== pieces) return
      if (done === true) this.done = true
      else {
        this.reached = value.reached
        this.#found.push(...value.entries)
      }
    }
    if (this.#found.length > count) this.done = false
    this.entries = [...before, ...this.#found.splice(0, count)]
    this.reading = false
  }
}

export function filterOf(desk: Desk, { by, table, source, from, to, text }: Asked): HistoryFilter {
  const wanted = text.trim().toLowerCase()
  return {
    ...(by.trim() ? { by: by.trim() } : {}),
    ...(table ? { table } : {}),
    ...(source ? { source: source as HistoryEntry['source'] } : {}),
    ...(from ? { from: startOf(from) } : {}),
    ...(to ? { until: startOf(to, 1) } : {}),
    ...(wanted ? { matches: (entry) => wordsOf(desk, entry).toLowerCase().includes(wanted) } : {}),
  }
}

/** The instant at which a local day begins, or the day so many days after it. */
function startOf(day: string, after = 0): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date! + after).toISOString()
}

/** All that the list would show of an entry; what is covered is not found either. */
const wordsOf = (desk: Desk, entry: HistoryEntry): string =>
  [
    whatWasDone(entry),
    entry.by,
    localTime(new Date(entry.at)),
    ...touchedRows(desk, entry, Infinity).flatMap((touched) => [nameOf(desk, touched), ...touched.lines]),
  ].join('\n')

/** The rows a change has touched, at most so many. New rows are told one by one only when they are few. */
export function touchedRows(desk: Desk, entry: HistoryEntry, most: number): TouchedRow[] {
  const { tables } = desk.session.book
  const rows = new Map<string, Map<string, HistoryEntry['edits'][number][]>>()
  const touch = (table: string, row: string) => {
    if (!Object.hasOwn(tables, table)) return []
    const known = rows.get(table) ?? new Map<string, HistoryEntry['edits'][number][]>()
    rows.set(table, known)
    if (!known.has(row)) known.set(row, [])
    return known.get(row)!
  }
  for (const { table, ids } of entry.added) if (ids.length <= FEW) for (const row of ids) touch(table, row)
  for (const edit of entry.edits) touch(edit.table, edit.row).push(edit)
  const touched: TouchedRow[] = []
  for (const [table, known] of rows)
    for (const [row, edits] of known) {
      if (touched.length >= most) return touched
      touched.push({ table, row, lines: historyLines({ ...entry, edits }, desk.rows(table), row) })
    }
  return touched
}

/** More new rows than this are only counted. */
const FEW = 3

/** How many rows can be told one by one. */
export const touchedCount = ({ added, edits }: HistoryEntry): number =>
  new Set([
    ...added.flatMap(({ table, ids }) => (ids.length <= FEW ? ids.map((id) => `${table} ${id}`) : [])),
    ...edits.map(({ table, row }) => `${table} ${row}`),
  ]).size

/** New rows of a change that are only counted, by table. */
export const countedRows = (entry: HistoryEntry): { table: string; count: number }[] =>
  entry.added.filter(({ ids }) => ids.length > FEW).map(({ table, ids }) => ({ table, count: ids.length }))

export const nameOf = (desk: Desk, { table, row }: Pick<TouchedRow, 'table' | 'row'>): string =>
  desk.session.book.has(table, row) ? rowName(desk, { table, row }) : ''
