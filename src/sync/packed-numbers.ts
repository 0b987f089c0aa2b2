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
/** −1 for what is no digit. */
const VALUES = new Int8Array(128).fill(-1)
CODES.forEach((code, value) => (VALUES[code] = value))
/** Numbers below 2⁴⁸, and the steps between them, which may go down as far. */
const LIMIT = 2 ** 48
const MOST_DIGITS = 9

/** Any whole numbers from 0 to below 2⁴⁸. */
export function packNumbers(numbers: ArrayLike<number>): PackedNumbers {
  const plain = Float64Array.from(numbers)
  const steps = plain.slice()
  for (let i = steps.length - 1; i > 0; i--) steps[i]! -= steps[i - 1]!
  const [from, fromSteps] = [lowest(plain), lowest(steps)]
  return sizeOf(steps, fromSteps) < sizeOf(plain, from)
    ? { count: plain.length, from: fromSteps, steps: true, digits: digitsOf(steps, fromSteps) }
    : { count: plain.length, from, digits: digitsOf(plain, from) }
}

function lowest(numbers: Float64Array): number {
  let least = numbers[0] ?? 0
  for (let i = 1; i < numbers.length; i++) if (numbers[i]! < least) least = numbers[i]!
  return least
}

/** About how many bits they will come to. */
function sizeOf(numbers: Float64Array, from: number): number {
  let bits = 0
  for (let i = 0; i < numbers.length; i++) bits += Math.log2(1 + numbers[i]! - from)
  return bits
}

/** Uses up `numbers`. */
function digitsOf(numbers: Float64Array, from: number): string[] {
  const digits: string[] = []
  const text = new Uint8Array(numbers.length)
  let more = false
  for (let i = 0; i < numbers.length; i++) {
    numbers[i]! -= from
    if (numbers[i]! > 0) more = true
  }
  while (more) {
    more = false
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!
      const left = Math.floor(number / BASE)
      text[i] = CODES[number - left * BASE]!
      numbers[i] = left
      if (left > 0) more = true
    }
    digits.push(new TextDecoder().decode(text))
  }
  return digits
}

/** Null when that is not what `packNumbers` writes for so many numbers from 0, or any of them is not below `limit`. */
export function unpackNumbers(packed: unknown, count: number, limit = LIMIT): Float64Array | null {
  const { count: counted, from, steps, digits } = (packed ?? {}) as Partial<Record<string, unknown>>
  if (counted !== count || !Number.isSafeInteger(from) || Math.abs(from as number) > LIMIT) return null
  if (!Array.isArray(digits) || digits.length > MOST_DIGITS) return null
  const numbers = new Float64Array(count).fill(from as number)
  let weight = 1
  for (const text of digits as unknown[]) {
    if (typeof text !== 'string' || text.length !== count || !addDigits(numbers, text, weight)) return null
    weight *= BASE
  }
  if (steps === true) for (let i = 1; i < count; i++) numbers[i]! += numbers[i - 1]!
  for (let i = 0; i < count; i++) if (!(numbers[i]! >= 0 && numbers[i]! < limit)) return null
  return numbers
}

/** False when some letter is no digit. */
function addDigits(numbers: Float64Array, text: string, weight: number): boolean {
  let wrong = 0
  for (let i = 0; i < numbers.length; i++) {
    const code = text.charCodeAt(i)
    const value = code < VALUES.length ? VALUES[code]! : -1
    wrong |= value
    numbers[i]! += value * weight
  }
  return wrong >= 0
}
