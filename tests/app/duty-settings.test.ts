import { describe, expect, it } from 'vitest'
import { emptyDraft, previewIncident, type IncidentDraft } from '../../src/app/record-incident.ts'
import { missingLegs } from '../../src/app/report-legs.ts'
import { suggestedFor } from '../../src/app/suggest-responsible.ts'
import { EngineBook, NOW } from '../engine/open-book.ts'
import type { Book, PlainRow } from '../oracle/naive-school.ts'

/**
 * Settings that ask the rota, the pledges and the contracts (owner's list A14, A16, R9, R10): each on both of its sides.
 * The incident happens on Monday, 2027-09-06.
 */
const SCHOOL: Record<string, PlainRow[]> = {
  terms: [
    {
      school_year: '2027-2028',
      term: '第一学期',
      start_date: '2027-08-31',
      end_date: '2028-01-21',
      score_from: '2027-08-31',
      score_to: '2028-02-20',
    },
  ],
  departments: [
    { dept: '教导处', director: '教导主任', vp: '副校长', line: '教育教学', receives_reports: '是' },
    { dept: '总务处', director: '总务主任', vp: '副校长', line: '总务后勤', receives_reports: '是' },
  ],
  staff: [
    ...['老师', '教导主任', '副校长', '值周甲', '值周乙', '代班', '行政', '节日带班'].map((name) => ({
      name,
      dept: '教导处',
      status: '在岗',
    })),
    ...['总务主任', '工人甲', '工人乙'].map((name) => ({ name, dept: '总务处', status: '在岗' })),
  ],
  classes: [{ class_name: '一(1)班', homeroom: '老师', students: 40 }],
  areas: [
    { area: '教学楼', kind: '教室' },
    { area: '一楼走廊', kind: '楼梯走廊', parent: '教学楼' },
    { area: '操场', kind: '操场' },
  ],
}

const school = (more: Record<string, PlainRow[]>) => new EngineBook({ ...SCHOOL, ...more } as unknown as Book)
const term = '2027-2028 第一学期'
const AT = '2027-09-06 10:00'

const draft = (engine: EngineBook, change: Partial<IncidentDraft>): IncidentDraft => ({
  ...emptyDraft(AT),
  scene: '校内(非课堂)',
  type: '跌倒碰撞',
  area: engine.idOf('areas', 1),
  people: [
    { role: '受伤者', who: '学生', class: engine.idOf('classes', 0), level: '轻微', name: '', injury: '' },
  ],
  ...change,
})
const suggested = (engine: EngineBook, change: Partial<IncidentDraft> = {}) =>
  suggestedFor(engine.workbook, draft(engine, change)).map(
    ({ person, capacity }) => `${capacity} ${engine.workbook.shownName(person)}`,
  )

describe('responsible.inSchool', () => {
  const rota = [
    { term, week: 2, post: '楼层', weekday: '周一', leader: '行政', teachers: '值周甲' },
    { term, week: 2, post: '楼层', weekday: '周二', leader: '行政', teachers: '值周乙' },
    { term, week: 3, post: '楼层', weekday: '周一', leader: '行政', teachers: '值周乙' },
    { term, week: 2, post: '大间操', weekday: '周一', leader: '行政', teachers: '值周乙' },
    { term, week: 2, post: '晚间', weekday: '周一', leader: '行政', teachers: '代班' },
  ]

  it('P2-10 names the homeroom teacher and whoever stood at that place on that day', () => {
    const engine = school({ rota })
    expect(suggested(engine)).toEqual(['班主任 老师', '值周人员 值周甲'])
    expect(suggested(engine, { area: engine.idOf('areas', 2) })).toEqual(['班主任 老师', '值周人员 值周乙'])
    expect(suggested(engine, { occurredAt: '2027-09-06 18:30' })).toEqual(['班主任 老师', '值周人员 代班'])
    expect(suggested(engine, { occurredAt: '2027-09-08 10:00' })).toEqual(['班主任 老师'])
    expect(suggested(engine, { occurredAt: '2027-08-06 10:00' })).toEqual(['班主任 老师'])
  })

  it('names one of them where the school says so', () => {
    const engine = school({ rota })
    engine.setPolicy('responsible.inSchool', 'onPost')
    expect(suggested(engine)).toEqual(['值周人员 值周甲'])
    engine.setPolicy('responsible.inSchool', 'homeroom')
    expect(suggested(engine)).toEqual(['班主任 老师'])
  })

  it('names who took over, once the swap is approved', () => {
    const from_row = `${term} 2 楼层`
    const swap = (cells: PlainRow) =>
      suggested(
        school({
          rota: rota.slice(0, 1),
          swaps: [{ from_row, to_person: '代班', approved_by: '行政', ...cells }],
        }),
      )[1]
    expect(swap({ status: '待批' })).toBe('值周人员 值周甲')
    expect(swap({ status: '同意' })).toBe('值周人员 代班')
    expect(swap({ status: '同意', on: '2027-09-06', absent: '值周甲' })).toBe('值周人员 代班')
    expect(swap({ status: '同意', on: '2027-09-13' })).toBe('值周人员 值周甲')
    expect(swap({ status: '同意', absent: '值周乙' })).toBe('值周人员 值周甲')
  })
})

