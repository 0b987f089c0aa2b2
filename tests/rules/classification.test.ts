import { describe, expect, it } from 'vitest'
import { classOf, codesOf, INCIDENT, oneIncident } from './one-incident.ts'
import type { Step } from '../../src/tables/column.ts'

const DILIGENT = '责:教是导是'

describe('an incident at the default policy', () => {
  it.each([
    // The plan's rule table, row by row.
    ['校内(非课堂) 伤:学生轻微 责:教是导是', '一般安全事故'],
    ['校内(非课堂) 伤:学生轻微 责:教否导是', '一般安全责任事故'],
    ['课堂 伤:学生轻微 责:师教是导是', '一般安全事故'],
    ['课堂 伤:学生轻微 责:师教是导是缺', '一般安全责任事故'],
    ['校内(非课堂) 伤:学生中度 责:教是导是', '较严重的安全事故'],
    ['校内(非课堂) 伤:学生中度 责:教是导否', '较严重的安全责任事故'],
    ['课堂 伤:学生严重 责:师教是导是', '严重的安全事故'],
    ['课堂 伤:学生死亡 责:师教否导否', '严重的安全责任事故'],
    ['后勤设施 伤:学生轻微 责:后勤导是', '一般安全事故'],
    ['后勤设施 损:学校500 责:后勤导是离', '一般安全责任事故'],
    ['食堂 食:确认 责:教是导是', '严重的安全责任事故'],
    // Bounds of loss: the lower number belongs to the upper grade.
    ['财产 损:学校0.01 责:后勤导是', '一般安全事故'],
    ['财产 损:学校999.99 责:后勤导是', '一般安全事故'],
    ['财产 损:学校1000 责:后勤导是', '较严重的安全事故'],
    ['财产 损:学校9999.99 责:后勤导是', '较严重的安全事故'],
    ['财产 损:学校10000 责:后勤导是', '严重的安全事故'],
    // What is recorded and not scored.
    ['上下学途中 伤:学生严重 责:教否导否', '不计入'],
    ['校外非组织 损:学校50000 责:教否导否', '不计入'],
    ['校内(非课堂) 责:教否导否', '不计入'],
    ['校内(非课堂) 伤:教职工严重 责:教否导否', '不计入'],
    ['宿舍 损:个人3000 责:教否导否', '不计入'],
    ['食堂 食:疑似 责:教否导是', '不计入'],
    // The worst of several, and injury with loss.
    ['校车 伤:学生轻微,学生中度,教职工死亡 责:教是导是', '较严重的安全事故'],
    ['后勤设施 伤:学生轻微 损:学校10000 责:后勤导是', '严重的安全事故'],
    // Pending.
    ['课堂 伤:学生轻微', '待定'],
    ['课堂 伤:学生轻微 责:教查导是', '待定'],
    ['课堂 伤:学生轻微 责:教是导空', '待定'],
    ['课堂 伤:学生轻微 责:教查导是,教否导是', '一般安全责任事故'],
    ['课堂 伤:学生? 责:教是导是', '待定'],
    ['课堂 伤:学生?右臂骨折 责:教是导是', '较严重的安全事故'],
    // A ledger without persons, and hands that decide.
    ['课堂 级:中度 责:教是导是', '较严重的安全事故'],
    ['课堂 级:严重 伤:学生轻微 责:教是导是', '一般安全事故'],
    ['课堂 级:严重 伤:教职工轻微 责:教是导是', '不计入'],
    ['课堂 伤:学生轻微 责:教否导是 定:严重的安全事故', '严重的安全事故'],
    ['课堂 伤:学生死亡 责:教否导是 定:不计入', '不计入'],
    ['课堂 伤:学生轻微 责:教否导是=尽责', '一般安全事故'],
  ])('%s → %s', (line, class6) => {
    expect(classOf(oneIncident(line))).toBe(class6)
  })
})

