import { halfWidth } from '../shared/typed-text.ts'
import { headingKey, isHeadingLike, withoutNotes, type HeadingPath } from './headings.ts'
import { isNoHeading, RowKinds, type LeftOutReason, type LeftOutRow } from './left-out-rows.ts'
import type { SheetValue } from './sheet-data.ts'
import { isFilled, type SheetGrid } from './sheet-grid.ts'

/** A table in a sheet: the rows of its headings, its own rows, and what is left out. Rows and columns from 0. */
export interface FoundTable {
  readonly first: number
  readonly last: number
  /** By column of the sheet. */
  readonly headings: readonly HeadingPath[]
  /** The rows of data. */
  readonly rows: readonly number[]
  readonly leftOut: readonly LeftOutRow[]
  /** 0 … 1. */
  readonly confidence: number
}

/** Rows from the top, and after each gap, in which headings are looked for. */
const SEARCHED = 60
const AFTER_GAP = 5
const GAPS = 40
const DEPTH = 3
/** Columns in which a table is looked for: no ledger is wider, and a hostile file is. */
export const WIDEST = 160

/** The tables of ours of which a text, normalised, is exactly a heading. */
export type TablesKnowing = (text: string) => ReadonlySet<string>

interface Candidate {
  readonly first: number
  readonly last: number
  readonly headings: readonly HeadingPath[]
  readonly score: number
  readonly columns: number
}

/** The tables of a sheet, the likeliest first; those that stand below a gap under headings of their own are apart. */
export function findTables(grid: SheetGrid, knowing: TablesKnowing): FoundTable[] {
  const words = new HeadingWords(knowing)
  const candidates = rowsToSearch(grid)
    .flatMap((last) => candidatesEndingAt(grid, last, words))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.first - b.first)
  // Headings printed again on every page are as good; the first of them are meant.
  const best = candidates[0]
  const first =
    best &&
    Math.min(
      best.last,
      ...candidates.map(({ last }) => last).filter((last) => isSameRow(grid, last, best.last)),
    )
  const topmost = candidates.find(({ last }) => last === first)
  if (topmost) candidates.unshift(topmost)
  const chosen: Candidate[] = []
  for (const candidate of candidates) {
    if (chosen.length === 4) break
    if (chosen.every((other) => standsApart(grid, candidate, other))) chosen.push(candidate)
  }
  return chosen.map((candidate) => tableOf(grid, candidate, chosen))
}

/** The table under headings that somebody has pointed at. */
export function tableUnder(grid: SheetGrid, first: number, last: number, knowing: TablesKnowing): FoundTable {
  const headings = headingsOf(grid, first, last)
  const count = (paths: readonly HeadingPath[]) => paths.filter((path) => path.length > 0).length
  const columns = count(headings)
  const here = { first, last, headings, columns, score: columns }
  const others = findTables(grid, knowing)
    .map((other) => ({ ...other, columns: count(other.headings), score: 0 }))
    .filter((other) => standsApart(grid, other, here))
  return { ...tableOf(grid, here, [here, ...others]), confidence: 1 }
}

function rowsToSearch(grid: SheetGrid): number[] {
  const rows = new Set<number>()
  for (let row = 0; row < Math.min(SEARCHED, grid.height); row++) rows.add(row)
  let gaps = 0
  for (let row = SEARCHED; row < grid.height && gaps < GAPS; row++) {
    if (!grid.isBlank(row - 1) || grid.isBlank(row)) continue
    gaps++
    for (let at = row; at < Math.min(row + AFTER_GAP, grid.height); at++) rows.add(at)
  }
  return [...rows].filter((row) => !grid.isBlank(row))
}

function candidatesEndingAt(grid: SheetGrid, last: number, words: HeadingWords): Candidate[] {
  const found: Candidate[] = []
  if (isNoHeading(grid.rows[last]!)) return found
  for (let first = last; first > last - DEPTH && first >= 0; first--) {
    if (grid.isBlank(first) || (first < last && !mayBeGroups(grid, first, last, words))) break
    const headings = headingsOf(grid, first, last)
    const columns = headings.filter((path) => path.length > 0).length
    if (columns === 0) continue
    found.push({ first, last, headings, columns, score: scoreOf(grid, first, last, headings, words) })
  }
  return found
}

const isSameRow = (grid: SheetGrid, one: number, other: number) =>
  grid.filled(one) > 1 && grid.rows[one]!.every((value, at) => value === grid.value(other, at))

