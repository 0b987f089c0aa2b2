import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFrom } from '../../src/rules/calendar.ts'
import { defaultPolicy, policyFrom } from '../../src/rules/policy.ts'
import { dueOfPeriod, monthlyDue, monthlyPeriods, quarterlyDue } from '../../src/rules/report-due.ts'
import { figuresOf } from '../../src/rules/report-figures.ts'
import { snapshotFrom, snapshotText, type ReportedHazard } from '../../src/rules/report-snapshot.ts'
import type { RowsOf } from '../../src/rules/rule.ts'
import { monthOf, monthsOfQuarter, quarterOf } from '../../src/tables/school/report-periods.ts'
import { addDays } from '../../src/shared/local-date.ts'

const terms = [
  { startDate: '2026-09-01', endDate: '2027-01-22' },
  { startDate: '2027-02-22', endDate: '2027-07-02' },
] as never
const calendar = calendarFrom([{ date: '2026-09-25', kind: '法定休' }])
const facts = (settings: Readonly<Record<string, string>> = {}) => ({
  policy: policyFrom(Object.entries(settings).map(([key, value]) => ({ key, value }))).policy,
  calendar,
  terms,
})

describe('P5-25 the monthly report is due before the 28th', () => {
  it.each<[string, Record<string, string>, string | null]>([
    ['2026-09', {}, '2026-09-28'],
    ['2026-09', { 'monthly.inclusive': '否' }, '2026-09-27'],
    ['2026-09', { 'monthly.day': '25' }, '2026-09-25'],
    ['2027-02', { 'monthly.day': '31' }, '2027-02-28'],
    // 28 November 2026 is a Saturday.
    ['2026-11', {}, '2026-11-28'],
    ['2026-11', { 'monthly.shift': 'previousWorkday' }, '2026-11-27'],
    ['2026-11', { 'monthly.shift': 'nextWorkday' }, '2026-11-30'],
    ['2026-09', { 'monthly.day': '25', 'monthly.shift': 'previousWorkday' }, '2026-09-24'],
    ['2027-08', {}, '2027-08-28'],
    ['2027-08', { 'monthly.vacation': 'skip' }, null],
    ['2027-07', { 'monthly.vacation': 'skip' }, '2027-07-28'],
    ['2026-09', { 'monthly.vacation': 'skip' }, '2026-09-28'],
  ])('%s with %o: %s', (month, settings, due) => {
    expect(monthlyDue(month, facts(settings))).toBe(due)
  })

  it('P5-26 and the summary before the same day of the quarter’s last month', () => {
    expect(
      ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((quarter) => quarterlyDue(quarter, facts())),
    ).toEqual(['2026-03-28', '2026-06-28', '2026-09-28', '2026-12-28'])
    expect(quarterlyDue('2027-Q3', facts({ 'monthly.vacation': 'skip' }))).toBe('2027-09-28')
  })

  it('reads months and quarters as people write them', () => {
    expect(['2026-09', '2026-9', '2026年9月', '202609', '2026/09', '2026年09月份'].map(monthOf)).toEqual(
      Array(6).fill('2026-09'),
    )
    expect(['2026-13', '九月', '26-09', '2026-0', ''].map(monthOf)).toEqual(Array(5).fill(null))
    expect(['2026-Q3', '2026年第三季度', '2026年3季度', '2026Q3', '2026-3'].map(quarterOf)).toEqual(
      Array(5).fill('2026-Q3'),
    )
    expect(['2026-Q5', '第三季度', '2026'].map(quarterOf)).toEqual([null, null, null])
    expect(monthsOfQuarter('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12'])
  })

  it('gives the register the due day of reports and of nothing else', () => {
    expect(dueOfPeriod('隐患月报', '2026年9月', facts())).toBe('2026-09-28')
    expect(dueOfPeriod('季度总结', '2026年第4季度', facts())).toBe('2026-12-28')
    expect(dueOfPeriod('年度计划', '2026-09', facts())).toBeNull()
    expect(dueOfPeriod('隐患月报', null, facts())).toBeNull()
  })
})

