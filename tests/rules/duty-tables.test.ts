import { describe, expect, it } from 'vitest'
import { tables } from '../../src/tables/index.ts'
import type { Table } from '../../src/tables/table.ts'
import { EngineBook, NOW } from '../engine/open-book.ts'
import type { Book, PlainRow } from '../oracle/naive-school.ts'

const open = (book: Record<string, PlainRow[]>) => new EngineBook(book as unknown as Book)

/** A term from Tuesday, 2027-08-31; today is Friday, 2027-12-31, in its eighteenth week. */
const TERM = {
  school_year: '2027-2028',
  term: '第一学期',
  start_date: '2027-08-31',
  end_date: '2028-01-21',
  score_from: '2027-08-31',
  score_to: '2028-02-20',
}
const STAFF = ['甲', '乙', '丙', '丁'].map((name) => ({
  name,
  status: '在岗',
  phone: `1380000000${name.charCodeAt(0) % 10}`,
}))
const term = '2027-2028 第一学期'

describe('responsibility', () => {
  it.each([
    [{}, '未签'],
    [{ signed_on: NOW.slice(0, 10), valid_to: NOW.slice(0, 10) }, '已签'],
    [{ signed_on: '2027-09-01', valid_to: '2027-12-30' }, '过期'],
    [{ valid_to: '2027-12-30' }, '未签'],
  ])('a pledge with %j is %s', (cells, status) => {
    const book = open({ pledges: [{ year: '2027-2028', ...cells }] }).workbook
    expect(book.value('pledges', '#pledges-0', 'status')).toBe(status)
  })

  it('P2-02 a duty shows both sides of its post, its own words first, and the pledges in force', () => {
    const { workbook } = open({
      staff: STAFF,
      dutyLibrary: [{ post: '班主任', job_duty: '管理班级', safety_duty: '清点人数' }],
      pledges: [
        { no: 'A', party_b: '甲', signed_on: '2027-09-01', valid_to: '2028-08-31' },
        { no: 'B', party_b: '甲', signed_on: '2026-09-01', valid_to: '2027-08-31' },
        { no: 'C', party_b: '甲', valid_to: '2028-08-31' },
        { no: 'D', party_b: '乙', signed_on: '2027-09-01', valid_to: '2028-08-31' },
      ],
      duties: [
        { person: '甲', post: '班主任' },
        { person: '丙', post: '班主任', safety_own: '护送路队' },
      ],
    })
    const cells = (row: string) =>
      ['job', 'safety', 'pledge'].map((key) => workbook.value('duties', row, key))
    expect(cells('#duties-0')).toEqual(['管理班级', '清点人数', 'A'])
    expect(cells('#duties-1')).toEqual(['管理班级', '护送路队', null])
  })

  it('P2-03 members of a group show their posts', () => {
    const { workbook } = open({
      staff: [{ name: '甲', posts: '校长、书记' }],
      leadership: [{ role: '组长', person: '甲' }],
    })
    expect(workbook.value('leadership', '#leadership-0', 'title')).toBe('校长、书记')
    expect(workbook.stored('leadership', '#leadership-0', 'responsibility')).toBe('第一责任人(总责)')
  })
})

