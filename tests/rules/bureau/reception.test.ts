import { describe, expect, it } from 'vitest'
import { nationalLevel } from '../../../src/rules/bureau/national-level.ts'
import { county, openBureau } from './open-bureau.ts'

describe('receipts', () => {
  it.each([
    ['2026-08', '2026-08-28 23:59', null, true, '已收'],
    ['2026-08', '2026-08-29 00:00', null, false, '已收'],
    ['2026-08', null, null, false, '逾期'],
    ['2026-09', null, null, null, '未报'],
    ['2026-09', '2026-09-10 08:00', true, null, '退回'],
    ['2026年8月', '2026-08-28 10:00', false, true, '已收'],
  ])('P5-25 %s received %s, sent back %s: in time %s, %s', (month, received, returned, onTime, state) => {
    const { value } = openBureau({ ...county, receipts: [{ month, school: '一小', received, returned }] })
    expect([value('receipts', 'on_time'), value('receipts', 'state')]).toEqual([onTime, state])
  })

  it('P5-25 are due on the day the bureau has set, in a short month on its last', () => {
    const { column } = openBureau({
      bureauProfile: [{ name: '教育局', deadlines: 31 }],
      receipts: ['2026-01', '2026-02', '2028-02', '何时'].map((month) => ({ month })),
    })
    expect(column('receipts', 'due')).toEqual(['2026-01-31', '2026-02-28', '2028-02-29', null])
  })

  it.each([
    ['2026-08', '2026-08-20 10:00', null, '无需'],
    ['2026-06', '2026-06-20 10:00', true, '已收'],
    ['2026-06', '2026-06-20 10:00', null, '逾期'],
    ['2026-09', null, null, '待报'],
  ])('P5-26 the summary of the quarter with %s (%s, %s): %s', (month, received, quarterly, state) => {
    const { value } = openBureau({ ...county, receipts: [{ month, school: '一小', received, quarterly }] })
    expect(value('receipts', 'quarterly_state')).toBe(state)
  })

  it('a school shows when its last file came', () => {
    const { column } = openBureau({
      ...county,
      receipts: [
        { month: '2026-08', school: '一小', received: '2026-08-20 10:00' },
        { month: '2026-07', school: '一小', received: '2026-09-01 10:00' },
      ],
    })
    expect(column('schools', 'last_file').slice(0, 2)).toEqual(['2026-09-01 10:00', null])
  })
})

it('P5-28 a document names who has not replied; village schools reply through their central school', () => {
  const { value } = openBureau({
    ...county,
    bureauPlans: [
      { title: '通知', date: '2026-09-01', due: '2026-09-10' },
      { title: '制度', date: '2026-09-01' },
    ],
    receipts: [
      { month: '2026-08', school: '二小', received: '2026-08-31 10:00' },
      { month: '2026-09', school: '一小', received: '2026-09-01 10:00' },
    ],
  })
  expect([value('bureauPlans', 'replies'), value('bureauPlans', 'unreplied')]).toEqual([1, '二小'])
  expect([value('bureauPlans', 'replies', 1), value('bureauPlans', 'unreplied', 1)]).toEqual([null, null])
})

describe('hazards of all schools', () => {
  it('P5-24 are overdue from the day after their deadline until they are closed', () => {
    const { book, column } = openBureau({
      ...county,
      allHazards: [
        { school: '一小', no: '1', state: '整改中', due: '2026-09-10' },
        { school: '一小', no: '2', state: '整改中', due: '2026-09-10', extension: '2026-09-15' },
        { school: '一小', no: '3', state: '已销号', due: '2026-09-10' },
        { school: '一小', no: '4', due: '2026-09-14' },
        { school: '一小', no: '5', due: '2026-09-01', closed_on: '2026-09-05' },
      ],
    })
    expect(column('allHazards', 'overdue')).toEqual([5, null, null, 1, null])
    expect(book.text('allHazards', '#allHazards-0', 'leader')).toBe('赵局长')
  })

  it.each([
    [{}, '低(蓝)'],
    [{ allHazards: [{ school: '一小', no: '1', state: '整改中' }] }, '一般(黄)'],
    [{ allHazards: [{ school: '一小', no: '1', state: '整改中', due: '2026-09-01' }] }, '较大(橙)'],
    [{ allHazards: [{ school: '一小', no: '1', state: '整改中', level: '重大' }] }, '重大(红)'],
    [
      { allIncidents: [{ school: '一小', no: '1', times: '2026-05-01 10:00', class6: '一般安全事故' }] },
      '一般(黄)',
    ],
    [
      { allIncidents: [{ school: '一小', no: '1', times: '2026-05-01 10:00', class6: '一般安全责任事故' }] },
      '较大(橙)',
    ],
    [
      {
        allIncidents: [{ school: '一小', no: '1', times: '2026-05-01 10:00', class6: '严重的安全责任事故' }],
      },
      '重大(红)',
    ],
    [
      {
        allIncidents: [{ school: '一小', no: '1', times: '2025-05-01 10:00', class6: '严重的安全责任事故' }],
      },
      '低(蓝)',
    ],
  ])('%#: make the risk of a school', (rows, risk) => {
    expect(openBureau({ ...county, ...rows }).value('schools', 'risk')).toBe(risk)
  })
})

