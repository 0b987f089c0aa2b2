import { natureOf, OPERANDS, type Asked, type FormatKind } from '../../../app/formats.ts'
import { labelOf, optionLabel, t } from '../../../i18n/translate.ts'
import type { Column } from '../../../tables/column.ts'
import type { Table } from '../../../tables/table.ts'

/** The name of each kind in the sentences about it; of days one says later, not greater. */
const NAMES = {
  等于: 'equal',
  不等于: 'not-equal',
  大于: 'greater',
  大于等于: 'at-least',
  小于: 'less',
  小于等于: 'at-most',
  介于: 'between',
  早于今天: 'overdue',
  今后几天内: 'next',
  过去几天内: 'last',
  包含: 'contains',
  不包含: 'lacks',
  开头是: 'begins',
  是其中之一: 'one-of',
  为空: 'empty',
  不为空: 'filled',
  重复: 'duplicate',
  最大的几个: 'largest',
  最小的几个: 'smallest',
} as const satisfies Record<FormatKind, string>

const OF_DAYS = { 大于: 'after', 大于等于: 'from', 小于: 'before', 小于等于: 'until' } as const

type Name = (typeof NAMES)[FormatKind] | (typeof OF_DAYS)[keyof typeof OF_DAYS]

const nameOf = (kind: FormatKind, column: Column | undefined): Name =>
  column && natureOf(column) === 'day' && kind in OF_DAYS
    ? OF_DAYS[kind as keyof typeof OF_DAYS]
    : NAMES[kind]

/** The entry of the menu of conditions. */
export const kindWords = (kind: FormatKind, column: Column): string =>
  t(`ui.formats.asks.${nameOf(kind, column)}`)

/** A value of a condition in the reader's language: that of a choice is one of its labels. */
export function valueWords(value: string, column: Column | undefined): string {
  const option = column?.options?.find(({ zh }) => zh === value)
  if (option) return labelOf(option)
  return column?.type === 'yesno' ? (yesNo().find(({ zh }) => zh === value)?.label ?? value) : value
}

export const yesNo = () =>
  [
    { zh: '是', en: 'Yes' },
    { zh: '否', en: 'No' },
  ].map(({ zh, en }) => ({ zh, label: optionLabel(zh, en) }))

/** A whole rule as a sentence. */
export function ruleWords(
  rule: Asked & { readonly column: string; readonly wholeRow: boolean },
  table: Table,
): string {
  const column = Object.hasOwn(table.columns, rule.column) ? table.columns[rule.column] : undefined
  const words = (value: string) => valueWords(value, column)
  const value = OPERANDS[rule.kind] === 'list' ? rule.list.map(words).join('、') : words(rule.value ?? '')
  const condition = t(`ui.formats.says.${nameOf(rule.kind, column)}`, {
    value,
    to: words(rule.valueTo ?? ''),
  })
  return t(rule.wholeRow ? 'ui.formats.rule-row' : 'ui.formats.rule', {
    column: column ? labelOf(column) : t('ui.formats.gone'),
    condition,
  })
}
