/** Matches Chinese text by pinyin or its initials. Until the table of readings is here, plain containment. */
export type TextMatch = (text: string, query: string) => boolean

const contains: TextMatch = (text, query) => text.toLowerCase().includes(query.toLowerCase())

let match: TextMatch = contains
let loading: Promise<void> | null = null

export const matches: TextMatch = (text, query) => match(text, query)

/**
 * The next element after the one at `at`, round at the end, whose words begin with what was typed, as a character or as
 * its reading: 上移 comes with `s`. For the letters that one types in a menu.
 */
export const nextBeginningWith = <Element extends { readonly textContent: string | null }>(
  typed: string,
  all: readonly Element[],
  at: number,
): Element | undefined =>
  [...all.slice(at + 1), ...all.slice(0, at + 1)].find(({ textContent }) =>
    matches((textContent ?? '').trim().slice(0, 1), typed),
  )

/** A key that is a letter: no blank, and nothing held down with it. */
export const isLetter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  /^[^ ]$/u.test(key) && !ctrlKey && !altKey && !metaKey

/** 20 kB that the first screen does not need: fetched when somebody first opens a list. */
export function loadPinyin(): Promise<void> {
  loading ??= import('pinyin-match').then(({ default: pinyin }) => {
    match = (text, query) => contains(text, query) || pinyin.match(text, query) !== false
  })
  return loading
}
