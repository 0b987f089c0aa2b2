import { halfWidth } from '../shared/typed-text.ts'
import { headingKey, isHeadingLike, type HeadingPath } from './headings.ts'
import { RowKinds, type LeftOutReason, type LeftOutRow } from './left-out-rows.ts'
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

/** Is a text, normalised, exactly a heading of ours? */
export type KnownHeading = (text: string) => boolean

interface Candidate {
  readonly first: number
  readonly last: number
  readonly headings: readonly HeadingPath[]
  readonly score: number
  readonly columns: number
}

/** The tables of a sheet, the likeliest first; those that stand below a gap under headings of their own are apart. */
export function findTables(grid: SheetGrid, isKnown: KnownHeading): FoundTable[] {
  const words = new HeadingWords(isKnown)
  const candidates = rowsToSearch(grid)
    .flatMap((last) => candidatesEndingAt(grid, last, words))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.first - b.first)
  const chosen: Candidate[] = []
  for (const candidate of candidates) {
    if (chosen.length === 4) break
    if (chosen.every((other) => standsApart(grid, candidate, other))) chosen.push(candidate)
  }
  return chosen.map((candidate) => tableOf(grid, candidate, chosen))
}

/** The table under headings that somebody has pointed at. */
export function tableUnder(grid: SheetGrid, first: number, last: number, isKnown: KnownHeading): FoundTable {
  const headings = headingsOf(grid, first, last)
  const columns = headings.filter((path) => path.length > 0).length
  const here = { first, last, headings, columns, score: columns }
  const others = findTables(grid, isKnown)
    .map((other) => ({ ...other, columns: 0, score: 0 }))
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
  for (let first = last; first > last - DEPTH && first >= 0; first--) {
    if (grid.isBlank(first) || (first < last && !mayBeGroups(grid, first, words))) break
    const headings = headingsOf(grid, first, last)
    const columns = headings.filter((path) => path.length > 0).length
    if (columns === 0) continue
    found.push({ first, last, headings, columns, score: scoreOf(grid, first, last, headings, words) })
  }
  return found
}

/** A row over the headings that says what some of them have in common, and not what the whole table is. */
function mayBeGroups(grid: SheetGrid, row: number, words: HeadingWords): boolean {
  const filled = grid.filled(row)
  const texts = Array.from({ length: Math.min(grid.width, WIDEST) }, (_, column) =>
    grid.value(row, column),
  ).filter(isFilled)
  if (texts.some((value) => typeof value !== 'string' || words.weight(value) < 0)) return false
  if (filled > 1) return texts.some((value) => words.weight(String(value)) > 0.3)
  const column = grid.rows[row]!.findIndex(isFilled)
  const range = grid.range(row, column)
  return (
    range !== undefined &&
    range.right - range.left + 1 < grid.width * 0.6 &&
    words.weight(String(texts[0])) > 0.3
  )
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
  for (const at of columns) score += words.weightOf(headings[at]!)
  const body: number[] = []
  for (let row = last + 1; row < grid.height && body.length < BODY && row < last + 4 * BODY; row++)
    if (!grid.isBlank(row)) body.push(row)
  // Headings with nothing under them are a table all the same, but any other is better.
  if (body.length === 0) score *= 0.7
  let contrast = 0
  for (const at of columns) {
    const values = body.map((row) => grid.shared(row, at)).filter(isFilled)
    const plain = values.filter((value) => typeof value !== 'string' || !isWordy(value)).length
    if (values.length > 0 && plain >= values.length / 2 && words.weightOf(headings[at]!) >= 0)
      contrast += 0.15
  }
  score += contrast
  // Values beside the headings have lost theirs: the headings are higher up, or elsewhere.
  const bare = headings.filter(
    (path, at) => path.length === 0 && body.some((row) => isFilled(grid.value(row, at))),
  ).length
  score -= bare * 0.3
  const next = body[0] === undefined ? 0 : headingCells(grid, body[0], words)
  if (body[0] === last + 1 && next >= 2) score -= next * 0.7
  const groups = first < last ? headingCells(grid, first, words) : 0
  if (first < last) score += groups > 0 ? 0.15 * Math.min(groups, 3) - 0.1 * (last - first) : -0.5
  if (columns.length === 1) score -= 0.6
  return score
}

/** Cells of a row that read as headings, when most of them do. */
function headingCells(grid: SheetGrid, row: number, words: HeadingWords): number {
  const values = (grid.rows[row] ?? []).slice(0, WIDEST).filter(isFilled)
  const weights = values.map((value) => (typeof value === 'string' ? words.weight(value) : -1))
  const known = weights.filter((weight) => weight >= 0.5).length
  return known >= values.length * 0.6 ? known : 0
}

const isWordy = (value: string) => !/\d/.test(value) && value.trim().length > 1

/** How much each text reads like a heading; asked again and again, answered once. */
class HeadingWords {
  readonly #weights = new Map<string, number>()

  constructor(private readonly isKnown: KnownHeading) {}

  weightOf(path: HeadingPath): number {
    return Math.max(this.weight(path.at(-1)!), path.length > 1 ? this.weight(path.join('')) : -1)
  }

  weight(text: string): number {
    const known = this.#weights.get(text)
    if (known !== undefined) return known
    const weight = this.#measure(text)
    this.#weights.set(text, weight)
    return weight
  }

  #measure(text: string): number {
    const plain = halfWidth(text).trim()
    if (this.isKnown(headingKey(text))) return 1
    if (/^[\d\s./:年月日()-]+$/.test(plain) || /^\d{4}[-/.年]/.test(plain)) return -0.8
    if (plain.length > 40 || /[。；!?]/.test(text)) return -0.6
    if (isHeadingLike(text)) return 0.6
    return /\d/.test(plain) ? -0.3 : plain.length <= 12 ? 0.1 : -0.2
  }
}

/** Below or above another table, with a gap or its own title between, under other headings. */
function standsApart(grid: SheetGrid, one: Candidate, other: Candidate): boolean {
  const [upper, lower] = one.first < other.first ? [one, other] : [other, one]
  if (lower.first <= upper.last + 1 || lower.columns < 2) return false
  if (lower.score > 0 && lower.score < lower.columns * 0.5) return false
  const same = lower.headings.filter(
    (path, at) => path.length > 0 && path.join() === upper.headings[at]?.join(),
  ).length
  if (same >= lower.columns / 2) return false
  const start = blockStart(grid, lower.first)
  return start > upper.last + 1 && lower.first - start <= 4
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
