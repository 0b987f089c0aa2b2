import { expect, test } from 'vitest'
import {
  emptyDraft,
  hasMinimum,
  legKey,
  legsOf,
  previewIncident,
  recordIncident,
  reportLeg,
  type IncidentDraft,
} from '../../src/app/record-incident.ts'
import { suggestedFor } from '../../src/app/suggest-responsible.ts'
import type { Session } from '../../src/app/session.ts'
import { memorySession, NOW } from './memory-session.ts'

const idOf = (session: Session, table: string, name: string) => {
  const id = session.book.find([table], name)
  if (id === null || id === 'many') throw new Error(`no ${table} ${name}`)
  return id
}

/** A pupil breaks an arm in a sports lesson. */
function broken(session: Session, more: Partial<IncidentDraft> = {}): IncidentDraft {
  const teacher = idOf(session, 'staff', '罗来顺')
  return {
    ...emptyDraft(NOW),
    knownBy: teacher,
    area: session.book.view('areas').ids()[0]!,
    scene: '课堂',
    type: '体育运动',
    lesson: teacher,
    people: [
      {
        role: '受伤者',
        who: '学生',
        class: session.book.view('classes').ids()[0]!,
        level: '中度',
        name: '张小三',
        injury: '',
      },
    ],
    responsible: [{ person: teacher, capacity: '当堂科任教师' }],
    ...more,
  }
}

test('the minimum is time, scene, and a type or somebody hurt', () => {
  const draft = emptyDraft(NOW)
  expect(hasMinimum(draft)).toBe(false)
  expect(hasMinimum({ ...draft, scene: '课堂' })).toBe(false)
  expect(hasMinimum({ ...draft, scene: '课堂', type: '打架' })).toBe(true)
  const hurt = { role: '受伤者', who: '学生', class: '', level: '', name: '', injury: '' }
  expect(hasMinimum({ ...draft, scene: '课堂', people: [hurt] })).toBe(true)
  expect(hasMinimum({ ...draft, scene: '课堂', people: [{ ...hurt, role: '目击者' }] })).toBe(false)
  expect(hasMinimum({ ...draft, occurredAt: '', scene: '课堂', type: '打架' })).toBe(false)
})

test('a preview shows class and clocks and writes nothing', () => {
  const { session, changes } = memorySession()
  const rows = session.book.view('incidents').size
  const preview = previewIncident(session.book, broken(session))
  expect(preview.severity).toBe('较严重')
  expect(preview.class6).toBe(null)
  expect(preview.why.length).toBeGreaterThan(0)
  const first = preview.legs.find(({ leg }) => leg === '责任人→处室负责人')!
  expect(first).toMatchObject({ accountable: '罗来顺', base: NOW, due: '2027-03-10 09:05', binding: true })
  expect(preview.legs.find(({ leg }) => leg === '主任→分管副校长')!.due).toBe(null)
  expect(session.book.view('incidents').size).toBe(rows)
  expect(changes).toEqual([])
})

test('a report ticked off while the form is open starts the next clock', () => {
  const { session } = memorySession()
  const draft = broken(session)
  const key = legKey('责任人→处室负责人', draft.knownBy)
  const { legs } = previewIncident(session.book, { ...draft, done: { [key]: '2027-03-10 09:03' } })
  expect(legs.find(({ leg }) => leg === '责任人→处室负责人')!.done).toBe('2027-03-10 09:03')
  expect(legs.find(({ leg }) => leg === '主任→分管副校长')!.due).toBe('2027-03-10 09:13')
})

test('a report stays made when somebody else is named responsible afterwards', () => {
  const { session } = memorySession()
  const other = idOf(session, 'staff', '钟毓秀')
  const draft = broken(session)
  const done = { [legKey('责任人→处室负责人', draft.knownBy)]: '2027-03-10 09:03' }
  const named = { ...draft, responsible: [{ person: other, capacity: '当堂科任教师' }], done }
  const leg = previewIncident(session.book, named).legs.find(({ leg }) => leg === '责任人→处室负责人')!
  expect(leg).toMatchObject({ accountable: '钟毓秀', done: '2027-03-10 09:03' })
})

