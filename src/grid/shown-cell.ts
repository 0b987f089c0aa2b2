/**
 * What a cell shows, as one string, so that AG Grid's change detection sees a mark come or go even when the text
 * stays. The marks are control characters that no typed text can hold.
 */
const INVALID = '\u0001'
const DISPUTED = '\u0002'

export interface Marks {
  /** Something is wrong with what the cell holds. */
  readonly invalid: boolean
  /** A merge has found several values, and somebody must decide. */
  readonly disputed: boolean
}

export const shownCell = (text: string, { invalid, disputed }: Marks): string =>
  (disputed ? DISPUTED : '') + (invalid ? INVALID : '') + text

export const isInvalid = (shown: string): boolean => marksOf(shown).includes(INVALID)
export const isDisputed = (shown: string): boolean => shown.startsWith(DISPUTED)
export const shownText = (shown: string): string => shown.slice(marksOf(shown).length)

const marksOf = (shown: string): string => {
  let length = 0
  while (shown[length] === INVALID || shown[length] === DISPUTED) length++
  return shown.slice(0, length)
}
