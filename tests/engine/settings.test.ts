import { describe, expect, it } from 'vitest'
import type { ScoreFacts } from '../../src/rules/score-facts.ts'
import { EngineBook } from './open-book.ts'

/**
 * Every setting of points, management, honours, concealment and allowance (owner's list 8.2 to 8.5), each on both of its
 * sides: the same small school, scored by the default reading and by the other one.
 */
const TERM = {
  school_year: '2026-2027',
  term: '第一学期',
  start_date: '2026-09-01',
  end_date: '2027-01-22',
  score_from: '2026-09-01',
  score_to: '2027-02-21',
}
const NEXT = {
  school_year: '2026-2027',
  term: '第二学期',
  start_date: '2027-02-22',
  end_date: '2027-07-02',
  score_from: '2027-02-22',
  score_to: '2027-08-31',
}

const LOSS = { 一般: 500, 较严重: 5000, 严重: 50000 } as const

/** A school of two lines under one vice principal, and the incidents a test gives it. */
class School {
  readonly engine = new EngineBook({
    terms: [TERM, NEXT],
    departments: [
      { dept: '教导处', director: '主任甲', vp: '副校长' },
      { dept: '总务处', director: '主任乙', vp: '副校长' },
    ],
    staff: [
      { name: '校长', dept: '教导处', scored: '是' },
      { name: '副校长', dept: '教导处', scored: '是' },
      { name: '主任甲', dept: '教导处', scored: '是' },
      { name: '主任乙', dept: '总务处', scored: '是' },
      { name: '老师', dept: '教导处', scored: '是' },
      { name: '同事', dept: '教导处', scored: '是' },
      { name: '后勤', dept: '总务处', scored: '是' },
      { name: '新人', dept: '总务处', scored: '是', valid: '2026-12-10' },
    ],
    profile: [{ school_name: '小学', principal: '校长', safety_vp: '副校长' }],
    meetings: [],
    incidents: [],
    findings: [],
    reportLegs: [],
    deductions: [],
  })
  private count = 0

  set(key: string, value: string): this {
    this.engine.setPolicy(key, value)
    return this
  }

  row(table: string, cells: Record<string, string | number>): this {
    this.engine.edit({ kind: 'add', table, cells })
    return this
  }

  /** An incident of school property, and who answers for it: 未尽责 unless the name is followed by `√`. */
  incident(severity: keyof typeof LOSS, people: string, more: Record<string, string | number> = {}): this {
    const no = `SG-${++this.count}`
    this.row('incidents', {
      no,
      occurred_at: '2026-10-12 10:00',
      scene: '财产',
      loss_yuan: LOSS[severity],
      loss_owner: '学校',
      food_poisoning: '否',
      state: '已认定',
      ...more,
    })
    for (const name of people.split(' ')) {
      const diligent = name.endsWith('√')
      this.row('findings', {
        incident: no,
        person: name.replace('√', ''),
        educated: diligent ? '是' : '否',
        guided: '是',
      })
    }
    return this
  }

  incidents(times: number, severity: keyof typeof LOSS, people: string): this {
    for (let i = 0; i < times; i++) this.incident(severity, people)
    return this
  }

  /** A report leg of the last incident. */
  leg(person: string, cells: Record<string, string> = {}): this {
    return this.row('reportLegs', {
      incident: `SG-${this.count}`,
      leg: '责任人→处室负责人',
      accountable: person,
      verdict: '迟报',
      ...cells,
    })
  }

  of(person: string, term = '2026-2027 第一学期'): ScoreFacts {
    const { workbook } = this.engine
    return workbook.score(workbook.find(['terms'], term)!, workbook.find(['staff'], person)!)!
  }
}

const school = () => new School()

