import { plainNumber } from '../shared/plain-number.ts'

/** What a spreadsheet shows where a formula has no result. */
export type ErrorCode = '#DIV/0!' | '#VALUE!' | '#NAME?' | '#REF!' | '#N/A' | '#NUM!'

/**
 * An error of a formula is thrown from where it arises to where IFERROR catches it, else it becomes the cell: just so
 * does it travel through the cells of a sheet. There is one object for each code, so that throwing costs no stack.
 */
export class FormulaError extends Error {
  constructor(readonly code: ErrorCode) {
    super(code)
  }
}

export const DIVISION = new FormulaError('#DIV/0!')
export const WRONG_VALUE = new FormulaError('#VALUE!')
export const WRONG_NAME = new FormulaError('#NAME?')
export const WRONG_REFERENCE = new FormulaError('#REF!')
export const NOT_FOUND = new FormulaError('#N/A')
export const WRONG_NUMBER = new FormulaError('#NUM!')

const ALL = [DIVISION, WRONG_VALUE, WRONG_NAME, WRONG_REFERENCE, NOT_FOUND, WRONG_NUMBER]

export const errorOf = (code: string): FormulaError | null => ALL.find((error) => error.code === code) ?? null

/** One value as a sheet holds it: days are serial numbers, an empty cell is null. */
export type Value = number | string | boolean | null

/** The content of a cell: a value, or the error its own formula came to. */
export type Content = Value | FormulaError

/** The value of a cell, for whoever cannot go on with an error. */
export function valueOf(content: Content): Value {
  if (content instanceof FormulaError) throw content
  return content
}

/** Fifteen digits are what a spreadsheet keeps of a number; beyond them is the noise of binary fractions. */
export const fifteenDigits = (value: number): number => Number(value.toPrecision(15))

const SERIAL_OF_1970 = 25569
const DAY = 86_400_000

export const serialOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / DAY + SERIAL_OF_1970

/** Year, month and day of a serial number. */
export function dayOf(serial: number): { year: number; month: number; day: number } {
  if (!(serial >= 0 && serial < 2_958_466)) throw WRONG_NUMBER
  const date = new Date((Math.floor(serial) - SERIAL_OF_1970) * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const NUMBER = /^[+-]?(?:\d+(?:,\d{3})*|\d*(?=\.))(?:\.\d*)?(?:[eE][+-]?\d+)?\s*(%?)$/
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/** The number a text says, as a spreadsheet takes it where it needs a number; null when it says none. */
export function numberIn(text: string): number | null {
  const written = text.trim()
  const number = NUMBER.exec(written)
  if (number) {
    const plain = written.replace(/[,%\s]/g, '')
    return /\d/.test(plain) ? Number(plain) / (number[1] ? 100 : 1) : null
  }
  const date = DATE.exec(written)
  if (!date) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = date
    .slice(1)
    .map((part) => Number(part ?? 0))
  const serial = serialOf(year, month, day)
  const found = dayOf(serial)
  return found.month === month && found.day === day && hour < 24 && minute < 60 && second < 60
    ? serial + (hour * 3600 + minute * 60 + second) / 86_400
    : null
}

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  const number = numberIn(value)
  if (number === null) throw WRONG_VALUE
  return number
}

export function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return plainNumber(fifteenDigits(value))
}

export function toLogical(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (value === null) return false
  if (typeof value === 'number') return value !== 0
  if (/^true$/i.test(value)) return true
  if (/^false$/i.test(value)) return false
  throw WRONG_VALUE
}

/** Are two numbers the same but for the noise of binary fractions? 0.1+0.2 is 0.3 in every spreadsheet. */
export const nearlySame = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) < Math.abs(a) * 2 ** -48

/** A sum that should be zero is zero: 1.1-1-0.1. */
export const add = (a: number, b: number): number => {
  const sum = a + b
  return sum !== 0 && nearlySame(a, -b) ? 0 : sum
}

const collator = new Intl.Collator('zh-CN')
const RANK = { number: 0, string: 1, boolean: 2 } as const

/** Negative, 0 or positive: numbers before texts before TRUE and FALSE; texts in any case, by pinyin. */
export function compare(a: Value, b: Value): number {
  const left = a ?? emptyLike(b)
  const right = b ?? emptyLike(a)
  const [rankA, rankB] = [RANK[kindOf(left)], RANK[kindOf(right)]]
  if (rankA !== rankB) return rankA - rankB
  if (typeof left === 'number') return nearlySame(left, right as number) ? 0 : left - (right as number)
  if (typeof left === 'boolean') return Number(left) - Number(right)
  const [textA, textB] = [foldCase(left), foldCase(right as string)]
  return textA === textB ? 0 : collator.compare(textA, textB)
}

const kindOf = (value: number | string | boolean) => typeof value as 'number' | 'string' | 'boolean'

const emptyLike = (other: Value): number | string | boolean =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0

export const foldCase = (text: string): string => text.toLowerCase()
