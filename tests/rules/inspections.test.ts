import { describe, expect, it } from 'vitest'
import type { Book, PlainRow } from '../oracle/naive-school.ts'
import { EngineBook } from '../engine/open-book.ts'
import { calendarFrom } from '../../src/rules/calendar.ts'
import { occasionsOf } from '../../src/rules/inspection-occasions.ts'
import { policyFrom } from '../../src/rules/policy.ts'
import { windowOf } from '../../src/rules/inspections-rules.ts'
import type { TermSpan } from '../../src/rules/terms.ts'

const open = (book: Record<string, PlainRow[]>) => new EngineBook(book as unknown as Book).workbook
const term = { startDate: '2026-09-01', endDate: '2026-10-16' } as TermSpan
// The announced days around the National Day of 2026.
const free = ['2026-09-25', ...[1, 2, 5, 6, 7].map((day) => `2026-10-0${day}`)]
const worked = ['2026-09-20', '2026-10-10']
const calendar = calendarFrom([
  ...free.map((date) => ({ date, kind: '法定休' })),
  ...worked.map((date) => ({ date, kind: '调休上班' })),
])
const facts = (settings: Readonly<Record<string, string>> = {}) => ({
  calendar,
  terms: [term],
  policy: policyFrom(Object.entries(settings).map(([key, value]) => ({ key, value }))).policy,
})

describe('P4-29 every week and before major holidays there is an inspection', () => {
  it.each<[string, string, Record<string, string>, string | null, string | null]>([
    ['每周必查', '2026-09-09', {}, '2026-09-07', '2026-09-11'],
    // The week school begins in has four days; the one of the make-up Sunday has that one, too.
    ['每周必查', '2026-09-01', {}, '2026-09-01', '2026-09-04'],
    ['每周必查', '2026-09-16', {}, '2026-09-14', '2026-09-20'],
    // Thursday to Wednesday are free around 1 October: one Saturday is worked, two days of the week remain.
    ['每周必查', '2026-10-07', {}, '2026-10-08', '2026-10-10'],
    ['每周必查', '2026-10-07', { 'inspect.minDays': '4' }, null, null],
    ['每周必查', '2026-10-07', { 'inspect.minDays': '3' }, '2026-10-08', '2026-10-10'],
    ['每周必查', '2026-08-26', {}, null, null],
    ['节前必查', '2026-10-01', {}, '2026-09-28', '2026-09-30'],
    ['节前必查', '2026-10-01', { 'inspect.preHolidayDays': '1' }, '2026-09-30', '2026-09-30'],
    ['节前必查', '2026-10-01', { 'inspect.preHolidayDays': '5' }, '2026-09-23', '2026-09-30'],
    ['节前必查', '2026-09-25', {}, '2026-09-22', '2026-09-24'],
    ['月查', '2026-09-30', {}, '2026-09-01', '2026-09-30'],
    ['专项', '2026-09-15', {}, '2026-09-15', '2026-09-15'],
  ])('%s of %s with %o: %s to %s', (kind, day, settings, from, to) => {
    const window = windowOf(kind, day, facts(settings))
    expect([window?.from ?? null, window?.to ?? null]).toEqual([from, to])
  })

  it('schedules a term: each week that has school, each holiday once, begin and end', () => {
    const holidays = free.map((date) => ({ date, name: date === '2026-09-25' ? '中秋节' : '国庆节' }))
    const occasions = occasionsOf(term, holidays, facts())
    expect(occasions.map(({ kind, day, occasion }) => `${day} ${kind} ${occasion}`)).toEqual([
      '2026-09-01 开学前 开学',
      '2026-09-01 每周必查 第1周',
      '2026-09-07 每周必查 第2周',
      '2026-09-14 每周必查 第3周',
      '2026-09-21 每周必查 第4周',
      '2026-09-25 节前必查 中秋节',
      '2026-09-28 每周必查 第5周',
      '2026-10-01 节前必查 国庆节',
      '2026-10-08 每周必查 第6周',
      '2026-10-12 每周必查 第7周',
      '2026-10-17 放假前 放假',
    ])
    expect(
      occasionsOf(term, [], facts({ 'inspect.minDays': '6' })).map(({ kind, day }) => [kind, day]),
    ).toEqual([
      ['开学前', '2026-09-01'],
      ['每周必查', '2026-09-14'],
      ['放假前', '2026-10-17'],
    ])
    expect(occasionsOf({ startDate: null, endDate: null }, holidays, facts())).toEqual([])
  })

  it('names what was done and what was missed', () => {
    const planned = (day: string) => ({ kind: '每周必查', day, list: '每周必查', owner: '甲' })
    const book = open({
      terms: [
        {
          school_year: '2027-2028',
          term: '第一学期',
          start_date: '2027-09-01',
          end_date: '2028-01-21',
        },
      ],
      inspections: [
        { date: '2027-12-15', kind: '每周必查' },
        { date: '2027-12-17', kind: '每周必查' },
        { date: '2027-12-22', kind: '专项' },
      ],
      inspectionPlan: ['2027-12-13', '2027-12-20', '2027-12-27', '2028-01-03', '2028-02-07'].map(planned),
    })
    const column = (key: string) =>
      [0, 1, 2, 3, 4].map((n) => book.value('inspectionPlan', `#inspectionPlan-${n}`, key))
    expect(column('state')).toEqual(['已查', '漏查', '待查', '未到', '不用查'])
    expect(column('record')).toEqual(['JC-20271215-01、JC-20271217-01', null, null, null, null])
    expect(book.problem('inspectionPlan', '#inspectionPlan-1', 'reason')?.code).toBe('required')
    expect(book.problem('inspectionPlan', '#inspectionPlan-2', 'reason')).toBeNull()
  })
})