describe('points (8.3)', () => {
  it('score.base: what everybody starts with', () => {
    expect(school().of('老师').final).toBe(100)
    expect(school().set('score.base', '90').of('老师').final).toBe(90)
  })

  it('score.table: the six numbers', () => {
    const with_ = (table?: string) => {
      const here = school().incident('一般', '老师√').incident('严重', '同事')
      return table ? here.set('score.table', table) : here
    }
    expect([with_().of('老师').direct, with_().of('同事').direct]).toEqual([10, 100])
    const other = with_('5,20,20,50,30,60')
    expect([other.of('老师').direct, other.of('同事').direct]).toEqual([5, 60])
  })

  it('score.noFault: whether an accident without fault costs anything', () => {
    expect(school().incident('一般', '老师√').of('老师').direct).toBe(10)
    expect(school().set('score.noFault', '否').incident('一般', '老师√').of('老师').direct).toBe(0)
  })

  it('score.multi: each the whole, a share, or the first only', () => {
    const points = (multi: string) => {
      const here = school().set('score.multi', multi).incident('较严重', '老师 同事')
      return [here.of('老师').direct, here.of('同事').direct]
    }
    expect(points('each')).toEqual([50, 50])
    expect(points('split')).toEqual([25, 25])
    expect(points('primaryOnly')).toEqual([50, 0])
  })

  it('score.multi = split goes by the shares that are given', () => {
    const here = school().set('score.multi', 'split').incident('较严重', '老师 同事')
    here.engine.set('findings', here.engine.idOf('findings', 0), 'share', 70)
    here.engine.set('findings', here.engine.idOf('findings', 1), 'share', 30)
    expect([here.of('老师').direct, here.of('同事').direct]).toEqual([35, 15])
  })

  it('score.noPerson: nobody pays where nobody can be named, or the director does', () => {
    const nobody = (setting: string) =>
      school()
        .set('score.noPerson', setting)
        .incident('一般', '查无此人')
        .row('findings', { incident: 'SG-1', department: '总务处', educated: '否', guided: '是' })
    expect(nobody('none').of('主任乙').direct).toBe(0)
    expect(nobody('director').of('主任乙').direct).toBe(20)
  })

  it('score.floor: 0, or as low as it goes', () => {
    const low = (floor: string) =>
      school().set('score.floor', floor).incident('严重', '老师').incident('一般', '老师')
    expect([low('0').of('老师').raw, low('0').of('老师').final]).toEqual([-20, 0])
    expect(low('none').of('老师').final).toBe(-20)
  })

  const bonus = (here: School) =>
    here.row('deductions', {
      term: '2026-2027 第一学期',
      person: '老师',
      source: '其他(手工)',
      manual_points: 8,
      reason: '及时消除隐患',
      state: '已确认',
    })

  it('score.bonus: points given by hand count only where the school says so', () => {
    expect(bonus(school().incident('一般', '老师')).of('老师').final).toBe(80)
    expect(bonus(school().set('score.bonus', '是').incident('一般', '老师')).of('老师').final).toBe(88)
  })

  it('score.ceiling: how high a bonus can lift a score', () => {
    expect(bonus(school().set('score.bonus', '是')).of('老师').final).toBe(100)
    expect(bonus(school().set('score.bonus', '是').set('score.ceiling', '120')).of('老师').final).toBe(108)
  })

  it('takes off what a meeting has confirmed by hand, and nothing before', () => {
    const taken = (state: string) =>
      school()
        .row('deductions', {
          term: '2026-2027 第一学期',
          person: '老师',
          source: '其他(手工)',
          manual_points: -5,
          state,
        })
        .of('老师').final
    expect([taken('预计'), taken('已确认')]).toEqual([100, 95])
  })

  it('score.countProvisional: whether incidents not decided yet count', () => {
    const undecided = (setting: string) =>
      school().set('score.countProvisional', setting).incident('一般', '老师', { state: '初判' }).of('老师')
    expect(undecided('否')).toMatchObject({ direct: 0, expected: 20, final: 100 })
    expect(undecided('是')).toMatchObject({ direct: 20, expected: 0, final: 80 })
  })

  it('score.lateDecision: an incident decided after its term was sealed goes to the next, or reopens it', () => {
    const late = (setting: string) => {
      const here = school().set('score.lateDecision', setting)
      here.row('meetings', { at: '2027-03-05 15:00', kind: '行政会' })
      const term = here.engine.idOf('terms', 0)
      here.engine.set('terms', term, 'status', '已封账')
      here.engine.set('terms', term, 'closed_at', '2027-01-25 10:00')
      here.incident('一般', '老师')
      here.engine.set(
        'incidents',
        here.engine.idOf('incidents', 0),
        'decided_at',
        here.engine.idOf('meetings', 0),
      )
      return [here.of('老师').direct, here.of('老师', '2026-2027 第二学期').direct]
    }
    expect(late('nextTerm')).toEqual([0, 20])
    expect(late('reopen')).toEqual([20, 0])
  })

  it('term.vacation: the vacation belongs to the term before it, or to the next', () => {
    const vacation = (setting: string) => {
      const here = school()
        .set('term.vacation', setting)
        .incident('一般', '老师', { occurred_at: '2027-02-01 09:00' })
      return [here.of('老师').direct, here.of('老师', '2026-2027 第二学期').direct]
    }
    expect(vacation('previous')).toEqual([20, 0])
    expect(vacation('next')).toEqual([0, 20])
  })
})