test('saving is one change with everything in it, as previewed', () => {
  const { session, changes } = memorySession()
  const draft = broken(session, { done: { [legKey('通知家长', idOf(session, 'staff', '罗来顺'))]: NOW } })
  const preview = previewIncident(session.book, draft)
  const { incident } = recordIncident(session, draft)
  expect(changes).toHaveLength(1)
  expect(changes[0]!.edits).toEqual([])
  const count = (table: string) =>
    changes[0]!.added.filter((block) => block.table === table).reduce((sum, { ids }) => sum + ids.length, 0)
  expect([count('incidents'), count('incidentPeople'), count('findings')]).toEqual([1, 1, 1])
  expect(count('reportLegs')).toBe(preview.legs.length)
  const shown = preview.legs.map((leg) => ({ ...leg, row: expect.any(String) as string }))
  expect(legsOf(session.book, incident)).toEqual(shown)
  expect(session.book.value('incidents', incident, 'severity')).toBe(preview.severity)
  expect(session.book.stored('incidents', incident, 'injury_level')).toBe('中度')
  expect(session.book.stored('incidents', incident, 'no')).toBe('SG-20270310-01')
  expect(
    session.book.value(
      'findings',
      session.book.children('incidents', incident).find(({ table }) => table === 'findings')!.ids[0]!,
      'finding',
    ),
  ).toBe('待认定')
})

test('已报告 after saving is an edit of its own, and can be taken back', () => {
  const { session, changes } = memorySession()
  const { incident } = recordIncident(session, broken(session))
  const [leg] = legsOf(session.book, incident).filter(({ leg }) => leg === '责任人→处室负责人')
  reportLeg(session, leg!.row, '2027-03-10 09:02')
  expect(legsOf(session.book, incident).find(({ leg }) => leg === '主任→分管副校长')!.due).toBe(
    '2027-03-10 09:12',
  )
  reportLeg(session, leg!.row, null)
  expect(legsOf(session.book, incident).find(({ leg }) => leg === '主任→分管副校长')!.due).toBe(null)
  expect(changes).toHaveLength(3)
})

test('a death counts as severe, a loss by its amount, and the way to school for nothing', () => {
  const { session } = memorySession()
  const dead = { role: '受伤者', who: '学生', class: '', level: '死亡', name: '', injury: '' }
  expect(previewIncident(session.book, broken(session, { people: [dead] })).severity).toBe('严重')
  const theft = broken(session, { scene: '财产', type: '盗窃', people: [], loss: '1,200' })
  expect(previewIncident(session.book, theft).severity).toBe('较严重')
  const onTheWay = previewIncident(session.book, broken(session, { scene: '上下学途中' }))
  expect(onTheWay).toMatchObject({ severity: '不计入', legs: [] })
})

test('suggests the teacher of the lesson, the homeroom teacher, and for facilities the logistics director', () => {
  const { session } = memorySession()
  const { book } = session
  const draft = broken(session)
  expect(suggestedFor(book, draft)).toEqual([{ person: draft.lesson, capacity: '当堂科任教师' }])
  const homeroom = idOf(session, 'staff', String(book.stored('classes', draft.people[0]!.class, 'homeroom')))
  expect(suggestedFor(book, { ...draft, scene: '校内(非课堂)' })).toEqual([
    { person: homeroom, capacity: '班主任' },
  ])
  const logistics = idOf(session, 'departments', '总务处')
  const director = idOf(session, 'staff', String(book.stored('departments', logistics, 'director')))
  expect(suggestedFor(book, { ...draft, scene: '后勤设施' })).toEqual([
    { person: director, capacity: '后勤人员' },
  ])
  expect(suggestedFor(book, { ...draft, scene: '上下学途中' })).toEqual([])
})
