import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { continueSeries, type FillMode } from '../../src/grid/series.ts'
import { fromChinese, toChinese } from '../../src/i18n/counted-text.ts'
import { calendarFrom } from '../../src/rules/calendar.ts'
import { addDays, weekdayOf } from '../../src/shared/local-date.ts'

// The May holiday of 2026 with its make-up Saturday.
const { isWorkday } = calendarFrom([
  ...['2026-05-01', '2026-05-04', '2026-05-05'].map((date) => ({ date, kind: '法定休' })),
  { date: '2026-05-09', kind: '调休上班' },
])
const fill = (given: string[], count: number, mode: FillMode = 'auto', backwards = false) =>
  continueSeries(given, count, { mode, isWorkday }, backwards)

describe('the fill handle goes on as Excel and WPS do', () => {
  test.each<[what: string, given: string[], next: string[]]>([
    ['a date, by days', ['2026-02-27'], ['2026-02-28', '2026-03-01']],
    ['dates, by their step', ['2026-03-02', '2026-03-09'], ['2026-03-16', '2026-03-23']],
    ['dates of a month', ['2026-01-15', '2026-02-15'], ['2026-03-15', '2026-04-15']],
    ['last days of months', ['2026-01-31', '2026-02-28'], ['2026-03-31', '2026-04-30']],
    ['last days of months, a short one first', ['2026-02-28', '2026-03-31'], ['2026-04-30', '2026-05-31']],
    ['the same day of each year', ['2024-09-01', '2025-09-01'], ['2026-09-01', '2027-09-01']],
    ['workdays over a weekend', ['2026-03-06', '2026-03-09', '2026-03-10'], ['2026-03-11', '2026-03-12']],
    ['moments, by their step', ['2026-03-02 08:00', '2026-03-02 08:40'], ['2026-03-02 09:20']],
    ['one moment, copied', ['2026-03-02 08:00'], ['2026-03-02 08:00']],
    ['one number, copied', ['5'], ['5', '5']],
    ['numbers on a line', ['1', '3'], ['5', '7', '9']],
    ['falling numbers with decimals', ['1.5', '1.0'], ['0.5', '0.0', '-0.5']],
    ['numbers beside a line', ['1', '2', '4'], ['5.33', '6.83']],
    ['a number in words', ['SG-007'], ['SG-008', 'SG-009']],
    ['the last of several numbers', ['2026-SG-9'], ['2026-SG-10']],
    ['weeks in digits', ['第1周'], ['第2周', '第3周']],
    ['weeks in Chinese', ['第九周', '第十周'], ['第十一周', '第十二周']],
    ['every other week', ['第1周', '第3周'], ['第5周', '第7周']],
    ['weekdays', ['星期五'], ['星期六', '星期日', '星期一']],
    ['weekdays by two', ['周一', '周三'], ['周五', '周日', '周二']],
    ['months', ['十一月'], ['十二月', '一月']],
    ['names in turn', ['王伟', '李静', '张敏'], ['王伟', '李静', '张敏', '王伟']],
    ['one name, copied', ['王伟'], ['王伟', '王伟']],
    ['an identity number, copied whole', ['110101199003070011'], ['110101199003070011']],
    ['a phone number, copied', ['13800000000'], ['13800000000']],
    ['leading zeros, copied', ['007'], ['007']],
    ['a gap, repeated', ['', '1'], ['', '1', '']],
  ])('%s', (_, given, next) => {
    expect(fill(given, next.length)).toEqual(next)
  })

  test('workdays skip the holidays and take the worked Saturday', () => {
    expect(fill(['2026-04-30'], 4, 'workdays')).toEqual([
      '2026-05-06',
      '2026-05-07',
      '2026-05-08',
      '2026-05-09',
    ])
  })

  test('upwards comes what was before', () => {
    expect(fill(['2026-03-02'], 2, 'auto', true)).toEqual(['2026-03-01', '2026-02-28'])
    expect(fill(['5', '7'], 2, 'auto', true)).toEqual(['3', '1'])
    expect(fill(['第3周'], 4, 'auto', true)).toEqual(['第2周', '第1周', '第0周', '第0周'])
    expect(fill(['2026-05-11'], 2, 'workdays', true)).toEqual(['2026-05-09', '2026-05-08'])
  })

  test('with Ctrl a single number counts, and everything else is copied', () => {
    expect(fill(['5'], 3, 'series')).toEqual(['6', '7', '8'])
    expect(fill(['2026-03-02', '2026-03-03'], 3, 'copy')).toEqual(['2026-03-02', '2026-03-03', '2026-03-02'])
  })
})

describe('laws', () => {
  test('filling in two pulls gives what one pull gives', () => {
    const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
    const steps = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -50, max: 50 }))
    const given = fc.oneof(
      fc.tuple(date, fc.integer({ min: 1, max: 40 })).map(([from, step]) => [from, addDays(from, step)]),
      steps.map(([from, step]) => [String(from), String(from + step)]),
      fc.integer({ min: 1, max: 99 }).map((week) => [`第${toChinese(week)}周`]),
      fc.integer({ min: 0, max: 999 }).map((no) => [`SG-${String(no).padStart(3, '0')}`]),
    )
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (texts, a, b) => {
        const whole = fill(texts, a + b)
        expect([...whole.slice(0, a), ...fill([...texts, ...whole.slice(0, a)], b)]).toEqual(whole)
      }),
    )
  })

  test('a workday series holds every workday and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (days, count) => {
        const from = addDays('2026-01-01', days)
        const filled = fill([from], count, 'workdays')
        const all: string[] = []
        for (let day = addDays(from, 1); all.length < count; day = addDays(day, 1))
          if (isWorkday(day)) all.push(day)
        expect(filled).toEqual(all)
        expect(filled.filter((day) => weekdayOf(day) === 7)).toEqual([])
      }),
    )
  })

  test('Chinese numbers read back as they were written', () => {
    for (let number = 0; number <= 999; number++) expect(fromChinese(toChinese(number))).toBe(number)
    for (const wrong of ['', '十十', '一十', '百', '一百一', '零五']) expect(fromChinese(wrong)).toBeNull()
  })
})
