import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Book, PlainRow } from '../oracle/naive-school.ts'
import { EngineBook } from '../engine/open-book.ts'
import { calendarFrom } from '../../src/rules/calendar.ts'
import { defaultsFor, type DefaultFacts } from '../../src/rules/defaults.ts'
import { daysAfter, monthsAfter, workdaysFrom } from '../../src/rules/periods.ts'
import { policyFrom } from '../../src/rules/policy.ts'
import { addDays, daysBetween, isLocalDate } from '../../src/shared/local-date.ts'

/** Now is the end of 2027; see `open-book.ts`. */
const open = (book: Record<string, PlainRow[]>) => new EngineBook(book as unknown as Book).workbook
const value = (table: string, row: PlainRow, column: string, others: Record<string, PlainRow[]> = {}) =>
  open({ ...others, [table]: [row] }).value(table, `#${table}-0`, column)
const setting = (key: string, text: string) => ({ policy: [{ key, value: text }] })

const calendar = calendarFrom([
  { date: '2026-10-01', kind: '法定休' },
  { date: '2026-10-02', kind: '法定休' },
  { date: '2026-10-10', kind: '调休上班' },
])

describe('periods', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-05'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2026-10-05', -1, '2026-09-30'],
    ['2026-10-12', -1, '2026-10-10'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('%s and %i workdays: %s', (day, count, expected) => {
    expect(workdaysFrom(day, count, calendar)).toBe(expected)
    expect(daysAfter(day, count, 'work', calendar)).toBe(expected)
    expect(daysAfter(day, count, 'natural', calendar)).toBe(addDays(day, count))
  })

  it('does not hang where nothing is worked', () => {
    const never = { isWorkday: () => false }
    expect(isLocalDate(workdaysFrom('2026-09-30', 3, never))).toBe(true)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-01', 12, '2027-12-01'],
    ['2026-03-15', -3, '2025-12-15'],
  ])('%s and %i months: %s', (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected)
  })

  it('months later is a day that exists, in that month', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))
    fc.assert(
      fc.property(days, fc.integer({ min: -120, max: 240 }), (day, months) => {
        const later = monthsAfter(day, months)
        expect(isLocalDate(later)).toBe(true)
        const index = (date: string) => +date.slice(0, 4) * 12 + +date.slice(5, 7)
        expect(index(later) - index(day)).toBe(months)
        expect(+later.slice(8)).toBeLessThanOrEqual(+day.slice(8))
      }),
    )
  })
})

describe('P2-08, P1-12: training', () => {
  const staff = [{ name: '甲' }, { name: '乙' }, { name: '丙' }, { name: '丁', status: '退休' }]
  it.each([
    ['甲', 33.3],
    ['甲、乙、丙', 100],
    ['甲、乙、丙、丁', 100],
    ['', null],
  ])('attended by %s: %s %%', (who, coverage) => {
    expect(value('training', { date: '2027-09-01', who }, 'coverage', { staff })).toBe(coverage)
  })

  it('of nobody there is no share', () => {
    const staff = [{ name: '甲', status: '退休' }]
    expect(value('training', { who: '甲' }, 'coverage', { staff })).toBeNull()
  })
})

describe('P5-16: plans and drills', () => {
  it.each([
    [{ issued: '2026-01-31', cycle: 1 }, '2026-02-28'],
    [{ issued: '2026-03-01' }, '2027-03-01'],
    [{ issued: '2026-03-01', reviewed: '2026-12-20', cycle: 12 }, '2027-12-20'],
    [{ issued: '2026-03-01', reviewed: '2025-12-20', cycle: 12 }, '2027-03-01'],
    [{ reviewed: '2026-12-20', cycle: 6 }, '2027-06-20'],
    [{ issued: '2026-03-01', cycle: 12, state: '废止' }, null],
    [{ cycle: 12 }, null],
  ])('%j is reviewed on %s', (row, next) => {
    expect(value('plans', row, 'next')).toBe(next)
  })

  it.each([
    ['2027-09-10 10:00', '实战', {}, true],
    ['2027-09-10 10:00', '双盲', {}, true],
    ['2027-09-10 10:00', '桌面', {}, false],
    ['2027-09-10 10:00', '桌面', setting('drill.tabletop', '是'), true],
    // A drill that is only planned has not been held.
    ['2028-01-01 10:00', '实战', {}, false],
    ['2027-09-10 10:00', '', {}, null],
  ])('a drill at %s (%s, %j) counts: %s', (at, form, policy, counts) => {
    expect(value('drills', { at, form }, 'counts', policy)).toBe(counts)
  })

  it.each([
    [180, {}, true],
    [181, {}, false],
    [121, setting('drill.seconds', '120'), false],
    ['', {}, null],
  ])('%s seconds (%j) are in time: %s', (seconds, policy, inTime) => {
    expect(value('drills', { seconds }, 'in_time', policy)).toBe(inTime)
  })
})