describe('the rota', () => {
  const rota = (rows: PlainRow[], more: Record<string, PlainRow[]> = {}) =>
    open({ terms: [TERM], staff: STAFF, ...more, rota: rows.map((row) => ({ term, leader: '丁', ...row })) })
      .workbook
  const conflicts = (rows: PlainRow[], more: Record<string, PlainRow[]> = {}) =>
    (rota(rows, more).value('rota', '#rota-0', 'conflict') as { code: string }[]).map(({ code }) => code)

  it.each([
    [1, '2027-08-31', '2027-09-05'],
    [2, '2027-09-06', '2027-09-12'],
    [21, '2028-01-17', '2028-01-21'],
    [22, null, null],
  ])('week %i runs from %s to %s', (week, from, to) => {
    const book = rota([{ week, post: '校门', teachers: '甲' }])
    expect([book.value('rota', '#rota-0', 'range'), book.value('rota', '#rota-0', 'range_to')]).toEqual([
      from,
      to,
    ])
  })

  it('names the school days of a week, a make-up Saturday among them, and only those of the term', () => {
    const book = rota(
      [
        { week: 1, post: '校门', teachers: '甲' },
        { week: 4, post: '校门', teachers: '甲' },
      ],
      {
        holidays: [
          { date: '2027-09-25', name: '调休', kind: '调休上班' },
          { date: '2027-09-21', name: '中秋', kind: '法定休' },
        ],
      },
    )
    expect(book.stored('rota', '#rota-0', 'weekday')).toEqual(['周二', '周三', '周四', '周五'])
    expect(book.stored('rota', '#rota-1', 'weekday')).toEqual(['周一', '周三', '周四', '周五', '周六'])
  })

  const week = { week: 2, post: '校门', weekday: '周一', teachers: '甲' }
  const CLASS = { class_name: '一(1)班', homeroom: '甲' }
  it.each([
    [[week], {}, []],
    [[week, { ...week, post: '食堂' }], {}, ['rota.double']],
    [[week, { ...week, post: '食堂', weekday: '周二' }], {}, []],
    [[week, { ...week, post: '食堂', week: 3 }], {}, []],
    [[week, { ...week, post: '食堂', teachers: '乙' }], {}, []],
    [[week], { staff: [{ name: '甲', status: '请假' }] }, ['rota.not-at-work']],
    [[week], { staff: [{ name: '甲', valid_to: '2027-09-05' }] }, ['rota.not-at-work']],
    [[week], { staff: [{ name: '甲', valid_to: '2027-09-06' }] }, []],
    [[week], { staff: [{ name: '甲', on_roster: '否' }] }, ['rota.exempt']],
    [[week, { ...week, week: 3 }], { staff: [{ name: '甲', roster_cap: 1 }] }, ['rota.above-cap']],
    [[week, { ...week, post: '食堂', weekday: '周二' }], { staff: [{ name: '甲', roster_cap: 1 }] }, []],
    [[week, { ...week, week: 3, origin: '代班' }], { staff: [{ name: '甲', roster_cap: 1 }] }, []],
    [[week], { staffAttendance: [{ date: '2027-09-06', person: '甲', kind: '病假' }] }, ['rota.away']],
    [[week], { staffAttendance: [{ date: '2027-09-06', person: '甲', kind: '迟到' }] }, []],
    [[week], { staffAttendance: [{ date: '2027-09-07', person: '甲', kind: '病假' }] }, []],
    [[week], { staffAttendance: [{ date: '2027-09-13', person: '甲', kind: '病假' }] }, []],
    [[{ ...week, duty_class: '一(1)班' }], { classes: [CLASS] }, ['rota.own-class']],
    [
      [{ ...week, duty_class: '一(1)班' }],
      { classes: [{ ...CLASS, homeroom: '乙', deputy: '甲' }] },
      ['rota.own-class'],
    ],
    [[{ ...week, duty_class: '一(1)班' }], { classes: [{ ...CLASS, homeroom: '乙' }] }, []],
    [[week], { classes: [CLASS] }, []],
    [[week], { classes: [CLASS], rotaPosts: [{ post: '校门', with_class: '是' }] }, ['rota.with-class']],
    [[week], { classes: [CLASS], rotaPosts: [{ post: '校门', with_class: '否' }] }, []],
    [[week], { classes: [CLASS], rotaPosts: [{ post: '食堂', with_class: '是' }] }, []],
  ] as [PlainRow[], Record<string, PlainRow[]>, string[]][])('%j with %j: %j', (rows, more, codes) => {
    expect(conflicts(rows, more)).toEqual(codes)
  })

  it('lets the teachers of the class on duty stand on a post where the school says so', () => {
    const engine = open({
      terms: [TERM],
      staff: STAFF,
      classes: [CLASS],
      rota: [{ term, ...week, leader: '丁', duty_class: '一(1)班' }],
    })
    expect(engine.workbook.value('rota', '#rota-0', 'conflict')).toHaveLength(1)
    engine.setPolicy('rota.ownClass', '否')
    expect(engine.workbook.value('rota', '#rota-0', 'conflict')).toEqual([])
  })

  it('counts each teacher’s duties of the term, swaps not', () => {
    const book = rota([
      { week: 2, post: '校门', teachers: '甲、乙' },
      { week: 3, post: '校门', teachers: '甲' },
      { week: 4, post: '校门', teachers: '甲', origin: '调班' },
      { week: 3, post: '校门', teachers: '甲', term: '2026-2027 第一学期' },
    ])
    expect(book.value('rota', '#rota-0', 'load')).toBe('甲 2、乙 1')
  })

  it('follows an edit of another row', () => {
    const engine = open({
      terms: [TERM],
      staff: STAFF,
      rota: [
        { term, week: 2, post: '校门', weekday: '周一', teachers: '甲' },
        { term, week: 2, post: '食堂', weekday: '周一', teachers: '乙' },
      ],
    })
    const conflict = () => engine.workbook.value('rota', '#rota-0', 'conflict')
    expect(conflict()).toEqual([])
    engine.set('rota', '#rota-1', 'teachers', ['#staff-0'])
    expect(conflict()).toEqual([{ code: 'rota.double', params: { name: '甲', post: '食堂' } }])
    engine.edit({ kind: 'delete', table: 'rota', row: 1 })
    expect(conflict()).toEqual([])
  })

  it('shows telephones of the holiday duty, and who a swap takes over from', () => {
    const { workbook } = open({
      staff: [{ name: '甲', phone: '13800000001' }, { name: '乙', phone: '13800000002' }, { name: '丙' }],
      terms: [TERM],
      rota: [{ term, week: 2, post: '校门', teachers: '甲、丙' }],
      holidayDuty: [{ date: '2027-10-01', kind: '节假日', leader: '甲', staff: '乙、丙、甲' }],
      swaps: [
        { from_row: '2027-2028 第一学期 2 校门', to_person: '乙' },
        { from_row: '2027-2028 第一学期 2 校门', to_person: '乙', absent: '丙' },
      ],
    })
    expect(workbook.value('holidayDuty', '#holidayDuty-0', 'phones')).toBe('13800000001、13800000002')
    expect(workbook.value('swaps', '#swaps-0', 'from_person')).toBe('甲、丙')
    expect(workbook.value('swaps', '#swaps-1', 'from_person')).toBe('丙')
  })
})

