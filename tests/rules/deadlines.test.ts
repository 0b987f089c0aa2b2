import { describe, expect, it } from 'vitest'
import {
  clockOf,
  limitOf,
  reportingSeverity,
  type LegName,
  type LegSeverity,
  type LegTimes,
} from '../../src/rules/deadlines.ts'
import { policyFrom } from '../../src/rules/policy.ts'
import { EngineBook, NOW } from '../engine/open-book.ts'
import type { Book, PlainRow } from '../oracle/naive-school.ts'
import { codesOf } from './one-incident.ts'

const policyWith = (settings: Readonly<Record<string, string>> = {}) => {
  const { policy, problems } = policyFrom(Object.entries(settings).map(([key, value]) => ({ key, value })))
  expect(problems).toEqual([])
  return policy
}

/** An incident known at 10:00, whose head of department was told 10:03, the vice principal 10:09, the principal 10:12. */
const times: LegTimes = {
  occurredAt: '2026-09-07 09:40',
  knownAt: '2026-09-07 10:00',
  headToldAt: '2026-09-07 10:03',
  vpToldAt: '2026-09-07 10:09',
  principalToldAt: '2026-09-07 10:12',
  knewFromStart: false,
}

const due = (leg: LegName, severity: LegSeverity, settings = {}, at: Partial<LegTimes> = {}) => {
  const policy = policyWith(settings)
  const limit = limitOf(leg, severity, policy)
  return [
    limit?.text ?? null,
    clockOf(limit, { ...times, ...at }, policy).due?.slice(5) ?? null,
    limit?.binding ?? null,
  ]
}