describe('management (8.4)', () => {
  it('P4-34 mgmt.repeat: each full multiple, or once', () => {
    expect(school().incidents(4, '一般', '老师').of('主任甲').mgmt).toBe(20)
    expect(school().set('mgmt.repeat', 'once').incidents(4, '一般', '老师').of('主任甲').mgmt).toBe(10)
  })

  it('works the owner’s check: 3 light and 2 medium ones', () => {
    const here = school().incidents(3, '一般', '老师').incidents(2, '较严重', '老师')
    expect([here.of('主任甲').final, here.of('副校长').final]).toEqual([70, 100])
  })

  it('mgmt.sum: the classes add up, or the largest counts', () => {
    const both = (setting: string) =>
      school()
        .set('mgmt.sum', setting)
        .incidents(2, '一般', '老师')
        .incidents(2, '较严重', '老师')
        .of('主任甲').mgmt
    expect([both('add'), both('max')]).toEqual([30, 20])
  })

  it('mgmt.carryDown: a medium one also counts as a light one, or not', () => {
    const mixed = (setting: string) =>
      school().set('mgmt.carryDown', setting).incident('一般', '老师').incident('较严重', '老师').of('主任甲')
        .mgmt
    expect([mixed('否'), mixed('是')]).toEqual([0, 10])
  })

  it('P4-35 mgmt.threshold.director and mgmt.threshold.vp: from how many on', () => {
    expect(
      school().set('mgmt.threshold.director', '3,2,2').incidents(2, '一般', '老师').of('主任甲').mgmt,
    ).toBe(0)
    expect(school().incidents(2, '一般', '老师').of('主任甲').mgmt).toBe(10)
    expect(school().incidents(2, '一般', '老师').of('副校长').mgmt).toBe(0)
    expect(school().set('mgmt.threshold.vp', '2,4,4').incidents(2, '一般', '老师').of('副校长').mgmt).toBe(10)
  })

  it('mgmt.points: how much', () => {
    const two = (points: string) =>
      school().set('mgmt.points', points).incidents(2, '较严重', '老师').of('主任甲').mgmt
    expect([two('10,20,40'), two('10,25,40')]).toEqual([20, 25])
  })

  it('mgmt.directorScope: his own line, or the whole school', () => {
    const mixed = (scope: string) =>
      school().set('mgmt.directorScope', scope).incident('一般', '老师').incident('一般', '后勤').of('主任乙')
        .mgmt
    expect([mixed('line'), mixed('school')]).toEqual([0, 10])
  })

  it('mgmt.vpScope: his lines, the school, or the safety vice principal alone', () => {
    const four = (scope: string) => {
      const here = school().set('mgmt.vpScope', scope)
      here.engine.set('departments', here.engine.idOf('departments', 1), 'vp', here.engine.idOf('staff', 0))
      return here.incidents(2, '一般', '老师').incidents(2, '一般', '后勤')
    }
    expect([four('lines').of('副校长').mgmt, four('lines').of('校长').mgmt]).toEqual([0, 0])
    expect([four('school').of('副校长').mgmt, four('school').of('校长').mgmt]).toEqual([10, 10])
    expect([four('safetyVpOnly').of('副校长').mgmt, four('safetyVpOnly').of('校长').mgmt]).toEqual([10, 0])
  })

  it('mgmt.principal: none, or from so many on so many points', () => {
    expect(school().incidents(6, '一般', '老师').of('校长').mgmt).toBe(0)
    expect(school().set('mgmt.principal', '6,15').incidents(6, '一般', '老师').of('校长').mgmt).toBe(15)
  })

  it('P4-36 mgmt.ownIncident: a director’s own incident counts in his counter, or not', () => {
    const own = (setting: string) =>
      school()
        .set('mgmt.ownIncident', setting)
        .incident('一般', '主任甲')
        .incident('一般', '老师')
        .of('主任甲')
    expect(own('count')).toMatchObject({ direct: 20, mgmt: 10 })
    expect(own('skip')).toMatchObject({ direct: 20, mgmt: 0 })
  })

  it('mgmt.multiLine: an incident of two lines counts for each, or for the first', () => {
    const shared = (setting: string) => {
      const here = school().set('mgmt.multiLine', setting).incidents(2, '一般', '老师 后勤')
      return [here.of('主任甲').mgmt, here.of('主任乙').mgmt]
    }
    expect(shared('each')).toEqual([10, 10])
    expect(shared('primaryOnly')).toEqual([10, 0])
  })

  it('counts an incident of two lines once for the vice principal', () => {
    expect(school().incidents(3, '一般', '老师 后勤').of('副校长').mgmt).toBe(0)
    expect(school().incidents(4, '一般', '老师 后勤').of('副校长').mgmt).toBe(10)
  })

  it('mgmt.change: the director of the day pays, or both share by days', () => {
    const changed = (setting: string) => {
      const here = school().set('mgmt.change', setting)
      const line = here.engine.idOf('departments', 0)
      here.engine.set('departments', line, 'prior_director', here.engine.idOf('staff', 5))
      here.engine.set('departments', line, 'director_since', '2026-11-01')
      here
        .incident('一般', '老师', { occurred_at: '2026-10-08 10:00' })
        .incident('一般', '老师', { occurred_at: '2026-10-09 10:00' })
        .incident('一般', '老师', { occurred_at: '2026-12-01 10:00' })
        .incident('一般', '老师', { occurred_at: '2026-12-02 10:00' })
      return [here.of('同事').mgmt, here.of('主任甲').mgmt]
    }
    expect(changed('atNth')).toEqual([10, 10])
    const [before, after] = changed('proportional')
    // 61 of the 174 days of the term.
    expect([before, after]).toEqual([7.01, 12.99])
  })
})