describe('incidents of all schools', () => {
  const incident = { school: '一小', no: '1', times: '2026-09-14 08:00', known_at: '2026-09-14 09:00' }

  it.each([
    [{ reported_at: '2026-09-15 09:00' }, true],
    [{ reported_at: '2026-09-15 09:01' }, false],
    [{}, null],
    [{ class6: '严重的安全事故', reported_at: '2026-09-14 11:00' }, true],
    [{ class6: '严重的安全事故', reported_at: '2026-09-14 11:01' }, false],
    [{ cas_dead: 1 }, false],
    [{ known_at: null, reported_at: '2026-09-15 08:01' }, false],
  ])('%#: are reported to the bureau in time or not', (cells, onTime) => {
    const { value } = openBureau({ ...county, allIncidents: [{ ...incident, ...cells }] })
    expect(value('allIncidents', 'on_time')).toBe(onTime)
  })

  it.each([
    [0, 0, 0, null],
    [0, 0, 999_999, null],
    [0, 0, 1_000_000, '一般'],
    [1, 0, 0, '一般'],
    [2, 9, 9_999_999, '一般'],
    [3, 0, 0, '较大'],
    [0, 10, 0, '较大'],
    [0, 0, 10_000_000, '较大'],
    [9, 49, 49_999_999, '较大'],
    [10, 0, 0, '重大'],
    [0, 50, 0, '重大'],
    [0, 0, 50_000_000, '重大'],
    [29, 99, 99_999_999, '重大'],
    [30, 0, 0, '特别重大'],
    [0, 100, 0, '特别重大'],
    [0, 0, 100_000_000, '特别重大'],
  ])('decree 493: %i dead, %i badly hurt, %i yuan: %s', (deaths, injuries, loss, level) => {
    expect(nationalLevel({ deaths, injuries, loss })).toBe(level)
    const cells = { ...incident, cas_dead: deaths, cas_severe: injuries, loss }
    expect(openBureau({ allIncidents: [cells] }).value('allIncidents', 'nat_level')).toBe(level)
  })
})

it('P1-15 a first report waits for a follow-up until the final one', () => {
  const report = (title: string, kind: string, first: string | null = null) => ({
    title,
    kind,
    first,
    at: '2026-09-15 08:00',
  })
  const { column } = openBureau({
    urgentReports: [
      report('甲', '首报'),
      report('乙', '首报'),
      report('乙二', '续报', '乙 首报 2026-09-15 08:00'),
      report('丙', '首报'),
      report('丙二', '终报', '丙 首报 2026-09-15 08:00'),
      report('丙三', '续报', '丙 首报 2026-09-15 08:00'),
    ],
  })
  expect(column('urgentReports', 'followed')).toEqual(['待续报', '已续报', null, '已终报', null, null])
})

it.each([
  ['2025-09-16', '2026-09-16', '临期'],
  ['2025-09-14', '2026-09-14', '过期'],
  ['2026-03-01', '2027-03-01', '正常'],
  [null, null, null],
])('P1-26 a building checked on %s is due on %s: %s', (checked, due, state) => {
  const { value } = openBureau({ buildingSafety: [{ school: '一小', bldg: '教学楼', checked }] })
  expect([value('buildingSafety', 'check_due'), value('buildingSafety', 'check_state')]).toEqual([due, state])
})

it('P6-24 a petition to the bureau runs on the same clock as one to a school', () => {
  const { value } = openBureau({ bureauPetitions: [{ no: '1', at: '2026-09-01 09:00', people: 5 }] })
  expect(['group_visit', 'notice_due', 'due'].map((key) => value('bureauPetitions', key))).toEqual([
    true,
    '2026-09-16',
    '2026-10-31',
  ])
})

it('P6-23 what is said in public is told to the offices within hours, sensitive things sooner', () => {
  const { column } = openBureau({
    bureauOpinions: [
      { found_at: '2026-09-01 09:00', level: '一般' },
      { found_at: '2026-09-01 09:00', level: '敏感' },
    ],
  })
  const [ordinary, sensitive] = column('bureauOpinions', 'feed_by')
  expect(String(sensitive) < String(ordinary)).toBe(true)
  expect(String(sensitive) > '2026-09-01 09:00').toBe(true)
})
