import { describe, expect, it } from 'vitest'
import { DueWork, groupOf, putOff } from '../../src/app/due-work.ts'
import { memorySession } from './memory-session.ts'

// A Wednesday in the first term of the sample school.
const NOW = '2026-11-25 09:00'
const how = { source: 'user', label: { code: 'row.add', params: { count: 1 } } } as const

describe('what is due in the open workbook', () => {
  const open = () => {
    const { session } = memorySession({ now: () => NOW })
    const work = new DueWork(session.book)
    session.subscribe((event) => {
      if (event.type === 'changed') work.follow(event.moved)
    })
    return { session, work, find: (id: string) => work.open().find((one) => one.id === id) }
  }

  it('lists the week’s inspection until it is recorded, and again when that is undone', async () => {
    const { session, find } = open()
    const id = 'inspection.week/2026-11-23'
    expect(find(id)).toMatchObject({ state: 'due', due: '2026-11-27', table: 'inspections', clause: 'P4-29' })
    session.add('inspections', [{ date: '2026-11-25', kind: '每周必查' }], how)
    expect(find(id)).toBeUndefined()
    await session.undo()
    expect(find(id)).toBeDefined()
  })

  it('follows the row that owes something, and the person who answers for it', () => {
    const { session, work } = open()
    const [person] = session.book.view('staff').ids()
    const { ids } = session.add(
      'petitions',
      [{ at: '2026-11-05 10:00', owner: person!, channel: '来信' }],
      how,
    )
    const mine = () => work.open().filter(({ row }) => row === ids[0])
    expect(mine()).toMatchObject([
      { obligation: 'petition.notice', due: '2026-11-20', state: 'overdue', who: person, column: 'noticed' },
    ])
    expect(groupOf(mine()[0]!, work.today())).toBe('overdue')
    session.edit([{ table: 'petitions', row: ids[0]!, column: 'noticed', input: '2026-11-25' }], how)
    expect(mine()).toEqual([])
  })

  it('leaves out what is put off, in the same row each time, and comes back to it', () => {
    let now = NOW
    const { session } = memorySession({ now: () => now })
    const work = new DueWork(session.book)
    session.subscribe((event) => {
      if (event.type === 'changed') work.follow(event.moved)
    })
    const find = () => work.open().find(({ id }) => id === 'inspection.week/2026-11-23')
    const before = session.book.view('todos').size
    const one = find()!
    putOff(session, one, '每周必查', '2026-11-26')
    expect(work.open().some(({ id }) => id === one.id)).toBe(false)
    expect(work.open().some(({ obligation }) => obligation === 'todo.own')).toBe(false)
    now = '2026-11-26 08:00'
    expect(work.open().some(({ id }) => id === one.id)).toBe(true)
    putOff(session, one, '每周必查', '2026-11-27')
    expect(session.book.view('todos').size).toBe(before + 1)
    expect(work.open().some(({ id }) => id === one.id)).toBe(false)
  })

  it('answers again in a few milliseconds', () => {
    const { session, work } = open()
    const lessons = Array.from({ length: 3600 }, (_, n) => ({
      date: `2026-${String(9 + (n % 3)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
      kind: '主题班会',
      whole: '是',
      topic: '交通',
    }))
    session.add('safetyLessons', lessons, how)
    work.open()
    const spent: number[] = []
    for (let i = 0; i < 10; i++) {
      const start = process.cpuUsage()
      work.open()
      const { user, system } = process.cpuUsage(start)
      spent.push((user + system) / 1000)
    }
    console.log(`what is due, asked again: ${Math.min(...spent).toFixed(1)} ms`)
    expect(Math.min(...spent)).toBeLessThan(20)
  })
})