describe('attendance', () => {
  const CLASSES = [
    { class_name: '一(1)班', students: 40, homeroom: '甲' },
    { class_name: '一(2)班', students: 30, homeroom: '乙' },
  ]

  it.each([
    [{ present: 38 }, [40, 2, 2]],
    [{ present: 38, sick: 1, leave: 1 }, [40, 2, 0]],
    [{ present: 40 }, [40, 0, 0]],
    [{ present: 41 }, [40, null, null]],
    [{ present: 39, sick: 2 }, [40, 1, null]],
    [{}, [40, null, null]],
  ])('a class with %j: due, absent, unknown %j', (cells, wanted) => {
    const { workbook } = open({ classes: CLASSES, classAttendance: [{ class: '一(1)班', ...cells }] })
    expect(
      ['due', 'absent', 'unknown'].map((key) => workbook.value('classAttendance', '#classAttendance-0', key)),
    ).toEqual(wanted)
  })

  it.each([
    ['晨检', '2027-09-06 09:00', false],
    ['晨检', '2027-09-06 09:01', true],
    ['午检', '2027-09-06 09:01', false],
    ['晚检', '2027-09-06 20:01', true],
    ['晨检', '2027-09-07 07:00', true],
    ['晨检', '2027-09-05 23:00', false],
    ['晨检', '', null],
  ])('%s reported at %s is late: %s', (session, reported_at, late) => {
    const engine = open({ classAttendance: [{ date: '2027-09-06', session, reported_at }] })
    expect(engine.workbook.value('classAttendance', '#classAttendance-0', 'late')).toBe(late)
    engine.setPolicy('attendance.morning', '06:00')
    if (session === '晨检' && late === false && reported_at.startsWith('2027-09-06'))
      expect(engine.workbook.value('classAttendance', '#classAttendance-0', 'late')).toBe(true)
  })

  it('P6-09 a log counts who is there and the classes that have reported', () => {
    const { workbook } = open({
      terms: [TERM],
      staff: [...STAFF, { name: '戊', status: '退休' }, { name: '己', valid: '2027-09-07' }],
      classes: CLASSES,
      staffAttendance: [
        { date: '2027-09-06', person: '甲', kind: '病假' },
        { date: '2027-09-06', person: '乙', kind: '迟到' },
        { date: '2027-09-06', person: '丙', kind: '事假', period: '上午' },
        { date: '2027-09-06', person: '戊', kind: '病假' },
        { date: '2027-09-07', person: '丁', kind: '病假' },
      ],
      classAttendance: [
        { date: '2027-09-06', class: '一(1)班', present: 38 },
        { date: '2027-09-06', class: '一(2)班', present: 30 },
        { date: '2027-09-06', class: '一(1)班', session: '午检', present: 30 },
        { date: '2027-09-07', class: '一(1)班', session: '午检', present: 39 },
      ],
      dutyLog: [{ date: '2027-09-06' }, { date: '2027-09-07' }, { date: '2027-08-30' }],
    })
    const cells = (row: number) =>
      ['week', 'staff_due', 'staff_present', 'students_due', 'students_present', 'students_absent'].map(
        (key) => workbook.value('dutyLog', `#dutyLog-${row}`, key),
      )
    expect(cells(0)).toEqual([2, 4, 3, 70, 68, 2])
    expect(cells(1)).toEqual([2, 5, 4, 40, 39, 1])
    expect(cells(2)).toEqual([null, 4, 4, null, null, null])
  })

  it.each([
    [{}, '未填'],
    [{ recess_check: '正常', filled_at: '2027-09-07 23:00' }, '已填'],
    [{ recess_check: '正常', filled_at: '2027-09-08 00:00' }, '补填'],
    [{ other_checks: '异常', filled_at: '2027-09-06 17:00' }, '已填'],
    [{ recess_check: '未查', filled_at: '2027-09-06 17:00' }, '未填'],
  ])('a log with %j is %s', (cells, status) => {
    const engine = open({ dutyLog: [{ date: '2027-09-06', ...cells }] })
    expect(engine.workbook.value('dutyLog', '#dutyLog-0', 'status')).toBe(status)
  })

  describe('a cluster', () => {
    const ill = (rows: [string, string, string, string?][]) =>
      open({
        classes: CLASSES,
        absences: rows.map(([date, pupil_code, symptom, klass]) => ({
          date,
          pupil_code,
          symptom,
          class: klass ?? '一(1)班',
          reason: '病假',
        })),
      })
    const cluster = (engine: EngineBook, row = 0) =>
      engine.workbook.value('absences', `#absences-${row}`, 'cluster')

    it.each([
      ['2027-09-06', '2027-09-07', '2027-09-08', 3],
      ['2027-09-06', '2027-09-06', '2027-09-06', 3],
      ['2027-09-08', '2027-09-07', '2027-09-06', 3],
      ['2027-09-07', '2027-09-06', '2027-09-08', 3],
      ['2027-09-06', '2027-09-07', '2027-09-09', 0],
    ])('on %s, %s and %s: %i', (a, b, c, count) => {
      const found = cluster(
        ill([
          [a, '1', '发热'],
          [b, '2', '发热、咳嗽'],
          [c, '3', '发热'],
        ]),
      )
      expect(found).toEqual(
        count ? [{ code: 'absence.cluster', params: { symptom: '发热', count, days: 3 } }] : [],
      )
    })

    it('is of one class, of one symptom, and of different pupils', () => {
      const day = '2027-09-06'
      expect(
        cluster(
          ill([
            [day, '1', '发热'],
            [day, '2', '发热'],
            [day, '3', '发热', '一(2)班'],
          ]),
        ),
      ).toEqual([])
      expect(
        cluster(
          ill([
            [day, '1', '发热'],
            [day, '2', '发热'],
            [day, '3', '咳嗽'],
          ]),
        ),
      ).toEqual([])
      expect(
        cluster(
          ill([
            [day, '1', '发热'],
            ['2027-09-07', '1', '发热'],
            ['2027-09-08', '1', '发热'],
          ]),
        ),
      ).toEqual([])
    })

    it('is as large as the school says', () => {
      const engine = ill([
        ['2027-09-06', '1', '腹泻'],
        ['2027-09-10', '2', '腹泻'],
      ])
      expect(cluster(engine)).toEqual([])
      engine.setPolicy('attendance.cluster', '2')
      engine.setPolicy('attendance.clusterDays', '5')
      expect(cluster(engine)).toHaveLength(1)
    })
  })
})