describe('P1-10: approval of activities', () => {
  const holidays = [
    { date: '2026-10-01', kind: '法定休', name: '国庆节' },
    { date: '2026-10-02', kind: '法定休', name: '国庆节' },
  ]
  it.each([
    ['2026-09-18 08:00', '否', '2026-09-11'],
    ['2026-09-18 08:00', '是', '2026-09-04'],
    ['2026-10-08 08:00', '否', '2026-09-29'],
    ['', '否', null],
  ])('one on %s, off campus %s, is approved by %s', (when_where, off_campus, by) => {
    expect(value('activities', { when_where, off_campus }, 'approve_by', { holidays })).toBe(by)
  })
})

describe('P6-23: public opinion', () => {
  it.each([
    ['一般', '2027-09-10 23:30', '2027-09-11 23:30'],
    ['', '2027-09-10 23:30', '2027-09-11 23:30'],
    ['敏感', '2027-09-10 23:30', '2027-09-11 01:30'],
    ['较大以上', '2027-09-30 23:00', '2027-10-01 01:00'],
  ])('%s, found %s, is reported by %s', (level, found_at, by) => {
    expect(value('opinions', { level, found_at }, 'feed_by')).toBe(by)
  })
})

describe('P6-24: petitions', () => {
  it.each([
    [{}, '2026-10-05', '2026-11-19'],
    [{ extended: '是' }, '2026-10-05', '2026-12-19'],
  ])('%j: notice by %s, answer by %s', (row, notice, due) => {
    const book = open({ petitions: [{ at: '2026-09-20 16:30', ...row }] })
    expect(book.value('petitions', '#petitions-0', 'notice_due')).toBe(notice)
    expect(book.value('petitions', '#petitions-0', 'due')).toBe(due)
  })

  it('counts workdays where the school reads it so', () => {
    const holidays = [{ date: '2026-10-01', kind: '法定休', name: '国庆节' }]
    const row = { at: '2026-09-20 16:30' }
    expect(value('petitions', row, 'notice_due', { ...setting('petition.days', 'work'), holidays })).toBe(
      '2026-10-12',
    )
  })

  it.each([
    [4, {}, false],
    [5, {}, true],
    [5, setting('petition.groupSize', '6'), false],
  ])('%i people (%j) are a group: %s', (people, policy, group) => {
    expect(value('petitions', { people }, 'group_visit', policy)).toBe(group)
  })

  it('the answer is never due before the notice, nor a longer period before a shorter', () => {
    const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n))
    const of = (counted: 'natural' | 'work', day: string, n: number) => daysAfter(day, n, counted, calendar)
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('natural' as const, 'work' as const),
        fc.nat({ max: 90 }),
        fc.nat({ max: 90 }),
        (day, counted, a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)]
          expect(daysBetween(of(counted, day, less), of(counted, day, more))).toBeGreaterThanOrEqual(
            more - less,
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('P6-25: directives', () => {
  const date = '2027-12-01'
  it.each([
    [{ date }, '无时限'],
    [{ date, due: '2027-12-31' }, '办理中'],
    [{ date, due: '2027-12-30' }, '已逾期'],
    [{ date, due: '2027-12-10', done: '已办', done_on: '2027-12-10' }, '按时办结'],
    [{ date, due: '2027-12-10', done: '已办', done_on: '2027-12-11' }, '逾期办结'],
    [{ date, done: '已传达' }, '按时办结'],
    [{ date, done_on: '2027-12-03' }, '按时办结'],
  ])('%j: %s', (row, state) => {
    expect(value('directives', row, 'state')).toBe(state)
  })
})

describe('P2-13: assessment by the department', () => {
  it('P2-14 adds up the indicators that were marked', () => {
    const book = open({
      departmentReviews: [
        { rules: 18.1, records: 20, taught: 19.2, rectified: 17, duty: 16.5 },
        { rules: 0 },
        {},
      ],
      ...setting('dept.weight', '30'),
    })
    const of = (n: number, column: string) =>
      book.value('departmentReviews', `#departmentReviews-${n}`, column)
    expect([0, 1, 2].map((n) => of(n, 'total'))).toEqual([90.8, 0, null])
    expect(of(0, 'items')).toBe('制度落实 18.1、检查记录 20、教育到位 19.2、隐患整改 17、值周履职 16.5')
    expect([of(1, 'items'), of(2, 'items')]).toEqual(['制度落实 0', null])
    expect(of(0, 'weight')).toBe(30)
    expect(value('departmentReviews', {}, 'weight')).toBe(0)
  })
})

describe('P4-30: archives', () => {
  const book = () =>
    open({
      archives: [
        { year: '2027', kind: '会议' },
        { year: '2026', kind: '会议' },
        { year: '2027', kind: '安全教育' },
        { year: '2027', kind: '事故' },
        { year: '2027', kind: '专项整治' },
        { year: '2027', kind: '专项整治', where: '2 号柜' },
        { kind: '会议', year: '' },
      ],
      meetings: [{ at: '2027-03-31 15:00' }, { at: '2027-04-30 15:00' }],
      safetyLessons: [{ date: '2027-03-01' }],
    })

  it('lists the registers a box is filled from, and what is missing', () => {
    const workbook = book()
    const column = (key: string) =>
      [0, 1, 2, 3, 4, 5].map((n) => workbook.value('archives', `#archives-${n}`, key))
    expect(column('source')).toEqual([
      '会议记录',
      '会议记录',
      '安全教育活动、学习培训',
      '事故台账',
      null,
      null,
    ])
    expect(column('source_rows')).toEqual([2, 0, 1, 0, 0, 0])
    expect(column('complete')).toEqual([
      '齐全',
      '缺会议记录',
      '缺学习培训',
      '齐全',
      '缺文件或存放位置',
      '齐全',
    ])
  })

  it('follows a row that comes or goes', () => {
    const workbook = book()
    const rows = () => workbook.value('archives', '#archives-0', 'source_rows')
    workbook.apply({
      source: 'user',
      label: { code: 'row.remove' },
      added: [],
      edits: [{ table: 'meetings', row: '#meetings-1', column: '$deleted', from: null, to: true }],
    })
    expect(rows()).toBe(1)
  })
})

describe('to-dos of one’s own', () => {
  it.each([
    [{ due: '2027-12-30' }, '已逾期'],
    [{ due: '2027-12-31' }, '今天'],
    [{ due: '2028-01-03' }, '3天'],
    [{ due: '2028-01-07' }, '7天'],
    [{ due: '2028-01-08' }, '以后'],
    [{ due: '2027-12-30', snooze: '2028-01-02' }, '稍后'],
    [{ due: '2027-12-30', snooze: '2027-12-31' }, '已逾期'],
    [{ due: '2027-12-30', done_on: '2027-12-31' }, '已办'],
    [{ due: '' }, null],
  ])('%j: %s', (row, level) => {
    expect(value('todos', row, 'level')).toBe(level)
  })
})

describe('what the program fills in by itself', () => {
  const facts: DefaultFacts = {
    now: '2026-09-07 11:00',
    used: () => new Set(['XF-20260905-01']),
    profile: () => null,
    cellOf: (table, row, column) =>
      table === 'classes' && column === 'homeroom' ? `teacher of ${row}` : null,
    terms: () => [],
  }
  it.each([
    ['petitions', { at: '2026-09-05 10:00', received_by: '甲' }, { no: 'XF-20260905-02', owner: '甲' }],
    ['archives', { kind: '事故', year: '2025' }, { no: 'DA-2025-01', date: '2026-09-07', keep: '永久' }],
    ['archives', { date: '2024-02-03' }, { no: 'DA-2024-01', year: '2024', keep: '10年' }],
    ['safetyLessons', { target: ['#a', '#b'] }, { date: '2026-09-07', by: 'teacher of #a' }],
    ['safetyLessons', { target: null }, { date: '2026-09-07' }],
    ['departmentReviews', { rules: 20, records: 20, taught: 20, rectified: 20, duty: 10 }, { grade: '优' }],
    ['departmentReviews', { rules: 20, records: 20, taught: 19.99, rectified: 0 }, { grade: '不合格' }],
    ['departmentReviews', { rules: 20, records: 20, taught: 20 }, { grade: '合格' }],
    ['departmentReviews', {}, {}],
  ])('%s %j', (table, cells, expected) => {
    expect(defaultsFor(table, cells, facts)).toEqual(expected)
  })

  it('grades by the school’s own bounds', () => {
    const { policy } = policyFrom([{ key: 'score.grades', value: '95,85,70' }])
    const cells = { rules: 20, records: 20, taught: 20, rectified: 20, duty: 10 }
    expect(defaultsFor('departmentReviews', cells, { ...facts, policy })).toEqual({ grade: '良' })
  })
})
