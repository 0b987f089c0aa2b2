import { describe, expect, it } from 'vitest'
import { defaultsFor, type DefaultFacts } from '../../src/rules/defaults.ts'
import { policyFrom } from '../../src/rules/policy.ts'
import type { Cell } from '../../src/tables/cell.ts'

const facts = (change: Partial<DefaultFacts> = {}, used: readonly string[] = []): DefaultFacts => ({
  now: '2026-09-07 11:00',
  used: () => new Set(used),
  profile: (column) => (column === 'safety_vp' ? '#vp' : null),
  cellOf: () => null,
  terms: () => [],
  ...change,
})
const defaults = (table: string, cells: Record<string, Cell>, change = {}, used: readonly string[] = []) =>
  defaultsFor(table, cells, facts(change, used))

describe('what the program fills in by itself', () => {
  it('numbers an incident by its day, after those already there', () => {
    const cells = { occurred_at: '2026-09-05 10:00', scene: '课堂' }
    expect(defaults('incidents', cells)).toEqual({
      no: 'SG-20260905-01',
      known_at: '2026-09-05 10:00',
      aspect: '教育教学',
      entered_at: '2026-09-07 11:00',
    })
    expect(defaults('incidents', cells, {}, ['SG-20260905-01', 'SG-20260905-02']).no).toBe('SG-20260905-03')
    expect(defaults('incidents', {}).no).toBe('SG-20260907-01')
  })

  it('never replaces what somebody gave', () => {
    const cells = {
      no: '1号',
      known_at: '2026-09-05 10:30',
      occurred_at: '2026-09-05 10:00',
      aspect: '总务后勤',
    }
    expect(defaults('incidents', cells)).toEqual({ entered_at: '2026-09-07 11:00' })
  })

  it.each([
    ['后勤设施', '总务后勤'],
    ['财产', '总务后勤'],
    ['食堂', '总务后勤'],
    ['宿舍', '教育教学'],
    ['上下学途中', '教育教学'],
  ])('the aspect of %s is %s', (scene, aspect) => {
    expect(defaults('incidents', { scene }).aspect).toBe(aspect)
  })

  it('lets the school’s own scenes decide the aspect', () => {
    const { policy } = policyFrom([{ key: 'classify.scenes', value: '宿舍=后勤人员' }])
    expect(defaults('incidents', { scene: '宿舍' }, { policy }).aspect).toBe('总务后勤')
  })

  it('keeps the level an injury was first recorded with', () => {
    expect(defaults('incidentPeople', { level: '轻微' })).toEqual({ first_level: '轻微' })
  })

  it('numbers staff and leaves the outsourced unscored', () => {
    expect(defaults('staff', { employment: '外包' }, {}, ['001'])).toEqual({ staff_no: '002', scored: false })
    expect(defaults('staff', {}).scored).toBe(true)
  })

  it.each([
    ['总务处', '总务后勤', true],
    ['教导处', '教育教学', true],
    ['安保部', '安全保卫', false],
    ['工会', '其他', false],
  ])('%s belongs to %s, receives reports: %s', (dept, line, receives_reports) => {
    expect(defaults('departments', { dept, director: '#a' })).toEqual({
      vp: '#vp',
      sub_leader: '#a',
      line,
      receives_reports,
    })
  })

  it('hands over the youngest classes to their parents', () => {
    expect(['1', '2', '3', '大'].map((grade) => defaults('classes', { grade }).handover)).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  it.each([
    ['国庆节', '法定休', true],
    ['国庆节调休', '调休上班', false],
    ['期末', '寒假', true],
    ['校庆', '校定假', false],
  ])('%s (%s) is a major holiday: %s', (name, kind, major) => {
    expect(defaults('holidays', { name, kind }).major).toBe(major)
  })

  it('nothing for a table without such cells', () => {
    expect(defaults('options', { list: 'x' })).toEqual({})
  })
})

describe('a new term', () => {
  it.each([
    ['2026-09-01', '2027-01-22', [], ['2026-2027', '第一学期', '2026-09-01', '2027-01-22']],
    ['2027-02-22', '2027-07-02', [], ['2026-2027', '第二学期', '2027-02-22', '2027-08-31']],
    [
      '2027-02-22',
      '2027-07-02',
      [['2026-09-01', '2027-02-10']],
      ['2026-2027', '第二学期', '2027-02-11', '2027-08-31'],
    ],
    [
      '2026-09-01',
      '2027-01-22',
      [['2027-02-22', '2027-08-31']],
      ['2026-2027', '第一学期', '2026-09-01', '2027-02-21'],
    ],
  ])('from %s to %s beside %j', (start_date, end_date, others, wanted) => {
    const terms = () => others.map(([from, to]) => ({ from: from!, to: to! }))
    const found = defaults('terms', { start_date, end_date }, { terms })
    expect([found.school_year, found.term, found.score_from, found.score_to]).toEqual(wanted)
  })

  it('waits for its first day', () => {
    expect(defaults('terms', { end_date: '2027-01-22' })).toEqual({})
  })
})
