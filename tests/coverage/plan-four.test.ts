import { describe, expect, it } from 'vitest'
import { emptyDraft, legsOf, recordIncident } from '../../src/app/record-incident.ts'
import { pledgeTemplates } from '../../src/tables/school/presets/pledges.ts'
import { classOf, oneIncident } from '../rules/one-incident.ts'
import { leadersOf } from './leading-group.ts'
import { choicesOf, NOW, school } from './book.ts'

/** The scoring plan: what no other test says by its number. Lines are read as in `one-incident.ts`. */

const of = (line: string) => classOf(oneIncident(line))

describe('bases and goals', () => {
  it('P4-01 the bases can be named where they are studied', () => {
    expect(choicesOf('training', 'laws')).toEqual(
      expect.arrayContaining(['中小学幼儿园安全管理办法', '学生伤害事故处理办法']),
    )
  })

  it('P4-03 negligence, or leaving one’s post, is a fault', () => {
    expect(of('后勤设施 损:学校500 责:后勤导是离')).toBe('一般安全责任事故')
    expect(of('后勤设施 损:学校500 责:后勤导否')).toBe('一般安全责任事故')
    expect(of('后勤设施 损:学校500 责:后勤导是')).toBe('一般安全事故')
  })

  it('P4-04 the group is led by the principal, with deputies and heads of offices', () => {
    expect(leadersOf('组长').map(({ person }) => person)).toEqual(['校长'])
    expect(leadersOf('副组长').map(({ person }) => person)).toEqual(['副校长'])
    expect(leadersOf('成员').map(({ person }) => person)).toEqual(['主任'])
  })

  it('P4-05 the whole, the line and the part are told apart', () => {
    const levels = ['组长', '副组长', '成员'].map((role) => leadersOf(role)[0]!.responsibility)
    expect(new Set(levels).size).toBe(3)
  })

  it('P4-06 what is studied for awareness can be named, and is due each term', () => {
    expect(choicesOf('training', 'laws')).toEqual(
      expect.arrayContaining(['教育法', '未成年人保护法', '预防未成年人犯罪法', '省条例']),
    )
    expect(school('2027-01-18 09:00').due('training.term')).toMatchObject([{ due: '2027-01-22' }])
  })

  it('P4-07 pledges name what must not happen', () => {
    const goals = Object.values(pledgeTemplates)
      .map(({ goals }) => goals)
      .join('\n')
    for (const goal of [
      '重大责任事故',
      '校舍事故',
      '重大失窃',
      '违法犯罪',
      '斗殴',
      '逃学走失',
      '非正常死亡为零',
    ])
      expect(goals).toContain(goal)
  })

  it('P4-09 lessons of safety, law and mental health, and one before each holiday', () => {
    expect(choicesOf('safetyLessons', 'kind')).toEqual(
      expect.arrayContaining(['安全课', '法制教育', '心理健康']),
    )
    const before = school('2026-09-30 09:00')
    expect(before.due('lesson.holiday').map(({ due }) => due)).toContain('2026-09-30')
    before.add('safetyLessons', {
      date: '2026-09-30',
      kind: '30分钟节前',
      whole: '是',
      topic: '假期',
      by: '余晓岚',
    })
    expect(before.due('lesson.holiday').map(({ due }) => due)).not.toContain('2026-09-30')
  })

  it('P4-10 the rules on establishing responsibility can be named where they are studied', () => {
    expect(choicesOf('training', 'laws')).toContain('校园学生安全责任认定条例')
  })
})

