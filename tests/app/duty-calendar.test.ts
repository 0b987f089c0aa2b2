import { describe, expect, it } from 'vitest'
import { holidayDraft, type HolidayDraft } from '../../src/app/rota/holiday-draft.ts'
import { applyHolidayDuty, holidayWork } from '../../src/app/rota/holiday-work.ts'
import { personCalendar } from '../../src/app/rota/person-calendar.ts'
import type { Session } from '../../src/app/session.ts'
import { solveRota } from '../../src/rules/rota/solve-rota.ts'
import { memorySession } from './memory-session.ts'
import { withoutDuty } from './without-duty.ts'

const HOW = { source: 'user', label: { code: 'test' } } as const
const sampleWithoutDuty = () => withoutDuty(memorySession({ sample: true, now: () => '2026-11-25 09:00' }))
const WORDS = {
  calendar: '日历',
  duty: (post: string | null) => post ?? '带班',
  holidayDuty: (kind: string, leads: boolean) => `${kind}${leads ? '带班' : ''}`,
}
const SPAN = { from: '2026-11-30', to: '2027-02-28' }

const entriesOf = (session: Session, name: string) => {
  const person = session.book.find(['staff'], name)!
  const { bytes, count } = personCalendar(session, person, SPAN, WORDS)
  const entries = new TextDecoder()
    .decode(bytes)
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((entry) => {
      const of = (name: string) => new RegExp(`^${name}[^:]*:(.*)\r$`, 'm').exec(entry)?.[1] ?? ''
      return [of('SUMMARY'), of('DTSTART'), of('DTEND')].join(' ')
    })
  expect(entries).toHaveLength(count)
  return entries
}

describe('the calendar of one person', () => {
  const school = () => {
    const { session } = sampleWithoutDuty()
    const term = '2026-2027 第一学期'
    const row = { term, leader: '高志勤', origin: '自动轮排' }
    const { ids } = session.add(
      'rota',
      [
        { ...row, week: 14, post: '楼层', teachers: '叶春荣、曹慧敏' },
        { ...row, week: 15, post: '校门', teachers: '田素芬' },
      ],
      HOW,
    )
    return { session, ids }
  }

  it('has days that follow each other as one entry, hours where the post has some, and the weeks one leads', () => {
    const { session } = school()
    expect(entriesOf(session, '叶春荣')).toEqual(['楼层 20261130 20261205'])
    session.add('rotaPosts', [{ post: '校门', count: 1, hours: '07:20-08:00' }], HOW)
    expect(entriesOf(session, '田素芬')).toEqual(
      ['07', '08', '09', '10', '11'].map((day) => `校门 202612${day}T072000 202612${day}T080000`),
    )
    expect(entriesOf(session, '高志勤')).toEqual(['带班 20261130 20261205', '带班 20261207 20261212'])
  })

  it('goes by swaps that are agreed upon: a day taken over, and a week in exchange for another', () => {
    const { session, ids } = school()
    const swap = {
      from_row: ids[0]!,
      absent: '叶春荣',
      to_person: '田素芬',
      reason: '公出',
      approved_by: '高志勤',
    }
    const [day] = session.add('swaps', [{ ...swap, kind: '代班', on: '2026-12-02' }], HOW).ids
    expect(entriesOf(session, '叶春荣')).toEqual(['楼层 20261130 20261205'])
    const agree = (row: string) =>
      session.edit([{ table: 'swaps', row, column: 'status', input: '同意' }], HOW)
    agree(day!)
    expect(entriesOf(session, '叶春荣')).toEqual(['楼层 20261130 20261202', '楼层 20261203 20261205'])
    expect(entriesOf(session, '田素芬')).toEqual(['楼层 20261202 20261203', '校门 20261207 20261212'])
    session.remove('swaps', [day!], HOW)

    const [both] = session.add('swaps', [{ ...swap, kind: '互换', counter_row: ids[1]! }], HOW).ids
    agree(both!)
    expect(entriesOf(session, '叶春荣')).toEqual(['校门 20261207 20261212'])
    expect(entriesOf(session, '田素芬')).toEqual(['楼层 20261130 20261205'])
    // The rota itself stays as it was, and with it everybody's load.
    expect(session.book.value('rota', ids[1]!, 'load')).toBe('田素芬 1')
  })
})

describe('holiday and night duty', () => {
  const plan = (session: Session, change: Partial<HolidayDraft> = {}) => {
    const work = holidayWork(session.book, { ...holidayDraft(session.book), ...change })
    if (!work.ok) throw new Error(work.problem.code)
    const made = {
      work: work.value,
      teachers: solveRota(work.value.teachers),
      leaders: solveRota(work.value.leaders),
    }
    applyHolidayDuty(session, made)
    return made
  }
  const rows = ({ book }: Session) =>
    book
      .view('holidayDuty')
      .ids()
      .map((id) =>
        ['date', 'kind', 'shift', 'leader', 'staff'].map((key) => String(book.value('holidayDuty', id, key))),
      )

  it('is planned by the calendar: the days that are free, and every night', () => {
    const { session } = sampleWithoutDuty()
    session.add('holidays', [{ date: '2027-01-01', name: '元旦', kind: '法定休' }], HOW)
    expect(holidayDraft(session.book)).toMatchObject({ from: '2027-01-01', to: '2027-01-03' })
    const shifts = holidayDraft(session.book).shifts.map((shift) => ({ ...shift, wanted: true }))
    const { teachers } = plan(session, { shifts })
    expect(rows(session).map((row) => row.slice(0, 3).join(' '))).toEqual([
      '2027-01-01 节假日 08:00-20:00',
      '2027-01-01 夜间 20:00-08:00',
      '2027-01-02 周末 08:00-20:00',
      '2027-01-02 夜间 20:00-08:00',
      '2027-01-03 周末 08:00-20:00',
      '2027-01-03 夜间 20:00-08:00',
    ])
    expect(new Set(rows(session).map((row) => row[4])).size).toBe(6)
    expect(Math.max(...teachers.counts)).toBe(1)
    // What is there stays and counts: the same days once more have nothing left to plan.
    expect(holidayWork(session.book, { ...holidayDraft(session.book), shifts })).toMatchObject({
      problem: { code: 'rota.no-days' },
    })
  })

  it('goes on with whoever has had least, and leaves alone where somebody has signed in', () => {
    const { session } = sampleWithoutDuty()
    plan(session, { from: '2027-01-23', to: '2027-02-01' })
    const first = rows(session).map((row) => row[4]!)
    plan(session, { from: '2027-02-02', to: '2027-02-08' })
    const second = rows(session)
      .slice(10)
      .map((row) => row[4]!)
    expect(second.filter((person) => first.includes(person))).toEqual([])
    const [row] = session.book.view('holidayDuty').ids()
    session.edit([{ table: 'holidayDuty', row: row!, column: 'signin', input: '2027-01-23 08:00' }], HOW)
    const { work } = plan(session, { from: '2027-01-23', to: '2027-02-01', again: true })
    expect(work.places).toHaveLength(9)
    expect(work.kept).toBe(1)
    expect(rows(session)).toHaveLength(17)
    expect(rows(session)[0]![4]).toBe(first[0])
  })
})