type Report = { id: string; month: string | null; sent_at: string | null; snapshot: string | null }
const reports = (list: readonly (readonly [month: string, sent: string | null])[]) => ({
  monthlyReports: {
    all: {
      fold: <A>(start: A, step: (total: A, row: Report) => A) =>
        list.map(([month, sent_at]) => ({ id: month, month, sent_at, snapshot: null })).reduce(step, start),
    },
  } as unknown as RowsOf<Omit<Report, 'id'>>,
})
const spans = (
  list: readonly (readonly [string, string | null])[],
  settings: Readonly<Record<string, string>> = {},
  now = '2026-12-15 10:00',
) =>
  monthlyPeriods(reports(list), { ...facts(settings), policy: facts(settings).policy, now }).inOrder.map(
    ({ from, to }) => [from, to],
  )

describe('the days of a report (O3)', () => {
  const sent = [
    ['2026-10', '2026-10-28 16:00'],
    ['2026-09', '2026-09-26 09:00'],
    ['2026-11', null],
    ['2026-12', null],
  ] as const

  it('run on from the last report, whatever day that was sent', () => {
    expect(spans(sent)).toEqual([
      ['2026-08-29', '2026-09-26'],
      ['2026-09-27', '2026-10-28'],
      ['2026-10-29', '2026-11-28'],
      ['2026-11-29', '2026-12-15'],
    ])
  })

  it('or are the month, or go from the 26th to the 25th', () => {
    expect(spans(sent, { 'monthly.period': 'calendar' })[1]).toEqual(['2026-10-01', '2026-10-31'])
    expect(spans([['2027-01', null]], { 'monthly.period': '26to25' })).toEqual([['2026-12-26', '2027-01-25']])
  })

  it('never leave out or double a day from the first report on', () => {
    const months = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02']
    const sending = fc.array(fc.option(fc.integer({ min: -10, max: 12 })), {
      minLength: 6,
      maxLength: 6,
      size: 'max',
    })
    fc.assert(
      fc.property(sending, (late) => {
        const list = months.map(
          (month, at) =>
            [month, late[at] === null ? null : `${addDays(`${month}-28`, late[at]!)} 10:00`] as const,
        )
        const days = spans(list, {}, '2027-03-20 10:00')
        for (let at = 1; at < days.length; at++) expect(days[at]![0]).toBe(addDays(days[at - 1]![1]!, 1))
        for (const [from, to] of days) expect(to! >= from!).toBe(true)
      }),
    )
  })
})

const hazard = (given: Partial<ReportedHazard>): ReportedHazard => ({
  id: '#1',
  no: 'YH-1',
  found: '2026-09-10',
  area: '操场',
  category: '消防',
  level: '一般',
  content: '灭火器过期',
  deadline: '2026-09-17',
  done: null,
  closed: null,
  fund: 0,
  ...given,
})

describe('what is sent', () => {
  it('is read back as it was written, and is the same text for the same report', () => {
    const snapshot = {
      from: '2026-09-01',
      to: '2026-09-28',
      due: null,
      hazards: [hazard({ content: '"a"\n乙' })],
    }
    expect(snapshotFrom(snapshotText(snapshot))).toEqual(snapshot)
    expect(snapshotFrom('[1]')).toBeNull()
    expect(snapshotFrom('["2026-09-01","2026-09-28",null]\n["x"]')).toBeNull()
    expect(snapshotFrom('{')).toBeNull()
  })

  it('fits a cell however much people have written, and keeps its figures', () => {
    const hazards = Array.from({ length: 220 }, (_, n) => hazard({ id: `#${n}`, content: '漏'.repeat(900) }))
    const period = { from: '2026-09-01', to: '2026-09-28', due: null }
    const text = snapshotText({ ...period, hazards })
    expect(text.length).toBeLessThan(32_767)
    expect(figuresOf(snapshotFrom(text)!.hazards, period)).toEqual(figuresOf(hazards, period))
  })
})