/** A row over the headings that says what some of them have in common, and not what the whole table is. */
function mayBeGroups(grid: SheetGrid, row: number, last: number, words: HeadingWords): boolean {
  const at = columnsIn(grid, row)
  const texts = at.map((column) => grid.value(row, column))
  if (texts.some((value) => typeof value !== 'string' || !mayHead(value, words))) return false
  if (at.length > 1) return true
  const [column] = at
  const under: number[] = []
  for (let below = row + 1; below <= last + AFTER_GAP; below++) under.push(...columnsIn(grid, below))
  const [left, right] = [Math.min(...under), Math.max(...under)]
  const range = grid.range(row, column!)
  // A title stands over all of it, and where merges are lost it stands at the left.
  return (range?.left ?? column!) > left || (range?.right ?? right) < right
}

const mayHead = (text: string, words: HeadingWords) =>
  words.weight(text) >= 0.5 ||
  (headingKey(withoutNotes(text)).length <= 10 && !/[\d，。]|[:：]\s*\S/.test(text))

function columnsIn(grid: SheetGrid, row: number): number[] {
  const values = (grid.rows[row] ?? []).slice(0, WIDEST)
  return values.flatMap((value, column) => (isFilled(value) ? [column] : []))
}

/** The path over each column: merged cells count for all they cover, and so does a group whose merge was lost. */
export function headingsOf(grid: SheetGrid, first: number, last: number): HeadingPath[] {
  const width = Math.min(grid.width, WIDEST)
  const below = (row: number, column: number) => {
    for (let at = row + 1; at <= last; at++) if (isFilled(grid.value(at, column))) return true
    return false
  }
  const paths: string[][] = Array.from({ length: width }, () => [])
  for (let row = first; row <= last; row++) {
    let group: string | null = null
    for (let column = 0; column < width; column++) {
      const range = grid.range(row, column)
      const inside = range !== undefined && range.top >= first
      const value = inside ? grid.shared(row, column) : grid.value(row, column)
      let text = isFilled(value) ? String(value).trim() : ''
      if (text !== '') group = row < last && below(row, column) && !range ? text : null
      else if (group !== null && row < last && below(row, column) && !range) text = group
      const path = paths[column]!
      if (text !== '' && path.at(-1) !== text) path.push(text)
    }
  }
  return paths
}

const BODY = 10

function scoreOf(
  grid: SheetGrid,
  first: number,
  last: number,
  headings: readonly HeadingPath[],
  words: HeadingWords,
): number {
  const columns = headings.flatMap((path, at) => (path.length > 0 ? [at] : []))
  let score = 0
  const table = words.tableOf(columns.map((at) => headings[at]!))
  for (const at of columns) score += words.weightOf(headings[at]!, table)
  const body: number[] = []
  for (let row = last + 1; row < grid.height && body.length < BODY && row < last + 4 * BODY; row++)
    if (!grid.isBlank(row)) body.push(row)
  // Headings with nothing under them are a table all the same, but any other is better.
  if (body.length === 0) score *= 0.7
  let contrast = 0
  for (const at of columns) {
    const values = body.map((row) => grid.shared(row, at)).filter(isFilled)
    const plain = values.filter((value) => typeof value !== 'string' || !isWordy(value)).length
    if (values.length > 0 && plain >= values.length / 2 && words.weightOf(headings[at]!, table) >= 0)
      contrast += 0.15
  }
  score += contrast
  // What stands again in the rows below is a value, however much it reads like a heading, unless all of them do.
  score -= columns.filter((at) => standsAgain(grid, last, at, headings[at]!.at(-1)!)).length * 0.6
  // Values beside the headings have lost theirs: the headings are higher up, or elsewhere.
  const bare = headings.filter(
    (path, at) => path.length === 0 && body.some((row) => isFilled(grid.value(row, at))),
  ).length
  score -= bare * 0.3
  const next = body[0] === undefined ? 0 : headingCells(grid, body[0], words)
  if (body[0] === last + 1 && next >= 2) score -= next * 0.7
  // Groups say nothing of their own, but what stands over headings and is no title belongs to them.
  score += 0.1 * (last - first)
  if (columns.length === 1) score -= 0.6
  return score
}

/** Cells of a row that read as headings, when most of them do. */
function headingCells(grid: SheetGrid, row: number, words: HeadingWords): number {
  const columns = columnsIn(grid, row)
  const table = words.tableOf(columns.map((column) => [String(grid.value(row, column))]))
  const known = columns.filter((column) => {
    const value = grid.value(row, column)
    if (typeof value !== 'string' || standsAgain(grid, row, column, value.trim())) return false
    return words.weight(value, table) >= 0.5
  })
  return known.length >= columns.length * 0.6 ? known.length : 0
}

/** A text that stands again in the rows below it is a value, unless the whole row of headings does. */
function standsAgain(grid: SheetGrid, from: number, column: number, text: string): boolean {
  for (let row = from + 1; row < Math.min(grid.height, from + 2 * BODY); row++)
    if (grid.text(row, column) === text && !isSameRow(grid, row, from)) return true
  return false
}

const isWordy = (value: string) => !/\d/.test(value) && value.trim().length > 1