describe('the weekly summary', () => {
  const engine = open({
    terms: [TERM],
    staff: STAFF,
    classes: [{ class_name: '一(1)班', students: 40, homeroom: '甲' }],
    rota: [
      { term, week: 2, post: '校门', leader: '甲', teachers: '乙' },
      { term, week: 2, post: '食堂', leader: '甲', teachers: '丙' },
      { term, week: 3, post: '校门', leader: '乙', teachers: '丙' },
    ],
    dutyLog: [
      { date: '2027-09-06', recess_check: '异常', clearing_check: '异常' },
      { date: '2027-09-13', recess_check: '异常' },
    ],
    classAttendance: [
      { date: '2027-09-07', class: '一(1)班', present: 38, reported_at: '2027-09-07 10:00' },
      { date: '2027-09-14', class: '一(1)班', present: 30 },
    ],
    staffAttendance: [{ date: '2027-09-08', person: '甲', kind: '公出' }],
    incidents: [
      { occurred_at: '2027-09-12 10:00', scene: '课堂' },
      { occurred_at: '2027-09-13 10:00', scene: '课堂' },
      { occurred_at: '2027-09-01 10:00', scene: '课堂', closed_on: '2027-09-03' },
    ],
    patrols: [
      { at: '2027-09-10 10:00', kind: '可疑人员', action: '报警' },
      { at: '2027-09-10 11:00', kind: '例行巡查' },
    ],
    hazards: [
      { found_on: '2027-09-08', owner: '甲' },
      { found_on: '2027-09-01', owner: '甲', closed_on: '2027-09-02' },
      {
        found_on: '2027-09-01',
        owner: '甲',
        done_on: '2027-09-02',
        reviewer: '乙',
        reviewed_on: '2027-09-02',
        review: '合格',
        closed_on: '2027-09-02',
      },
    ],
    absences: [
      { date: '2027-09-03', pupil_code: '1', reason: '未知' },
      { date: '2027-09-06', pupil_code: '2', reason: '病假', confirmed_by: '甲' },
      { date: '2027-09-13', pupil_code: '3', reason: '未知' },
    ],
    weeklySummaries: [
      { term, week: 2 },
      { term, week: 10 },
      { term, week: 30 },
    ],
  })
  const said = (row: number, column: string) =>
    (
      engine.workbook.value('weeklySummaries', `#weeklySummaries-${row}`, column) as {
        code: string
        params?: object
      }[]
    ).map(({ code, params }) => [code, ...Object.values(params ?? {})].join(' '))

  it('P6-14 adds up its seven days and nothing beside them', () => {
    expect(said(0, 'stats')).toEqual([
      'week.abnormal 2',
      'week.outsiders 1',
      'week.absent 2',
      'week.late-reports 1',
      'week.staff 1',
      'week.incidents 1',
      'week.hazards 1',
    ])
    expect(said(1, 'stats')).toEqual(['week.quiet'])
    expect(said(2, 'stats')).toEqual([])
  })

  it('hands over what is open, of earlier weeks too', () => {
    expect(said(0, 'open_items')).toEqual([
      'week.open-absences 1',
      'week.open-incidents 1',
      'week.open-hazards 2',
    ])
    expect(said(1, 'open_items')).toEqual([
      'week.open-absences 2',
      'week.open-incidents 2',
      'week.open-hazards 2',
    ])
  })

  it('goes from one leader to the next', () => {
    const { workbook } = engine
    expect(workbook.value('weeklySummaries', '#weeklySummaries-0', 'leader')).toBe('甲')
    expect(
      workbook.shownName(workbook.stored('weeklySummaries', '#weeklySummaries-0', 'handover') as string),
    ).toBe('甲')
    expect(
      workbook.shownName(workbook.stored('weeklySummaries', '#weeklySummaries-0', 'receiver') as string),
    ).toBe('乙')
    expect(workbook.value('weeklySummaries', '#weeklySummaries-1', 'leader')).toBeNull()
  })
})