it('an inspection counts its items, what failed, what is open and what it found', () => {
  const book = open({
    areas: [{ area: '操场', kind: '操场' }],
    inspections: [
      { date: '2027-12-15', kind: '每周必查' },
      { date: '2027-12-16', kind: '专项' },
    ],
    checklists: ['a', 'b', 'c', 'd'].map((item, n) => ({ list: '消防', seq: n + 1, item })),
    hazards: [
      { found_on: '2027-12-15', inspection: 'JC-20271215-01', area: '操场' },
      { found_on: '2027-12-15', area: '操场' },
    ],
    inspectionItems: ['合格', '不合格', '不适用', '未查'].map((result, n) => ({
      insp: 'JC-20271215-01',
      item: `消防 ${'abcd'[n]}`,
      result,
      joined: result === '不合格' ? 'YH-20271215-01' : '',
      area: '操场',
    })),
    riskPoints: [
      { point: '跑道', area: '操场', level: '一般(黄)', review: '2027-09-01' },
      { point: '单杠', area: '操场', level: '较大(橙)', review: '2027-09-01' },
    ],
    equipment: [{ name: '灭火器', kind: '灭火器', code: '1', area: '操场', expires: '2028-01-30' }],
  })
  const counts = (row: string) =>
    ['counts', 'failed', 'unchecked', 'hazards'].map((key) => book.value('inspections', row, key))
  expect(counts('#inspections-0')).toEqual([2, 1, 1, 1])
  expect(counts('#inspections-1')).toEqual([0, 0, 0, 0])
  expect(book.value('inspectionItems', '#inspectionItems-1', 'hazard')).toBe('YH-20271215-01 待整改')
  expect(book.value('inspectionItems', '#inspectionItems-0', 'hazard')).toBeNull()
  expect(book.value('riskPoints', '#riskPoints-0', 'last')).toBe('2027-12-15')
  expect(book.value('equipment', '#equipment-0', 'last')).toBe('2027-12-15')
  expect(book.value('areas', '#areas-0', 'risk')).toBe('较大(橙)')
})

