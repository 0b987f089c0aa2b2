import { addDays, type LocalDate } from '../shared/local-date.ts'
import { schoolDaysOf } from './inspections-rules.ts'
import type { Environment } from './rule.ts'
import type { TermSpan } from './terms.ts'
import { mondayOf, weekNumber } from './weeks.ts'

/** An inspection that a term calls for. */
export interface Occasion {
  readonly kind: '每周必查' | '节前必查' | '开学前' | '放假前'
  /** What its window is reckoned from: a day of the week, or the first free day. */
  readonly day: LocalDate
  readonly occasion: string
  readonly list: readonly string[]
}

export interface MajorHoliday {
  readonly date: LocalDate
  readonly name: string
}

/**
 * Every inspection of a term (P4-29): one in each week that has school days enough, one before each major holiday that
 * begins in the term (O5: which are major stands in the holidays table), one before school begins and one before the
 * vacation. In order of their days.
 */
export function occasionsOf(
  term: Pick<TermSpan, 'startDate' | 'endDate'>,
  holidays: readonly MajorHoliday[],
  environment: Pick<Environment, 'calendar' | 'terms' | 'policy'>,
): Occasion[] {
  const { startDate: start, endDate: end } = term
  if (start === null || end === null) return []
  const occasions: Occasion[] = [
    { kind: '开学前', day: start, occasion: '开学', list: ['开学检查'] },
    { kind: '放假前', day: addDays(end, 1), occasion: '放假', list: ['节前必查'] },
  ]
  for (let monday = mondayOf(start); monday <= end; monday = addDays(monday, 7)) {
    const days = schoolDaysOf(monday, environment)
    if (days.length < environment.policy['inspect.minDays']) continue
    const day = days[0]!
    const week = weekNumber(day < start ? start : day, start, end)
    occasions.push({ kind: '每周必查', day, occasion: `第${week}周`, list: ['每周必查'] })
  }
  for (const { date, name } of firstFreeDays(holidays, environment.calendar))
    if (date > start && date <= end)
      occasions.push({ kind: '节前必查', day: date, occasion: name, list: ['节前必查'] })
  return occasions.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** A holiday goes on over the weekend in it: only days with a workday since the last one begin another. */
function firstFreeDays(
  holidays: readonly MajorHoliday[],
  { isWorkday }: Environment['calendar'],
): MajorHoliday[] {
  const sorted = [...holidays].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return sorted.filter(({ date }, at) => {
    const before = sorted[at - 1]?.date
    if (before === undefined) return true
    for (let day = addDays(before, 1); day < date; day = addDays(day, 1)) if (isWorkday(day)) return true
    return false
  })
}
