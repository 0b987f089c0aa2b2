import type { HolidayMade } from '../../../app/rota/holiday-work.ts'
import type { RotaMade } from '../../../app/rota/apply-rota.ts'
import { labelOf, listed, optionLabel, t, type Labelled } from '../../../i18n/translate.ts'

import { weekdayOf } from '../../../shared/local-date.ts'
import { tables } from '../../../tables/index.ts'
import { dutyPosts } from '../../../tables/school/rota-post-choices.ts'
import { weekdays } from '../../../tables/school/weekday-choices.ts'
import type { Book } from '../../state/session-types.ts'
import type { Told } from './rota-words.ts'

/** A rota as it will look: a line a week or day, a column a post. */
export interface Sheet {
  readonly columns: readonly string[]
  readonly lines: readonly { readonly name: string; readonly cells: readonly string[] }[]
}

type Word = (zh: string) => string

/** Options of a column in the reader's language. */
function wordsOf(options: readonly Labelled[]): Word {
  const english = new Map(options.map(({ zh, en }) => [zh, en]))
  return (zh) => optionLabel(zh, english.get(zh) ?? zh)
}
export const postWord: Word = (zh) => wordsOf(dutyPosts)(zh)
export const kindWord: Word = (zh) => wordsOf(tables.holidayDuty.columns.kind.options ?? [])(zh)

const weekName = (week: number) => t('ui.rota.week', { week })
/** `12-05 周六` */
const dayName = (day: string, weekday: string) => `${day.slice(5)} ${weekday}`

const namer = (book: Book) => (id: string) => book.shownName(id) ?? ''
const weekdayOfDay = (day: string): string => labelOf(weekdays[weekdayOf(day) - 1]!)

export function toldOf(book: Book, { work, teachers, leaders }: RotaMade): { teachers: Told; leaders: Told } {
  const name = namer(book)
  return {
    teachers: {
      solution: teachers,
      names: work.teacherIds.map(name),
      places: work.places.map(({ week, template, days }) =>
        [
          weekName(week),
          ...(days.length === 1 ? [weekdayOfDay(days[0]!)] : []),
          postWord(template.post),
        ].join(' '),
      ),
    },
    leaders: {
      solution: leaders,
      names: work.leaderIds.map(name),
      places: work.leaderWeeks.map((week) => `${weekName(week)} ${t('ui.rota.part.leader')}`),
    },
  }
}

export function sheetOf(book: Book, { work, teachers, leaders }: RotaMade): Sheet {
  const name = namer(book)
  const led = new Map(work.leaderOf)
  for (const [at, week] of work.leaderWeeks.entries()) {
    const [leader] = leaders.holders[at]!
    if (leader !== undefined) led.set(week, work.leaderIds[leader]!)
  }
  const byDay = work.places.every(({ days }) => days.length === 1)
  const templates = [...new Set(work.places.map(({ template }) => template))]
  const lines = new Map<string, { week: number; cells: string[] }>()
  for (const [at, { week, template, days }] of work.places.entries()) {
    const key = byDay ? dayName(days[0]!, weekdayOfDay(days[0]!)) : weekName(week)
    const line = lines.get(key) ?? { week, cells: templates.map(() => '') }
    line.cells[templates.indexOf(template)] = listed(
      teachers.holders[at]!.map((person) => name(work.teacherIds[person]!)),
    )
    lines.set(key, line)
  }
  return {
    columns: [t('ui.rota.part.leader'), ...templates.map(({ post }) => postWord(post))],
    lines: [...lines].map(([key, { week, cells }]) => {
      const leader = led.get(week)
      return { name: key, cells: [leader === undefined ? '' : name(leader), ...cells] }
    }),
  }
}

export function holidayToldOf(
  book: Book,
  { work, teachers, leaders }: HolidayMade,
): { teachers: Told; leaders: Told } {
  const name = namer(book)
  return {
    teachers: {
      solution: teachers,
      names: work.teacherIds.map(name),
      places: work.places.map(
        ({ day, shift }) => `${dayName(day, weekdayOfDay(day))} ${kindWord(shift.kind)}`,
      ),
    },
    leaders: {
      solution: leaders,
      names: work.leaderIds.map(name),
      places: work.leaderDays.map((day) => `${dayName(day, weekdayOfDay(day))} ${t('ui.rota.part.leader')}`),
    },
  }
}

export function holidaySheetOf(book: Book, { work, teachers, leaders }: HolidayMade): Sheet {
  const name = namer(book)
  const led = new Map(work.leaderOf)
  for (const [at, day] of work.leaderDays.entries()) {
    const [leader] = leaders.holders[at]!
    if (leader !== undefined) led.set(day, work.leaderIds[leader]!)
  }
  return {
    columns: [
      labelOf(tables.holidayDuty.columns.kind),
      labelOf(tables.holidayDuty.columns.shift),
      labelOf(tables.holidayDuty.columns.leader),
      labelOf(tables.holidayDuty.columns.staff),
    ],
    lines: work.places.map(({ day, shift }, at) => {
      const leader = led.get(day)
      return {
        name: dayName(day, weekdayOfDay(day)),
        cells: [
          kindWord(shift.kind),
          shift.shift,
          leader === undefined ? '' : name(leader),
          listed(teachers.holders[at]!.map((person) => name(work.teacherIds[person]!))),
        ],
      }
    }),
  }
}
