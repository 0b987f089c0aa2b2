import {
  addDays,
  addMinutes,
  daysBetween,
  isLocalDate,
  minutesBetween,
  type LocalDate,
  type LocalTime,
} from './local-date.ts'

/**
 * Dates as spreadsheets number them (1900 system). Days before 1920 have no number here: in a date column a small
 * number is a year, a count or `3.2` for 2 March far more often than a day of long ago, and reading it as one would
 * be a lie. (Before March 1900 the numbering is off by one as well, for a 29 February that never was.)
 */
const DAY_ZERO = '1899-12-30'
const FIRST = 7306
const LAST = 2_958_465

export const isSerial = (value: number): boolean => value >= FIRST && value < LAST + 1

export function serialOfDate(date: LocalDate): number | null {
  if (!isLocalDate(date)) return null
  const serial = daysBetween(DAY_ZERO, date)
  return isSerial(serial) ? serial : null
}

export function serialOfTime(time: LocalTime): number | null {
  const day = serialOfDate(time.slice(0, 10))
  return day === null ? null : day + minutesBetween(`${time.slice(0, 10)} 00:00`, time) / 1440
}

export const dateOfSerial = (serial: number): LocalDate => addDays(DAY_ZERO, Math.floor(serial))

/** To the nearest minute: a fraction of a day has no exact minutes in binary. */
export const timeOfSerial = (serial: number): LocalTime =>
  addMinutes(`${dateOfSerial(serial)} 00:00`, Math.round((serial - Math.floor(serial)) * 1440))
