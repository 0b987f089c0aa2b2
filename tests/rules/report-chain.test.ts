import { describe, expect, it } from 'vitest'
import { defaultPolicy, policyFrom } from '../../src/rules/policy.ts'
import {
  legsFor,
  plannedClock,
  type Organisation,
  type PlannedLeg,
  type ReportedIncident,
} from '../../src/rules/report-chain.ts'

const incident: ReportedIncident = {
  severity: '一般',
  food: '否',
  scene: '课堂',
  aspect: '教育教学',
  anyoneHurt: true,
  responsible: ['甲'],
  knownBy: '乙',
}

const departments = [
  {
    id: '教导处',
    name: '教导处',
    line: '教育教学',
    director: '教导主任',
    vp: '教学副校长',
    receivesReports: true,
  },
  {
    id: '总务处',
    name: '总务处',
    line: '总务后勤',
    director: '总务主任',
    vp: '后勤副校长',
    receivesReports: true,
  },
  {
    id: '语文组',
    name: '语文组',
    line: '教育教学',
    director: '语文组长',
    vp: '教学副校长',
    receivesReports: false,
  },
]
const OF: Readonly<Record<string, string>> = {
  甲: '教导处',
  乙: '总务处',
  丙: '语文组',
  教导主任: '教导处',
  教学副校长: '教导处',
}

const organisation: Organisation = {
  departments,
  departmentOf: (person) => OF[person] ?? null,
  pledgedTo: () => null,
  nameOf: (person) => person,
  isAtWork: () => true,
  safetyVp: '安全副校长',
  principal: '校长',
  dutyLeader: null,
}

const line = ({ leg, accountable, receiver, follows }: PlannedLeg) =>
  `${leg} ${accountable ?? '?'}>${receiver || '-'}${follows === null ? '' : ` after ${follows}`}`

const plan = (
  change: Partial<ReportedIncident> = {},
  settings: Readonly<Record<string, string>> = {},
  school: Partial<Organisation> = {},
) => {
  const { policy } = policyFrom(Object.entries(settings).map(([key, value]) => ({ key, value })))
  return legsFor({ ...incident, ...change }, { ...organisation, ...school }, policy).map(line)
}

describe('the legs an incident needs', () => {
  it('一般: the head of department, the parents, the same day the vice principal', () => {
    expect(plan()).toEqual([
      '救治 甲>-',
      '责任人→处室负责人 甲>教导主任',
      '通知家长 甲>家长',
      '主任→分管副校长 教导主任>教学副校长',
    ])
  })

  it('较严重: each waits for the one before, up to the principal', () => {
    expect(plan({ severity: '较严重' })).toEqual([
      '救治 甲>-',
      '责任人→处室负责人 甲>教导主任',
      '通知家长 甲>家长',
      '主任→分管副校长 教导主任>教学副校长 after 1',
      '主任到场 教导主任>- after 1',
      '副校长记录在案 教学副校长>- after 3',
      '副校长→校长 教学副校长>校长 after 3',
    ])
  })

  const severe = [
    '救治 甲>-',
    '责任人→副校长或校长 甲>教学副校长',
    '通知家长 甲>家长',
    '校长到场 校长>- after 1',
    '报教育局 校长>教育局',
    '报当地政府 校长>当地政府',
    '报公安 校长>公安',
    '报卫生 校长>卫健',
  ]
  it('严重: straight to the top, and the authorities at once', () => {
    expect(plan({ severity: '严重' })).toEqual(severe)
  })

  it('a suspected poisoning: the severest legs, whatever the class', () => {
    expect(plan({ severity: '不计入', food: '疑似' })).toEqual(severe)
  })

  it('none for what is only recorded', () => {
    expect(plan({ severity: '不计入' })).toEqual([])
    expect(plan({ severity: '严重', scene: '上下学途中' })).toEqual([])
  })

  it('no first aid and no parents where only property was lost', () => {
    expect(plan({ scene: '财产', anyoneHurt: false, responsible: ['乙'] })).toEqual([
      '责任人→处室负责人 乙>总务主任',
      '主任→分管副校长 总务主任>后勤副校长',
    ])
  })

  it('who knew of it reports while nobody is responsible yet', () => {
    expect(plan({ responsible: [] })[1]).toBe('责任人→处室负责人 乙>总务主任')
  })

  it('two departments: a leg for each, told apart by what they wait for', () => {
    expect(plan({ severity: '较严重', responsible: ['甲', '乙', '甲'] }).slice(1, 5)).toEqual([
      '责任人→处室负责人 甲>教导主任',
      '责任人→处室负责人 乙>总务主任',
      '通知家长 甲>家长',
      '主任→分管副校长 教导主任>教学副校长 after 1',
    ])
  })

  it.each([
    ['a director', '教导主任', ['主任→分管副校长 教导主任>教学副校长', '主任到场 教导主任>-']],
    ['a vice principal', '教学副校长', ['副校长记录在案 教学副校长>-', '副校长→校长 教学副校长>校长']],
  ])('nobody reports to himself (R8): %s', (_, person, wanted) => {
    const legs = plan({ severity: '较严重', responsible: [person] })
    expect(legs).toEqual(expect.arrayContaining(wanted))
    expect(legs.some((leg) => leg.startsWith('责任人→处室负责人'))).toBe(false)
  })

  it('the principal himself is told by nobody', () => {
    expect(plan({ severity: '较严重', responsible: ['校长'] })).toEqual(['救治 校长>-', '通知家长 校长>家长'])
  })

  it('a department that takes no reports hands on to the one of its line that does', () => {
    expect(plan({ responsible: ['丙'] })[1]).toBe('责任人→处室负责人 丙>教导主任')
  })

  it('stands with the vice principal for safety where a department names none', () => {
    const without = departments.map((department) => ({ ...department, vp: null }))
    expect(plan({}, {}, { departments: without })[3]).toBe('主任→分管副校长 教导主任>安全副校长')
  })
})

