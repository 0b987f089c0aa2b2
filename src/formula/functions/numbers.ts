import { plainNumber, roundHalfUp } from '../../shared/plain-number.ts'
import type { Area } from '../area.ts'
import { any, area, define, defineMany, either, memory, number, numbersIn, optional } from '../function.ts'
import {
  add,
  DIVISION,
  fifteenDigits,
  NOT_FOUND,
  valueOf,
  WRONG_NUMBER,
  WRONG_VALUE,
  type Content,
} from '../value.ts'

/** Half away from zero, on the digits as people read them: 1.005 has no exact binary fraction. */
export function round(value: number, digits: number): number {
  const places = Math.trunc(digits)
  const written = plainNumber(fifteenDigits(value))
  if (places >= 0) return roundHalfUp(written, places)
  const unit = 10 ** -places
  return roundHalfUp(plainNumber(fifteenDigits(value / unit)), 0) * unit
}

/** Towards zero or away from it, at so many decimals; the noise of a binary fraction counts for nothing. */
function shift(value: number, digits: number, take: (magnitude: number) => number): number {
  const unit = 10 ** Math.trunc(digits)
  const magnitude = take(fifteenDigits(Math.abs(value) * unit)) / unit
  return value < 0 ? -magnitude || 0 : magnitude
}

const sum = (numbers: readonly number[]): number => numbers.reduce(add, 0)

function average(numbers: readonly number[]): number {
  if (numbers.length === 0) throw DIVISION
  return sum(numbers) / numbers.length
}

function deviation(numbers: readonly number[]): number {
  if (numbers.length < 2) throw DIVISION
  const mean = average(numbers)
  return Math.sqrt(sum(numbers.map((each) => (each - mean) ** 2)) / (numbers.length - 1))
}

function nth(block: Area, at: number, order: (a: number, b: number) => number): number {
  const sorted = numbersIn([[block]]).sort(order)
  const found = sorted[Math.ceil(at) - 1]
  if (found === undefined) throw WRONG_NUMBER
  return found
}

const ascending = (a: number, b: number) => a - b
const descending = (a: number, b: number) => b - a

/** The largest of many, without handing 100,000 arguments to one call. */
const extreme = (numbers: readonly number[], wanted: (a: number, b: number) => boolean): number =>
  numbers.reduce((best, each) => (wanted(each, best) ? each : best), numbers[0] ?? 0)

/** What a column holds, sorted once for all rows that ask for their place in it. */
const sortedOf = memory(() => ({ block: null as Area | null, sorted: [] as readonly number[] }))

const rank = define([number, area, optional(number, 0), sortedOf], (wanted, block, upwards, known) => {
  if (known.block !== block) {
    known.block = block
    known.sorted = numbersIn([[block]]).sort(ascending)
  }
  const { sorted } = known
  const first = firstAt(sorted, wanted)
  if (sorted[first] !== wanted) throw NOT_FOUND
  return upwards !== 0 ? first + 1 : sorted.length - firstAbove(sorted, wanted) + 1
})

/** The first place of a number that is not smaller. */
const firstAt = (sorted: readonly number[], wanted: number): number => place(sorted, (each) => each >= wanted)
const firstAbove = (sorted: readonly number[], wanted: number): number =>
  place(sorted, (each) => each > wanted)

function place(sorted: readonly number[], reached: (each: number) => boolean): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (reached(sorted[middle]!)) to = middle
    else from = middle + 1
  }
  return from
}

function multipleOf(value: number, step: number, take: (quotient: number) => number): number {
  if (step === 0) return 0
  if (value > 0 && step < 0) throw WRONG_NUMBER
  return fifteenDigits(take(fifteenDigits(value / step)) * step) || 0
}

const numberOrZero = (cell: Content): number => {
  const value = valueOf(cell)
  return typeof value === 'number' ? value : 0
}

export const numbers = {
  SUM: defineMany([], [either], (groups) => sum(numbersIn(groups))),
  AVERAGE: defineMany([], [either], (groups) => average(numbersIn(groups))),
  MIN: defineMany([], [either], (groups) => extreme(numbersIn(groups), (a, b) => a < b)),
  MAX: defineMany([], [either], (groups) => extreme(numbersIn(groups), (a, b) => a > b)),
  COUNT: defineMany([], [either], (groups) => {
    let count = 0
    for (const [argument] of groups)
      if (typeof argument === 'object' && argument !== null) {
        for (const cell of argument) if (typeof cell === 'number') count++
      } else if (typeof argument !== 'string') count++
    return count
  }),
  PRODUCT: defineMany([], [either], (groups) => numbersIn(groups).reduce((a, b) => a * b, 1)),
  MEDIAN: defineMany([], [either], (groups) => {
    const sorted = numbersIn(groups).sort(ascending)
    if (sorted.length === 0) throw WRONG_NUMBER
    const middle = sorted.length >> 1
    return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  }),
  STDEV: defineMany([], [either], (groups) => deviation(numbersIn(groups))),
  LARGE: define([area, number], (block, at) => nth(block, at, descending)),
  SMALL: define([area, number], (block, at) => nth(block, at, ascending)),
  RANK: rank,
  'RANK.EQ': rank,
  SUMPRODUCT: defineMany([], [area], (groups) => {
    const [[first] = []] = groups
    if (!first || groups.some(([each]) => each.height !== first.height || each.width !== first.width))
      throw WRONG_VALUE
    const lists = groups.map(([each]) => each.cells())
    return sum(
      lists[0]!.map((_, at) => lists.reduce((product, list) => product * numberOrZero(list[at]!), 1)),
    )
  }),
  ROUND: define([number, optional(number, 0)], round),
  ROUNDUP: define([number, optional(number, 0)], (value, digits) => shift(value, digits, Math.ceil)),
  ROUNDDOWN: define([number, optional(number, 0)], (value, digits) => shift(value, digits, Math.floor)),
  TRUNC: define([number, optional(number, 0)], (value, digits) => shift(value, digits, Math.floor)),
  INT: define([number], (value) => Math.floor(fifteenDigits(value))),
  ABS: define([number], Math.abs),
  SIGN: define([number], Math.sign),
  MOD: define([number, number], (value, divisor) => {
    if (divisor === 0) throw DIVISION
    return add(value, -divisor * Math.floor(fifteenDigits(value / divisor)))
  }),
  POWER: define([number, number], (base, exponent) => power(base, exponent)),
  SQRT: define([number], (value) => {
    if (value < 0) throw WRONG_NUMBER
    return Math.sqrt(value)
  }),
  CEILING: define([number, number], (value, step) => multipleOf(value, step, Math.ceil)),
  FLOOR: define([number, number], (value, step) => {
    if (step === 0 && value !== 0) throw DIVISION
    return multipleOf(value, step, Math.floor)
  }),
  ISEVEN: define([any], (value) => Math.trunc(whole(value)) % 2 === 0),
  ISODD: define([any], (value) => Math.trunc(whole(value)) % 2 !== 0),
}

function whole(value: Content): number {
  if (typeof value !== 'number') throw WRONG_VALUE
  return value
}

export function power(base: number, exponent: number): number {
  if (base === 0 && exponent === 0) throw WRONG_NUMBER
  if (base === 0 && exponent < 0) throw DIVISION
  return base ** exponent
}
