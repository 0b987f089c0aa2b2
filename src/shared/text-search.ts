import { halfWidth } from './typed-text.ts'

export interface TextQuery {
  readonly text: string
  /** The whole cell, not a part of it. */
  readonly whole: boolean
  /** Capitals and width count; else `ＡＢ１` is found by `ab1`. */
  readonly exact: boolean
}

/** Where a text stands in another: from, and up to (not with) `to`. */
export interface Found {
  readonly from: number
  readonly to: number
}

/** Finds Chinese text by pinyin or its initials; the place is given with its last character. */
export type PinyinMatch = (text: string, query: string) => readonly [from: number, last: number] | false

/** What folding may change. Most texts have none of it, and to look for it costs a tenth of folding. */
const FOLDABLE = /[A-Z\u00A0-\u2FFF\u3000-\u303F\uA000-\uABFF\uD800-\uDFFF\uF900-\uFFFF]/

/** One character for one, so that places in the folded text are places in the text itself. */
function folded(text: string): string {
  if (!FOLDABLE.test(text)) return text
  const half = halfWidth(text)
  const lower = half.toLowerCase()
  return lower.length === text.length
    ? lower
    : Array.from(half, (character) =>
        character.toLowerCase().length === character.length ? character.toLowerCase() : character,
      ).join('')
}

/** Can it be pinyin, or its initials? */
export const mayBeSound = (text: string): boolean => /^[a-z]+$/i.test(text)

/** How a query is looked for: from a place on, the first find or null. An empty query finds nothing. */
export function finder(
  { text, whole, exact }: TextQuery,
  pinyin: PinyinMatch | null = null,
): (text: string, from?: number) => Found | null {
  const fold = exact ? (given: string) => given : folded
  const wanted = fold(text)
  // Latin letters only: by `pinyin` anything else would be found a second time.
  const sounds = pinyin && mayBeSound(text) ? pinyin : null
  return (given, from = 0) => {
    if (wanted === '') return null
    const all = fold(given)
    const at = whole ? (from === 0 && all === wanted ? 0 : -1) : all.indexOf(wanted, from)
    if (at >= 0) return { from: at, to: at + wanted.length }
    if (!sounds || given === '') return null
    const match = sounds(from === 0 ? given : given.slice(from), text)
    if (match === false) return null
    const found = { from: from + match[0], to: from + match[1] + 1 }
    return !whole || (found.from === 0 && found.to === given.length) ? found : null
  }
}

/** The text with every find replaced, and how many there were. */
export function replaced(
  text: string,
  find: ReturnType<typeof finder>,
  by: string,
): { readonly text: string; readonly count: number } {
  let written = ''
  let at = 0
  let count = 0
  for (let found = find(text); found !== null; found = at < text.length ? find(text, at) : null) {
    written += text.slice(at, found.from) + by
    at = found.to
    count++
  }
  return { text: written + text.slice(at), count }
}
