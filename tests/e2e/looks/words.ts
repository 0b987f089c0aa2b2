import { en } from '../../../src/i18n/en.ts'
import type { Locale } from '../../../src/i18n/translate.ts'
import { zhHans } from '../../../src/i18n/zh-Hans.ts'
import { labels as hantLabels, messages as zhHant } from '../../../src/i18n/zh-Hant.ts'
import { tables } from '../../../src/tables/index.ts'
import type { Table } from '../../../src/tables/table.ts'

const messages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
}

/** English of the labels of tables, columns and options, by their Chinese. */
const englishLabels = new Map(
  (Object.values(tables) as Table[]).flatMap((table) => [
    [table.zh, table.en] as const,
    ...Object.values(table.columns).flatMap((column) => [
      [column.zh, column.en] as const,
      ...(column.options ?? []).map(({ zh, en }) => [zh, en] as const),
    ]),
  ]),
)

/**
 * A word or sentence of the screen in another language, as a pattern of all of it: the walk names what it presses in
 * the source language only. `{…}` of a sentence stands for anything. What is said nowhere stays as it is: user data.
 */
export function inWords(locale: Locale, zh: string): RegExp {
  const said = Object.entries(zhHans)
    .filter(([, sentence]) => sentence === zh)
    .map(([key]) => messages[locale][key] ?? zh)
  const label = locale === 'en' ? englishLabels.get(zh) : locale === 'zh-Hant' ? (hantLabels[zh] ?? zh) : zh
  const all = [...new Set([...said, ...(label === undefined ? [] : [label])])]
  const patterns = (all.length > 0 ? all : [zh]).map((sentence) =>
    sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '.+'),
  )
  return new RegExp(`^\\s*(?:${patterns.join('|')})(?:\\s*[\\w+]+)?\\s*$`)
}
