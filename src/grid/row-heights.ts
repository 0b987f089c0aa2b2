import { ROW_HEIGHT } from './geometry.ts'
import type { RowSource } from './row-source.ts'

/** Taller, and one row would fill the screen of a school's laptop. */
const TALLEST = 400
const LINE = 20
/** Space above and below the lines of a wrapped cell. */
const PADDING = 8
/** Left and right padding of a cell with its border. */
const BESIDE = 13

/** A sign with the space after it. */
const SIGN = 17

const WRAPPED: ReadonlySet<string> = new Set(['text', 'long', 'choices', 'references'])

/**
 * How high each row is. Worked out from texts and column widths, not measured on the page: only so is the place of row
 * 90,000 known before anybody has scrolled there.
 */
export class RowHeights {
  /** Long texts are shown whole, on as many lines as they take. */
  wrap: boolean
  readonly #own: Map<string, number>
  /** What the texts of rows take, of those that have been in sight since columns were last made wider or narrower. */
  readonly #worked = new Map<string, number>()

  constructor(
    private readonly source: RowSource,
    /** Widths of the shown columns, in pixels. */
    private readonly widths: () => ReadonlyMap<string, number>,
    view: { readonly wrap?: boolean; readonly heights?: Readonly<Record<string, number>> } | null,
  ) {
    this.wrap = view?.wrap ?? false
    this.#own = new Map(Object.entries(view?.heights ?? {}))
  }

  /** All rows are of one height: a row's place is a product. */
  get even(): boolean {
    return !this.wrap && this.#own.size === 0
  }

  of(row: string): number {
    const known = this.known(row)
    if (known !== null) return known
    const height = this.needed(row)
    this.#worked.set(row, height)
    return height
  }

  /** Null when the texts of the row would have to be gone through. */
  known(row: string): number | null {
    return this.#own.get(row) ?? (this.wrap ? (this.#worked.get(row) ?? null) : ROW_HEIGHT)
  }

  /** The texts of the row, or the widths of columns, are others now. */
  forget(row?: string): void {
    if (row === undefined) this.#worked.clear()
    else this.#worked.delete(row)
  }

  /** `null` gives the row the height of the others again. */
  set(row: string, height: number | null): void {
    if (height === null) this.#own.delete(row)
    else this.#own.set(row, Math.round(Math.min(TALLEST, Math.max(ROW_HEIGHT, height))))
  }

  /** Enough for all its texts. */
  needed(row: string): number {
    let lines = 1
    for (const [column, width] of this.widths())
      if (WRAPPED.has(this.source.table.columns[column]!.type))
        lines = Math.max(
          lines,
          linesOf(this.source.text(row, column), width - BESIDE - this.sign(row, column)),
        )
    return lines === 1 ? ROW_HEIGHT : Math.min(TALLEST, lines * LINE + PADDING)
  }

  /** What the sign of a conditional format takes of the width. */
  private sign(row: string, column: string): number {
    return this.source.look?.(row, column)?.signed ? SIGN : 0
  }

  reset(): void {
    this.#own.clear()
  }

  state(): { wrap?: boolean; heights?: Record<string, number> } {
    return {
      ...(this.wrap ? { wrap: true } : {}),
      ...(this.#own.size > 0 ? { heights: Object.fromEntries(this.#own) } : {}),
    }
  }
}

/** A Chinese character is as wide as the type is high; of Latin letters the widest common ones count. */
export function linesOf(text: string, width: number): number {
  let lines = 1
  let x = 0
  for (const character of text) {
    if (character === '\n') {
      lines++
      x = 0
      continue
    }
    const wide = character > '\u02ff' ? 13 : 8
    if (x + wide > width && x > 0) {
      lines++
      x = 0
    }
    x += wide
  }
  return lines
}