describe('contracted responsibility', () => {
  const AREAS = [
    { area: '教学楼', kind: '教室' },
    { area: '一楼厕所', kind: '厕所', parent: '教学楼' },
    { area: '操场', kind: '操场' },
  ]
  const contract = (cells: PlainRow, more: Record<string, PlainRow[]> = {}) => {
    const { workbook } = open({
      staff: STAFF,
      areas: AREAS,
      ...more,
      contracts: [{ kind: '项目', item: '用电', owner: '甲', deputy: '乙', valid: '2027-09-01', ...cells }],
    })
    return (column: string) => workbook.value('contracts', '#contracts-0', column)
  }
  const inspection = (date: string, inspectors: string, areas = '操场', more: PlainRow = {}) => ({
    date,
    inspectors,
    areas,
    ...more,
  })

  it.each([
    [
      [inspection('2027-12-01', '甲'), inspection('2027-12-20', '丙'), inspection('2027-11-01', '甲')],
      '2027-12-01',
    ],
    [[inspection('2027-12-01', '丙、乙')], '2027-12-01'],
    [[inspection('2027-12-01', '丙', '操场', { leader: '甲' })], '2027-12-01'],
    [[inspection('2027-08-31', '甲')], null],
    [[inspection('2028-01-01', '甲')], null],
    [[], null],
  ])('was last looked at, by %j, on %s', (inspections, day) => {
    expect(contract({}, { inspections })('last_check')).toBe(day)
  })

  it('P3-11 of a place is looked at there, or in a part of it', () => {
    const cells = { kind: '区域部位', item: '楼', target: '教学楼' }
    const on = (areas: string) =>
      contract(cells, { inspections: [inspection('2027-12-01', '甲', areas)] })('last_check')
    expect([on('教学楼'), on('一楼厕所'), on('操场'), on('操场、教学楼')]).toEqual([
      '2027-12-01',
      '2027-12-01',
      null,
      '2027-12-01',
    ])
  })

  // Today is Friday, 2027-12-31.
  it.each([
    ['每日', '2027-12-31', false],
    ['每日', '2027-12-30', false],
    ['每日', '2027-12-29', true],
    ['每周', '2027-12-24', false],
    ['每周', '2027-12-23', true],
    ['每月', '2027-11-30', false],
    ['每月', '2027-11-29', true],
    ['每季两次', '2027-11-15', false],
    ['每季两次', '2027-11-14', true],
    ['每周', '', true],
  ])('%s, last looked at on %s, is overdue: %s', (freq, day, overdue) => {
    const inspections = day === '' ? [] : [inspection(day, '甲')]
    expect(contract({ freq }, { inspections })('overdue')).toBe(overdue)
    expect(contract({ freq, valid_to: '2027-12-30' }, { inspections })('overdue')).toBe(false)
    expect(contract({ freq, valid: '2028-01-01' }, { inspections: [] })('overdue')).toBe(false)
  })

  it('daily counts no weekends and holidays', () => {
    const holidays = [
      { date: '2027-12-30', name: '停课', kind: '停课' },
      { date: '2027-12-29', name: '停课', kind: '停课' },
    ]
    expect(
      contract({ freq: '每日' }, { holidays, inspections: [inspection('2027-12-28', '甲')] })('overdue'),
    ).toBe(false)
  })

  it('P3-10 counts open hazards of its place, of its kind, or of its owner', () => {
    const hazards = [
      { found_on: '2027-12-01', area: '一楼厕所', category: '用电', owner: '丙' },
      { found_on: '2027-12-01', area: '操场', category: '体育器械', owner: '甲' },
      { found_on: '2027-12-01', area: '操场', category: '用电', owner: '丙' },
      {
        ...{ found_on: '2027-12-01', area: '操场', category: '用电', owner: '甲', done_on: '2027-12-02' },
        ...{ reviewer: '乙', reviewed_on: '2027-12-03', review: '合格', closed_on: '2027-12-03' },
      },
    ]
    const count = (cells: PlainRow) => contract(cells, { hazards })('open_hazards')
    expect(count({ kind: '区域部位', item: '楼', target: '教学楼' })).toBe(1)
    expect(count({})).toBe(2)
    expect(count({ item: '信访稳定' })).toBe(1)
  })
})