describe('limits of the report legs', () => {
  it.each([
    ['责任人→处室负责人', '一般', '10分钟', '09-07 10:10', true],
    ['通知家长', '一般', '10分钟', '09-07 10:10', true],
    ['主任→分管副校长', '一般', '当天', '09-07 23:59', true],
    ['责任人→处室负责人', '较严重', '5分钟', '09-07 10:05', true],
    ['通知家长', '较严重', '5分钟', '09-07 10:05', true],
    ['主任→分管副校长', '较严重', '10分钟', '09-07 10:13', true],
    ['主任到场', '较严重', '立即(建议5分钟)', '09-07 10:08', false],
    ['副校长记录在案', '较严重', '当天(建议)', '09-07 23:59', false],
    ['副校长→校长', '较严重', '立即(建议5分钟)', '09-07 10:14', false],
    ['责任人→副校长或校长', '严重', '立即(建议5分钟)', '09-07 10:05', false],
    ['通知家长', '严重', '立即(建议5分钟)', '09-07 10:05', false],
    ['主任→分管副校长', '严重', '立即(建议5分钟)', '09-07 10:08', false],
    ['校长到场', '严重', '立即(建议5分钟)', '09-07 10:17', false],
    ['报教育局', '严重', '2小时', '09-07 12:00', true],
    ['报教育局', '一般', '24小时', '09-08 10:00', true],
    ['报当地政府', '严重', '立即(建议30分钟)', '09-07 10:30', false],
    ['报公安', '严重', '立即(建议30分钟)', '09-07 10:30', false],
    ['报卫生', '严重', '立即(建议30分钟)', '09-07 10:30', false],
    ['救治', '一般', '立即(建议5分钟)', '09-07 10:05', false],
    ['书面报告', '严重', null, null, null],
    ['处理结果报告', '一般', null, null, null],
  ] as [LegName, LegSeverity, string | null, string | null, boolean | null][])(
    '%s of %s: %s, by %s',
    (leg, severity, ...wanted) => {
      expect(due(leg, severity)).toEqual(wanted)
    },
  )

  it.each([
    ['R1', 'report.base', 'occurred', '责任人→处室负责人', '一般', '09-07 10:10', '09-07 09:50'],
    ['P4-23', 'report.general', '15', '责任人→处室负责人', '一般', '09-07 10:10', '09-07 10:15'],
    ['P4-25', 'report.serious', '3', '责任人→处室负责人', '较严重', '09-07 10:05', '09-07 10:03'],
    ['P4-25', 'report.afterReceiving', '20', '主任→分管副校长', '较严重', '09-07 10:13', '09-07 10:23'],
    ['R4', 'report.sameDay', 'endOfWork', '主任→分管副校长', '一般', '09-07 23:59', '09-07 17:30'],
    ['R5', 'report.immediate.internal', '8', '副校长→校长', '较严重', '09-07 10:14', '09-07 10:17'],
    ['R5', 'report.immediate.external', '60', '报公安', '严重', '09-07 10:30', '09-07 11:00'],
    ['R6', 'report.parent', 'immediate', '通知家长', '一般', '09-07 10:10', '09-07 10:05'],
    ['R7', 'report.legal.hours', '12', '报教育局', '较严重', '09-08 10:00', '09-07 22:00'],
    ['R7', 'report.legal.severeHours', '1', '报教育局', '严重', '09-07 12:00', '09-07 11:00'],
  ] as [string, string, string, LegName, LegSeverity, string, string][])(
    '%s %s=%s: %s of %s',
    (_, key, value, leg, severity, byDefault, otherwise) => {
      expect(due(leg, severity)[1]).toBe(byDefault)
      expect(due(leg, severity, { [key]: value })[1]).toBe(otherwise)
    },
  )

  it.each([
    ['24:00', '20:00', {}, '09-07 23:59'],
    ['endOfWork', '16:00', {}, '09-07 17:30'],
    ['endOfWork', '16:00', { 'report.endOfWork': '16:30' }, '09-07 16:30'],
    ['endOfWork', '20:00', {}, '09-08 08:30'],
    ['nextMorning', '17:00', {}, '09-07 23:59'],
    ['nextMorning', '17:00', { 'report.eveningFrom': '16:00' }, '09-08 08:30'],
    ['nextMorning', '20:00', {}, '09-08 08:30'],
    ['nextMorning', '20:00', { 'report.morning': '09:15' }, '09-08 09:15'],
  ])('R4 the same day, %s, known %s %j: by %s', (sameDay, clock, settings, wanted) => {
    const at = { knownAt: `2026-09-07 ${clock}` }
    expect(due('主任→分管副校长', '一般', { 'report.sameDay': sameDay, ...settings }, at)[1]).toBe(wanted)
  })

  it('wait for the leg before', () => {
    expect(due('主任→分管副校长', '较严重', {}, { headToldAt: null })[1]).toBeNull()
    expect(due('主任→分管副校长', '较严重', {}, { followed: null })[1]).toBeNull()
    expect(due('主任→分管副校长', '较严重', {}, { followed: '2026-09-07 11:00' })[1]).toBe('09-07 11:10')
  })

  it('start at once for who knew from the start (R8), and where a director is the vice principal', () => {
    expect(due('主任→分管副校长', '较严重', {}, { headToldAt: null, knewFromStart: true })[1]).toBe(
      '09-07 10:10',
    )
    expect(due('副校长→校长', '较严重', {}, { vpToldAt: null })[1]).toBe('09-07 10:08')
  })

  it('run from whichever time is known', () => {
    expect(due('责任人→处室负责人', '一般', {}, { knownAt: null })[1]).toBe('09-07 09:50')
    expect(due('责任人→处室负责人', '一般', { 'report.base': 'occurred' }, { occurredAt: null })[1]).toBe(
      '09-07 10:10',
    )
  })

  it.each([
    ['一般', '否', '一般'],
    ['较严重', '否', '较严重'],
    ['不计入', '否', null],
    ['不计入', '疑似', '严重'],
    ['一般', '确认', '严重'],
    ['待定', '否', '一般'],
  ] as const)('severity %s, poisoning %s: limits of %s', (severity, food, wanted) => {
    expect(reportingSeverity(severity, food)).toBe(wanted)
  })
})

