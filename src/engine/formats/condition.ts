import { plainNumber } from '../../shared/plain-number.ts'
import { isLocalDate } from '../../shared/local-date.ts'
import type { CellTypeName, Column } from '../../tables/column.ts'
import type { FormatKind } from '../../tables/own/formats.ts'

/** What the cells of a column are to a condition. A time counts by its day. */
export type Nature = 'number' | 'day' | 'text' | 'choice' | 'list' | 'other'

const NATURES: Readonly<Record<CellTypeName, Nature>> = {
  text: 'text',
  long: 'text',
  choice: 'choice',
  choices: 'list',
  yesno: 'choice',
  integer: 'number',
  number: 'number',
  money: 'number',
  date: 'day',
  time: 'day',
  reference: 'text',
  references: 'text',
  file: 'text',
  row: 'other',
  signature: 'other',
  steps: 'other',
}

export const natureOf = ({ type }: Pick<Column, 'type'>): Nature => NATURES[type]

const FILLED = ['为空', '不为空'] as const
const ORDERED = ['等于', '不等于', '大于', '大于等于', '小于', '小于等于', '介于'] as const

/** The questions that make sense of a column, in the order of a menu. */
export const KINDS_OF: Readonly<Record<Nature, readonly FormatKind[]>> = {
  number: [...ORDERED, '最大的几个', '最小的几个', '重复', ...FILLED],
  day: ['早于今天', '今后几天内', '过去几天内', ...ORDERED, '重复', ...FILLED],
  text: ['包含', '不包含', '开头是', '等于', '不等于', '是其中之一', '重复', ...FILLED],
  choice: ['等于', '不等于', '是其中之一', '重复', ...FILLED],
  list: ['是其中之一', '包含', '不包含', ...FILLED],
  other: FILLED,
}

/** What a kind asks for besides: nothing, a value like the cells', two of them, a number of days or cells, a list. */
export type Operands = 'none' | 'value' | 'span' | 'count' | 'list'

export const OPERANDS: Readonly<Record<FormatKind, Operands>> = {
  等于: 'value',
  不等于: 'value',
  大于: 'value',
  大于等于: 'value',
  小于: 'value',
  小于等于: 'value',
  介于: 'span',
  早于今天: 'none',
  今后几天内: 'count',
  过去几天内: 'count',
  包含: 'value',
  不包含: 'value',
  开头是: 'value',
  是其中之一: 'list',
  为空: 'none',
  不为空: 'none',
  重复: 'none',
  最大的几个: 'count',
  最小的几个: 'count',
}

export const COMPARISONS = {
  等于: '=',
  不等于: '<>',
  大于: '>',
  大于等于: '>=',
  小于: '<',
  小于等于: '<=',
} as const
export type Comparison = (typeof COMPARISONS)[keyof typeof COMPARISONS]

/**
 * A condition as it is worked with: numbers as numbers, days as `YYYY-MM-DD`. An empty cell meets `empty` and nothing
 * else: whoever colours what is not 合格 does not mean the rows still to be filled in.
 */
export type Condition =
  | { readonly is: 'empty' | 'filled' | 'duplicate' }
  | { readonly is: 'compared'; readonly by: Comparison; readonly to: number | string }
  | { readonly is: 'between'; readonly from: number | string; readonly to: number | string }
  /** Days from today on, both included; null has no end. */
  | { readonly is: 'near-today'; readonly from: number | null; readonly to: number }
  | { readonly is: 'contains' | 'lacks' | 'begins'; readonly text: string }
  | { readonly is: 'one-of'; readonly list: readonly string[] }
  /** Among so many largest or smallest; equal ones share a place, so there may be more. */
  | { readonly is: 'ranked'; readonly end: 'largest' | 'smallest'; readonly count: number }

/** A condition as it is kept. */
export interface Asked {
  readonly kind: FormatKind
  readonly value: string | null
  readonly valueTo: string | null
  readonly list: readonly string[]
}

/** Days and places beyond this are a slip of the hand. */
export const LARGEST_COUNT = 9999

/** Null when the condition does not fit the column, or lacks what it needs: such a rule sleeps. */
export function conditionOf({ kind, value, valueTo, list }: Asked, column: Column): Condition | null {
  const nature = natureOf(column)
  if (!KINDS_OF[nature].includes(kind)) return null
  switch (kind) {
    case '为空':
      return { is: 'empty' }
    case '不为空':
      return { is: 'filled' }
    case '重复':
      return { is: 'duplicate' }
    case '早于今天':
      return { is: 'near-today', from: null, to: -1 }
    case '是其中之一':
      return list.length > 0 ? { is: 'one-of', list } : null
    case '介于':
      return between(operand(value, nature), operand(valueTo, nature))
    case '今后几天内':
    case '过去几天内':
    case '最大的几个':
    case '最小的几个':
      return counted(kind, value)
    case '包含':
    case '不包含':
    case '开头是':
      return value === null || value === '' ? null : { is: TEXTS[kind], text: value }
    default: {
      const to = operand(value, nature)
      return to === null ? null : { is: 'compared', by: COMPARISONS[kind], to }
    }
  }
}

const TEXTS = { 包含: 'contains', 不包含: 'lacks', 开头是: 'begins' } as const

function counted(
  kind: '今后几天内' | '过去几天内' | '最大的几个' | '最小的几个',
  value: string | null,
): Condition | null {
  const count = countOf(value)
  if (count === null) return null
  if (kind === '今后几天内') return { is: 'near-today', from: 0, to: count }
  if (kind === '过去几天内') return { is: 'near-today', from: -count, to: 0 }
  if (count === 0) return null
  return { is: 'ranked', end: kind === '最大的几个' ? 'largest' : 'smallest', count }
}

function between(from: number | string | null, to: number | string | null): Condition | null {
  if (from === null || to === null) return null
  return from <= to ? { is: 'between', from, to } : { is: 'between', from: to, to: from }
}

/** Null for what is no value of the column's kind. */
function operand(value: string | null, nature: Nature): number | string | null {
  if (value === null || value === '') return null
  if (nature === 'day') return isLocalDate(value) ? value : null
  return nature === 'number' ? numberOf(value) : value
}

/** As it is kept: plain digits, nothing that a program could read in two ways. */
function numberOf(value: string): number | null {
  const number = Number(value)
  return Number.isFinite(number) && plainNumber(number) === value ? number : null
}

function countOf(value: string | null): number | null {
  if (value === null || !/^\d{1,4}$/.test(value)) return null
  return Number(value)
}
