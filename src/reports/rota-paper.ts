import { addDays, dateOf, weekdayOf, type LocalDate } from '../shared/local-date.ts'
import { labelOf, listed, t } from '../i18n/translate.ts'
import { weekdays } from '../tables/school/weekday-choices.ts'
import { mannedOn } from '../rules/on-duty.ts'
import { mondayOf, weekNumber, weeksOf } from '../rules/weeks.ts'
import type { TermSpan } from '../rules/terms.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { Block, Print, Sheet } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { chosen } from './rows-on-paper.ts'
import { closing, running } from './sign-off.ts'

/** Sunday is the seventh day; a school works on Saturdays and Sundays only where the calendar or a row says so. */
const WEEKEND = 6

/** 值周表: for each week a grid of posts by days, as they are manned. */
export function rotaPrint(source: PaperSource, { term, weeks: [first, last] }: PrintChoice): Print | null {
  const span = source.book.environment().terms.find(({ id }) => id === term)
  if (!span || span.startDate === null) return null
  const sheets: Sheet[] = []
  for (let week = first; week <= last; week++) {
    const rows = rowsOf(source, span, week)
    if (rows.length > 0) sheets.push(weekSheet(source, span, week, rows))
  }
  const title = t('report.rota.file', {
    term: source.label(span.name),
    weeks: first === last ? first : `${first}–${last}`,
  })
  return sheets.length === 0 ? null : { title, sheets }
}

/** How many weeks a term has, and which of them is now: the first before it, the last after it. */
export function weeksIn(book: Workbook, term: string | null) {
  const { terms, now } = book.environment()
  const span = terms.find(({ id }) => id === term)
  if (!span?.startDate || !span.endDate) return { now: 1, last: 1 }
  const last = weeksOf(span.startDate, span.endDate)
  const today = dateOf(now)
  return { now: today < span.startDate ? 1 : (weekNumber(today, span.startDate, span.endDate) ?? last), last }
}

/** The rows of a week, in the order of the table. */
export function rowsOf(source: PaperSource, { id }: TermSpan, week: number): readonly string[] {
  const { book, duty } = source
  return book
    .view('rota')
    .ids()
    .filter(
      (row) =>
        book.stored('rota', row, 'week') === week &&
        duty.idOf('terms', book.stored('rota', row, 'term')) === id,
    )
}

function weekSheet(source: PaperSource, term: TermSpan, week: number, rows: readonly string[]): Sheet {
  const { book, letterhead } = source
  const monday = addDays(mondayOf(term.startDate!), 7 * (week - 1))
  const days = daysOfWeek(source, monday, rows)
  const manned = new Map(days.map((day) => [day, mannedOn(day, source.duty)]))
  const posts = [...new Set(rows.map((row) => book.stored('rota', row, 'post') as string | null))]
  let swaps = 0
  const cell = (name: string, swapped: boolean) => {
    if (!swapped) return name
    swaps++
    return t('report.rota.stand-in', { name })
  }
  const leaders = days.map((day) => {
    const found = manned.get(day)!.filter(({ row }) => rows.includes(row))
    return namesOf(
      found.flatMap(({ row, leader }) =>
        leader === null
          ? []
          : [
              cell(
                source.named(leader),
                leader !== source.duty.idOf('staff', book.stored('rota', row, 'leader')),
              ),
            ],
      ),
    )
  })
  const lines = posts.map((post) => [
    chosen(source, 'rota', 'post', post),
    ...days.map((day) =>
      namesOf(
        manned
          .get(day)!
          .filter((each) => each.post === post && rows.includes(each.row))
          .flatMap(({ row, teachers }) => {
            const cells = listOf(book.stored('rota', row, 'teachers'))
            const planned = cells.map((each) => source.duty.idOf('staff', each))
            return [
              ...teachers.map((id) => cell(source.named(id), !planned.includes(id))),
              // A name that is on no list of staff stands on the paper as it was typed.
              ...cells.filter((_, at) => planned[at] === null).map((each) => source.named(each)),
            ]
          }),
      ),
    ),
  ])
  const of = (column: string) => namesOf(rows.map((row) => source.text('rota', row, column)))
  const paper: Block[] = [
    {
      is: 'title',
      text: t('report.rota.title', { term: source.label(term.name), week }),
      under: letterhead.school,
    },
    {
      is: 'facts',
      facts: [
        [t('report.rota.days'), `${days[0]} – ${days.at(-1)}`],
        [t('report.rota.head'), of('head')],
        [t('report.rota.class'), of('duty_class')],
      ],
    },
    {
      is: 'table',
      caption: '',
      head: [
        t('report.rota.post'),
        ...days.map((day) => `${labelOf(weekdays[weekdayOf(day) - 1]!)}\n${day.slice(5)}`),
      ],
      rows: [[t('report.rota.leader'), ...leaders], ...lines],
      widths: [2, ...days.map(() => 3)],
      tall: true,
    },
    ...(swaps > 0 ? [{ is: 'text', text: t('report.rota.swapped'), soft: true } as const] : []),
    ...closing(source, [t('report.sign.maker'), t('report.sign.vp')]),
  ]
  return { paper, wide: true, ...running(source, t('report.kind.rota')) }
}

/** Monday to Friday but for holidays, days that are worked instead, and those that a row names. */
function daysOfWeek({ book }: PaperSource, monday: LocalDate, rows: readonly string[]): LocalDate[] {
  const { calendar } = book.environment()
  const named = new Set(rows.flatMap((row) => listOf(book.stored('rota', row, 'weekday'))))
  return weekdays.flatMap(({ zh }, at) => {
    const day = addDays(monday, at)
    const asked = at + 1 >= WEEKEND ? named.has(zh) : !calendar.isHoliday(day)
    return asked || calendar.isWorkday(day) ? [day] : []
  })
}

const namesOf = (names: readonly string[]): string =>
  listed([...new Set(names.filter((name) => name !== ''))])

const listOf = (cell: unknown): readonly string[] => (Array.isArray(cell) ? (cell as readonly string[]) : [])
