/**
 * Dates and times as people write them on paper: `YYYY-MM-DD` and `YYYY-MM-DD HH:mm`, always local, never a
 * `Date`. A `Date` is an instant, so a birthday or a duty day stored as one moves by a day in another time zone;
 * these strings do not move, and they sort and compare as text.
 */
export type LocalDate = string
export type LocalTime = string

const DAY = 86_400_000
const MINUTE = 60_000

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** The number written by the digits at a place, or NaN: every cell of a large file is looked at, so nothing is cut out. */
function digits(text: string, at: number, count: number): number {
  let number = 0
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    number = number * 10 + digit
  }
  return number
}

function startsWithDate(value: string): boolean {
  if (value[4] !== '-' || value[7] !== '-') return false
  const [year, month, day] = [digits(value, 0, 4), digits(value, 5, 2), digits(value, 8, 2)]
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month))
}

/** `YYYY-MM-DD` of a day that exists (no 30 February). */
export const isLocalDate = (value: string): boolean => value.length === 10 && startsWithDate(value)

/** `YYYY-MM-DD HH:mm` of a minute that exists. */
export const isLocalTime = (value: string): boolean =>
  value.length === 16 &&
  value[10] === ' ' &&
  value[13] === ':' &&
  digits(value, 11, 2) < 24 &&
  digits(value, 14, 2) < 60 &&
  startsWithDate(value)

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const toUtc = (time: LocalDate | LocalTime) =>
  Date.UTC(
    +time.slice(0, 4),
    +time.slice(5, 7) - 1,
    +time.slice(8, 10),
    time.length > 10 ? +time.slice(11, 13) : 0,
    time.length > 10 ? +time.slice(14, 16) : 0,
  )

// Arithmetic is done on a UTC calendar, which has no daylight-saving gaps (China had them from 1986 to 1991).
const fromUtc = (ms: number): LocalTime => {
  const d = new Date(ms)
  return `${pad(d.getUTCFullYear(), 4)}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())} ${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}`
}

export const dateOf = (time: LocalTime): LocalDate => time.slice(0, 10)

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(fromUtc(toUtc(date) + days * DAY))

export const addMinutes = (time: LocalTime, minutes: number): LocalTime =>
  fromUtc(toUtc(time) + minutes * MINUTE)

/** Whole minutes from `from` to `to`; negative when `to` is earlier. */
export const minutesBetween = (from: LocalTime, to: LocalTime): number => (toUtc(to) - toUtc(from)) / MINUTE

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (toUtc(dateOf(to)) - toUtc(dateOf(from))) / DAY

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(toUtc(date)).getUTCDay() || 7

/** The clock's instant as local wall time; the only place where an instant becomes a local time. */
export function localTime(instant: Date): LocalTime {
  return `${pad(instant.getFullYear(), 4)}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())} ${pad(instant.getHours())}:${pad(instant.getMinutes())}`
}