describe('each setting of classification, read both ways', () => {
  it.each([
    [
      'A1',
      'classify.diligence.homeroom',
      'and',
      '课堂 伤:学生轻微 责:教否导是在',
      '一般安全责任事故',
      '一般安全事故',
    ],
    [
      'A1',
      'classify.diligence.homeroom',
      'and',
      '课堂 伤:学生轻微 责:教是导是缺',
      '一般安全责任事故',
      '一般安全事故',
    ],
    [
      'A1',
      'classify.diligence.homeroom',
      'and',
      '课堂 伤:学生轻微 责:教否导是缺',
      '一般安全责任事故',
      '一般安全责任事故',
    ],
    [
      'A1',
      'classify.diligence.homeroom',
      'and',
      '课堂 伤:学生轻微 责:师教否导是在',
      '一般安全责任事故',
      '一般安全责任事故',
    ],
    [
      'A2',
      'classify.partial',
      'majority',
      '课堂 伤:学生轻微 责:教否导是',
      '一般安全责任事故',
      '一般安全事故',
    ],
    [
      'A2',
      'classify.partial',
      'majority',
      '课堂 伤:学生轻微 责:教否导否',
      '一般安全责任事故',
      '一般安全责任事故',
    ],
    ['A2', 'classify.partial', 'manual', '课堂 伤:学生轻微 责:教否导是', '一般安全责任事故', '待定'],
    [
      'A5',
      'classify.loss.bounds',
      '500,2000',
      '财产 损:学校999 责:后勤导是',
      '一般安全事故',
      '较严重的安全事故',
    ],
    [
      'A5',
      'classify.loss.inclusive',
      'upper',
      '财产 损:学校1000 责:后勤导是',
      '较严重的安全事故',
      '一般安全事故',
    ],
    [
      'A5',
      'classify.loss.inclusive',
      'upper',
      '财产 损:学校10000 责:后勤导是',
      '严重的安全事故',
      '较严重的安全事故',
    ],
    [
      'A6',
      'classify.combine',
      'injuryFirst',
      '后勤设施 伤:学生轻微 损:学校20000 责:后勤导是',
      '严重的安全事故',
      '一般安全事故',
    ],
    [
      'A6',
      'classify.combine',
      'injuryFirst',
      '后勤设施 损:学校20000 责:后勤导是',
      '严重的安全事故',
      '严重的安全事故',
    ],
    [
      'A7',
      'classify.combine',
      'separate',
      '课堂 伤:学生轻微 损:学校20000 责:教是导是',
      '严重的安全事故',
      '一般安全事故',
    ],
    [
      'A7',
      'classify.combine',
      'separate',
      '财产 伤:学生严重 损:学校20 责:后勤导是',
      '严重的安全事故',
      '一般安全事故',
    ],
    [
      'A10',
      'classify.injuryMap',
      '扭伤=中度',
      '课堂 伤:学生?脚踝扭伤 责:教是导是',
      '一般安全事故',
      '较严重的安全事故',
    ],
    [
      'A11',
      'classify.regrade',
      'first',
      '课堂 伤:学生严重<轻微 责:教是导是',
      '严重的安全事故',
      '一般安全事故',
    ],
    ['A12', 'classify.noHarm', '一般', '课堂 责:教是导是', '不计入', '一般安全事故'],
    ['A12', 'classify.noHarm', '一般', '课堂 伤:教职工轻微 责:教是导是', '不计入', '不计入'],
    [
      'A13',
      'classify.scenes',
      '上下学途中=班主任;课堂=不计分',
      '上下学途中 伤:学生轻微 责:教是导是',
      '不计入',
      '一般安全事故',
    ],
    [
      'A13',
      'classify.scenes',
      '上下学途中=班主任;课堂=不计分',
      '课堂 伤:学生轻微 责:教是导是',
      '一般安全事故',
      '不计入',
    ],
    ['A19', 'classify.food', 'suspectedToo', '食堂 食:疑似 责:教是导是', '不计入', '严重的安全责任事故'],
    [
      'A19',
      'classify.food.minCases',
      '2',
      '食堂 食:确认 伤:学生轻微 责:教是导是',
      '严重的安全责任事故',
      '一般安全事故',
    ],
    [
      'A19',
      'classify.food.minCases',
      '2',
      '食堂 食:确认 伤:学生轻微,学生轻微 责:教是导是',
      '严重的安全责任事故',
      '严重的安全责任事故',
    ],
    [
      'A20',
      'classify.staffInjury',
      'sameTable',
      '课堂 伤:教职工中度 责:教是导是',
      '不计入',
      '较严重的安全事故',
    ],
    ['A21', 'classify.privateLoss', 'on', '宿舍 损:个人3000 责:教是导是', '不计入', '较严重的安全事故'],
  ])('%s %s=%s: %s', (_, key, value, line, byDefault, otherwise) => {
    expect(classOf(oneIncident(line))).toBe(byDefault)
    expect(classOf(oneIncident(line, { [key]: value }))).toBe(otherwise)
  })

  it('A8 counts heads: points of each injured pupil', () => {
    const line = '课堂 伤:学生轻微,学生轻微,学生轻微,教职工轻微 责:教否导是'
    const points = (settings = {}) =>
      oneIncident(line, settings).workbook.value('findings', '#findings-0', 'points')
    expect(points()).toBe(20)
    expect(points({ 'classify.countBy': 'injured' })).toBe(60)
  })

  it('A17 judges each person, or everybody by the incident', () => {
    const line = '课堂 伤:学生轻微 责:教否导是,教是导是'
    const classes = (settings = {}) => {
      const { workbook } = oneIncident(line, settings)
      return ['#findings-0', '#findings-1'].map((id) => workbook.value('findings', id, 'class6'))
    }
    expect(classes()).toEqual(['一般安全责任事故', '一般安全事故'])
    expect(classes({ 'classify.scope': 'incident' })).toEqual(['一般安全责任事故', '一般安全责任事故'])
  })

  it('A3 names who confirms', () => {
    const line = '课堂 伤:学生中度 责:教否导是'
    const bodies = (settings = {}) =>
      (oneIncident(line, settings).workbook.value('incidents', INCIDENT, 'why') as readonly Step[])
        .filter(({ code }) => code.startsWith('confirm.'))
        .map(({ code, params }) => [code, params?.meeting])
    expect(bodies()).toEqual([['confirm.by-meeting', '行政会']])
    expect(bodies({ 'classify.confirmBy.较严重': 'principal' })).toEqual([
      ['confirm.by-meeting', '校长办公会'],
    ])
    expect(bodies({ 'classify.confirmBy.较严重': 'vp' })).toEqual([['confirm.by-vp', undefined]])
  })

  it.each([
    [
      'classify.confirmBy.一般',
      '课堂 伤:学生轻微 责:教否导是',
      'administrative',
      'confirm.by-vp',
      'confirm.by-meeting',
    ],
    ['classify.confirmBy.严重', '课堂 伤:学生严重 责:教否导是', 'vp', 'confirm.by-meeting', 'confirm.by-vp'],
    [
      'classify.lossBasis',
      '财产 损:学校50 责:后勤导是',
      'purchase',
      'severity.loss-basis-repair',
      'severity.loss-basis-purchase',
    ],
  ])('%s shows in the explanation', (key, line, value, byDefault, otherwise) => {
    const codes = (settings = {}) =>
      codesOf(oneIncident(line, settings).workbook.value('incidents', INCIDENT, 'why') as readonly Step[])
    expect(codes()).toContain(byDefault)
    expect(codes()).not.toContain(otherwise)
    expect(codes({ [key]: value })).toContain(otherwise)
  })
})