/** How much each text reads like a heading; asked again and again, answered once. */
class HeadingWords {
  readonly #weights = new Map<string, { known: ReadonlySet<string>; otherwise: number }>()

  constructor(private readonly knowing: TablesKnowing) {}

  /** The table of ours that knows most of these headings: 食堂 and 教室 are each a heading of some table, but of two. */
  tableOf(paths: readonly HeadingPath[]): string | null {
    const counts = new Map<string, number>()
    for (const path of paths) {
      const tables = new Set([...this.#of(path.at(-1)!).known, ...this.#of(path.join('')).known])
      for (const table of tables) counts.set(table, (counts.get(table) ?? 0) + 1)
    }
    let best: string | null = null
    for (const [table, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = table
    return best
  }

  weightOf(path: HeadingPath, table: string | null): number {
    const leaf = this.weight(path.at(-1)!, table)
    return path.length > 1 ? Math.max(leaf, this.weight(path.join(''), table)) : leaf
  }

  weight(text: string, table: string | null = null): number {
    const { known, otherwise } = this.#of(text)
    return table !== null && known.has(table) ? 1 : otherwise
  }

  #of(text: string) {
    const known = this.#weights.get(text)
    if (known) return known
    const weight = { known: this.knowing(headingKey(text)), otherwise: readsLikeHeading(text) }
    this.#weights.set(text, weight)
    return weight
  }
}

function readsLikeHeading(text: string): number {
  const plain = halfWidth(text).trim()
  if (/^[\d\s./:年月日()-]+$/.test(plain) || /^\d{4}[-/.年]/.test(plain)) return -0.8
  if (plain.length > 40 || /[。；!?]/.test(text)) return -0.6
  if (isHeadingLike(text)) return 0.6
  return /\d/.test(plain) ? -0.3 : plain.length <= 12 ? 0.1 : -0.2
}

/** Below or above another table, with a gap or its own title between, under other headings. */
function standsApart(grid: SheetGrid, one: Candidate, other: Candidate): boolean {
  const [upper, lower] = one.first < other.first ? [one, other] : [other, one]
  if (lower.first <= upper.last + 1 || lower.columns < 2) return false
  if (lower.score > 0 && lower.score < lower.columns * 0.5) return false
  const same = lower.headings.filter(
    (path, at) => path.length > 0 && path.join() === upper.headings[at]?.join(),
  ).length
  if (same >= lower.columns / 2 || isDataOf(grid, upper, lower)) return false
  const start = blockStart(grid, lower.first)
  return start > upper.last + 1 && lower.first - start <= 4
}

/** A row under a gap whose texts stand among the values above them is one of their rows. */
function isDataOf(grid: SheetGrid, upper: Candidate, lower: Candidate): boolean {
  return lower.headings.some((path, at) => {
    for (let row = upper.last + 1; row < Math.min(lower.first, upper.last + SEARCHED); row++)
      if (path.length > 0 && upper.headings[at]?.length && grid.text(row, at) === path.at(-1)) return true
    return false
  })
}

/** The row after the gap above this one. */
function blockStart(grid: SheetGrid, row: number): number {
  let start = row
  while (start > 0 && !grid.isBlank(start - 1)) start--
  return start
}

function tableOf(grid: SheetGrid, here: Candidate, all: readonly Candidate[]): FoundTable {
  const below = all.filter(({ first }) => first > here.last).map(({ first }) => blockStart(grid, first))
  const above = all.filter(({ first }) => first < here.first)
  const end = Math.min(grid.height, ...below)
  const start = above.length > 0 ? blockStart(grid, here.first) : 0
  const kinds = new RowKinds(grid, here.first, here.last, here.columns)
  const leftOut: LeftOutRow[] = []
  const leave = (row: number, reason: LeftOutReason) => {
    if (!grid.isBlank(row)) leftOut.push({ row: row + 1, reason, text: textOf(grid.rows[row]!) })
  }
  for (let row = 0; row < here.first; row++) leave(row, row < start ? 'other-table' : 'title')
  let from = here.last + 1
  for (let reason = kinds.underHeadings(from); from < end && reason; reason = kinds.underHeadings(from))
    leave(from++, reason)
  const rows: number[] = []
  for (let row = from; row < end; row++) {
    const reason = kinds.reason(row)
    if (reason) leave(row, reason)
    else if (!grid.isBlank(row)) rows.push(row)
  }
  for (let row = end; row < grid.height; row++) leave(row, 'other-table')
  const confidence = Math.max(0, Math.min(1, here.score / Math.max(1, here.columns)))
  return { first: here.first, last: here.last, headings: here.headings, rows, leftOut, confidence }
}

const textOf = (row: readonly SheetValue[]) => row.filter(isFilled).map(String).join(' ').slice(0, 60)