describe('each setting of the chain, read both ways', () => {
  it.each([
    ['report.legal.general', '一般'],
    ['report.legal.serious', '较严重'],
  ] as const)('R7 %s', (key, severity) => {
    const bureau = '报教育局 校长>教育局'
    expect(plan({ severity })).not.toContain(bureau)
    expect(plan({ severity }, { [key]: '是' })).toContain(bureau)
  })

  it('R9 the department of the pledge, or of the person', () => {
    const school = { pledgedTo: () => '总务处' }
    expect(plan({}, {}, school)[1]).toBe('责任人→处室负责人 甲>总务主任')
    expect(plan({}, { 'report.dept': 'department' }, school)[1]).toBe('责任人→处室负责人 甲>教导主任')
  })

  it('R10 the leader on duty for an absent director', () => {
    const school = { isAtWork: (person: string) => person !== '教导主任', dutyLeader: '值班领导' }
    expect(plan({}, {}, school)[1]).toBe('责任人→处室负责人 甲>值班领导')
    expect(plan({}, { 'report.fallback': 'none' }, school)[1]).toBe('责任人→处室负责人 甲>教导主任')
    expect(plan({}, {}, { ...school, dutyLeader: null })[1]).toBe('责任人→处室负责人 甲>教导主任')
  })
})

describe('the clock of a planned leg', () => {
  const legs = legsFor({ ...incident, severity: '较严重' }, organisation, defaultPolicy)
  const times = { occurredAt: '2026-09-07 09:58', knownAt: '2026-09-07 10:00' }
  const clock = (place: number, done: Readonly<Record<number, string>> = {}) =>
    plannedClock(legs, place, times, (other) => done[other] ?? null, defaultPolicy)

  it('runs from knowing, or waits for the leg before', () => {
    expect(clock(1)).toEqual({
      base: '2026-09-07 10:00',
      due: '2026-09-07 10:05',
      text: '5分钟',
      binding: true,
    })
    expect(clock(3)).toEqual({ base: null, due: null, text: '10分钟', binding: true })
    expect(clock(3, { 1: '2026-09-07 10:04' }).due).toBe('2026-09-07 10:14')
  })

  it('of a director who is himself responsible runs from knowing', () => {
    const own = legsFor(
      { ...incident, severity: '较严重', responsible: ['教导主任'] },
      organisation,
      defaultPolicy,
    )
    const place = own.findIndex(({ leg }) => leg === '主任→分管副校长')
    expect(plannedClock(own, place, times, () => null, defaultPolicy).due).toBe('2026-09-07 10:10')
  })
})
