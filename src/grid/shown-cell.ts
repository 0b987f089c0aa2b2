import type { CellLook } from '../engine/formats/table-formats.ts'
import { LOOKS, type Look } from '../tables/own/formats.ts'

/**
 * What a cell shows, as one string, so that AG Grid's change detection sees a mark come or go even when the text
 * stays. The marks are control characters that no typed text can hold, each once, before the text.
 */
const INVALID = 0x01
const DISPUTED = 0x02
const UNSIGNED = 0x03
/** The first of one character for each look. */
const FIRST_LOOK = 0x0e

export interface Marks {
  /** Something is wrong with what the cell holds. */
  readonly invalid: boolean
  /** A merge has found several values, and somebody must decide. */
  readonly disputed: boolean
  /** How it stands out by a conditional format. */
  readonly look: CellLook | null
}

export const shownCell = (text: string, { invalid, disputed, look }: Marks): string =>
  (disputed ? mark(DISPUTED) : '') + (invalid ? mark(INVALID) : '') + (look ? lookMarks(look) : '') + text

export const isInvalid = (shown: string): boolean => isMarked(shown, INVALID)
export const isDisputed = (shown: string): boolean => isMarked(shown, DISPUTED)
/** Coloured, while the sign stands elsewhere in the row. */
export const isUnsigned = (shown: string): boolean => isMarked(shown, UNSIGNED)
export const hasLook = (shown: string, look: Look): boolean => isMarked(shown, codeOf(look))
export const lookOf = (shown: string): Look | null => LOOKS.find((look) => hasLook(shown, look)) ?? null

export function shownText(shown: string): string {
  let marks = 0
  while (isMark(shown.charCodeAt(marks))) marks++
  return shown.slice(marks)
}

const mark = (code: number): string => String.fromCharCode(code)

const lookMarks = ({ look, signed }: CellLook): string => (signed ? '' : mark(UNSIGNED)) + mark(codeOf(look))

const codeOf = (look: Look): number => FIRST_LOOK + LOOKS.indexOf(look)

/** Asked several times for every cell that is drawn: looks at the marks only, and most cells have none. */
function isMarked(shown: string, wanted: number): boolean {
  for (let at = 0; isMark(shown.charCodeAt(at)); at++) if (shown.charCodeAt(at) === wanted) return true
  return false
}

const isMark = (code: number): boolean =>
  (code >= INVALID && code <= UNSIGNED) || (code >= FIRST_LOOK && code < FIRST_LOOK + LOOKS.length)