describe('concealment (8.2)', () => {
  it('P4-37 makes the score 0 and takes the honours, whatever else there is', () => {
    const here = school().incident('一般', '老师√').leg('老师')
    expect(here.of('老师')).toMatchObject({
      direct: 10,
      raw: 90,
      zeroed: true,
      final: 0,
      veto: true,
      amount: 0,
    })
    expect(here.of('同事')).toMatchObject({ zeroed: false, final: 100 })
  })

  it('conceal.scope: the person, his director, or his whole department', () => {
    const zeroed = (scope: string) => {
      const here = school().set('conceal.scope', scope).incident('一般', '老师√').leg('老师')
      return ['老师', '主任甲', '同事', '后勤'].filter((name) => here.of(name).zeroed)
    }
    expect(zeroed('person')).toEqual(['老师'])
    expect(zeroed('director')).toEqual(['主任甲'])
    expect(zeroed('wholeDept')).toEqual(['老师', '主任甲', '同事'])
  })

  it('takes the director alone where a department is named', () => {
    const here = school().incident('一般', '老师√').leg('老师', { department: '总务处' })
    expect([here.of('老师').zeroed, here.of('主任乙').zeroed]).toEqual([false, true])
  })

  const late = (here: School, minutes: string) =>
    here
      .incident('一般', '老师√', { known_at: '2026-10-12 10:00' })
      .leg('老师', { done_at: `2026-10-12 10:${minutes}` })

  it('conceal.lightScale: a short delay costs points instead of everything', () => {
    expect(late(school(), '13').of('老师').final).toBe(0)
    const lighter = () => school().set('conceal.lightScale', '5=10;30=30')
    expect(late(lighter(), '13').of('老师')).toMatchObject({ zeroed: false, other: -10, final: 80 })
    expect(late(lighter(), '25').of('老师')).toMatchObject({ zeroed: false, other: -30, final: 60 })
    expect(late(lighter(), '55').of('老师')).toMatchObject({ zeroed: true, final: 0 })
  })

  it('conceal.auto: the clock only suggests, or decides', () => {
    const unjudged = (setting: string) =>
      school()
        .set('conceal.auto', setting)
        .incident('一般', '老师√', { known_at: '2026-10-12 10:00' })
        .row('reportLegs', {
          incident: 'SG-1',
          leg: '责任人→处室负责人',
          accountable: '老师',
          done_at: '2026-10-12 10:30',
        })
        .of('老师').zeroed
    expect([unjudged('flagOnly'), unjudged('autoLate')]).toEqual([false, true])
  })

  it('conceal.term: the term of the incident, or the one in which it was found', () => {
    const found = (setting: string) => {
      const here = school().set('conceal.term', setting)
      here.row('meetings', { at: '2027-03-05 15:00', kind: '行政会' }).incident('一般', '老师√').leg('老师')
      here.engine.set(
        'incidents',
        here.engine.idOf('incidents', 0),
        'decided_at',
        here.engine.idOf('meetings', 0),
      )
      return [here.of('老师').zeroed, here.of('老师', '2026-2027 第二学期').zeroed]
    }
    expect(found('incident')).toEqual([true, false])
    expect(found('found')).toEqual([false, true])
  })
})