describe('classes', () => {
  it('P4-12 two kinds and three grades are six classes', () => {
    const found = ['轻微', '中度', '严重'].flatMap((level) =>
      ['教是导是', '教否导是'].map((finding) => of(`课堂 伤:学生${level} 责:${finding}`)),
    )
    expect(found).toEqual(choicesOf('incidents', 'class6').slice(0, 6))
  })

  it('P4-13 a light injury out of class goes by the homeroom teacher’s teaching and guidance', () => {
    expect(of('校内(非课堂) 伤:学生轻微 责:教是导是')).toBe('一般安全事故')
    expect(of('校内(非课堂) 伤:学生轻微 责:教否导是')).toBe('一般安全责任事故')
    expect(of('校内(非课堂) 伤:学生轻微 责:教是导是缺')).toBe('一般安全责任事故')
  })

  it('P4-14 a light injury in class goes by the teacher’s presence, teaching and guidance', () => {
    expect(of('课堂 伤:学生轻微 责:师教是导是在')).toBe('一般安全事故')
    expect(of('课堂 伤:学生轻微 责:师教是导是缺')).toBe('一般安全责任事故')
    expect(of('课堂 伤:学生轻微 责:师教是导否在')).toBe('一般安全责任事故')
  })

  it('P4-15 a fracture out of class is more serious, with the same question', () => {
    expect(of('校内(非课堂) 伤:学生?骨折 责:教是导是')).toBe('较严重的安全事故')
    expect(of('校内(非课堂) 伤:学生?骨折 责:教否导是')).toBe('较严重的安全责任事故')
  })

  it('P4-16 a medium injury in class is more serious', () => {
    expect(of('课堂 伤:学生中度 责:师教是导是')).toBe('较严重的安全事故')
    expect(of('课堂 伤:学生中度 责:师教否导是')).toBe('较严重的安全责任事故')
  })

  it('P4-17 a severe injury or a death out of class is severe', () => {
    expect(of('校内(非课堂) 伤:学生严重 责:教是导是')).toBe('严重的安全事故')
    expect(of('校内(非课堂) 伤:学生死亡 责:教否导否')).toBe('严重的安全责任事故')
  })

  it('P4-18 a severe injury or a death in class is severe', () => {
    expect(of('课堂 伤:学生死亡 责:师教是导是')).toBe('严重的安全事故')
    expect(of('课堂 伤:学生严重 责:师教否导是')).toBe('严重的安全责任事故')
  })

  it('P4-19 logistics: below a thousand yuan, or a light injury', () => {
    expect(of('财产 损:学校999.99 责:后勤导是')).toBe('一般安全事故')
    expect(of('后勤设施 伤:学生轻微 责:后勤导否')).toBe('一般安全责任事故')
  })

  it('P4-20 logistics: from a thousand yuan, or a medium injury', () => {
    expect(of('财产 损:学校1000 责:后勤导是')).toBe('较严重的安全事故')
    expect(of('后勤设施 伤:学生中度 责:后勤导否')).toBe('较严重的安全责任事故')
  })

  it('P4-21 logistics: from ten thousand yuan, or a severe injury', () => {
    expect(of('财产 损:学校10000 责:后勤导是')).toBe('严重的安全事故')
    expect(of('后勤设施 伤:学生死亡 责:后勤导否')).toBe('严重的安全责任事故')
  })

  it('P4-22 food poisoning is always the gravest, whoever was diligent', () => {
    expect(of('食堂 食:确认 责:教是导是')).toBe('严重的安全责任事故')
    expect(of('食堂 食:疑似 责:教是导是')).not.toBe('严重的安全责任事故')
  })
})

/** An incident known at nine, and until when each report is due. */
function clocks(level: string) {
  const { session, book } = school()
  const [pupils] = book.view('classes').ids()
  const hurt = { role: '受伤者', who: '学生', class: pupils!, level, name: '', injury: '' }
  const lesson = book.find(['staff'], '任广田')
  const draft = {
    ...emptyDraft(NOW),
    scene: '课堂',
    type: '体育运动',
    lesson: lesson as string,
    people: [hurt],
  }
  const { incident } = recordIncident(session, draft as never)
  const due = new Map(
    legsOf(book, incident).map(({ row }) => [
      String(book.value('reportLegs', row, 'leg')),
      book.value('reportLegs', row, 'due_at'),
    ]),
  )
  return { due, book, session, incident }
}

