import { expect, it } from 'vitest'
import { closeHazard } from '../../src/app/close-hazard.ts'
import { draftQuarterlySummary } from '../../src/app/draft-quarterly-summary.ts'
import { listInspectionItems } from '../../src/app/list-inspection-items.ts'
import { planInspections } from '../../src/app/plan-inspections.ts'
import { recheckHazard } from '../../src/app/recheck-hazard.ts'
import { rectifyHazard } from '../../src/app/rectify-hazard.ts'
import { hazardsFrom, registerHazard } from '../../src/app/register-hazard.ts'
import { sendMonthlyReport } from '../../src/app/send-monthly-report.ts'
import type { Session } from '../../src/app/session.ts'
import type { Result } from '../../src/shared/result.ts'
import { memorySession } from './memory-session.ts'
import { value } from './value.ts'

const USER = { source: 'user', label: { code: 'cell.edit' } } as const
const code = (result: Result<unknown>) => (result.ok ? null : result.problem.code)

/** A small school on 10 March 2027, with people, places and one list of two items. */
function school() {
  const { session, changes } = memorySession()
  const [operator = '', checker = ''] = session.book.view('staff').ids()
  const [area = ''] = session.book.view('areas').ids()
  const lists = session.add(
    'checklists',
    [
      { list: '消防', seq: '2', item: '灭火器', standard: '在有效期内', hazard_cat: '消防' },
      { list: '消防', seq: '1', item: '疏散通道', standard: '畅通', hazard_cat: '消防', major_rule: '是' },
    ],
    USER,
  ).ids
  const inspection = session.add(
    'inspections',
    [{ kind: '每周必查', lists: '消防', inspectors: [operator], areas: [area], summary: '总体良好' }],
    USER,
  ).ids[0]!
  changes.length = 0
  return { session, changes, operator, checker, area, lists, inspection }
}

const cell = (session: Session, row: string, column: string) => session.book.value('hazards', row, column)
const items = (session: Session) => session.book.view('inspectionItems').ids()
const fail = (session: Session, row: string, issue = '') =>
  session.edit(
    [
      { table: 'inspectionItems', row, column: 'result', input: '不合格' },
      ...(issue === '' ? [] : [{ table: 'inspectionItems', row, column: 'issue', input: issue }]),
    ],
    USER,
  )

it('P4-29 a failed item becomes a hazard in the same change, and joins it when it fails again', async () => {
  const { session, changes, inspection, lists, area, operator } = school()
  expect(value(listInspectionItems(session, inspection)).count).toBe(2)
  expect(items(session).map((row) => session.book.stored('inspectionItems', row, 'item'))).toEqual([
    lists[1],
    lists[0],
  ])
  expect(value(listInspectionItems(session, inspection)).count).toBe(0)
  const [passage = '', extinguisher = ''] = items(session)
  changes.length = 0

  fail(session, extinguisher)
  expect(changes).toHaveLength(1)
  const [hazard = ''] = session.book.view('hazards').ids()
  expect(session.book.stored('inspectionItems', extinguisher, 'joined')).toBe(hazard)
  expect(
    ['found_on', 'source', 'category', 'level', 'content', 'state', 'due'].map((key) =>
      cell(session, hazard, key),
    ),
  ).toEqual(['2027-03-10', '每周检查', '消防', '一般', '灭火器', '待整改', '2027-03-17'])
  expect([cell(session, hazard, 'area'), cell(session, hazard, 'found_by')]).toEqual([area, operator])
  expect(session.book.value('inspections', inspection, 'hazards')).toBe(1)
  // From the hazard one sees the item and the inspection, from the inspection the hazard.
  expect(session.book.children('hazards', hazard).map(({ table }) => table)).toContain('inspectionItems')
  expect(session.book.children('inspections', inspection).map(({ table }) => table)).toContain('hazards')

  session.edit([{ table: 'inspectionItems', row: extinguisher, column: 'issue', input: '压力不足' }], USER)
  expect(cell(session, hazard, 'content')).toBe('灭火器：压力不足')
  session.edit([{ table: 'hazards', row: hazard, column: 'content', input: '三楼灭火器压力不足' }], USER)
  session.edit([{ table: 'inspectionItems', row: extinguisher, column: 'issue', input: '已过期' }], USER)
  expect(cell(session, hazard, 'content')).toBe('三楼灭火器压力不足')

  fail(session, passage, '堆放杂物')
  const major = session.book.view('hazards').ids()[1]!
  expect(['level', 'content', 'due'].map((key) => cell(session, major, key))).toEqual([
    '重大',
    '疏散通道：堆放杂物',
    '2027-04-09',
  ])

  const next = session.add(
    'inspections',
    [{ kind: '专项', lists: '消防', inspectors: [operator], areas: [area], summary: '复查' }],
    USER,
  ).ids[0]!
  value(listInspectionItems(session, next))
  fail(session, items(session)[3]!)
  expect(session.book.stored('inspectionItems', items(session)[3]!, 'joined')).toBe(hazard)
  expect(session.book.view('hazards').size).toBe(2)
})

