import { expect, test } from 'vitest'
import { OpenWork } from '../../src/app/open-work.ts'
import {
  departmentsWithoutLeader,
  furtherStepsLeft,
  placeOf,
  stepsLeft,
  yearsWithoutHolidays,
} from '../../src/app/first-steps.ts'
import { recordIncident, emptyDraft, legsOf, reportLeg } from '../../src/app/record-incident.ts'
import { memorySession, NOW } from './memory-session.ts'

function looked(book: ConstructorParameters<typeof OpenWork>[0]): OpenWork {
  const work = new OpenWork(book)
  for (const _ of work.look());
  return work
}

const lists = (work: OpenWork) =>
  [work.undecided, work.openFindings, work.runningLegs, work.suspectedLegs].map((set) => [...set].sort())

test('following every change gives what looking afresh gives', () => {
  const { session } = memorySession()
  const { book } = session
  const work = looked(book)
  session.subscribe((event) => {
    if (event.type === 'changed' && !event.moved.everything) work.follow(event.moved)
  })
  const how = { source: 'user', label: { code: 'form.edit' } } as const
  const set = (table: string, row: string, column: string, input: string | null) =>
    session.edit([{ table, row, column, input }], how)

  const { incident } = recordIncident(session, { ...emptyDraft(NOW), scene: '课堂', type: '打架' })
  const steps: (() => void)[] = [
    () => reportLeg(session, legsOf(book, incident)[0]?.row ?? '', NOW),
    () => set('incidents', incident, 'state', '已认定'),
    () => set('incidents', incident, 'closed_on', '2027-03-10'),
    () => set('incidents', incident, 'closed_on', null),
    () => set('incidents', book.view('incidents').ids()[0]!, 'state', '申诉中'),
    () => set('findings', book.view('findings').ids()[0]!, 'educated', '待查'),
    () => set('reportLegs', book.view('reportLegs').ids()[3]!, 'verdict', '迟报'),
    () => set('incidents', incident, 'backfilled', '是'),
    () => void session.remove('incidents', [incident], how),
  ]
  expect(work.undecided.has(incident)).toBe(true)
  for (const step of steps) {
    step()
    expect(lists(work)).toEqual(lists(looked(book)))
  }
  expect(work.undecided.has(incident)).toBe(false)
})

test('the sample school has something in every list but running reports', () => {
  const { session } = memorySession()
  const work = looked(session.book)
  expect(work.undecided.size).toBeGreaterThan(0)
  expect(work.openFindings.size).toBeGreaterThan(0)
  expect(work.suspectedLegs.size).toBeGreaterThan(0)
  const terms = session.book.environment().terms
  expect(terms.flatMap(({ id }) => work.undecidedIn(id)).sort()).toEqual([...work.undecided].sort())
})

test('a new school has everything before it, the sample school nothing', () => {
  const fresh = memorySession({ sample: false }).session
  expect(stepsLeft(fresh.book)).toEqual(['terms', 'staff', 'leaders', 'departments', 'classes', 'incidents'])
  expect(departmentsWithoutLeader(fresh.book).length).toBe(fresh.book.view('departments').size)
  expect(stepsLeft(memorySession().session.book)).toEqual([])
})

test('further steps know themselves done from the data, and are asked for only by the plans a school follows', () => {
  const { session } = memorySession({ sample: false })
  const { book } = session
  const how = { source: 'user', label: { code: 'row.add', params: { count: 1 } } } as const
  const left = (copied = false) => furtherStepsLeft(book, copied)
  expect(left()).toEqual(['profile', 'rules', 'duties', 'rota', 'pledges', 'checklists', 'backup'])
  expect(left(true)).not.toContain('backup')
  for (const step of ['duties', 'rota', 'pledges', 'checklists'] as const) {
    expect(left()).toContain(step)
    session.add(step, [{}], how)
    expect(left()).not.toContain(step)
  }
  const [profile = ''] = book.view('profile').ids()
  const set = (column: string, input: string) =>
    session.edit([{ table: 'profile', row: profile, column, input }], how)
  for (const [column, input] of [
    ['school_type', '小学'],
    ['safety_vp', '甲'],
    ['safety_office_head', '乙'],
  ] as const) {
    expect(placeOf(book, 'profile')).toEqual({ table: 'profile', row: profile, column })
    set(column, input)
  }
  expect(left()).toEqual(['rules', 'backup'])
  set('ruleset_confirmed', '2027-03-01 校长办公会')
  expect(left(true)).toEqual([])

  const other = memorySession({ sample: false }).session
  for (const plan of ['plan.dutyWeek', 'plan.pledges', 'plan.scoring']) {
    const row = other.book
      .view('policy')
      .ids()
      .find((id) => other.book.stored('policy', id, 'key') === plan)!
    other.edit([{ table: 'policy', row, column: 'value', input: '否' }], how)
  }
  expect(furtherStepsLeft(other.book, false)).toEqual(['profile', 'duties', 'checklists', 'backup'])
})

test('a year without official days off is named', () => {
  expect(yearsWithoutHolidays(memorySession().session.book)).toEqual([2027])
  expect(
    yearsWithoutHolidays(memorySession({ now: () => '2026-03-01 08:00', sample: false }).session.book),
  ).toEqual([])
})
