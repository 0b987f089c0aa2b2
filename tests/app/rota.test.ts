import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRota, type RotaMade } from '../../src/app/rota/apply-rota.ts'
import { rotaDraft, type RotaDraft } from '../../src/app/rota/rota-draft.ts'
import { registerSwap } from '../../src/app/rota/register-swap.ts'
import { rotaWork } from '../../src/app/rota/rota-work.ts'
import type { Session } from '../../src/app/session.ts'
import { solveRota } from '../../src/rules/rota/solve-rota.ts'
import { rotaPostParts } from '../../src/tables/common/rota-posts.ts'
import { memorySession } from './memory-session.ts'
import { withoutDuty } from './without-duty.ts'

const sampleWithoutDuty = () => withoutDuty(memorySession({ sample: true, now: () => '2026-11-25 09:00' }))

const draftOf = (session: Session, change: Partial<RotaDraft> = {}): RotaDraft => ({
  ...rotaDraft(session.book, rotaPostParts),
  ...change,
})

/** What the worker does, here and now. */
function made(session: Session, draft: RotaDraft): RotaMade {
  const work = rotaWork(session.book, draft)
  if (!work.ok) throw new Error(work.problem.code)
  return {
    work: work.value,
    teachers: solveRota(work.value.teachers),
    leaders: solveRota(work.value.leaders),
  }
}
function plan(session: Session, change: Partial<RotaDraft> = {}): RotaMade {
  const draft = draftOf(session, change)
  const result = made(session, draft)
  applyRota(session, draft, result)
  return result
}

const rowsOf = ({ book }: Session) =>
  book
    .view('rota')
    .ids()
    .map((id) => {
      const cell = (key: string) => book.value('rota', id, key)
      return {
        id,
        week: cell('week') as number,
        post: cell('post') as string,
        weekday: cell('weekday') as string[],
        leader: cell('leader') as string | null,
        teachers: (cell('teachers') ?? []) as string[],
        origin: cell('origin'),
        conflict: cell('conflict') as { code: string }[],
      }
    })