it('leaves out what only schools with a dormitory or a canteen look at', () => {
  const { session, inspection, lists } = school()
  const list = (applies: string, seq: string) =>
    session.add(
      'checklists',
      [{ list: '消防', seq, item: applies, standard: '好', hazard_cat: '消防', applies }],
      USER,
    ).ids[0]!
  const [dormitory, canteen, nursery] = [list('寄宿', '3'), list('有食堂', '4'), list('幼儿园', '5')]
  const [profile] = session.book.view('profile').ids()
  session.edit([{ table: 'profile', row: profile!, column: 'boarding', input: '否' }], USER)
  session.edit([{ table: 'profile', row: profile!, column: 'canteen', input: '是' }], USER)
  value(listInspectionItems(session, inspection))
  const listed = () => items(session).map((row) => session.book.stored('inspectionItems', row, 'item'))
  expect(listed()).toEqual(expect.arrayContaining([...lists, canteen]))
  expect(listed()).not.toContain(dormitory)
  expect(listed()).not.toContain(nursery)
  session.edit([{ table: 'profile', row: profile!, column: 'boarding', input: '是' }], USER)
  value(listInspectionItems(session, inspection))
  expect(listed()).toContain(dormitory)
})

it('P5-16 each step has its turn, another checks, what is sent back is counted', () => {
  const { session, changes, operator, checker, area } = school()
  const hazard = session.add(
    'hazards',
    [{ source: '值周', found_by: operator, area, category: '消防', content: '灯不亮', owner: operator }],
    USER,
  ).ids[0]!
  changes.length = 0
  expect(code(recheckHazard(session, hazard, { reviewer: checker, passed: true }))).toBe('hazard.wrong-step')
  expect(code(closeHazard(session, hazard, checker))).toBe('hazard.wrong-step')
  expect(code(rectifyHazard(session, hazard, { text: '已换' }))).toBe('hazard.photo-missing')
  expect(changes).toHaveLength(0)

  value(rectifyHazard(session, hazard, { text: '已换', photo: '灯.jpg' }))
  expect(changes).toHaveLength(1)
  expect(['state', 'done_on', 'measure', 'photo_after'].map((key) => cell(session, hazard, key))).toEqual([
    '待复查',
    '2027-03-10',
    '已换',
    '灯.jpg',
  ])
  expect(code(rectifyHazard(session, hazard, { text: '再换' }))).toBe('hazard.wrong-step')
  expect(code(recheckHazard(session, hazard, { reviewer: operator, passed: true }))).toBe(
    'hazard.checked-by-owner',
  )
  expect(code(recheckHazard(session, hazard, { reviewer: '', passed: true }))).toBe('hazard.checker-missing')

  value(recheckHazard(session, hazard, { reviewer: checker, passed: false }))
  expect([cell(session, hazard, 'state'), cell(session, hazard, 'returns')]).toEqual(['整改中', 1])
  value(rectifyHazard(session, hazard, { text: '换了新灯' }))
  expect([cell(session, hazard, 'state'), cell(session, hazard, 'review')]).toEqual(['待复查', null])
  value(recheckHazard(session, hazard, { reviewer: checker, passed: false }))
  expect(cell(session, hazard, 'returns')).toBe(2)
  value(rectifyHazard(session, hazard, { text: '换了新灯' }))
  value(recheckHazard(session, hazard, { reviewer: checker, passed: true }))
  expect(cell(session, hazard, 'state')).toBe('待销号')
  value(closeHazard(session, hazard, ''))
  expect(['state', 'closed_on', 'closed_by', 'overdue'].map((key) => cell(session, hazard, key))).toEqual([
    '已销号',
    '2027-03-10',
    checker,
    false,
  ])
  expect(code(closeHazard(session, '#none', ''))).toBe('hazard.not-there')
})

