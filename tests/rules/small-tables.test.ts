import { expect, it } from 'vitest'
import type { Book, PlainRow } from '../oracle/naive-school.ts'
import { EngineBook } from '../engine/open-book.ts'
import { zhHans } from '../../src/i18n/zh-Hans.ts'
import { policyVersionOf, policyFrom } from '../../src/rules/policy.ts'
import { weekNumber, weeksOf } from '../../src/rules/weeks.ts'

/** Today in these books: `NOW`. */
const MONTH = '2027-12'
const TODAY = 31

const open = (book: Record<string, PlainRow[]>) => new EngineBook(book as unknown as Book).workbook

it.each([
  ['2026-09-01', '2026-09-06', 1],
  ['2026-09-01', '2026-09-07', 2],
  ['2026-09-07', '2026-09-13', 1],
  ['2026-09-01', '2027-01-22', 21],
  ['2026-09-02', '2026-09-01', 0],
])('weeks from %s to %s: %i', (from, to, weeks) => {
  expect(weeksOf(from, to)).toBe(weeks)
})

it('numbers weeks inside the term only', () => {
  const week = (date: string) => weekNumber(date, '2026-09-01', '2027-01-22')
  expect(['2026-08-31', '2026-09-01', '2026-09-07', '2027-01-22', '2027-01-23'].map(week)).toEqual([
    null,
    1,
    2,
    21,
    null,
  ])
})

it('a term shows its name, its weeks and the week of today', () => {
  const term = {
    school_year: '2027-2028',
    term: '第一学期',
    start_date: '2027-09-01',
    end_date: '2028-01-21',
  }
  const over = {
    school_year: '2026-2027',
    term: '第二学期',
    start_date: '2027-02-22',
    end_date: '2027-07-02',
  }
  const book = open({ terms: [term, over] })
  const cells = (id: string) =>
    ['name', 'weeks', 'week_no', 'week_from', 'week_to'].map((column) => book.value('terms', id, column))
  expect(cells('#terms-0')).toEqual(['2027-2028 第一学期', 21, 18, '2027-12-27', '2028-01-02'])
  expect(cells('#terms-1')).toEqual(['2026-2027 第二学期', 19, null, null, null])
})

it('staff show the classes they are homeroom teachers of', () => {
  const book = open({
    staff: [{ name: '甲' }, { name: '乙' }],
    classes: [
      { class_name: '一(1)班', homeroom: '甲' },
      { class_name: '一(2)班', homeroom: '甲' },
    ],
  })
  expect(book.value('staff', '#staff-0', 'homeroom')).toBe('一(1)班、一(2)班')
  expect(book.value('staff', '#staff-1', 'homeroom')).toBeNull()
})

it('P4-31 the profile counts who is at work and names the rules in force', () => {
  const book = open({
    profile: [{ school_name: '一小' }],
    staff: [{ name: '甲', status: '在岗' }, { name: '乙', status: '退休' }, { name: '丙' }],
    policy: [{ key: 'score.base', value: '90' }],
  })
  expect(book.value('profile', '#profile-0', 'staff_total')).toBe(2)
  const { policy } = policyFrom([{ key: 'score.base', value: '90' }])
  expect(book.value('profile', '#profile-0', 'ruleset_version')).toBe(policyVersionOf(policy))
})

it('a setting has a name, and its choice words, while the key and the value stay what they are', () => {
  const book = open({
    policy: [
      { key: 'mgmt.repeat', value: 'ONCE' },
      { key: 'mgmt.points', value: '1,2,3' },
      { key: 'mgmt.repeat', value: '每次' },
      { key: '别的', value: '1' },
    ],
  })
  const words = zhHans as Readonly<Record<string, string>>
  const said = (row: number, column: string) =>
    (book.value('policy', `#policy-${row}`, column) as { code: string }[]).map(
      ({ code }) => words[code.replace('name:', '')],
    )
  expect([said(0, 'name'), said(0, 'value_words')]).toEqual([
    [words['setting.mgmt.repeat']],
    [words['setting.mgmt.repeat.once']],
  ])
  expect([said(1, 'name'), said(1, 'value_words')]).toEqual([[words['setting.mgmt.points']], []])
  expect([said(2, 'value_words'), said(3, 'name'), said(3, 'value_words')]).toEqual([[], [], []])
  expect(words['setting.mgmt.repeat.once']).toBeDefined()
  expect(book.value('policy', '#policy-0', 'value')).toBe('ONCE')
})

it('a setting shows its default and its meaning', () => {
  const book = open({
    policy: [
      { key: 'mgmt.points', value: '1,2,3' },
      { key: '别的', value: '1' },
    ],
  })
  expect(book.value('policy', '#policy-0', 'default')).toBe('10,20,40')
  expect(book.value('policy', '#policy-0', 'help_zh')).toEqual([{ code: 'setting.mgmt.points' }])
  expect([
    book.value('policy', '#policy-1', 'default'),
    book.value('policy', '#policy-1', 'help_zh'),
  ]).toEqual([null, []])
})

it.each([
  ['2026-09-30 15:00', '安全稳定领导小组例会(月底)', true],
  ['2026-09-24 15:00', '安全稳定领导小组例会(月底)', true],
  ['2026-09-23 15:00', '安全稳定领导小组例会(月底)', false],
  ['2026-09-30 15:00', '行政会', false],
])('a meeting on %s (%s) is the monthly one: %s', (at, kind, counts) => {
  const book = open({ meetings: [{ at, kind, decisions: '检查消防\n\n整改护栏' }] })
  expect(book.value('meetings', '#meetings-0', 'counts')).toBe(counts)
  expect(book.value('meetings', '#meetings-0', 'followup')).toBe(2)
})

it('an area has a number for its label, and nobody in charge before there are contracts', () => {
  const book = open({ areas: [{ area: '操场' }] })
  expect(book.value('areas', '#areas-0', 'qr')).toMatch(/^BW-[0-9A-Z]+$/)
  expect([book.value('areas', '#areas-0', 'owner'), book.value('areas', '#areas-0', 'risk')]).toEqual([
    null,
    null,
  ])
})

it('P5-28 a school below shows whether it has sent the month’s file, by the day this school’s own is due', () => {
  const schools = ['甲', '乙', '丙', '丁'].map((name, at) => ({ code: `1${at}`, name, state: '在办' }))
  const book = (day: number) =>
    open({
      policy: [{ key: 'monthly.day', value: String(day) }],
      villageSchools: schools.map((school) => (school.name === '丁' ? { ...school, state: '停办' } : school)),
      schoolReports: [
        { school: '甲', period: MONTH, received: `${MONTH}-03 10:00` },
        { school: '甲', period: '2027-10', received: `${MONTH}-05 10:00` },
        { school: '乙', period: '2027-11', received: '2027-11-20 10:00' },
      ],
    })
  const column = (day: number, key: string) =>
    schools.map((_, at) => book(day).value('villageSchools', `#villageSchools-${at}`, key))
  // The day itself is still in time.
  expect(column(TODAY, 'month_state')).toEqual(['已报', '未报', '未报', null])
  expect(column(TODAY - 1, 'month_state')).toEqual(['已报', '逾期', '逾期', null])
  expect(column(TODAY, 'last_month')).toEqual([MONTH, '2027-11', null, null])
  expect(column(TODAY, 'last_file')).toEqual([`${MONTH}-05 10:00`, '2027-11-20 10:00', null, null])
})