it('counts a hazard told too late in the report that tells it', () => {
  const period = { from: '2026-10-01', to: '2026-10-31' }
  const old = hazard({ closed: '2026-09-20' })
  expect(figuresOf([old], period)).toMatchObject({ new: 0, carried: 0, closed: 0, open: 0 })
  expect(figuresOf([old], period, () => true)).toMatchObject({ new: 1, carried: 0, closed: 1, open: 0 })
  expect(figuresOf([hazard({})], period, () => true)).toMatchObject({
    new: 1,
    carried: 0,
    open: 1,
    overdue: 1,
  })
  expect(figuresOf([hazard({})], period)).toMatchObject({ new: 0, carried: 1, closed: 0, open: 1 })
})

it('P5-25 opening balance + new − closed = closing balance in all twelve months, as a naive count has it', () => {
  const day = fc.integer({ min: -40, max: 400 }).map((n) => addDays('2026-01-01', n))
  const after = fc.option(fc.integer({ min: 0, max: 300 }))
  const ledger = fc.array(
    fc.record({
      found: day,
      open: after,
      level: fc.constantFrom('一般', '重大'),
      fund: fc.nat(500),
      due: fc.nat(40),
    }),
    { maxLength: 60, size: 'max' },
  )
  fc.assert(
    fc.property(
      ledger,
      fc.array(fc.integer({ min: 20, max: 28 }), { minLength: 12, maxLength: 12 }),
      (rows, ends) => {
        const hazards = rows.map(({ found, open, level, fund, due }, n) =>
          hazard({
            id: `#${n}`,
            found,
            level,
            fund,
            deadline: addDays(found, due),
            closed: open === null ? null : addDays(found, open),
            done: open === null ? null : addDays(found, open),
          }),
        )
        let before: string | null = null
        let closing: number | null = null
        for (let month = 1; month <= 12; month++) {
          const name = `2026-${String(month).padStart(2, '0')}`
          const to = `${name}-${ends[month - 1]!}`
          const from: string = before === null ? '2026-01-01' : addDays(before, 1)
          before = to
          const figures = figuresOf(hazards, { from, to })
          expect(figures.carried + figures.new - figures.closed).toBe(figures.open)
          if (closing !== null) expect(figures.carried).toBe(closing)
          closing = figures.open
          // Day by day, with nothing but a list of what is open.
          const isOpen = (each: ReportedHazard, at: string) =>
            each.found <= at && (each.closed === null || each.closed > at)
          expect(figures.open).toBe(hazards.filter((each) => isOpen(each, to)).length)
          expect(figures.carried).toBe(hazards.filter((each) => isOpen(each, addDays(from, -1))).length)
          let [found, closed] = [0, 0]
          for (let at = from; at <= to; at = addDays(at, 1)) {
            found += hazards.filter((each) => each.found === at).length
            closed += hazards.filter((each) => each.closed === at).length
          }
          expect([figures.new, figures.closed]).toEqual([found, closed])
          expect(figures.overdue).toBe(
            hazards.filter((each) => isOpen(each, to) && each.deadline! < to).length,
          )
          expect(figures.categories.reduce((sum, [, count]) => sum + count, 0)).toBe(figures.new)
        }
      },
    ),
  )
})

it('the defaults are those of the owner’s list', () => {
  expect(defaultPolicy).toMatchObject({
    'monthly.day': 28,
    'monthly.inclusive': true,
    'monthly.shift': 'none',
    'monthly.period': 'sinceLast',
    'monthly.vacation': 'zeroReport',
    'inspect.preHolidayDays': 3,
    'inspect.minDays': 1,
  })
})
