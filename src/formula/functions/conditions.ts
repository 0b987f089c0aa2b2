import type { Area } from '../area.ts'
import { criterionOf, keyOf, type Criterion } from '../criterion.ts'
import { any, area, define, defineMany, memory, optional } from '../function.ts'
import { add, DIVISION, valueOf, WRONG_VALUE, type Value } from '../value.ts'

/** Rows by what they hold in the columns a call puts conditions to; good for as long as those columns are the same. */
interface Index {
  areas: readonly Area[]
  rows: ReadonlyMap<string, readonly number[]>
}

const index = memory<Index>(() => ({ areas: [], rows: new Map() }))

type Conditions = readonly (readonly [Area, Value])[]

/**
 * The rows that fit all conditions. Conditions of the form "equals this" are looked up, so that a sum for each of
 * 20,000 rows over 20,000 rows is 20,000 steps and not 400 million.
 */
function rowsThatFit(conditions: Conditions, known: Index): readonly number[] {
  const areas = conditions.map(([each]) => each)
  const { height, width } = areas[0]!
  if (areas.some((each) => each.height !== height || each.width !== width)) throw WRONG_VALUE
  const criteria = conditions.map(([, wanted]) => criterionOf(wanted))
  if (criteria.every(({ key }) => key !== null)) {
    if (known.areas.length !== areas.length || known.areas.some((each, at) => each !== areas[at])) {
      known.areas = areas
      known.rows = indexOf(areas)
    }
    return known.rows.get(criteria.map(({ key }) => key).join('\u0000')) ?? []
  }
  return scan(areas, criteria)
}

function indexOf(areas: readonly Area[]): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  const lists = areas.map((each) => each.cells())
  for (let at = 0; at < lists[0]!.length; at++) {
    const keys = lists.map((cells) => keyOf(cells[at] ?? null))
    if (keys.includes(null)) continue
    const key = keys.join('\u0000')
    const found = rows.get(key)
    if (found) found.push(at)
    else rows.set(key, [at])
  }
  return rows
}

function scan(areas: readonly Area[], criteria: readonly Criterion[]): number[] {
  const lists = areas.map((each) => each.cells())
  const found: number[] = []
  for (let at = 0; at < lists[0]!.length; at++)
    if (criteria.every(({ fits }, of) => fits(lists[of]![at] ?? null))) found.push(at)
  return found
}

/** The numbers that stand in `values` in these rows. */
function numbersAt(values: Area, rows: readonly number[], of: Area): number[] {
  if (values.height !== of.height || values.width !== of.width) throw WRONG_VALUE
  const cells = values.cells()
  const found: number[] = []
  for (const row of rows) {
    const value = valueOf(cells[row] ?? null)
    if (typeof value === 'number') found.push(value)
  }
  return found
}

const sum = (numbers: readonly number[]): number => numbers.reduce(add, 0)

function average(numbers: readonly number[]): number {
  if (numbers.length === 0) throw DIVISION
  return sum(numbers) / numbers.length
}

const largest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0)
const smallest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0)

/** `SUMIF(where, what, values)` */
const ofOne = (fold: (numbers: readonly number[]) => number) =>
  define([area, any, optional(area, null), index], (where, wanted, values, known) =>
    fold(numbersAt(values ?? where, rowsThatFit([[where, wanted]], known), where)),
  )

/** `SUMIFS(values, where, what, where, what …)` */
const ofMany = (fold: (numbers: readonly number[]) => number) =>
  defineMany([area, index], [area, any], (values, known, conditions) =>
    fold(numbersAt(values, rowsThatFit(conditions, known), conditions[0]![0])),
  )

export const conditions = {
  SUMIF: ofOne(sum),
  AVERAGEIF: ofOne(average),
  COUNTIF: define([area, any, index], (where, wanted, known) => rowsThatFit([[where, wanted]], known).length),
  SUMIFS: ofMany(sum),
  AVERAGEIFS: ofMany(average),
  MAXIFS: ofMany(largest),
  MINIFS: ofMany(smallest),
  COUNTIFS: defineMany([index], [area, any], (known, conditions) => rowsThatFit(conditions, known).length),
}