describe('honours (8.5)', () => {
  it('P4-40 veto.min: from which severity on', () => {
    const vetoed = (min: string) => {
      const here = school()
        .set('veto.min', min)
        .incident('一般', '老师')
        .incident('较严重', '同事')
        .incident('严重', '后勤')
      return ['老师', '同事', '后勤'].filter((name) => here.of(name).veto)
    }
    expect(vetoed('一般')).toEqual(['老师', '同事', '后勤'])
    expect(vetoed('较严重')).toEqual(['同事', '后勤'])
    expect(vetoed('严重')).toEqual(['后勤'])
  })

  it('veto.managers: whether those who lose management points lose their honours too', () => {
    const manager = (setting: string) =>
      school().set('veto.managers', setting).incidents(2, '一般', '老师').of('主任甲').veto
    expect([manager('否'), manager('是')]).toEqual([false, true])
  })

  const years = (here: School) => {
    const { workbook } = here.engine
    return workbook
      .view('vetoes')
      .ids()
      .map((row) => workbook.value('vetoes', row, 'year'))
  }

  it('veto.year: the calendar year, or the school year', () => {
    expect(years(school().incident('一般', '老师'))).toEqual(['2026'])
    expect(years(school().set('veto.year', 'schoolYear').incident('一般', '老师'))).toEqual(['2026-2027'])
  })

  it('veto.conceal: honours are lost for the year, or for the term', () => {
    expect(years(school().incident('一般', '老师√').leg('老师'))).toEqual(['2026'])
    expect(years(school().set('veto.conceal', 'term').incident('一般', '老师√').leg('老师'))).toEqual([
      '2026-2027 第一学期',
    ])
  })

  it('P5-23 veto.dept: which faults the register also lists under the department', () => {
    const departments = (setting: string) => {
      const { workbook } = school()
        .set('veto.dept', setting)
        .incident('一般', '老师')
        .incident('严重', '后勤').engine
      return workbook
        .view('vetoes')
        .ids()
        .filter((row) => workbook.value('vetoes', row, 'kind') === '部门')
        .map((row) => workbook.shownName(String(workbook.value('vetoes', row, 'who'))))
    }
    expect(departments('off')).toEqual([])
    expect(departments('severe')).toEqual(['总务处'])
    expect(departments('any')).toEqual(['教导处', '总务处'])
  })

  it('V6: a veto is lifted only by naming the meeting', () => {
    const here = school().incident('一般', '老师').row('meetings', { at: '2026-12-01 15:00', kind: '行政会' })
    const [veto] = here.engine.workbook.view('vetoes').ids()
    expect(here.of('老师').veto).toBe(true)
    here.engine.apply({ edits: [], added: [{ table: 'vetoes', ids: [veto!], columns: {} }] })
    here.engine.set('vetoes', veto!, 'lifted', here.engine.idOf('meetings', 0))
    expect(here.of('老师').veto).toBe(false)
  })
})

describe('allowance (8.3)', () => {
  it('P4-32 allow.amount: the standard', () => {
    expect(school().of('老师').amount).toBe(100)
    expect(school().set('allow.amount', '150').incident('一般', '老师').of('老师').amount).toBe(120)
  })

  it('allow.prorata: months in post, days in post, or the whole', () => {
    const joined = (setting: string) => school().set('allow.prorata', setting).of('新人').amount
    // Joined 10 December: three of six months, 74 of 174 days.
    expect(joined('month')).toBe(50)
    expect(joined('day')).toBe(42.53)
    expect(joined('none')).toBe(100)
  })

  it('allow.mode: in proportion, or by bands', () => {
    expect(school().incident('一般', '老师').of('老师').amount).toBe(80)
    const bands = school().set('allow.mode', 'bands').set('allow.bands', '60=60;80=90;90=100')
    expect(bands.incident('一般', '老师').of('老师').amount).toBe(90)
  })

  it('allow.round: to the cent, ten cents, or the yuan', () => {
    const rounded = (round: string) =>
      school().set('allow.round', round).set('allow.amount', '99.95').incident('一般', '老师').of('老师')
        .amount
    expect([rounded('0.01'), rounded('0.1'), rounded('1')]).toEqual([79.96, 80, 80])
  })

  it('allow.leftover: what scores leave over stays in the fund, or is shared', () => {
    const paid = (setting: string) =>
      school().set('allow.leftover', setting).incident('严重', '老师').of('同事')
    expect(paid('keep').amount).toBe(100)
    expect(paid('share').amount).toBeGreaterThan(100)
    // Eight people, one of them from December on: the whole standard money, to the cent.
    expect(Math.abs(paid('share').termTotal - 750)).toBeLessThanOrEqual(0.05)
  })
})