describe('what the program fills in by itself', () => {
  // Today is Friday, 2027-12-31, of week 18.
  const today = NOW.slice(0, 10)
  const world = (more: Record<string, PlainRow[]>) =>
    open({
      terms: [TERM],
      departments: [{ dept: '教导处', director: '乙', vp: '丙' }],
      staff: STAFF.map((person) => ({ ...person, dept: '教导处' })),
      classes: [{ class_name: '一(1)班', students: 40, homeroom: '甲' }],
      rota: [
        { term, week: 18, post: '校门', leader: '丁', teachers: '甲、乙' },
        { term, week: 18, post: '食堂', leader: '丁', teachers: '乙', weekday: '周五' },
        { term, week: 18, post: '清校', leader: '丁', teachers: '丙', weekday: '周一' },
        { term, week: 19, post: '校门', leader: '丙', teachers: '丁' },
      ],
      ...more,
    }).workbook
  const shown = (book: ReturnType<typeof world>, table: string, column: string, row = 0) =>
    book.text(table, `#${table}-${row}`, column)

  it('a log knows who is on duty that day, and whether absences are still open', () => {
    const book = world({
      absences: [
        { date: today, pupil_code: '1', reason: '未知' },
        { date: '2027-12-27', pupil_code: '1', reason: '未知', confirmed_by: '甲' },
      ],
      dutyLog: [{}, { date: '2027-12-27' }, { date: '2027-08-01' }],
    })
    expect(
      ['date', 'leader', 'teachers', 'absence_confirmed'].map((key) => shown(book, 'dutyLog', key)),
    ).toEqual([today, '丁', '甲、乙', '未完'])
    expect(['teachers', 'absence_confirmed'].map((key) => shown(book, 'dutyLog', key, 1))).toEqual([
      '甲、乙、丙',
      '已全部确认',
    ])
    expect(['leader', 'teachers'].map((key) => shown(book, 'dutyLog', key, 2))).toEqual(['', ''])
  })

  it('an approved swap stands in the log of its day, and changes no row of the rota', () => {
    const book = world({
      swaps: [{ from_row: `${term} 18 食堂`, to_person: '丁', status: '同意', approved_by: '丁', on: today }],
      dutyLog: [{}, { date: '2027-12-30' }],
    })
    expect(shown(book, 'dutyLog', 'teachers')).toBe('甲、乙、丁')
    expect(shown(book, 'dutyLog', 'teachers', 1)).toBe('甲、乙')
    expect(shown(book, 'rota', 'teachers', 1)).toBe('乙')
  })

  it.each([
    ['病假', '全天', '1'],
    ['病假', '上午', '0.5'],
    ['事假', '第n节', '0'],
    ['迟到', '全天', '0'],
    ['值周脱岗', '下午', '0'],
  ])('%s, %s: %s days, written down by the leader on duty', (kind, period, days) => {
    const book = world({ staffAttendance: [{ person: '甲', kind, period }] })
    expect(['date', 'days', 'by'].map((key) => shown(book, 'staffAttendance', key))).toEqual([
      today,
      days,
      '丁',
    ])
  })

  it('attendance is reported now by the homeroom teacher; of another day nobody knows when', () => {
    const book = world({ classAttendance: [{ class: '一(1)班' }, { class: '一(1)班', date: '2027-12-30' }] })
    expect(
      ['date', 'session', 'reported_at', 'by'].map((key) => shown(book, 'classAttendance', key)),
    ).toEqual([today, '晨检', NOW, '甲'])
    expect(shown(book, 'classAttendance', 'reported_at', 1)).toBe('')
  })

  it('P2-09 responsibility goes up the line', () => {
    const book = world({
      duties: [{ person: '甲' }, { person: '乙' }],
      pledges: [
        { party_a: '乙', party_b: '甲' },
        { year: '2026-2027', party_a: '乙', party_b: '丁' },
      ],
      leadership: [{ role: '副组长', person: '丙' }],
    })
    expect([shown(book, 'duties', 'reports_to'), shown(book, 'duties', 'reports_to', 1)]).toEqual([
      '乙',
      '丙',
    ])
    expect(['no', 'year', 'report_dept', 'valid_to'].map((key) => shown(book, 'pledges', key))).toEqual([
      'ZRZ-2027-2028-0001',
      '2027-2028',
      '教导处',
      '2028-08-31',
    ])
    expect([shown(book, 'pledges', 'no', 1), shown(book, 'pledges', 'valid_to', 1)]).toEqual([
      'ZRZ-2026-2027-0001',
      '2027-08-31',
    ])
    expect(shown(book, 'leadership', 'responsibility')).toBe('具体责任人(分管责任)')
  })

  it('a summary is of this week, and goes to the next leader', () => {
    const book = world({ weeklySummaries: [{}] })
    expect(
      ['term', 'week', 'handover', 'receiver'].map((key) => shown(book, 'weeklySummaries', key)),
    ).toEqual([term, '18', '丁', '丙'])
  })

  it('P6-17 what was called to the police is marked so', () => {
    const book = world({ patrols: [{ action: '移交派出所' }, { action: '劝离' }] })
    expect([shown(book, 'patrols', 'police'), shown(book, 'patrols', 'police', 1)]).toEqual(['是', '否'])
  })
})

