import { serialOfTime } from '../../shared/serial-date.ts'
import type { Area } from '../area.ts'
import { area, clock, define, number, optional, text } from '../function.ts'
import { dayOf, serialOf, toNumber, valueOf, WRONG_NUMBER } from '../value.ts'

const lastDayOf = (year: number, month: number): number => dayOf(serialOf(year, month + 1, 0)).day

/** The same day so many months later, or the last of that month. */
function monthsLater(serial: number, months: number): number {
  const { year, month, day } = dayOf(serial)
  const first = dayOf(serialOf(year, month + Math.trunc(months), 1))
  return serialOf(first.year, first.month, Math.min(day, lastDayOf(first.year, first.month)))
}

function dateDifference(start: number, end: number, unit: string): number {
  const [from, to] = [Math.floor(start), Math.floor(end)]
  if (from > to) throw WRONG_NUMBER
  const [a, b] = [dayOf(from), dayOf(to)]
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
  switch (unit.toUpperCase()) {
    case 'Y':
      return Math.floor(months / 12)
    case 'M':
      return months
    case 'D':
      return to - from
    case 'YM':
      return months % 12
    case 'MD':
      return b.day >= a.day
        ? b.day - a.day
        : b.day - a.day + lastDayOf(b.month === 1 ? b.year - 1 : b.year, b.month === 1 ? 12 : b.month - 1)
    case 'YD': {
      const inYear = serialOf(b.year, a.month, a.day)
      return to - (inYear > to ? serialOf(b.year - 1, a.month, a.day) : inYear)
    }
    default:
      throw WRONG_NUMBER
  }
}

/** 0 = Monday … 6 = Sunday. */
const weekday = (serial: number): number => (((Math.floor(serial) - 2) % 7) + 7) % 7

function daysOff(holidays: Area | null): Set<number> {
  const off = new Set<number>()
  for (const cell of holidays ?? []) {
    const value = valueOf(cell)
    if (value !== null && value !== '') off.add(Math.floor(toNumber(value)))
  }
  return off
}

function workdays(start: number, end: number, holidays: Area | null): number {
  const [from, to] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))]
  const weeks = Math.floor((to - from + 1) / 7)
  let count = weeks * 5
  for (let day = from + weeks * 7; day <= to; day++) if (weekday(day) < 5) count++
  for (const day of daysOff(holidays)) if (day >= from && day <= to && weekday(day) < 5) count--
  return start > end ? -count : count
}

function workdaysLater(start: number, days: number, holidays: Area | null): number {
  const off = daysOff(holidays)
  const step = days < 0 ? -1 : 1
  let day = Math.floor(start)
  for (let left = Math.abs(Math.trunc(days)); left > 0;) {
    day += step
    if (weekday(day) < 5 && !off.has(day)) left--
    dayOf(day)
  }
  return day
}

/** A fraction of a day as seconds, to the nearest. */
const seconds = (serial: number): number => Math.round((serial - Math.floor(serial)) * 86_400) % 86_400

export const days = {
  TODAY: define([clock], (now) => Math.floor(serialOfTime(now) ?? 0)),
  NOW: define([clock], (now) => serialOfTime(now) ?? 0),
  DATE: define([number, number, number], (year, month, day) => {
    const full = Math.trunc(year) < 1900 ? Math.trunc(year) + 1900 : Math.trunc(year)
    const serial = serialOf(full, Math.trunc(month), Math.trunc(day))
    dayOf(serial)
    return serial
  }),
  YEAR: define([number], (serial) => dayOf(serial).year),
  MONTH: define([number], (serial) => dayOf(serial).month),
  DAY: define([number], (serial) => dayOf(serial).day),
  HOUR: define([number], (serial) => Math.floor(seconds(serial) / 3600)),
  MINUTE: define([number], (serial) => Math.floor(seconds(serial) / 60) % 60),
  WEEKDAY: define([number, optional(number, 1)], (serial, kind) => {
    dayOf(serial)
    if (kind === 1) return ((weekday(serial) + 1) % 7) + 1
    if (kind === 2) return weekday(serial) + 1
    if (kind === 3) return weekday(serial)
    throw WRONG_NUMBER
  }),
  EDATE: define([number, number], monthsLater),
  EOMONTH: define([number, number], (serial, months) => {
    const { year, month } = dayOf(serial)
    return serialOf(year, month + Math.trunc(months) + 1, 0)
  }),
  DAYS: define([number, number], (end, start) => Math.floor(end) - Math.floor(start)),
  DATEDIF: define([number, number, text], dateDifference),
  NETWORKDAYS: define([number, number, optional(area, null)], workdays),
  WORKDAY: define([number, number, optional(area, null)], workdaysLater),
}