describe('P4-08 P1-26 what has a last day is told of before it', () => {
  it.each([
    ['2027-12-30', '过期'],
    ['2027-12-31', '临期'],
    ['2028-01-30', '临期'],
    ['2028-01-31', '正常'],
  ])('equipment valid to %s: %s', (expires, state) => {
    const row = { name: '灭火器', kind: '灭火器', code: '1', expires }
    const book = open({ equipment: [row, { ...row, code: '2', damaged: '是' }] })
    expect(book.value('equipment', '#equipment-0', 'state')).toBe(state)
    expect(book.value('equipment', '#equipment-1', 'state')).toBe('损坏')
  })

  it('by the days of the policy', () => {
    const row = { name: '灭火器', kind: '灭火器', code: '1', expires: '2028-01-07' }
    const book = open({
      policy: [{ key: 'expiry.days', value: '7' }],
      equipment: [row, { ...row, expires: '2028-01-08' }],
    })
    expect([0, 1].map((n) => book.value('equipment', `#equipment-${n}`, 'state'))).toEqual(['临期', '正常'])
  })

  it('P1-26 buildings are checked again a year later', () => {
    const building = { name: '教学楼', built: 1998, grade: 'B' }
    const book = open({
      buildings: [
        { ...building, annual: '2028-02-29' },
        { ...building, annual: '2026-12-30' },
      ],
    })
    const cells = (key: string) => [0, 1].map((n) => book.value('buildings', `#buildings-${n}`, key))
    expect(cells('annual_due')).toEqual(['2029-02-28', '2027-12-30'])
    expect(cells('annual_state')).toEqual(['正常', '过期'])
  })
})

it('P3-07 keeps the balance of each medicine, and says when more was taken than there was', () => {
  const movement = (date: string, act: string, qty: number, name = '碘伏') => ({
    date,
    act,
    qty,
    name,
    unit: '瓶',
    kind: '医务药品',
  })
  const book = open({
    chemicals: [
      movement('2027-09-03', '领用', 0.1),
      movement('2027-09-01', '入库', 10),
      movement('2027-09-05', '归还', 0.2),
      movement('2027-09-06', '销毁', 1),
      movement('2027-09-02', '领用', 1, '酒精'),
      movement('2027-10-01', '盘点', 8),
      movement('2027-10-02', '领用', 9),
    ],
  })
  const stock = [0, 1, 2, 3, 4, 5, 6].map((n) => book.value('chemicals', `#chemicals-${n}`, 'stock'))
  expect(stock).toEqual([9.9, 10, 10.1, 9.1, -1, 8, -1])
  const wrong = [0, 1, 2, 3, 4, 5, 6].map(
    (n) => book.problem('chemicals', `#chemicals-${n}`, 'qty')?.code ?? null,
  )
  expect(wrong.map((code) => code === 'chemical.below-zero')).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
    true,
  ])
})

it('P5-13 dangerous goods are kept by two', () => {
  const row = { date: '2027-09-01', name: '盐酸', act: '入库', qty: 1, kind: '腐蚀' }
  const book = open({
    staff: [{ name: '甲' }, { name: '乙' }],
    chemicals: [
      { ...row, keepers: '甲' },
      { ...row, keepers: '甲、乙' },
      { ...row, keepers: '甲', kind: '医务药品' },
    ],
  })
  expect([0, 1, 2].map((n) => book.problem('chemicals', `#chemicals-${n}`, 'keepers')?.code ?? null)).toEqual(
    ['chemical.one-keeper', null, null],
  )
})

it('P5-25 the register says what is due soon and what is late', () => {
  const row = { item: '年度总结', period: '2027' }
  const book = open({
    submissions: [
      { ...row, due: '2027-12-30' },
      { ...row, due: '2027-12-31' },
      { ...row, due: '2028-01-05' },
      { ...row, due: '2028-01-06' },
      { ...row, due: '2027-12-30', sent_at: '2027-12-31 09:00' },
      { item: '季度总结', period: '2028年第1季度' },
    ],
  })
  const column = (key: string) =>
    [0, 1, 2, 3, 4, 5].map((n) => book.value('submissions', `#submissions-${n}`, key))
  expect(column('state')).toEqual(['逾期', '待报', '待报', '未到期', '已报', '未到期'])
  expect(column('due')[5]).toBe('2028-03-28')
})
