import { addDays, weekdayOf, type LocalDate } from '../shared/local-date.ts'

/** A row of the holidays table, as far as the calendar reads it. */
export interface HolidayFact {
  readonly date: LocalDate | null
  readonly kind: string | null
}

/** Which days are worked, by the official notices and the school's own days. */
export interface Calendar {
  readonly isWorkday: (date: LocalDate) => boolean
  /** A day the table names as free; a plain weekend is no holiday. */
  readonly isHoliday: (date: LocalDate) => boolean
  /** The first workday after `date`. */
  readonly nextWorkday: (date: LocalDate) => LocalDate
  /** False when no official day of the year is known, so that weekends are all there is to go by. */
  readonly hasData: (year: number) => boolean
  /** Years of the two days (both included) without data: shown as a warning. */
  readonly yearsWithoutData: (from: LocalDate, to: LocalDate) => readonly number[]
}

const MAKE_UP = '调休上班'
const OFFICIAL = new Set(['法定休', MAKE_UP])
/** No run of free days is longer; a table that makes a whole year free is a mistake, not a reason to hang. */
const LONGEST_BREAK = 366

export function calendarFrom(holidays: Iterable<HolidayFact>): Calendar {
  const free = new Set<LocalDate>()
  const worked = new Set<LocalDate>()
  const years = new Set<number>()
  for (const { date, kind } of holidays) {
    if (date === null || kind === null) continue
    if (kind === MAKE_UP) worked.add(date)
    else free.add(date)
    if (OFFICIAL.has(kind)) years.add(+date.slice(0, 4))
  }

  const isWorkday = (date: LocalDate) => worked.has(date) || (weekdayOf(date) <= 5 && !free.has(date))
  return {
    isWorkday,
    isHoliday: (date) => free.has(date) && !worked.has(date),
    nextWorkday: (date) => {
      let day = addDays(date, 1)
      for (let i = 0; i < LONGEST_BREAK && !isWorkday(day); i++) day = addDays(day, 1)
      return day
    },
    hasData: (year) => years.has(year),
    yearsWithoutData: (from, to) => {
      const missing: number[] = []
      for (let year = +from.slice(0, 4); year <= +to.slice(0, 4); year++)
        if (!years.has(year)) missing.push(year)
      return missing
    },
  }
}
