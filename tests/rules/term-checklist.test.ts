import { expect, it } from 'vitest'
import { checklistOf } from '../../src/app/term-checklist.ts'
import type { Session } from '../../src/app/session.ts'
import { memorySession } from '../app/memory-session.ts'

const USER = { source: 'user', label: { code: 'cell.edit' } } as const

const termOf = ({ book }: Session, name: string) => book.find(['terms'], name) as string
const openIn = (session: Session, term: string) =>
  Object.fromEntries(checklistOf(session, term, [])!.map(({ check, open }) => [check, open]))

/** A check, the rows that open it, and the edit that settles the last of them. */
it.each<{
  check: string
  make: (session: Session, term: string) => string
  settle: (row: string) => { table: string; column: string; input: string }
}>([
  {
    check: 'undecided',
    make: (session, term) => incident(session, term, { state: '申诉中' }),
    settle: () => ({ table: 'incidents', column: 'state', input: '已认定' }),
  },
  {
    check: 'findings',
    make: (session, term) =>
      added(session, 'findings', {
        incident: incident(session, term, {}),
        person: anybody(session),
        educated: '待查',
        guided: '待查',
      }),
    settle: () => ({ table: 'findings', column: 'educated', input: '否' }),
  },
  {
    check: 'manual',
    make: (session, term) =>
      added(session, 'deductions', { term, person: anybody(session), manual_points: '-5', reason: '脱岗' }),
    settle: () => ({ table: 'deductions', column: 'state', input: '撤销' }),
  },
  {
    check: 'pledges',
    make: (session, term) =>
      added(session, 'pledges', {
        party_b: added(session, 'staff', { name: '新来的', status: '在岗' }),
        year: String(session.book.stored('terms', term, 'school_year')),
      }),
    settle: () => ({ table: 'pledges', column: 'signed_on', input: '2027-03-01' }),
  },
])('$check is open by its row until that is settled', ({ check, make, settle }) => {
  const { session } = memorySession()
  const term = termOf(session, '2026-2027 第一学期')
  const other = openIn(session, termOf(session, '2025-2026 第二学期'))[check]!.length
  const row = make(session, term)
  const { table, column, input } = settle(row)
  const isOpen = () => openIn(session, term)[check]!.some((place) => place.row === row)
  expect(isOpen()).toBe(true)
  // The school year has its pledges once; all else belongs to one term alone.
  if (check !== 'pledges')
    expect(openIn(session, termOf(session, '2025-2026 第二学期'))[check]).toHaveLength(other)
  session.edit([{ table, row, column, input }], USER)
  expect(isOpen()).toBe(false)
})

const anybody = ({ book }: Session) => book.view('staff').ids()[0]!
const added = (session: Session, table: string, cells: Record<string, string>) =>
  session.add(table, [cells], USER).ids[0]!

function incident(session: Session, term: string, cells: Record<string, string>): string {
  const from = String(session.book.stored('terms', term, 'start_date'))
  return added(session, 'incidents', {
    occurred_at: `${from} 09:00`,
    scene: '课堂',
    type: '体育运动',
    injury_level: '轻微',
    state: '已认定',
    ...cells,
  })
}

it('wants the rules confirmed by a meeting, in the term', () => {
  const { session } = memorySession()
  const { book } = session
  const term = termOf(session, '2026-2027 第一学期')
  const [profile = ''] = book.view('profile').ids()
  const [meeting = ''] = book.view('meetings').ids()
  const from = String(book.stored('terms', term, 'score_from'))
  const set = (column: string, input: string) =>
    session.edit([{ table: 'profile', row: profile, column, input }], USER)
  set('ruleset_confirmed', '')
  expect(openIn(session, term)['rules']).toEqual([
    { table: 'profile', row: profile, column: 'ruleset_confirmed' },
  ])
  set('ruleset_confirmed', meeting)
  set('ruleset_confirmed_on', '2020-01-01')
  expect(openIn(session, term)['rules']).toEqual([
    { table: 'profile', row: profile, column: 'ruleset_confirmed_on' },
  ])
  set('ruleset_confirmed_on', from)
  expect(openIn(session, term)['rules']).toEqual([])
})

it('names a department in which somebody works and nobody directs', () => {
  const { session } = memorySession()
  const { book } = session
  const term = termOf(session, '2025-2026 第二学期')
  const dept = String(book.stored('staff', anybody(session), 'dept'))
  const row = book.has('departments', dept) ? dept : (book.find(['departments'], dept) as string)
  session.edit([{ table: 'departments', row, column: 'director', input: '' }], USER)
  expect(openIn(session, term)['leaders']).toContainEqual({ table: 'departments', row, column: 'director' })
})

it('counts only problems in what scores are worked out from', () => {
  const { session } = memorySession()
  const place = (table: string) => ({ table, row: '#1', column: 'x' })
  const checks = checklistOf(session, termOf(session, '2025-2026 第二学期'), [
    place('staff'),
    place('canteenLog'),
  ])!
  expect(checks.find(({ check }) => check === 'problems')!.open).toEqual([place('staff')])
  expect(checklistOf(session, '#nothing', [])).toBeNull()
})
