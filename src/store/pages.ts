import type { DottedValue } from '../sync/dots.ts'
import type { IndexedDot } from '../sync/page-dots.ts'
import type { Cell } from '../tables/cell.ts'

/**
 * A page: about 1,000 rows of one table, column by column, as one IndexedDB record. Reading a record costs the
 * browser one step per object inside it, so a column is packed into as few objects as its content allows.
 */
export const PAGE_ROWS = 1000

/**
 * A column of a page in the smallest form that gives back exactly the same cells. (Measured, 100,000 × 15: plain
 * arrays read in 300 ms, these in 150; texts joined into one string read faster still but cost as much to cut.)
 */
export type PackedColumn =
  | { readonly kind: 'same'; readonly value: Cell }
  /** Numbers; an empty cell is NaN, which a cell never holds. */
  | { readonly kind: 'numbers'; readonly numbers: Float64Array }
  /** Few different values: each cell is an index into them. */
  | { readonly kind: 'few'; readonly values: readonly Cell[]; readonly index: Uint8Array }
  | { readonly kind: 'plain'; readonly cells: readonly Cell[] }

/** Cells in which values that did not know of each other met: column → offset in the page → all of them. */
export type Conflicts = Readonly<Record<string, Readonly<Record<number, readonly DottedValue[]>>>>

export interface PageRecord {
  readonly workbook: string
  readonly table: string
  readonly page: number
  readonly rows: number
  readonly ids: readonly string[]
  readonly columns: Readonly<Record<string, PackedColumn>>
  /** The dot of all the page's cells, unless a dots record of the same key says more. */
  readonly dot: IndexedDot
  readonly conflicts?: Conflicts
}

const FEW = 200

export function packColumn(cells: readonly Cell[]): PackedColumn {
  const first = cells[0] ?? null
  let numbers = true
  let someNumber = false
  let same = true
  const index = new Map<Cell, number>()
  for (const cell of cells) {
    // An array is a value of its own each time, so 'same' and 'few' are for single values only.
    if (typeof cell === 'object' && cell !== null) return { kind: 'plain', cells: cells.slice() }
    if (!Object.is(cell, first)) same = false
    if (typeof cell === 'number') someNumber = true
    else {
      if (cell !== null) numbers = false
      if (index.size <= FEW && !index.has(cell)) index.set(cell, index.size)
    }
  }
  if (same) return { kind: 'same', value: first }
  if (numbers) return { kind: 'numbers', numbers: packNumbers(cells) }
  if (index.size <= FEW && !someNumber)
    return {
      kind: 'few',
      values: [...index.keys()],
      index: Uint8Array.from(cells, (cell) => index.get(cell)!),
    }
  return { kind: 'plain', cells: cells.slice() }
}

function packNumbers(cells: readonly Cell[]): Float64Array {
  const numbers = new Float64Array(cells.length)
  for (let i = 0; i < cells.length; i++) numbers[i] = (cells[i] as number | null) ?? NaN
  return numbers
}

/** New rows as pages, in order; every column has a cell for every row. */
export function packPages(
  block: { readonly ids: readonly string[]; readonly columns: Readonly<Record<string, readonly Cell[]>> },
  as: { workbook: string; table: string; firstPage: number; dot: IndexedDot },
): PageRecord[] {
  const pages: PageRecord[] = []
  for (let start = 0; start < block.ids.length; start += PAGE_ROWS) {
    const ids = block.ids.slice(start, start + PAGE_ROWS)
    const columns = Object.entries(block.columns).map(
      ([key, cells]) => [key, packColumn(cells.slice(start, start + PAGE_ROWS))] as const,
    )
    pages.push({
      workbook: as.workbook,
      table: as.table,
      page: as.firstPage + pages.length,
      rows: ids.length,
      ids,
      columns: Object.fromEntries(columns),
      dot: as.dot,
    })
  }
  return pages
}

/** False when something is stored under a page's key that is not a page. Columns are judged when unpacked. */
export function isPage(stored: unknown): stored is PageRecord {
  const page = stored as Partial<PageRecord> | null | undefined
  return (
    typeof page === 'object' &&
    page !== null &&
    typeof page.table === 'string' &&
    Number.isInteger(page.page) &&
    Array.isArray(page.ids) &&
    page.rows === page.ids.length &&
    page.ids.every((id) => typeof id === 'string') &&
    typeof page.columns === 'object' &&
    page.columns !== null &&
    Number.isInteger(page.dot?.replica) &&
    Number.isInteger(page.dot?.seq)
  )
}

/** Appends the column's cells to `to`; false when what is stored is not a column of `rows` cells. */
export function unpackColumn(packed: PackedColumn, rows: number, to: Cell[]): boolean {
  switch (packed?.kind) {
    case 'same':
      if (!isCell(packed.value)) return false
      for (let i = 0; i < rows; i++) to.push(packed.value)
      return true
    case 'numbers':
      if (!(packed.numbers instanceof Float64Array) || packed.numbers.length !== rows) return false
      for (const number of packed.numbers) to.push(Number.isNaN(number) ? null : number)
      return true
    case 'few': {
      const { values, index } = packed
      if (!Array.isArray(values) || !(index instanceof Uint8Array) || index.length !== rows) return false
      if (!values.every(isCell) || index.some((i) => i >= values.length)) return false
      for (const i of index) to.push(values[i] as Cell)
      return true
    }
    case 'plain':
      if (!Array.isArray(packed.cells) || packed.cells.length !== rows || !packed.cells.every(isCell))
        return false
      for (const cell of packed.cells as readonly Cell[]) to.push(cell)
      return true
    default:
      return false
  }
}

export const isCell = (value: unknown): value is Cell =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'))
