import { addDays, dateOf, daysBetween, weekdayOf, type LocalDate } from '../../shared/local-date.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { peopleOf, type PersonDraft } from './rota-draft.ts'

/** A shift of the holiday and night duty that is to be planned. */
export interface ShiftDraft {
  readonly kind: string
  readonly shift: string
  readonly seats: number
  readonly wanted: boolean
}

export interface HolidayDraft {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly shifts: readonly ShiftDraft[]
  readonly people: readonly PersonDraft[]
  /** Rows that are there already get other people, unless somebody has signed in or written their log. */
  readonly again: boolean
}

const NIGHT = '夜间'
const SHIFTS: readonly ShiftDraft[] = [
  { kind: '节假日', shift: '08:00-20:00', seats: 1, wanted: true },
  { kind: '寒暑假', shift: '08:00-20:00', seats: 1, wanted: true },
  { kind: '周末', shift: '08:00-20:00', seats: 1, wanted: false },
  { kind: NIGHT, shift: '20:00-08:00', seats: 1, wanted: false },
]
const FAR = 200
const MONTH = 30
/** A summer is planned in two goes rather than for people who may not be there any more. */
const LONGEST = 60

/** The next free days, from the first to the last before school; a month from today where none are known. */
export function holidayDraft(book: Workbook): HolidayDraft {
  const today = dateOf(book.environment().now)
  const dutyOf = dutyOfDay(book)
  const isFree = (day: LocalDate) => dutyOf(day) === '节假日' || dutyOf(day) === '寒暑假'
  const rest = { shifts: SHIFTS, people: peopleOf(book), again: false }
  let from = today
  while (from < addDays(today, FAR) && !isFree(from)) from = addDays(from, 1)
  if (!isFree(from)) return { ...rest, from: today, to: addDays(today, MONTH) }
  let to = from
  while (daysBetween(from, to) < LONGEST && dutyOf(addDays(to, 1)) !== null) to = addDays(to, 1)
  return { ...rest, from, to }
}

/** Which duty a day has, besides the night's; null for a school day. */
export function dutyOfDay(book: Workbook): (day: LocalDate) => string | null {
  const { calendar, terms } = book.environment()
  const vacations = new Set<unknown>(['寒假', '暑假'])
  const kinds = new Map(
    book
      .view('holidays')
      .ids()
      .map((id) => [book.stored('holidays', id, 'date'), book.stored('holidays', id, 'kind')]),
  )
  const inTerm = (day: LocalDate) =>
    terms.some(
      ({ startDate, endDate }) =>
        startDate !== null && endDate !== null && startDate <= day && day <= endDate,
    )
  return (day) => {
    if (calendar.isHoliday(day)) return vacations.has(kinds.get(day)) ? '寒暑假' : '节假日'
    if (terms.length > 0 && !inTerm(day)) return '寒暑假'
    return weekdayOf(day) > 5 && !calendar.isWorkday(day) ? '周末' : null
  }
}

/** The shifts of a day. */
export const shiftsOn = (
  day: LocalDate,
  shifts: readonly ShiftDraft[],
  dutyOf: (day: LocalDate) => string | null,
) => shifts.filter(({ kind, wanted }) => wanted && (kind === NIGHT || kind === dutyOf(day)))