describe('incidents marked as the same event (A9)', () => {
  const two = (settings = {}) => {
    const book = oneIncident(`课堂 伤:学生轻微 ${DILIGENT}`, settings)
    const second = {
      no: 'SG-20260907-02',
      occurred_at: '2026-09-07 10:20',
      scene: '课堂',
      loss_yuan: 0,
      food_poisoning: '否',
      injury_level: '中度',
      linked_to: 'SG-20260907-01',
      same_event: '是',
    }
    book.edit({ kind: 'add', table: 'incidents', cells: second })
    return book
  }
  const severities = (book: ReturnType<typeof two>) =>
    [INCIDENT, '#incidents-1'].map((id) => book.workbook.value('incidents', id, 'severity'))

  it('count once, by the worst harm', () => {
    expect(severities(two())).toEqual(['较严重', '不计入'])
    expect(severities(two({ 'classify.linkedAsOne': '否' }))).toEqual(['一般', '较严重'])
  })

  it('count apart again when the first incident is gone', () => {
    const book = two()
    book.edit({ kind: 'delete', table: 'incidents', row: 0 })
    expect(severities(book)[1]).toBe('较严重')
  })
})

describe('the explanation', () => {
  const why = (line: string, settings = {}) =>
    oneIncident(line, settings).workbook.value('incidents', INCIDENT, 'why') as readonly Step[]

  it('shows both readings of a loss exactly on a line', () => {
    const step = why('财产 损:学校1000 责:后勤导是').find(({ code }) => code === 'severity.loss-on-bound')
    expect(step?.params).toEqual({ loss: 1000, severity: '较严重', other: '一般' })
  })

  it('says what a suspected poisoning would become', () => {
    expect(codesOf(why('食堂 食:疑似 伤:学生轻微 责:教是导是'))).toEqual([
      'severity.food-suspected',
      'severity.injury',
      'severity.result',
      'liability.all-diligent',
      'class.result',
      'confirm.by-vp',
    ])
  })

  it('stops at the scene that is not scored', () => {
    expect(codesOf(why('上下学途中 伤:学生严重 责:教否导否'))).toEqual(['severity.scene-not-scored'])
  })

  it('says that a hand decided', () => {
    expect(codesOf(why('课堂 伤:学生轻微 责:教是导是 定:不计入'))).toContain('class.by-hand')
  })

  it('prints the other reading of a homeroom teacher’s duty', () => {
    const finding = (line: string) => oneIncident(line).workbook.why('findings', '#findings-0', 'finding')
    expect(
      finding('课堂 伤:学生轻微 责:教否导是在').find(({ code }) => code === 'finding.otherwise-and')?.params,
    ).toEqual({
      finding: '尽责',
    })
    expect(codesOf(finding('课堂 伤:学生轻微 责:教否导是缺'))).not.toContain('finding.otherwise-and')
  })
})