// ── Legs in the table ────────────────────────────────────────────────────────────────────────────────────────────

/** A school with one incident known 2027-12-31 10:00 and its legs; now is two hours later. */
function bookWith(
  legs: readonly PlainRow[],
  incident: PlainRow = {},
  settings: Readonly<Record<string, string>> = {},
): EngineBook {
  expect(NOW).toBe('2027-12-31 12:00')
  const no = 'SG-20271231-01'
  return new EngineBook({
    departments: [{ dept: '教导处', director: '主任', vp: '副校长' }],
    staff: [
      { name: '甲', dept: '教导处' },
      { name: '主任', dept: '教导处' },
      { name: '副校长', dept: '教导处' },
    ],
    incidents: [
      {
        no,
        occurred_at: '2027-12-31 10:00',
        known_at: '2027-12-31 10:00',
        entered_at: '2027-12-31 10:01',
        scene: '课堂',
        injury_level: '轻微',
        food_poisoning: '否',
        loss_yuan: 0,
        ...incident,
      },
    ],
    reportLegs: legs.map((leg) => ({ incident: no, accountable: '甲', ...leg })),
    policy: Object.entries(settings).map(([key, value]) => ({ key, value })),
  } as unknown as Book)
}

const first = { leg: '责任人→处室负责人' }
const at = (clock: string) => ({ ...first, done_at: `2027-12-31 ${clock}` })
const cell = (book: EngineBook, column: string, leg = 0) =>
  book.workbook.value('reportLegs', `#reportLegs-${leg}`, column)

