import { placeOf, type MergedRange, type SheetData, type SheetValue } from './sheet-data.ts'

/** Ranges of more cells than this are no table's: whoever merges half a sheet means its look. */
const LARGEST_RANGE = 20_000
/** Merged cells altogether: a file made to be merged all over must not fill the memory. */
const MOST_MERGED = 500_000

/** A sheet whose merged cells are known: what stands in the first of them is meant for all. */
export class SheetGrid {
  readonly rows: SheetData['rows']
  readonly width: number
  readonly #ranges = new Map<number, MergedRange>()

  constructor(sheet: SheetData) {
    this.rows = sheet.rows
    this.width = sheet.rows.reduce((width, row) => Math.max(width, row.length), 0)
    for (const range of sheet.merges ?? []) {
      const bottom = Math.min(range.bottom, this.rows.length - 1)
      const right = Math.min(range.right, this.width - 1)
      if ((bottom - range.top + 1) * (right - range.left + 1) > LARGEST_RANGE) continue
      if (this.#ranges.size > MOST_MERGED) break
      const kept = { ...range, bottom, right }
      for (let row = range.top; row <= bottom; row++)
        for (let column = range.left; column <= right; column++) this.#ranges.set(placeOf(row, column), kept)
    }
  }

  get height(): number {
    return this.rows.length
  }

  get hasMerges(): boolean {
    return this.#ranges.size > 0
  }

  value(row: number, column: number): SheetValue {
    return this.rows[row]?.[column] ?? null
  }

  range(row: number, column: number): MergedRange | undefined {
    return this.#ranges.get(placeOf(row, column))
  }

  /** The value, or that of the merged cell over this place. */
  shared(row: number, column: number): SheetValue {
    const own = this.value(row, column)
    if (isFilled(own)) return own
    const range = this.range(row, column)
    return range ? this.value(range.top, range.left) : own
  }

  text(row: number, column: number): string {
    const value = this.shared(row, column)
    return typeof value === 'string' ? value.trim() : ''
  }

  filled(row: number): number {
    return (this.rows[row] ?? []).filter(isFilled).length
  }

  isBlank(row: number): boolean {
    return !(this.rows[row] ?? []).some(isFilled)
  }
}

export const isFilled = (value: SheetValue | undefined): value is string | number | boolean =>
  value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '')
