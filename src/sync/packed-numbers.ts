/**
 * Whole numbers as text that deflates well: their digits to the base of 64, all lowest digits first, then all second
 * ones and so on, so that each stretch of the text has one distribution of its own. With `steps` each number is the
 * step from the one before (20,000 numbers in a row are then 20,000 times the same letter).
 */
export interface PackedNumbers {
  readonly count: number
  readonly from: number
  readonly steps?: true
  readonly digits: readonly string[]
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BASE = DIGITS.length
const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0))
const VALUES = new Int8Array(128).fill(-1)
CODES.forEach((code, value) => (VALUES[code] = value))
/** Numbers below 2⁴⁸, and the steps between them, which may go down as far. */
const LIMIT = 2 ** 48
const MOST_DIGITS = 9

/** Any whole numbers from 0 to below 2⁴⁸. */
export function packNumbers(numbers: readonly number[]): PackedNumbers {
  const plain = Float64Array.from(numbers)
  const steps = plain.map((number, i) => (i === 0 ? number : number - plain[i - 1]!))
  const [from, fromSteps] = [lowest(plain), lowest(steps)]
  return sizeOf(steps, fromSteps) < sizeOf(plain, from)
    ? { count: plain.length, from: fromSteps, steps: true, digits: digitsOf(steps, fromSteps) }
    : { count: plain.length, from, digits: digitsOf(plain, from) }
}

const lowest = (numbers: Float64Array): number =>
  numbers.reduce((least, number) => (number < least ? number : least), numbers[0] ?? 0)

/** About how many bits they will come to. */
const sizeOf = (numbers: Float64Array, from: number): number =>
  numbers.reduce((sum, number) => sum + Math.log2(1 + number - from), 0)

function digitsOf(numbers: Float64Array, from: number): string[] {
  const digits: string[] = []
  const rest = numbers.map((number) => number - from)
  const text = new Uint8Array(rest.length)
  while (rest.some((number) => number > 0)) {
    for (let i = 0; i < rest.length; i++) {
      const number = rest[i]!
      const left = Math.floor(number / BASE)
      text[i] = CODES[number - left * BASE]!
      rest[i] = left
    }
    digits.push(new TextDecoder().decode(text))
  }
  return digits
}

/** Null when that is not what `packNumbers` writes for so many numbers from 0, or any of them is not below `limit`. */
export function unpackNumbers(packed: unknown, count: number, limit = LIMIT): number[] | null {
  const { count: counted, from, steps, digits } = (packed ?? {}) as Partial<Record<string, unknown>>
  if (counted !== count || !Number.isSafeInteger(from) || Math.abs(from as number) > LIMIT) return null
  if (!Array.isArray(digits) || digits.length > MOST_DIGITS) return null
  const numbers = new Array<number>(count).fill(from as number)
  let weight = 1
  for (const text of digits as unknown[]) {
    if (typeof text !== 'string' || text.length !== count) return null
    for (let i = 0; i < count; i++) {
      const value = VALUES[text.charCodeAt(i)] ?? -1
      if (value < 0) return null
      numbers[i]! += value * weight
    }
    weight *= BASE
  }
  if (steps === true) for (let i = 1; i < count; i++) numbers[i]! += numbers[i - 1]!
  return numbers.every((number) => number >= 0 && number < limit) ? numbers : null
}
