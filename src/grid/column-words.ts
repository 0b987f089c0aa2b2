import type { RowSource } from './row-source.ts'

/** Rows above and below that are looked through: a key press must not read 100,000 cells. */
const NEAR = 300

/** The different texts of a column in the rows around one, nearest first. */
export function wordsNear(
  source: RowSource,
  column: string,
  rowAt: (index: number) => string | null,
  from: number,
): string[] {
  const words = new Set<string>()
  for (let distance = 1; distance <= NEAR; distance++)
    for (const index of [from - distance, from + distance]) {
      const row = index < 0 ? null : rowAt(index)
      const text = row === null ? '' : source.text(row, column)
      if (text !== '') words.add(text)
    }
  return [...words]
}

/**
 * What completes a typed text, as in Excel: the rest of the one word that begins with it. Nothing when several do, or
 * when only digits were typed, for a number is not a longer number.
 */
export function completionOf(words: readonly string[], typed: string): string {
  if (typed.trim() === '' || /^[\d\s.,:/-]+$/.test(typed)) return ''
  const found = words.filter((word) => word.length > typed.length && word.startsWith(typed))
  return found.length === 1 && !words.includes(typed) && !found[0]!.includes('\n')
    ? found[0]!.slice(typed.length)
    : ''
}
