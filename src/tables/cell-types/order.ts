import { distinctly, numbersBySize } from '../../shared/collation.ts'
import type { Cell } from '../cell.ts'

/**
 * Text as people look it up: by pinyin, numbers within it by size, and never two different texts as equal. Made once:
 * making a collator costs a thousand comparisons.
 */
export const byPinyin = distinctly(numbersBySize('zh'))

/** Valid values in their own order; text kept as typed after them, by pinyin. */
export function order<T extends Cell>(isValid: (cell: Cell) => cell is T, compare: (a: T, b: T) => number) {
  return (a: Cell, b: Cell): number => {
    const [validA, validB] = [isValid(a), isValid(b)]
    if (validA && validB) return compare(a as T, b as T)
    if (validA !== validB) return validA ? -1 : 1
    return byPinyin(String(a ?? ''), String(b ?? ''))
  }
}

export const isText = (cell: unknown): cell is string => typeof cell === 'string'
export const isNumber = (cell: unknown): cell is number => typeof cell === 'number'
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