it('P5-16 an incident becomes a hazard that points back at it, without what it tells of pupils', () => {
  const { session, area, operator } = school()
  const incident = session.add(
    'incidents',
    [{ occurred_at: '2027-03-09 10:20', known_by: operator, area, scene: '课堂', narrative: '张某某摔倒' }],
    USER,
  ).ids[0]!
  const { hazard } = value(registerHazard(session, 'incidents', incident))
  expect(['found_on', 'source', 'links', 'area'].map((key) => cell(session, hazard, key))).toEqual([
    '2027-03-09',
    '事故反查',
    incident,
    area,
  ])
  expect(cell(session, hazard, 'content')).toBeNull()
  expect(hazardsFrom(session.book, 'incidents', incident)).toEqual([hazard])
  expect(session.book.children('incidents', incident).some(({ table }) => table === 'hazards')).toBe(true)
  const meal = session.add('canteenLog', [{ meal: '中', issue: '留样不足', leader: operator }], USER).ids[0]!
  const other = value(registerHazard(session, 'canteenLog', meal)).hazard
  expect(['found_on', 'category', 'content'].map((key) => cell(session, other, key))).toEqual([
    '2027-03-10',
    '食品饮水',
    '留样不足',
  ])
  const log = session.add('dutyLog', [{ date: '2027-03-09', leader: operator, issues: '南门灯不亮' }], USER)
    .ids[0]!
  const third = value(registerHazard(session, 'dutyLog', log)).hazard
  expect(session.book.stored('dutyLog', log, 'links')).toEqual([third])
  expect(['found_on', 'source', 'content'].map((key) => cell(session, third, key))).toEqual([
    '2027-03-09',
    '值周',
    '南门灯不亮',
  ])
  expect(code(registerHazard(session, 'staff', operator))).toBe('row.unknown')
})

it('P5-25 a monthly report that is sent stays as it was sent', () => {
  const { session, changes, operator, area } = school()
  const hazard = (found_on: string) => ({
    found_on,
    source: '专项',
    found_by: operator,
    area,
    category: '用电',
    content: '插座松动',
    owner: operator,
    fund: '20',
  })
  const [old = '', fresh = ''] = session.add(
    'hazards',
    [hazard('2027-02-20'), hazard('2027-03-05')],
    USER,
  ).ids
  const report = session.add('monthlyReports', [{ signers: [operator] }], USER).ids[0]!
  const figure = (column: string) => session.book.value('monthlyReports', report, column)
  const figures = () => ['from_to', 'to', 'carried', 'new', 'closed', 'open', 'hash'].map(figure)
  expect(figure('month')).toBe('2027-03')
  expect(figures()).toEqual(['2027-03-01', '2027-03-10', 1, 1, 0, 2, null])
  expect([figure('due_on'), figure('on_time'), figure('by_cat')]).toEqual(['2027-03-28', null, '用电 1'])

  changes.length = 0
  const { hash } = value(sendMonthlyReport(session, report))
  expect(changes).toHaveLength(1)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const sent = ['2027-03-01', '2027-03-10', 1, 1, 0, 2, hash]
  expect(figures()).toEqual(sent)
  expect([figure('on_time'), figure('changed'), figure('sent_at')]).toEqual([true, false, '2027-03-10 09:00'])
  expect(['reported', 'month', 'reported_on'].map((key) => cell(session, fresh, key))).toEqual([
    '月报',
    '2027-03',
    '2027-03-10 09:00',
  ])
  const [line = ''] = session.book.view('submissions').ids()
  expect(
    ['item', 'period', 'due', 'state', 'hash'].map((key) => session.book.value('submissions', line, key)),
  ).toEqual(['隐患月报', '2027-03', '2027-03-28', '已报', hash])
  expect(code(sendMonthlyReport(session, report))).toBe('report.sent-already')

  // The ledger goes on; the report says that it has, and says the same.
  session.edit([{ table: 'hazards', row: old, column: 'found_on', input: '2027-03-08' }], USER)
  session.remove('hazards', [fresh], USER)
  session.edit([{ table: 'policy', row: policyRow(session), column: 'value', input: 'calendar' }], USER)
  expect(figures()).toEqual(sent)
  expect(figure('changed')).toBe(true)
  expect(figure('rows')).toContain('插座松动')
})

