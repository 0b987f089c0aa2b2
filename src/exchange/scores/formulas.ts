import { columnName } from '../sheet-data.ts'
import { FIRST_DATA_ROW, quoteSheet } from '../xlsx-write.ts'
import type { Col } from './columns.ts'

/** Cell addresses of a row by column key: `addresses(SCORES)(0)('final')` is `K3`. */
export function addresses<C extends Col>(columns: readonly C[]) {
  const letters = new Map(columns.map((found, at) => [found.key, columnName(at)]))
  return (index: number) => (key: C['key']) => `$${letters.get(key)!}${FIRST_DATA_ROW + 1 + index}`
}

/** Whole columns of data by key, as absolute ranges; one row at least, so that an empty sheet still adds up to 0. */
export function ranges<C extends Col>(sheet: string, columns: readonly C[], count: number) {
  const letters = new Map(columns.map((found, at) => [found.key, columnName(at)]))
  const end = FIRST_DATA_ROW + Math.max(1, count)
  return (key: C['key']) => {
    const letter = letters.get(key)!
    return `${quoteSheet(sheet)}!$${letter}$${FIRST_DATA_ROW + 1}:$${letter}$${end}`
  }
}

/** `$A3:$A7` → `$A$3:$A7`: the range grows with the rows it is copied to. */
export const fixedStart = (range: string) => range.replace(/^\$([A-Z]+)(\d+):/, '$$$1$$$2:')

const pairs = (conditions: readonly (readonly [string, string])[]) =>
  conditions.map(([range, wanted]) => `${range},${wanted}`).join(',')

export const sumIfs = (sum: string, conditions: readonly (readonly [string, string])[]) =>
  `SUMIFS(${sum},${pairs(conditions)})`

export const countIfs = (conditions: readonly (readonly [string, string])[]) =>
  `COUNTIFS(${pairs(conditions)})`
