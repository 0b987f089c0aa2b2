/**
 * What a cell shows, as one string, so that AG Grid's change detection sees a problem come or go even when the text
 * stays. The mark is a control character that no typed text can hold.
 */
const MARK = '\u0001'

export const shownCell = (text: string, marked: boolean): string => (marked ? MARK + text : text)
export const isMarked = (shown: string): boolean => shown.startsWith(MARK)
export const shownText = (shown: string): string => (isMarked(shown) ? shown.slice(1) : shown)