describe('what cannot be', () => {
  const problems = (book: Record<string, PlainRow[]>, table: string) =>
    [...open(book).workbook.problems()]
      .filter((found) => found.table === table && found.problem.code !== 'required')
      .map(({ column, problem }) => `${column} ${problem.code}`)
  const CLASS = { class_name: '一(1)班', students: 40, homeroom: '甲' }

  it.each([
    ['classAttendance', { class: '一(1)班', present: 41 }, ['present attendance.more-than-due']],
    ['classAttendance', { class: '一(1)班', present: 40 }, []],
    [
      'classAttendance',
      { class: '一(1)班', present: 38, sick: 2, leave: 1 },
      ['sick attendance.more-than-absent'],
    ],
    ['classAttendance', { class: '一(1)班', present: 38, sick: 1, leave: 1 }, []],
    [
      'absences',
      { date: '2027-09-06', pupil_code: '11010120140307123X' },
      ['pupil_code absence.identity-number'],
    ],
    ['absences', { date: '2027-09-06', pupil_code: '20140307' }, []],
    ['absences', { date: '2027-09-06', returned: '2027-09-05' }, ['returned absence.back-before']],
    ['staffAttendance', { person: '甲', kind: '病假', days: 0.3 }, ['days attendance.half-days']],
    ['staffAttendance', { person: '甲', kind: '病假', days: 1.5 }, []],
    ['pledges', { party_a: '甲', party_b: '甲' }, ['party_b pledge.one-person']],
    ['pledges', { signed_on: '2027-09-02', valid_to: '2027-09-01' }, ['valid_to pledge.ends-before-signed']],
    ['pledges', { signed_on: '2028-01-01' }, ['signed_on time.future']],
    ['pledges', { year: '2027' }, ['year term.school-year']],
    [
      'holidayDuty',
      { date: '2027-10-01', signin: '2027-10-01 20:00', signout: '2027-10-01 08:00' },
      ['signout duty.out-before-in'],
    ],
    ['swaps', { absent: '甲', to_person: '甲' }, ['to_person swap.same-person']],
    ['weeklySummaries', { handover: '甲', receiver: '甲' }, ['receiver handover.one-person']],
    ['patrols', { at: '2027-09-06 10:00', action: '报警', police: '否' }, ['police patrol.police-unmarked']],
    [
      'leadership',
      { role: '组长', person: '甲', valid: '2027-09-02', valid_to: '2027-09-01' },
      ['valid_to dates.to-before-from'],
    ],
    ['dutyLog', { date: '2028-01-01' }, ['date time.future']],
  ] as [string, PlainRow, string[]][])('%s %j: %j', (table, row, wanted) => {
    expect(problems({ staff: STAFF, classes: [CLASS], [table]: [row] }, table)).toEqual(wanted)
  })

  it.each([
    ['dutyLog', { date: '2027-09-06', recess_check: '异常' }, ['issues', 'handled']],
    ['dutyLog', { date: '2027-09-06', outsiders: '有' }, ['issues', 'handled']],
    ['dutyLog', { date: '2027-09-06', recess_check: '正常' }, []],
    ['contracts', { kind: '区域部位' }, ['target']],
    ['contracts', { kind: '项目' }, []],
    ['duties', { cross: '是' }, ['assigned_by']],
    ['absences', { reason: '病假' }, ['symptom']],
    ['absences', { reason: '疑似失联' }, ['parent_told']],
    ['absences', { reason: '事假' }, []],
    ['swaps', { kind: '互换' }, ['counter_row']],
    ['swaps', { kind: '代班', status: '同意' }, ['approved_by']],
    ['aftercare', { kind: '行政会追责' }, ['target', 'ref']],
    ['aftercare', { kind: '保险' }, []],
    ['holidayDuty', { abnormal: '是' }, ['log']],
    ['staffAttendance', { period: '第n节' }, ['lesson']],
  ] as [string, PlainRow, string[]][])('%s %j asks for %j', (table, row, wanted) => {
    const { requiredWhen } = tables[table as keyof typeof tables] as Table
    const asked = [...open({ [table]: [row] }).workbook.problems()]
      .filter((found) => found.table === table && found.problem.code === 'required')
      .map(({ column }) => column)
      .filter((column) => requiredWhen?.[column] !== undefined)
    expect(asked.sort()).toEqual([...wanted].sort())
  })
})
