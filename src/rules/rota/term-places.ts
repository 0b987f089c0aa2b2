import { addDays, weekdayOf, type LocalDate } from '../../shared/local-date.ts'
import { weekdays } from '../../tables/school/weekday-choices.ts'
import type { Calendar } from '../calendar.ts'
import { weekdayName } from '../on-duty.ts'
import type { Policy } from '../policy.ts'
import { weekNumber } from '../weeks.ts'

/** A post as it is manned week after week. */
export interface PostTemplate {
  readonly post: string
  /** Null for every school day. */
  readonly weekdays: readonly string[] | null
  readonly seats: number
  /** Homeroom teachers are with their classes then. */
  readonly withClass: boolean
}

/** A row of the rota to be: a post on the days of one week, or on one day. */
export interface TermPlace {
  readonly week: number
  readonly template: PostTemplate
  readonly days: readonly LocalDate[]
}

export interface TermDays {
  /** First and last day of the term, from which weeks are counted. */
  readonly start: LocalDate
  readonly end: LocalDate
  /** What is planned: within the term. */
  readonly from: LocalDate
  readonly to: LocalDate
}

type WeekdayName = (typeof weekdays)[number]['zh']

/**
 * Whose timetable a make-up day has: the weekday that its name in 节假日与调休 says ("补周四的课"), or null for every post.
 */
export function standsFor(name: string | null): WeekdayName | null {
  const said = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(name ?? '')?.[1]
  if (said === undefined) return null
  const wanted = `周${said === '天' ? '日' : said}`
  return weekdays.find(({ zh }) => zh === wanted)?.zh ?? null
}

/**
 * The places of a term by its template: holidays are left out, make-up days come in. By the week, a place is a post on all
 * its days of one week; by the day, each of them is one.
 *
 * @param nameOf what the calendar calls a day, for make-up days
 */
export function termPlaces(
  templates: readonly PostTemplate[],
  { start, end, from, to }: TermDays,
  calendar: Pick<Calendar, 'isWorkday'>,
  nameOf: (day: LocalDate) => string | null,
  policy: Pick<Policy, 'rota.turn' | 'rota.makeUp'>,
): TermPlace[] {
  const byWeek = new Map<number, LocalDate[]>()
  for (let day = from < start ? start : from; day <= to && day <= end; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue
    const week = weekNumber(day, start, end)!
    byWeek.set(week, [...(byWeek.get(week) ?? []), day])
  }
  const isManned = (template: PostTemplate, day: LocalDate): boolean => {
    const wanted = template.weekdays
    if (weekdayOf(day) <= 5) return wanted === null || wanted.includes(weekdayName(day))
    if (policy['rota.makeUp'] === 'none') return false
    const instead = policy['rota.makeUp'] === 'named' ? standsFor(nameOf(day)) : null
    return (
      wanted === null || instead === null || [instead, weekdayName(day)].some((name) => wanted.includes(name))
    )
  }
  return [...byWeek].flatMap(([week, all]) =>
    templates.flatMap((template): TermPlace[] => {
      const days = all.filter((day) => isManned(template, day))
      if (days.length === 0) return []
      return policy['rota.turn'] === 'week'
        ? [{ week, template, days }]
        : days.map((day) => ({ week, template, days: [day] }))
    }),
  )
}
