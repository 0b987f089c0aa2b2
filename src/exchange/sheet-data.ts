import type { Problem } from '../shared/result.ts'

/** What one cell of a foreign file can hold once it is read: dates are text, errors are text, formulas their result. */
export type SheetValue = string | number | boolean | null

export interface SheetData {
  readonly name: string
  /** Hidden in the file; shown to people, but never imported unless they ask. */
  readonly hidden: boolean
  /** Row 1 of the sheet first, empty cells as null, trailing empty rows and columns left out. */
  readonly rows: readonly (readonly SheetValue[])[]
  /** The ids that the program has put beside the rows of a file of its own; no part of `rows`. */
  readonly rowIds?: RowIds
  /** What was left out or guessed on this sheet. */
  readonly warnings: readonly Problem[]
  /** Worth knowing, though nothing was left out or guessed. */
  readonly notes?: readonly Problem[]
  /** Cells drawn as one; the value stands in the first of them only. */
  readonly merges?: readonly MergedRange[]
  /** Rows and columns the program did not show, from 0. They are read like the others, and it is said. */
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  /** What a cell looked like where that is not its value as text, by `placeOf`. */
  readonly shown?: ReadonlyMap<number, string>
  /** Cells whose formula has failed, by `placeOf`; absent where a file cannot tell them from the same words typed. */
  readonly errors?: ReadonlySet<number>
}

/** An attachment on its way in a file. */
export interface CarriedFile {
  /** SHA-256, in hexadecimal; whoever takes the file in checks that it is. */
  readonly hash: string
  readonly bytes: Uint8Array
}

/** Rows and columns from 0, both ends included. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const ROWS = 1_048_576
const COLUMNS = 16_384

/** One number for a cell of a sheet: a key that a worker sends cheaply. */
export const placeOf = (row: number, column: number): number => row * COLUMNS + column
export const rowOf = (place: number): number => Math.floor(place / COLUMNS)
export const columnOf = (place: number): number => place % COLUMNS

/** What a text names that names no cell. */
export const NO_PLACE = -1

/** The place of `A1`, `$B$2` or `xfd1048576`. */
export function placeNamed(name: string): number {
  let at = name.charCodeAt(0) === DOLLAR ? 1 : 0
  let column = 0
  const letters = at
  for (;;) {
    // Small letters are 32 after the capital ones.
    const letter = name.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
    if (++at - letters > 3) return NO_PLACE
  }
  if (name.charCodeAt(at) === DOLLAR && at > letters) at++
  let row = 0
  const digits = at
  for (; at < name.length; at++) {
    const digit = name.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9) || at - digits >= 7) return NO_PLACE
    row = row * 10 + digit
  }
  const isCell = column >= 1 && column <= COLUMNS && row >= 1 && row <= ROWS
  return isCell && name.charCodeAt(digits) !== 48 ? placeOf(row - 1, column - 1) : NO_PLACE
}

const DOLLAR = 0x24

/** What may stand between the columns of a text file. */
export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

/** The ids that the program has put beside the rows of a sheet. */
export interface RowIds {
  /** Index of the row of headings. */
  readonly header: number
  /** By row of the sheet; null where the cell is empty. */
  readonly ids: readonly (string | null)[]
}

export interface ReadDone {
  readonly ok: true
  readonly sheets: readonly SheetData[]
  /** Those of the file and of each sheet. */
  readonly warnings: readonly Problem[]
  /** How the text of a CSV file was decoded, so that a person can choose another way. */
  readonly encoding?: string
  /** What stands between its columns; CSV only. */
  readonly separator?: Separator
  /** What the program has put into the file for an exact merge; null when it is there and damaged. */
  readonly state?: Uint8Array | null
  /** Reports for a bureau; null in the place of one that is not whole any more. */
  readonly reports?: readonly (Uint8Array | null)[]
  /** A bureau's tasks for schools; null when they are there and damaged. */
  readonly tasks?: Uint8Array | null
  /** The attachments that were sent along, not yet checked. */
  readonly files?: readonly CarriedFile[]
  /** The file as it was before its password, where it had one: whoever reads it once more need not ask again. */
  readonly unlocked?: Uint8Array
}

export interface ReadFailed {
  readonly ok: false
  readonly problem: Problem
  readonly warnings: readonly Problem[]
}

/** A foreign file as the wizard sees it, or why it cannot be used. Never zero rows called a success. */
export type ReadResult = ReadDone | ReadFailed

/**
 * Thrown inside the readers only and turned into a result at their doors: a broken part may be met fifteen calls
 * deep in a scanner, where passing a Result back through every step would hide the step.
 */
export class FileProblem extends Error {
  readonly problem: Problem

  constructor(code: string, params?: Problem['params']) {
    super(code)
    this.problem = params ? { code, params } : { code }
  }
}

/** `A1` for row 0, column 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** `A` for 0, `XFD` for 16383. */
export function columnName(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}
