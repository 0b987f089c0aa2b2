import type { Suggestion } from './row-source.ts'

/** The entries that fit what was typed: beginnings first, otherwise in the list's own order. */
export function narrow(
  entries: readonly Suggestion[],
  query: string,
  matches: (text: string, query: string) => boolean,
): Suggestion[] {
  const wanted = query.trim()
  if (wanted === '') return [...entries]
  const found = entries.filter((entry) => matches(entry.label, wanted) || matches(entry.detail ?? '', wanted))
  const begins = (entry: Suggestion) => entry.label.startsWith(wanted)
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))]
}

/**
 * The entry that Enter takes without the arrow keys, or -1. In a closed list any match is meant. In a list of people
 * a Chinese name may be somebody who is not entered yet, so it must be the whole name of exactly one; letters and
 * digits can only be pinyin or a number, so they mean the first match.
 */
export function presumed(entries: readonly Suggestion[], query: string, closed: boolean): number {
  const wanted = query.trim()
  if (wanted === '' || entries.length === 0) return -1
  const exact = entries.filter((entry) => entry.label === wanted)
  if (exact.length > 0) return exact.length === 1 ? entries.indexOf(exact[0]!) : -1
  return closed || /^[\w\s']+$/.test(wanted) ? 0 : -1
}
