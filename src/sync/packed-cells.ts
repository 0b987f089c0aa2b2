import { sameCell, type Cell } from '../tables/cell.ts'
import { packNumbers, unpackNumbers, type PackedNumbers } from './packed-numbers.ts'

/**
 * A column's cells as plain JSON that deflates well. In a ledger of 20,000 rows it is the columns that count, and each
 * is of one of few kinds: few texts that come again and again; texts in which a number counts on (`SG-2027-31`, ids,
 * dates, times of day); a column that mostly repeats another one. Whatever is of no kind stays as it is.
 */
export type PackedCells = readonly Cell[] | Listed | Numbered | Alike

/** Each different cell once, and which of them stands where. */
interface Listed {
  readonly values: PackedCells
  /** In files of the first format a bare list. */
  readonly at: PackedNumbers | readonly number[]
}

/** Texts cut around their last number: what stands before, the number, what stands after. */
interface Numbered extends Exceptions {
  readonly before: PackedCells
  readonly numbers: PackedNumbers
  readonly after: PackedCells
  /** Digits of every number, leading zeros included; 0 when they are as many as it needs. */
  readonly width: number
}

/** The cells of another column of the table. */
interface Alike extends Exceptions {
  readonly like: string
}

/** Where and what the cells are that do not fit. */
interface Exceptions {
  readonly not?: { readonly at: PackedNumbers; readonly cells: readonly Cell[] }
}

export const isCell = (value: unknown): value is Cell =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'))

/** A column that others of its table may be found to repeat. */
export type Columns = ReadonlyMap<string, readonly Cell[]>

const NONE: Columns = new Map()
/** A kind fits when at most every fourth cell is an exception. */
const fits = (exceptions: number, rows: number) => exceptions <= rows / 4
/** What is longer than this is a story, with a number in it or not. */
const LONG = 200
const MOST_WIDTH = 12
/** Cuts within cuts: a time of day has three numbers behind its date, an id none behind its own. */
const DEEPEST = 4

/** `earlier` are the columns packed before, which this one may repeat. */
export function packCells(cells: readonly Cell[], rows: number, earlier: Columns = NONE): PackedCells {
  return pack(whole(cells, rows), earlier) ?? whole(cells, rows)
}

/** Null when the cells are of no kind. */
function pack(cells: readonly Cell[], earlier: Columns, depth = 0): PackedCells | null {
  const list = differAll(cells) ? null : listed(cells)
  if (list && list.values.length <= cells.length / 16) return packList(list, depth)
  return alike(cells, earlier) ?? numbered(cells, depth) ?? (list && packList(list, depth))
}

function packList({ values, at }: { values: readonly Cell[]; at: readonly number[] }, depth: number): Listed {
  const packed = values.length > 64 ? numbered(values, depth) : null
  return { values: packed ?? values, at: packNumbers(at) }
}

/** No need to look through 20,000 cells when the first 256 are all different. */
const differAll = (cells: readonly Cell[]): boolean =>
  cells.length >= 1024 && new Set(cells.slice(0, 256)).size >= 252

function listed(cells: readonly Cell[]): { values: readonly Cell[]; at: readonly number[] } | null {
  const indexes = new Map<Cell, number>()
  // Two lists of the same texts are one value, though not one object.
  const lists = new Map<string, number>()
  const values: Cell[] = []
  const at: number[] = []
  const most = cells.length / 2
  for (const cell of cells) {
    const list = Array.isArray(cell) ? JSON.stringify(cell) : null
    let index = list === null ? indexes.get(cell) : lists.get(list)
    if (index === undefined) {
      if (values.length > most) return null
      index = values.push(cell) - 1
      if (list === null) indexes.set(cell, index)
      else lists.set(list, index)
    }
    at.push(index)
  }
  return { values, at }
}

function alike(cells: readonly Cell[], earlier: Columns): Alike | null {
  for (const [key, other] of earlier) {
    const apart = cells.length === 0 ? null : differences(cells, other)
    if (apart !== null) return { like: key, ...exceptions(apart, cells) }
  }
  return null
}

/** Where two columns differ; null as soon as that is in too many places. */
function differences(cells: readonly Cell[], other: readonly Cell[]): number[] | null {
  const apart: number[] = []
  for (let i = 0; i < cells.length; i++) {
    if (sameCell(cells[i], other[i])) continue
    apart.push(i)
    if (!fits(apart.length, cells.length)) return null
  }
  return apart
}

function numbered(cells: readonly Cell[], depth: number): Numbered | null {
  if (depth >= DEEPEST) return null
  const cut = cutAll(cells)
  if (cut === null) return null
  const before = pack(cut.before, NONE, depth + 1)
  const after = before && pack(cut.after, NONE, DEEPEST)
  // Texts that differ all the same around their numbers are no numbered texts.
  if (before === null || after === null) return null
  return {
    before,
    numbers: packNumbers(cut.numbers),
    after,
    width: cut.width,
    ...exceptions(cut.apart, cells),
  }
}

interface Cut {
  readonly before: string[]
  readonly numbers: number[]
  readonly after: string[]
  readonly width: number
  readonly apart: number[]
}

/** All cells cut, with one width if they have one; null when too many have no number. */
function cutAll(cells: readonly Cell[]): Cut | null {
  const first = cells.find((cell) => lastDigit(cell) >= 0)
  if (typeof first !== 'string') return null
  const end = lastDigit(first)
  return cutWith(cells, end - firstDigit(first, end) + 1) ?? cutWith(cells, 0)
}