describe('reports', () => {
  it('P4-23 light: within ten minutes to the head of the office, and to the parents', () => {
    const { due } = clocks('轻微')
    expect(due.get('责任人→处室负责人')).toBe('2026-11-25 09:10')
    expect(due.get('通知家长')).toBe('2026-11-25 09:10')
  })

  it('P4-24 light: the head tells the vice principal the same day', () => {
    expect(clocks('轻微').due.get('主任→分管副校长')).toBe('2026-11-25 23:59')
  })

  it('P4-25 medium: within five minutes, the head ten minutes after, to the scene, on record, to the principal', () => {
    const { due, book, session, incident } = clocks('中度')
    expect(due.get('责任人→处室负责人')).toBe('2026-11-25 09:05')
    expect([...due.keys()]).toEqual(expect.arrayContaining(['主任到场', '副校长记录在案', '副校长→校长']))
    const [first] = legsOf(book, incident).filter(
      ({ row }) => book.value('reportLegs', row, 'leg') === '责任人→处室负责人',
    )
    session.edit([{ table: 'reportLegs', row: first!.row, column: 'done_at', input: '2026-11-25 09:03' }], {
      source: 'user',
      label: { code: 'cell.edit' },
    })
    const next = legsOf(book, incident).find(
      ({ row }) => book.value('reportLegs', row, 'leg') === '主任→分管副校长',
    )!
    expect(book.value('reportLegs', next.row, 'due_at')).toBe('2026-11-25 09:13')
  })

  it('P4-26 a more serious one with fault: the council decides, on whom and where it is written', () => {
    const { wrong } = school()
    expect(wrong('aftercare', { incident: 'SG-20261015-01', kind: '行政会追责', text: '通报' })).toEqual([
      'target',
      'ref',
    ])
    expect(
      wrong('aftercare', {
        incident: 'SG-20261015-01',
        kind: '行政会追责',
        text: '通报',
        target: '金月华',
        ref: '2026-10-30 15:30 安全稳定领导小组例会(月底)',
      }),
    ).toEqual([])
  })

  it('P4-27 severe: at once to the top, and to government, education, health and police', () => {
    const legs = [...clocks('严重').due.keys()]
    expect(legs).toEqual(
      expect.arrayContaining([
        '责任人→副校长或校长',
        '校长到场',
        '报教育局',
        '报当地政府',
        '报公安',
        '报卫生',
      ]),
    )
    expect(legs).not.toContain('责任人→处室负责人')
  })

  it('P4-28 what the law decides is followed until it is done', () => {
    const { add, due, set } = school()
    const row = add('aftercare', {
      incident: 'SG-20261015-01',
      kind: '执法部门追责',
      text: '公安调查',
      date: '2026-11-20',
    })
    expect(due('aftercare.open')).toMatchObject([{ row, state: 'overdue' }])
    set('aftercare', row, 'done', '是')
    expect(due('aftercare.open')).toEqual([])
  })
})

describe('what follows', () => {
  it('P4-38 a petition points at its incident, and the principal’s council at whom it punished', () => {
    const { add, text, wrong } = school()
    const row = add('petitions', {
      at: '2026-11-20 10:00',
      channel: '来访',
      cat: '校园安全',
      text: '要求赔偿',
      received_by: '余晓岚',
      incident: 'SG-20261015-01',
    })
    expect(text('petitions', row, 'incident')).toBe('SG-20261015-01')
    expect(wrong('aftercare', { incident: 'SG-20261015-01', kind: '校长办公会处罚', text: '处罚' })).toEqual([
      'target',
      'ref',
    ])
  })

  it('P4-39 the year is summed up, and rewards are paid by a meeting', () => {
    const { due, wrong } = school('2026-12-20 09:00')
    expect(due('summary.year')).toMatchObject([{ due: '2026-12-31' }])
    expect(
      wrong('rewards', { date: '2026-12-20', who: '尹秀梅', kind: '奖励', reason: '送医及时', amount: 200 }),
    ).toEqual(['meeting'])
  })
})
