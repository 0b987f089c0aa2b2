import {
  addDays,
  addMinutes,
  daysBetween,
  isLocalDate,
  isLocalTime,
  minutesBetween,
} from '../shared/local-date.ts'
import { counted, countingIn } from '../i18n/counted-text.ts'
import { addMonths } from './month.ts'

/** What the fill handle makes of the cells it starts from; `auto` is what Excel and WPS would do. */
export type FillMode = 'auto' | 'copy' | 'series' | 'workdays' | 'months' | 'years'

export interface FillRules {
  readonly mode: FillMode
  /** Is the day worked, holidays and make-up days considered? */
  readonly isWorkday: (date: string) => boolean
}

/**
 * The cells that follow the given ones: the next dates, numbers, weeks or names, or the given ones again and again. The
 * texts are as the cells show them and so are the answers; `backwards` fills up or to the left, so what comes before.
 */
export function continueSeries(
  given: readonly string[],
  count: number,
  { mode, isWorkday }: FillRules,
  backwards = false,
): string[] {
  const texts = backwards ? [...given].reverse() : given
  const toward = backwards ? -1 : 1
  const next =
    mode === 'copy' || given.some((text) => text === '')
      ? null
      : (datesAfter(texts, toward, mode, isWorkday) ??
        timesAfter(texts) ??
        numbersAfter(texts, mode === 'series' ? toward : null) ??
        wordsAfter(texts, toward))
  return Array.from({ length: count }, (_, i) => next?.(i + 1) ?? texts[i % texts.length]!)
}

/** The text `n` cells on, n from 1. */
type Following = (n: number) => string

function datesAfter(
  texts: readonly string[],
  toward: 1 | -1,
  mode: FillMode,
  isWorkday: (date: string) => boolean,
): Following | null {
  if (!texts.every(isLocalDate)) return null
  const last = texts[texts.length - 1]!
  if (mode === 'workdays') return workdaysAfter(last, toward, isWorkday)
  if (mode === 'months') return (n) => addMonths(last, n * toward)
  if (mode === 'years') return (n) => addMonths(last, n * toward * 12)
  if (texts.length === 1) return (n) => addDays(last, n * toward)
  const months = evenStep(texts, monthsBetween)
  if (months !== null) {
    // The 31st of each month: shorter months have their last day, and the 31st comes back after them.
    const fullest = texts.reduce((most, text, i) => (dayOf(text) > dayOf(texts[most]!) ? i : most), 0)
    return (n) => addMonths(texts[fullest]!, (texts.length - 1 - fullest + n) * months)
  }
  const days = evenStep(texts, daysBetween)
  if (days !== null) return (n) => addDays(last, n * days)
  return areConsecutiveWorkdays(texts, toward, isWorkday) ? workdaysAfter(last, toward, isWorkday) : null
}

/** Monday to Friday without the holidays, with the Saturdays that are worked for them. */
function workdaysAfter(from: string, toward: 1 | -1, isWorkday: (date: string) => boolean): Following {
  const days = [from]
  return (n) => {
    while (days.length <= n) days.push(workdayNext(days[days.length - 1]!, toward, isWorkday))
    return days[n]!
  }
}

/** No break is as long as this; a calendar without any workday must not stop the page. */
const LONGEST_BREAK = 400

function workdayNext(date: string, toward: 1 | -1, isWorkday: (date: string) => boolean): string {
  let day = addDays(date, toward)
  for (let i = 0; i < LONGEST_BREAK && !isWorkday(day); i++) day = addDays(day, toward)
  return day
}

const areConsecutiveWorkdays = (
  texts: readonly string[],
  toward: 1 | -1,
  isWorkday: (date: string) => boolean,
): boolean =>
  texts.every(
    (text, i) => isWorkday(text) && (i === 0 || workdayNext(texts[i - 1]!, toward, isWorkday) === text),
  )

const dayOf = (date: string): string => date.slice(8)

/** Whole months from one date to another of the same day (or both last days of their months); NaN otherwise. */
function monthsBetween(from: string, to: string): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  return addMonths(from, months) === to || addMonths(to, -months) === from ? months : NaN
}

/** Moments with even steps; a single one is copied, as nobody can know what should follow it. */
function timesAfter(texts: readonly string[]): Following | null {
  if (!texts.every(isLocalTime)) return null
  if (texts.length === 1) return () => texts[0]!
  const step = evenStep(texts, minutesBetween)
  return step === null ? null : (n) => addMinutes(texts[texts.length - 1]!, n * step)
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/

/** Longer ones are names made of digits (身份证, phone): they are copied, and no digit of them is rounded. */
const MOST_DIGITS = 10

/**
 * A single number is copied unless a series is asked for (`single` is then its step). Several follow their straight
 * line: exactly when they stand on one, by least squares when they do not, as in Excel.
 */
function numbersAfter(texts: readonly string[], single: 1 | -1 | null): Following | null {
  const isNumber = (text: string) =>
    PLAIN_NUMBER.test(text) && text.length <= MOST_DIGITS && !/^-?0\d/.test(text)
  if (!texts.every(isNumber)) return null
  const numbers = texts.map(Number)
  const last = numbers[numbers.length - 1]!
  const decimals = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0))
  if (numbers.length === 1)
    return single === null ? () => texts[0]! : (n) => (last + n * single).toFixed(decimals)
  const step = numbers[1]! - numbers[0]!
  const isEven = numbers.every((number, i) => Math.abs(number - numbers[0]! - i * step) < 1e-9)
  if (isEven) return (n) => (last + n * step).toFixed(decimals)
  const at = line(numbers)
  return (n) => String(Number(at(numbers.length - 1 + n).toFixed(decimals + 2)))
}

/** The straight line of least squares through the numbers at 0, 1, 2 … */
function line(numbers: readonly number[]): (x: number) => number {
  const middle = (numbers.length - 1) / 2
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  let above = 0
  let below = 0
  numbers.forEach((number, x) => {
    above += (x - middle) * (number - mean)
    below += (x - middle) ** 2
  })
  const slope = above / below
  return (x) => mean + slope * (x - middle)
}

/** 第3周, 周五, 十月, SG-007: words that count, each in its own way. Null when they do not count together. */
function wordsAfter(texts: readonly string[], toward: 1 | -1): Following | null {
  const series = countingIn(texts)
  if (series === null) return null
  const last = series.places[series.places.length - 1]!
  const step = series.places.length === 1 ? toward : evenStep(series.places, (from, to) => to - from)
  return step === null || step === 0 ? null : (n) => counted(series.kind, last + n * step)
}

/** The step between neighbours when it is the same everywhere and not zero; else null. */
function evenStep<T>(values: readonly T[], between: (from: T, to: T) => number): number | null {
  const step = between(values[0]!, values[1]!)
  if (!Number.isFinite(step) || step === 0) return null
  return values.every((value, i) => i === 0 || between(values[i - 1]!, value) === step) ? step : null
}