describe('a leg in the table', () => {
  it.each([
    [at('10:10'), '按时', null],
    [at('10:11'), '超时1分钟', '疑似迟报'],
    [{ ...at('10:11'), accepted: '是' }, '超时1分钟', null],
    [{ ...at('10:11'), verdict: '不追究' }, '超时1分钟', null],
    [at('09:58'), '按时', null],
    [first, '未报', '疑似迟报'],
    [{ ...at('10:20'), leg: '救治' }, '超建议时限15分钟', null],
    [{ leg: '救治' }, '进行中', null],
    [{ leg: '书面报告' }, '进行中', null],
    [{ ...at('10:20'), leg: '书面报告' }, '按时', null],
  ] as [PlainRow, string, string | null][])('%j: %s, %s', (leg, result, suspicion) => {
    const book = bookWith([leg])
    expect([cell(book, 'result'), cell(book, 'suspicion')]).toEqual([result, suspicion])
  })

  it.each([
    ['R2', 'report.graceMinutes', '5', at('10:14'), '超时4分钟', '按时'],
    ['R2', 'report.graceMinutes', '5', at('10:16'), '超时6分钟', '超时6分钟'],
  ] as [string, string, string, PlainRow, string, string][])(
    '%s %s=%s',
    (_, key, value, leg, byDefault, otherwise) => {
      expect(cell(bookWith([leg]), 'result')).toBe(byDefault)
      expect(cell(bookWith([leg], {}, { [key]: value }), 'result')).toBe(otherwise)
    },
  )

  it('never done for a day is suspected missed; the school sets the hours', () => {
    const yesterday = {
      occurred_at: '2027-12-30 10:00',
      known_at: '2027-12-30 10:00',
      entered_at: '2027-12-30 10:01',
    }
    expect(cell(bookWith([first], yesterday), 'suspicion')).toBe('疑似漏报')
    expect(cell(bookWith([first], yesterday, { 'conceal.missAfterHours': '48' }), 'suspicion')).toBe(
      '疑似迟报',
    )
  })

  it('of an incident entered a day late is suspected missed, unless it is marked as entered later', () => {
    const late = {
      occurred_at: '2027-12-29 10:00',
      known_at: '2027-12-29 10:00',
      entered_at: '2027-12-31 10:00',
    }
    const done = { ...first, done_at: '2027-12-29 10:05' }
    const suspicion = (incident: PlainRow, settings = {}) =>
      cell(bookWith([done], incident, settings), 'suspicion')
    expect(suspicion(late)).toBe('疑似漏报')
    expect(suspicion({ ...late, backfilled: '是' })).toBeNull()
    expect(suspicion({ ...late, backfilled: '是' }, { 'report.backfillMark': '否' })).toBe('疑似漏报')
    expect(suspicion(late, { 'conceal.missAfterHours': '72' })).toBeNull()
  })

  it('keeps the limit of what was known then when the injury worsens (A11)', () => {
    const leg = { ...at('10:08'), severity_then: '一般' }
    const book = bookWith([leg], { injury_level: '中度' })
    expect([cell(book, 'limit'), cell(book, 'result')]).toEqual(['10分钟', '按时'])
    const unknown = bookWith([at('10:08')], { injury_level: '中度' })
    expect([cell(unknown, 'limit'), cell(unknown, 'result')]).toEqual(['5分钟', '超时3分钟'])
  })

  it('waits for the department to be told, then has ten minutes', () => {
    const director = { leg: '主任→分管副校长', accountable: '主任' }
    const book = bookWith([first, director], { injury_level: '中度' })
    expect([cell(book, 'due_at', 1), cell(book, 'result', 1)]).toEqual([null, '进行中'])
    book.set('reportLegs', '#reportLegs-0', 'done_at', '2027-12-31 10:04')
    expect([cell(book, 'base_at', 1), cell(book, 'due_at', 1)]).toEqual([
      '2027-12-31 10:04',
      '2027-12-31 10:14',
    ])
  })

  it('of two departments each waits for its own', () => {
    const legs = [
      at('10:03'),
      { ...at('10:30'), accountable: '副校长' },
      { leg: '主任→分管副校长', accountable: '主任', follows: '#reportLegs-1' },
    ]
    expect(cell(bookWith(legs, { injury_level: '中度' }), 'due_at', 2)).toBe('2027-12-31 10:40')
  })

  it('runs the severest limits for a suspected poisoning', () => {
    const book = bookWith([{ leg: '报教育局' }], { injury_level: '', food_poisoning: '疑似' })
    expect([cell(book, 'limit'), cell(book, 'due_at')]).toEqual(['2小时', '2027-12-31 12:00'])
  })

  it('says why, step by step', () => {
    const why = (leg: PlainRow, column: string) =>
      codesOf(bookWith([leg]).workbook.why('reportLegs', '#reportLegs-0', column))
    expect(why(at('10:11'), 'due_at')).toEqual(['leg.starts-known', 'leg.limit', 'leg.due'])
    expect(why({ leg: '救治' }, 'limit')).toEqual(['leg.limit', 'leg.advice-only', 'leg.due'])
    expect(why(at('10:11'), 'suspicion')).toEqual(['leg.late', 'leg.suspicion-flagOnly'])
    expect(why({ ...at('10:11'), accepted: '是' }, 'result')).toEqual(['leg.late', 'leg.reason-accepted'])
  })
})

describe('the reports of an incident as a whole', () => {
  it.each([
    [[], null],
    [[at('10:05')], '按时'],
    [[at('10:05'), { leg: '主任→分管副校长' }], '进行中'],
    [[at('10:25'), { leg: '主任→分管副校长' }], '迟报'],
    [[first, { ...at('10:25'), leg: '通知家长' }], '未报'],
    [[{ ...at('10:25'), verdict: '不追究' }], '按时'],
    [[{ ...at('10:05'), verdict: '隐瞒' }], '未报'],
    [[{ ...at('10:05'), verdict: '迟报' }], '迟报'],
    [[{ ...at('10:20'), leg: '救治' }], '按时'],
  ] as [PlainRow[], string | null][])('%j: %s', (legs, state) => {
    expect(bookWith(legs).workbook.value('incidents', '#incidents-0', 'reports_state')).toBe(state)
  })
})
