import { describe, expect, it } from 'vitest'
import { dutyLibraryRows } from '../../src/tables/school/presets/duty-library.ts'
import { choicesOf, school } from './book.ts'

/** An urban district's plan, its school part: what no other test says by its number. */

const dutyOf = (post: string) => dutyLibraryRows.find((row) => row.post === post)!.safety_duty

const LOG = {
  date: '2026-11-25',
  leader: '余晓岚',
  teachers: '任广田',
  absence_confirmed: '已全部确认',
} as const

/** A check that is out of order wants to be told about, and counts in the week. */
function looksAfter(check: string): void {
  const { add, set, problem, book } = school()
  const row = add('dutyLog', { ...LOG, [check]: '正常' })
  expect(problem('dutyLog', row, 'issues')).toBeNull()
  set('dutyLog', row, check, '异常')
  expect(problem('dutyLog', row, 'issues')).toBe('required')
  set('dutyLog', row, 'issues', '两个班没有到齐')
  set('dutyLog', row, 'handled', '通知班主任')
  expect(['issues', 'handled'].map((key) => problem('dutyLog', row, key))).toEqual([null, null])
  const [, term] = book.view('terms').ids()
  const week = add('weeklySummaries', { term: term!, week: 13 })
  expect(book.value('weeklySummaries', week, 'stats')).toContainEqual({
    code: 'week.abnormal',
    params: { count: 1 },
  })
}

describe('the duty leader', () => {
  it('P6-10 (2) looks in at recess', () => looksAfter('recess_check'))
  it('P6-11 (3) looks at the exercises', () => looksAfter('exercise_check'))
  it('P6-12 (4) has the school cleared', () => looksAfter('clearing_check'))
  it('P6-13 (5) looks after the roll calls before lessons', () => looksAfter('rollcall_check'))
  it('P6-16 (8) patrols the grounds and around them for the four preventions', () =>
    looksAfter('patrol_check'))

  it('P6-15 (7) turns away who came in against the rules, and the week counts them', () => {
    const { add, book } = school()
    expect(choicesOf('patrols', 'kind')).toEqual(expect.arrayContaining(['违规入校', '可疑人员', '外来人员']))
    add('patrols', {
      at: '2026-11-24 08:10',
      area: '学校大门',
      kind: '违规入校',
      text: '未登记',
      action: '劝离',
      by: '郝铁成',
    })
    const [, term] = book.view('terms').ids()
    const week = add('weeklySummaries', { term: term!, week: 13 })
    expect(book.value('weeklySummaries', week, 'stats')).toContainEqual({
      code: 'week.outsiders',
      params: { count: 1 },
    })
  })
})

describe('the others', () => {
  it('P6-08 the principal leads patrols, meetings and lessons', () => {
    expect(dutyOf('校长')).toMatch(/例会/)
    const { wrong, due } = school()
    expect(
      wrong('patrols', {
        at: '2026-11-24 10:00',
        area: '门前道路',
        kind: '周边治安',
        text: '秩序好',
        action: '无需处置',
        by: '程远山',
      }),
    ).toEqual([])
    expect(due('lesson.week').length).toBeGreaterThan(0)
  })

  it('P6-19 the subject teacher answers for order and safety in class', () => {
    expect(dutyOf('任课教师')).toMatch(/课/)
    const { book, add, text } = school()
    const row = add('findings', {
      incident: 'SG-20261015-01',
      person: '熊大伟',
      capacity: '当堂科任教师',
      should_be_there: '是',
      was_there: '否',
      educated: '是',
      guided: '是',
    })
    expect(book.value('findings', row, 'finding')).toBe('未尽责')
    expect(text('findings', row, 'capacity')).toBe('当堂科任教师')
  })
})
