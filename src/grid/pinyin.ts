/** Matches Chinese text by pinyin or its initials. Until the table of readings is here, plain containment. */
export type TextMatch = (text: string, query: string) => boolean

const contains: TextMatch = (text, query) => text.toLowerCase().includes(query.toLowerCase())

let match: TextMatch = contains
let loading: Promise<void> | null = null

export const matches: TextMatch = (text, query) => match(text, query)

/** 20 kB that the first screen does not need: fetched when somebody first opens a list. */
export function loadPinyin(): Promise<void> {
  loading ??= import('pinyin-match').then(({ default: pinyin }) => {
    match = (text, query) => contains(text, query) || pinyin.match(text, query) !== false
  })
  return loading
}