describe('planning a rota', () => {
  it('fills the rest of the term of the sample school: no conflict by the table itself, counts one apart at most', () => {
    const { session, changes } = sampleWithoutDuty()
    session.add('holidays', [{ date: '2027-01-01', name: '元旦', kind: '法定休' }], {
      source: 'user',
      label: { code: 'test' },
    })
    changes.length = 0
    const { teachers, leaders, work } = plan(session)
    expect(changes).toHaveLength(1)
    const rows = rowsOf(session)
    // From the week of today, the 13th, to the last.
    expect([...new Set(rows.map(({ week }) => week))]).toEqual([13, 14, 15, 16, 17, 18, 19, 20, 21])
    expect(rows.flatMap(({ conflict }) => conflict)).toEqual([])
    expect(rows.every(({ leader, teachers }) => leader !== null && teachers.length > 0)).toBe(true)
    expect([...teachers.shortages, ...leaders.shortages, ...teachers.gaps, ...leaders.gaps]).toEqual([])
    // One leader for all posts of a week.
    for (const week of new Set(rows.map((row) => row.week)))
      expect(new Set(rows.filter((row) => row.week === week).map(({ leader }) => leader)).size).toBe(1)
    // 元旦 is off; the week that it is in has the other days.
    const newYear = rows.find(({ week, post }) => week === 18 && post === '校门')!
    expect(newYear.weekday).toEqual(['周一', '周二', '周三', '周四'])
    expect(work.kept).toBe(0)
    expect(session.book.view('rotaPosts').size).toBe(6)
  })

  it('keeps what is confirmed, changed by hand or swapped, and fills the rest anew around it', () => {
    const { session } = sampleWithoutDuty()
    plan(session)
    const [first, second, third, fourth, fifth] = rowsOf(session)
    const someone = second!.teachers[0]!
    const how = { source: 'user', label: { code: 'test' } } as const
    const set = (row: string, column: string, input: string | string[] | boolean) =>
      session.edit([{ table: 'rota', row, column, input: input as string }], how)
    // One person twice in the 13th week: the conflict says so, and stays somebody's business.
    set(first!.id, 'teachers', [someone])
    expect(session.book.stored('rota', first!.id, 'origin')).toBe('手工')
    set(third!.id, 'ack', true)
    // As the panel does it: of a post with two it has to be said who is replaced.
    const registered = registerSwap(session, 'rota', fourth!.id)
    if (!registered.ok) throw new Error(registered.problem.code)
    const { swap } = registered.value
    expect(session.book.stored('swaps', swap, 'absent')).toBe(
      fourth!.teachers.length === 1 ? fourth!.teachers[0] : null,
    )
    session.edit([{ table: 'swaps', row: swap, column: 'to_person', input: fifth!.teachers[0]! }], how)
    const { work } = plan(session)
    expect(work.kept).toBe(3)
    const after = new Map(rowsOf(session).map((row) => [row.id, row]))
    expect(after.get(first!.id)!.teachers).toEqual([someone])
    expect(after.get(third!.id)!.teachers).toEqual(third!.teachers)
    expect(after.get(fourth!.id)!.teachers).toEqual(fourth!.teachers)
    // The one who stands in, and the one put there by hand, are nowhere else that week.
    const others = [...after.values()].filter(
      ({ week, id }) => week === 13 && ![first, third, fourth].some((row) => row!.id === id),
    )
    for (const busy of [someone, fifth!.teachers[0]!])
      expect(others.filter(({ teachers }) => teachers.includes(busy))).toEqual([])
    expect([...after.values()].flatMap(({ conflict }) => conflict)).toEqual([])

    const { work: all } = plan(session, { keepByHand: false })
    expect(all.kept).toBe(2)
    expect(session.book.stored('rota', first!.id, 'origin')).toBe('自动轮排')
  })

  it('by the day: each day has its own people, a make-up Saturday has the posts of the day it stands for', () => {
    const { session } = sampleWithoutDuty()
    session.add(
      'holidays',
      [
        { date: '2026-12-05', name: '补周四的课', kind: '调休上班' },
        { date: '2026-12-12', name: '调休', kind: '调休上班' },
      ],
      { source: 'user', label: { code: 'test' } },
    )
    const posts = [
      { row: null, post: '晚间', weekdays: ['周四'], seats: 1, withClass: false },
      { row: null, post: '校门', weekdays: ['周一'], seats: 2, withClass: false },
    ]
    plan(session, { turn: 'day', posts, from: '2026-11-30', to: '2026-12-13' })
    expect(rowsOf(session).map(({ week, post, weekday }) => [week, post, weekday.join()])).toEqual([
      [14, '晚间', '周四'],
      [14, '晚间', '周六'],
      [14, '校门', '周一'],
      [15, '晚间', '周四'],
      [15, '晚间', '周六'],
      [15, '校门', '周一'],
      [15, '校门', '周六'],
    ])
    const { book } = session
    expect(book.environment().policy['rota.turn']).toBe('day')
    // A second time around nothing is left to change but the people.
    const before = book.view('rota').size
    plan(session, { from: '2026-11-30', to: '2026-12-13' })
    expect(book.view('rota').size).toBe(before)
  })

  it('writes exemptions, limits and leaders where they belong, and goes by them', () => {
    const { session } = sampleWithoutDuty()
    const draft = draftOf(session)
    const [exempt, capped, leader] = draft.people.filter(({ part }) => part === 'teacher')
    const people = draft.people.map((person) => {
      if (person.id === exempt!.id) return { ...person, part: 'none' as const, exempt: '病后休养' }
      if (person.id === capped!.id) return { ...person, cap: 1 }
      return person.id === leader!.id ? { ...person, part: 'leader' as const } : person
    })
    plan(session, { people })
    const { book } = session
    expect(book.stored('staff', exempt!.id, 'on_roster')).toBe(false)
    expect(book.stored('staff', exempt!.id, 'roster_exempt')).toBe('病后休养')
    expect(book.stored('staff', capped!.id, 'roster_cap')).toBe(1)
    expect(book.stored('staff', leader!.id, 'posts')).toContain('值周行政')
    const rows = rowsOf(session)
    const times = (id: string) => rows.filter(({ teachers }) => teachers.includes(id)).length
    expect([times(exempt!.id), times(capped!.id), times(leader!.id)]).toEqual([0, 1, 0])
    expect(rows.some((row) => row.leader === leader!.id)).toBe(true)
    // Asked again, the workbook says the same.
    const again = new Map(rotaDraft(book, []).people.map((person) => [person.id, person]))
    for (const person of people) expect(again.get(person.id)).toEqual(person)
  })

  it('whoever had more in the term before comes later; a replacement is nobody’s load', () => {
    const { session } = sampleWithoutDuty()
    const [one, other] = draftOf(session).people.filter(({ part }) => part === 'teacher')
    const how = { source: 'user', label: { code: 'test' } } as const
    const term = '2025-2026 第二学期'
    const row = { term, week: 3, post: '课间', leader: '高志勤', teachers: [one!.id] }
    session.add(
      'rota',
      [row, { ...row, week: 4 }, { ...row, week: 5, teachers: [other!.id], origin: '代班' }],
      how,
    )
    const people = draftOf(session).people.map((person) =>
      person.id === one!.id || person.id === other!.id
        ? person
        : { ...person, part: 'none' as const, exempt: '试' },
    )
    const posts = [{ row: null, post: '课间', weekdays: null, seats: 1, withClass: false }]
    const { teachers, work } = plan(session, { people, posts, from: '2026-11-30', to: '2026-12-20' })
    const [ofOne, ofOther] = [one!.id, other!.id].map((id) => teachers.counts[work.teacherIds.indexOf(id)])
    expect([ofOne, ofOther]).toEqual([1, 2])
    // Where every term begins anew, the first in the list comes first.
    const { book } = session
    const carry = book
      .view('policy')
      .ids()
      .find((id) => book.stored('policy', id, 'key') === 'rota.carry')!
    session.edit([{ table: 'policy', row: carry, column: 'value', input: '否' }], how)
    expect(
      made(session, {
        ...draftOf(session),
        people,
        posts,
        from: '2026-11-30',
        to: '2026-12-20',
      }).work.teachers.people.map(({ before }) => before),
    ).toEqual([0, 0])
  })

  it('leaves no conflict in any school: leave, exemptions, caps, own classes, classes on duty', () => {
    const DAYS = Array.from({ length: 20 }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`)
    const { session } = sampleWithoutDuty()
    const staff = session.book.view('staff').ids()
    const classes = session.book.view('classes').ids()
    const how = { source: 'user', label: { code: 'test' } } as const
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...staff), fc.constantFrom(...DAYS)), {
          maxLength: 20,
          size: 'max',
        }),
        fc.array(fc.tuple(fc.constantFrom(...staff), fc.integer({ min: 0, max: 3 })), { maxLength: 8 }),
        fc.array(fc.constantFrom(...classes), { minLength: 3, maxLength: 3 }),
        fc.constantFrom('week', 'day'),
        (leave, caps, onDuty, turn) => {
          session.remove('staffAttendance', session.book.view('staffAttendance').ids(), how)
          session.remove('rota', session.book.view('rota').ids(), how)
          session.edit(
            staff.map((row) => ({
              table: 'staff',
              row,
              column: 'roster_cap',
              input: caps.find(([id]) => id === row)?.[1] ?? null,
            })),
            how,
          )
          session.add(
            'staffAttendance',
            leave.map(([person, date]) => ({ person, date, kind: '公出' })),
            how,
          )
          const range = { from: '2026-11-30', to: '2026-12-20', turn }
          plan(session, range)
          const rows = rowsOf(session)
          session.edit(
            [14, 15, 16].flatMap((week, at) =>
              rows
                .filter((row) => row.week === week)
                .map((row) => ({ table: 'rota', row: row.id, column: 'duty_class', input: onDuty[at]! })),
            ),
            how,
          )
          const { teachers } = plan(session, range)
          expect(rowsOf(session).flatMap(({ conflict }) => conflict)).toEqual([])
          const most = Math.max(...teachers.counts)
          const told = new Set(teachers.gaps.map(({ person }) => person))
          for (const [person, count] of teachers.counts.entries())
            expect(told.has(person)).toBe(count < most - 1)
        },
      ),
      { numRuns: process.env['FUZZ_RUNS'] ? 100 : 8 },
    )
  })
})
