import { optionLabel } from '../i18n/translate.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import { CellCalendar } from './cell-calendar.svelte.ts'
import { CellList, type ListOptions } from './cell-list.svelte.ts'
import { loadPinyin, matches } from './pinyin.ts'
import type { RowSource, Suggestion } from './row-source.ts'
import { narrow } from './suggestion-list.ts'

/** The editor's text, as a popup reads and changes it. */
export interface PopupText {
  readonly read: () => string
  readonly write: (text: string) => void
  readonly commit: () => void
}

/** The list or calendar that helps to fill in a column; plain text and numbers need none. */
export function popupFor(source: RowSource, column: string, text: PopupText): CellList | CellCalendar | null {
  const definition = source.table.columns[column]!
  switch (definition.type) {
    case 'choice':
    case 'choices':
    case 'yesno': {
      const entries = choices(definition.type === 'yesno' ? YES_NO : (definition.options ?? []))
      if (entries.length === 0) return null
      return withPinyin({
        ...text,
        search: (query) => narrow(entries, query, matches),
        closed: definition.open !== true,
        multiple: definition.type === 'choices',
      })
    }
    case 'reference':
    case 'references':
      return withPinyin({
        ...text,
        search: (query) => source.suggestions(column, query),
        closed: false,
        multiple: definition.type === 'references',
      })
    case 'date':
    case 'time': {
      const type = cellTypeOf(definition)
      return new CellCalendar({
        ...text,
        withTime: definition.type === 'time',
        now: source.context.now,
        parse: (typed) => {
          const parsed = type.parse(typed, definition, source.context)
          return parsed.ok && typeof parsed.value === 'string' ? parsed.value : null
        },
      })
    }
    default:
      return null
  }
}

/** The words of a column of free texts, to pick from with the arrows. */
export const wordList = (words: readonly string[], text: PopupText): CellList =>
  withPinyin({
    ...text,
    search: (query) =>
      narrow(
        words.map((label) => ({ input: label, label })),
        query,
        matches,
      ),
    closed: false,
    onlyByArrow: true,
    multiple: false,
  })

function withPinyin(options: ListOptions): CellList {
  const list = new CellList(options)
  void loadPinyin().then(() => list.again())
  return list
}

const choices = (options: readonly { zh: string; en: string; note?: string }[]): Suggestion[] =>
  options.map(({ zh, en, note }) => ({ input: zh, label: optionLabel(zh, en), detail: note }))

const YES_NO = [
  { zh: '是', en: 'Yes' },
  { zh: '否', en: 'No' },
]
