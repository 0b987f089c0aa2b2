import { addDays, isLocalDate, type LocalDate } from '../../shared/local-date.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Days people write in school ledgers. A year outside is a slip of the finger, such as 0206 for 2026. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2199
/** A two-digit year is taken for this century only when it is about now: 26/3/2 is a date, 03/02/26 is a question. */
const NEAR_YEARS = 15

const DAYS_FROM_TODAY: Readonly<Record<string, number>> = {
  前天: -2,
  昨天: -1,
  昨日: -1,
  yesterday: -1,
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
}

const NAMED = new RegExp(`^(?:${Object.keys(DAYS_FROM_TODAY).join('|')})`, 'i')
const FULL = /^(\d{4}|\d{2})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:日|号|(?![\d:.]))/
const MONTH_AND_DAY = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:日|号|(?![-/.:\d]))/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/
const WEEKDAY = /^\s*(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)/

const pad = (part: string) => part.padStart(2, '0')

/**
 * A date at the start of half-width text, and what follows it. Null when the text does not start with one; a problem
 * when it does but no such day exists.
 */
export function readDate(written: string, now: string): Result<{ date: LocalDate; rest: string }> | null {
  const named = NAMED.exec(written)
  if (named) {
    const days = DAYS_FROM_TODAY[named[0].toLowerCase()]!
    return ok({ date: addDays(now.slice(0, 10), days), rest: written.slice(named[0].length) })
  }
  const found = FULL.exec(written) ?? COMPACT.exec(written)
  const short = found ? null : MONTH_AND_DAY.exec(written)
  if (!found && !short) return null
  const [whole, year, month, day] = found
    ? [found[0], found[1]!, found[2]!, found[3]!]
    : [short![0], now.slice(0, 4), short![1]!, short![2]!]
  const fullYear = year.length === 2 ? `20${year}` : year
  if (year.length === 2 && Math.abs(Number(fullYear) - Number(now.slice(0, 4))) > NEAR_YEARS)
    return fail('date.two-digit-year')
  if (Number(fullYear) < FIRST_YEAR || Number(fullYear) > LAST_YEAR) return fail('date.year-out-of-range')
  const date = `${fullYear}-${pad(month)}-${pad(day)}`
  if (!isLocalDate(date)) return fail('date.no-such-day')
  return ok({ date, rest: written.slice(whole.length).replace(WEEKDAY, '') })
}

export function isLedgerYear(date: LocalDate): boolean {
  const year = Number(date.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}
