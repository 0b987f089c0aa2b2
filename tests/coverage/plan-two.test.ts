import { expect, it } from 'vitest'
import { leadersOf } from './leading-group.ts'
import { dutyLibraryRows } from '../../src/tables/school/presets/duty-library.ts'
import { oneIncident } from '../rules/one-incident.ts'
import { choicesOf, school } from './book.ts'

/** A school's plan for everybody: what no other test says by its number. */

it('P2-01 the bases are kept as a plan that is looked through again after its months', () => {
  const { add, value } = school()
  const row = add('plans', {
    title: '实施方案',
    kind: '实施方案',
    issued: '2026-01-10',
    owner: '高志勤',
    cycle: 12,
  })
  expect(value('plans', row, 'next')).toBe('2027-01-10')
  expect(choicesOf('training', 'laws')).toEqual(expect.arrayContaining(['省条例', '上级文件']))
})

it('P2-04 the head of the group is the first responsible, with money and rewards among his work', () => {
  const [head] = leadersOf('组长')
  expect(head).toMatchObject({ responsibility: '第一责任人(总责)' })
  expect(head!.duty).toMatch(/保经费.*奖惩/)
})

it('P2-05 the deputy is responsible in the matter: checks, rescue, plans', () => {
  const [deputy] = leadersOf('副组长')
  expect(deputy).toMatchObject({ responsibility: '具体责任人(分管责任)' })
  expect(deputy!.duty).toMatch(/检查.*救援.*预案/)
})

it('P2-06 a member answers for the line in his charge', () => {
  expect(leadersOf('成员')).toEqual([expect.objectContaining({ responsibility: '分管责任' })])
})

it('P2-07 teachers have duties of their own, and what they notice of a pupil has a place that few may see', () => {
  const of = (post: string) => dutyLibraryRows.find((row) => row.post === post)!.safety_duty
  expect(of('班主任')).toMatch(/缺席|缺勤|清点/)
  expect(of('任课教师')).not.toBe(of('班主任'))
  expect(choicesOf('disputes', 'kind')).toEqual(expect.arrayContaining(['异常行为', '心理关注', '家校纠纷']))
  const { wrong } = school()
  expect(wrong('disputes', { kind: '异常行为', subject: 'XS1', text: '不愿说话', owner: '阎立春' })).toEqual([
    'action',
  ])
})

it('P2-12 each office can have its own safety group with a head', () => {
  const { add, value, set, text, book } = school()
  const row = add('leadership', { group: '部门安全小组', role: '组长', person: '宋文渊' })
  expect(value('leadership', row, 'duty')).not.toBeNull()
  const department = book.find(['departments'], '教导处') as string
  set('departments', department, 'sub_leader', '宋文渊')
  expect(text('departments', department, 'sub_leader')).toBe('宋文渊')
})

it('P2-15 who is at fault in an incident is out of the honours of the year', () => {
  const { workbook } = oneIncident('课堂 伤:学生轻微 责:教否导是')
  const [term] = workbook.view('terms').ids()
  const person = workbook.find(['staff'], '甲')!
  expect(workbook.score(term!, person)?.veto).toBe(true)
  const diligent = oneIncident('课堂 伤:学生轻微 责:教是导是').workbook
  expect(diligent.score(diligent.view('terms').ids()[0]!, diligent.find(['staff'], '甲')!)?.veto).toBe(false)
})

it('P2-16 praise and punishment name the meeting that decided them', () => {
  const { wrong } = school()
  expect(wrong('rewards', { date: '2026-11-20', who: '任广田', kind: '表彰', reason: '检查认真' })).toEqual([
    'meeting',
  ])
  expect(wrong('aftercare', { incident: 'SG-20261015-01', kind: '行政会追责', text: '谈话' })).toEqual([
    'target',
    'ref',
  ])
})

it('P2-17 a suggestion waits a month for an answer, and every term is asked for some', () => {
  const { add, due, set } = school()
  const row = add('feedback', { date: '2026-10-01', by: '潘玉洁', text: '楼梯口加人' })
  expect(due('feedback.decide')).toMatchObject([{ row, due: '2026-10-31', state: 'overdue' }])
  set('feedback', row, 'adopt', '采纳')
  expect(due('feedback.decide')).toEqual([])
  expect(school('2027-01-18 09:00').due('feedback.term')).toMatchObject([{ due: '2027-01-22' }])
})