const policyRow = (session: Session) =>
  session.book
    .view('policy')
    .ids()
    .find((row) => session.book.stored('policy', row, 'key') === 'monthly.period')!

it('P5-25 a month in which nothing was found is reported too, and says why; the next begins the day after', () => {
  const { session, operator, area } = school()
  const [report = '', next = ''] = session.add(
    'monthlyReports',
    [{ signers: [operator] }, { month: '2027年4月', signers: [operator] }],
    USER,
  ).ids
  expect(session.book.problem('monthlyReports', report, 'zero_note')?.code).toBe('required')
  expect(code(sendMonthlyReport(session, report))).toBe('report.zero-note')
  session.edit(
    [{ table: 'monthlyReports', row: report, column: 'zero_note', input: '按计划检查，没有发现' }],
    USER,
  )
  value(sendMonthlyReport(session, report))
  expect(session.book.value('monthlyReports', next, 'from_to')).toBe('2027-03-11')
  expect(code(sendMonthlyReport(session, next))).toBe('report.period-open')
  // Found before the report ended and entered after it: in no report unless the next one tells of it.
  session.add(
    'hazards',
    [
      {
        found_on: '2027-03-09',
        source: '专项',
        found_by: operator,
        area,
        category: '用电',
        content: '迟登',
        owner: operator,
      },
    ],
    USER,
  )
  const figures = ['carried', 'new', 'closed', 'open'].map((key) =>
    session.book.value('monthlyReports', next, key),
  )
  expect(figures).toEqual([0, 1, 0, 1])
})

it('P5-26 a quarterly summary sums up its months and drafts what is empty', () => {
  const { session, operator, area } = school()
  session.add(
    'hazards',
    [
      {
        found_on: '2027-03-05',
        source: '专项',
        found_by: operator,
        area,
        category: '用电',
        content: '插座松动',
        owner: operator,
        due: '2027-03-06',
      },
    ],
    USER,
  )
  session.add('monthlyReports', [{ signers: [operator] }], USER)
  const summary = session.add(
    'quarterlySummaries',
    [{ quarter: '2027年第1季度', next: '照旧', signed: operator }],
    USER,
  ).ids[0]!
  const of = (column: string) => String(session.book.value('quarterlySummaries', summary, column))
  expect(of('stats')).toContain('演练 0 次')
  session.add(
    'drills',
    [
      { at: '2027-02-03 10:00', kind: '火灾' },
      { at: '2026-12-30 10:00', kind: '火灾' },
    ],
    USER,
  )
  expect(of('stats')).toContain('演练 1 次')
  expect(of('stats')).toContain('新增隐患 1 处')
  expect(of('stats')).toContain('还没有 2027-01、2027-02 的月报')
  expect(of('due_sent')).toBe('2027-03-28')
  value(draftQuarterlySummary(session, summary))
  expect(of('done')).toContain('新增隐患 1 处')
  expect(of('problems')).toContain('1 处没有销号，其中 1 处已超过整改时限')
  expect(of('next')).toBe('照旧')
})

it('P4-29 the inspections of a term are scheduled once', () => {
  const { session } = school()
  session.add('terms', [{ start_date: '2027-02-22', end_date: '2027-07-02' }], USER)
  session.add('holidays', [{ date: '2027-04-05', name: '清明节', kind: '法定休' }], USER)
  const first = value(planInspections(session))
  expect(first.count).toBeGreaterThan(15)
  expect(value(planInspections(session)).count).toBe(0)
  const kinds = session.book
    .view('inspectionPlan')
    .ids()
    .map((row) => session.book.stored('inspectionPlan', row, 'kind'))
  expect(new Set(kinds)).toEqual(new Set(['每周必查', '节前必查', '开学前', '放假前']))
  const states = session.book
    .view('inspectionPlan')
    .ids()
    .map((row) => session.book.value('inspectionPlan', row, 'state'))
  expect(new Set(states)).toEqual(new Set(['漏查', '已查', '未到']))
})