describe('responsible.logistics', () => {
  const contracts = [
    { kind: '区域部位', item: '走廊', target: '教学楼', owner: '工人甲', valid: '2027-09-01' },
    {
      kind: '区域部位',
      item: '操场',
      target: '操场',
      owner: '工人乙',
      valid: '2027-09-01',
      valid_to: '2027-09-05',
    },
    { kind: '项目', item: '用电', target: '一楼走廊', owner: '工人乙', valid: '2027-09-01' },
  ]
  const of = (engine: EngineBook, area: number) =>
    suggested(engine, { scene: '后勤设施', area: engine.idOf('areas', area) })

  it('is whoever has contracted the area, or the one it lies in; else the head of the office', () => {
    const engine = school({ contracts })
    expect(of(engine, 0)).toEqual(['后勤人员 工人甲'])
    expect(of(engine, 1)).toEqual(['后勤人员 工人甲'])
    expect(of(engine, 2)).toEqual(['后勤人员 总务主任'])
    engine.setPolicy('responsible.logistics', 'director')
    expect(of(engine, 1)).toEqual(['后勤人员 总务主任'])
  })

  it('shows in the list of areas as well', () => {
    const { workbook } = school({ contracts })
    const owner = (area: number) => workbook.value('areas', `#areas-${area}`, 'owner')
    expect([owner(0), owner(2)]).toEqual(['工人甲', null])
  })
})

/** Who is told first, by the report legs of an incident that the teacher answers for. */
function toldFirst(engine: EngineBook, known = AT): string {
  engine.edit({
    kind: 'add',
    table: 'incidents',
    cells: {
      no: known,
      occurred_at: known,
      known_at: known,
      scene: '课堂',
      type: '跌倒碰撞',
      injury_level: '轻微',
    },
  })
  const incidents = engine.workbook.view('incidents')
  const incident = incidents.idAt(incidents.size - 1)
  engine.edit({
    kind: 'add',
    table: 'findings',
    cells: { incident: known, person: '老师', capacity: '当堂科任教师' },
  })
  const leg = missingLegs(engine.workbook, incident).rows.find(
    ({ cells }) => cells.leg === '责任人→处室负责人',
  )
  return String(leg?.cells.receiver)
}

describe('report.dept', () => {
  const pledge = {
    party_a: '总务主任',
    party_b: '老师',
    report_dept: '总务处',
    signed_on: '2027-09-01',
    valid_to: '2028-08-31',
  }

  it('is the department of the pledge in force, or the reporter’s own', () => {
    const engine = school({ pledges: [pledge] })
    expect(toldFirst(engine)).toBe('总务主任')
    engine.setPolicy('report.dept', 'department')
    expect(toldFirst(engine, '2027-09-06 11:00')).toBe('教导主任')
  })

  it.each([
    ['not signed', [{ ...pledge, signed_on: '' }], '教导主任'],
    ['run out', [{ ...pledge, valid_to: NOW.slice(0, 4) + '-12-30' }], '教导主任'],
    ['of somebody else', [{ ...pledge, party_b: '工人甲' }], '教导主任'],
    [
      'followed by another',
      [pledge, { ...pledge, signed_on: '2027-10-01', report_dept: '教导处' }],
      '教导主任',
    ],
    [
      'after another',
      [
        { ...pledge, report_dept: '教导处' },
        { ...pledge, signed_on: '2027-10-01' },
      ],
      '总务主任',
    ],
  ])('a pledge %s', (_what, pledges, wanted) => {
    expect(toldFirst(school({ pledges: pledges as PlainRow[] }))).toBe(wanted)
  })

  it('is asked for the countdown of an incident that is still a form', () => {
    const engine = school({ pledges: [pledge] })
    const legs = (person: string) =>
      previewIncident(
        engine.workbook,
        draft(engine, { scene: '课堂', responsible: [{ person, capacity: '当堂科任教师' }] }),
      ).legs.find(({ leg }) => leg === '责任人→处室负责人')?.receiver
    expect(legs(engine.idOf('staff', 0))).toBe('总务主任')
  })
})

describe('report.fallback', () => {
  const away = {
    staff: SCHOOL.staff!.map((person) =>
      person.name === '教导主任' ? { ...person, status: '请假' } : person,
    ),
    rota: [{ term, week: 2, post: '校门', leader: '行政', teachers: '值周甲' }],
    holidayDuty: [{ date: '2027-10-01', kind: '节假日', leader: '节日带班', staff: '值周乙' }],
  }

  it('is the leader on duty that day when the head of the office is away, by rota or holiday duty', () => {
    expect(toldFirst(school(away))).toBe('行政')
    expect(toldFirst(school(away), '2027-10-01 09:00')).toBe('节日带班')
    expect(toldFirst(school(away), '2027-09-13 09:00')).toBe('教导主任')
  })

  it('is nobody where the school says so', () => {
    const engine = school(away)
    engine.setPolicy('report.fallback', 'none')
    expect(toldFirst(engine)).toBe('教导主任')
  })
})