/** Null also when a number has another width; 0 takes any, and leaves leading zeros to what stands before. */
function cutWith(cells: readonly Cell[], width: number): Cut | null {
  const cut: Cut = { before: [], numbers: [], after: [], width, apart: [] }
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? null
    const end = lastDigit(cell)
    if (end < 0 || typeof cell !== 'string') {
      cut.apart.push(i)
      if (!fits(cut.apart.length, cells.length)) return null
      // An exception takes what stands above it, so that it costs nothing here.
      cut.before.push(cut.before[i - 1] ?? '')
      cut.numbers.push(cut.numbers[i - 1] ?? 0)
      cut.after.push(cut.after[i - 1] ?? '')
      continue
    }
    let start = firstDigit(cell, end)
    if (width === 0) while (start < end && cell.charCodeAt(start) === ZERO) start++
    else if (end - start + 1 !== width) return null
    cut.before.push(cell.slice(0, start))
    cut.numbers.push(Number(cell.slice(start, end + 1)))
    cut.after.push(cell.slice(end + 1))
  }
  return cut
}

const ZERO = 48
const isDigit = (code: number): boolean => code >= ZERO && code <= ZERO + 9

/** Where the last number of a text ends; −1 in what has none. */
function lastDigit(cell: Cell): number {
  if (typeof cell !== 'string' || cell.length > LONG) return -1
  let at = cell.length - 1
  while (at >= 0 && !isDigit(cell.charCodeAt(at))) at--
  return at
}

/** Where it begins, with so many digits that it stays exact. */
function firstDigit(text: string, end: number): number {
  let at = end
  while (at > 0 && end - at < MOST_WIDTH - 1 && isDigit(text.charCodeAt(at - 1))) at--
  return at
}

function exceptions(apart: readonly number[], cells: readonly Cell[]): Exceptions {
  return apart.length === 0
    ? {}
    : { not: { at: packNumbers(apart), cells: apart.map((position) => cells[position]!) } }
}

function whole(cells: readonly Cell[], rows: number): Cell[] {
  const all = cells.slice(0, rows)
  while (all.length < rows) all.push(null)
  return all
}

/** Null when that is no column of so many cells. */
export function unpackCells(
  packed: unknown,
  rows: number,
  earlier: Columns = NONE,
  depth = 0,
): Cell[] | null {
  if (Array.isArray(packed)) return packed.length === rows && packed.every(isCell) ? packed : null
  if (typeof packed !== 'object' || packed === null || depth > DEEPEST + 2) return null
  const parts = packed as Readonly<Record<string, unknown>>
  if (Object.hasOwn(parts, 'like')) {
    const other = typeof parts['like'] === 'string' ? earlier.get(parts['like']) : undefined
    return other ? withExceptions(whole(other, rows), parts) : null
  }
  return Object.hasOwn(parts, 'numbers')
    ? unpackNumbered(parts, rows, depth)
    : unpackListed(parts, rows, depth)
}

function unpackListed(parts: Readonly<Record<string, unknown>>, rows: number, depth: number): Cell[] | null {
  const { at } = parts
  const indexes = Array.isArray(at) ? bareIndexes(at, rows) : unpackNumbers(at, rows)
  if (indexes === null) return null
  let most = 0
  for (let i = 0; i < rows; i++) if (indexes[i]! >= most) most = indexes[i]! + 1
  const values = unpackCells(parts['values'], Math.max(most, listLength(parts['values'])), NONE, depth + 1)
  if (values === null || most > values.length) return null
  const cells = new Array<Cell>(rows)
  for (let i = 0; i < rows; i++) cells[i] = values[indexes[i]!]!
  return cells
}

const bareIndexes = (at: readonly unknown[], rows: number): readonly number[] | null =>
  at.length === rows && at.every((index) => Number.isSafeInteger(index) && (index as number) >= 0)
    ? (at as readonly number[])
    : null

/** A list may hold cells that no row has; any other form has as many as it says. */
const listLength = (values: unknown): number => (Array.isArray(values) ? values.length : 0)

function unpackNumbered(
  parts: Readonly<Record<string, unknown>>,
  rows: number,
  depth: number,
): Cell[] | null {
  const before = unpackCells(parts['before'], rows, NONE, depth + 1)
  const after = unpackCells(parts['after'], rows, NONE, depth + 1)
  const numbers = unpackNumbers(parts['numbers'], rows)
  const width = parts['width']
  if (before === null || after === null || numbers === null) return null
  if (!Number.isInteger(width) || (width as number) < 0 || (width as number) > MOST_WIDTH) return null
  const cells = new Array<Cell>(rows)
  for (let i = 0; i < rows; i++) {
    const head = before[i]
    const tail = after[i]
    if (typeof head !== 'string' || typeof tail !== 'string') return null
    cells[i] = head + String(numbers[i]).padStart(width as number, '0') + tail
  }
  return withExceptions(cells, parts)
}

function withExceptions(cells: Cell[], parts: Readonly<Record<string, unknown>>): Cell[] | null {
  if (!Object.hasOwn(parts, 'not')) return cells
  const { at, cells: others } = (parts['not'] ?? {}) as { at?: unknown; cells?: unknown }
  if (!Array.isArray(others) || !others.every(isCell)) return null
  const positions = unpackNumbers(at, others.length, cells.length)
  if (positions === null) return null
  positions.forEach((position, i) => (cells[position] = others[i]!))
  return cells
}
