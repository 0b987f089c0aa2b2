import { describe, expect, it } from 'vitest'
import { calendarFrom } from '../../../src/rules/calendar.ts'
import { standsAt } from '../../../src/rules/rota/hours.ts'
import { standsFor, termPlaces, type PostTemplate } from '../../../src/rules/rota/term-places.ts'

const HOLIDAYS = [
  { date: '2026-10-01', name: '国庆节', kind: '法定休' },
  { date: '2026-10-02', name: '国庆节', kind: '法定休' },
  { date: '2026-09-26', name: '国庆节调休（补周四的课）', kind: '调休上班' },
  { date: '2026-10-10', name: '国庆节调休', kind: '调休上班' },
]
/** A term from Tuesday; the days asked for are its fourth to sixth week. */
const DAYS = { start: '2026-09-01', end: '2027-01-22', from: '2026-09-21', to: '2026-10-11' }
const post = (name: string, weekdays: string[] | null): PostTemplate => ({
  post: name,
  weekdays,
  seats: 1,
  withClass: false,
})
const ALL = post('校门', null)
const THURSDAY = post('晚间', ['周四'])

const places = (
  template: PostTemplate,
  turn: 'week' | 'day',
  makeUp: 'named' | 'every' | 'none',
  days: Partial<typeof DAYS> = {},
) =>
  termPlaces(
    [template],
    { ...DAYS, ...days },
    calendarFrom(HOLIDAYS),
    (day) => HOLIDAYS.find(({ date }) => date === day)?.name ?? null,
    { 'rota.turn': turn, 'rota.makeUp': makeUp },
  ).map(({ week, days }) => `${week}: ${days.map((day) => day.slice(5)).join(' ')}`)

describe('the places of a term', () => {
  it('leave holidays out and take make-up days in, a line for each week', () => {
    expect(places(ALL, 'week', 'named')).toEqual([
      '4: 09-21 09-22 09-23 09-24 09-25 09-26',
      '5: 09-28 09-29 09-30',
      '6: 10-05 10-06 10-07 10-08 10-09 10-10',
    ])
    expect(places(ALL, 'week', 'none')[0]).toBe('4: 09-21 09-22 09-23 09-24 09-25')
  })

  it.each([
    // The 26th has the lessons of a Thursday; of the 10th the calendar does not say.
    ['named', ['4: 09-24', '4: 09-26', '6: 10-08', '6: 10-10']],
    ['every', ['4: 09-24', '4: 09-26', '6: 10-08', '6: 10-10']],
    ['none', ['4: 09-24', '6: 10-08']],
  ] as const)('by the day, a Thursday post with make-up days %s', (makeUp, expected) => {
    expect(places(THURSDAY, 'day', makeUp)).toEqual(expected)
  })

  it.each([
    ['named', ['4: 09-21', '5: 09-28', '6: 10-05', '6: 10-10']],
    ['every', ['4: 09-21', '4: 09-26', '5: 09-28', '6: 10-05', '6: 10-10']],
    ['none', ['4: 09-21', '5: 09-28', '6: 10-05']],
  ] as const)('and a Monday post: %s', (makeUp, expected) => {
    expect(places(post('校门', ['周一']), 'day', makeUp)).toEqual(expected)
  })

  it('keep within the term', () => {
    expect(places(ALL, 'week', 'named', { from: '2026-08-01', to: '2026-09-04' })).toEqual([
      '1: 09-01 09-02 09-03 09-04',
    ])
    expect(places(ALL, 'week', 'named', { from: '2027-01-18', to: '2027-02-28' })).toEqual([
      '21: 01-18 01-19 01-20 01-21 01-22',
    ])
  })

  it.each([
    ['补周四的课', '周四'],
    ['上星期一的课', '周一'],
    ['按礼拜天安排', '周日'],
    ['国庆节调休', null],
    [null, null],
  ])('%s stands for %s', (name, weekday) => expect(standsFor(name)).toBe(weekday))
})

describe('the hours of a duty', () => {
  it.each([
    ['07:40-08:05', '2026-09-01 07:40', '2026-09-01 08:05'],
    ['7：40至8：05', '2026-09-01 07:40', '2026-09-01 08:05'],
    ['20:00-08:00', '2026-09-01 20:00', '2026-09-02 08:00'],
    ['00:00~00:00', '2026-09-01 00:00', '2026-09-02 00:00'],
    ['全天', '2026-09-01', undefined],
    ['25:00-26:00', '2026-09-01', undefined],
  ])('%s', (hours, from, to) => {
    expect(standsAt('2026-09-01', hours)).toEqual(to === undefined ? { from } : { from, to })
  })
})
