import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/engine/change.ts'
import { memorySession } from './memory-session.ts'

const how = (source: Source) => ({ source, label: { code: 'grid.edit', params: { count: 1 } } })

describe('names typed before their row exists', () => {
  it('resolve when the row appears, follow it to a new name, and come back with undo', async () => {
    const { session } = memorySession()
    const { book } = session
    const [leg] = session.add('classes', [{ class_name: '七年级(1)班', homeroom: '新老师' }], how('user')).ids
    expect(book.problem('classes', leg!, 'homeroom')).toMatchObject({ code: 'reference.unknown' })
    const [person] = session.add('staff', [{ name: '新 老师', dept: '教导处' }], how('user')).ids
    expect(book.problem('classes', leg!, 'homeroom')).toBeNull()
    expect(book.children('staff', person!).map(({ table }) => table)).toContain('classes')

    session.edit([{ table: 'staff', row: person!, column: 'name', input: '改了名' }], how('user'))
    expect(book.stored('classes', leg!, 'homeroom')).toBe(person)
    expect(book.text('classes', leg!, 'homeroom')).toBe('改了名')

    await session.undo()
    expect(book.stored('classes', leg!, 'homeroom')).toBe('新老师')
    expect(book.problem('classes', leg!, 'homeroom')).toBeNull()
  })
})

describe('an incident somebody enters', () => {
  const incident = {
    occurred_at: '2027-03-10 08:30',
    scene: '课堂',
    type: '体育运动',
    loss_yuan: 500,
    loss_owner: '学校',
    loss_kind: '损坏',
  }
  const legsOf = (session: ReturnType<typeof memorySession>['session'], row: string) =>
    (session.book.children('incidents', row).find(({ table }) => table === 'reportLegs')?.ids ?? []).map(
      (leg) => ({
        leg: session.book.text('reportLegs', leg, 'leg'),
        accountable: session.book.text('reportLegs', leg, 'accountable'),
        due: session.book.text('reportLegs', leg, 'due_at'),
      }),
    )

  it('gets its report legs in the same change, so one undo takes all of it back', async () => {
    const { session, changes } = memorySession()
    const [row] = session.add('incidents', [incident], how('user')).ids
    expect(changes).toHaveLength(1)
    expect(legsOf(session, row!)).toContainEqual({
      leg: '责任人→处室负责人',
      accountable: '',
      due: '2027-03-10 08:40',
    })
    await session.undo()
    expect(session.book.has('incidents', row!)).toBe(false)
    expect(
      session.book
        .view('reportLegs')
        .ids()
        .filter((leg) => session.book.stored('reportLegs', leg, 'incident') === row),
    ).toEqual([])
  })

  it('of an imported ledger gets none while its wording is mended, and gets them once its facts are', () => {
    const { session } = memorySession()
    const [row] = session.add('incidents', [{ ...incident, loss_yuan: null }], how('import')).ids
    const set = (column: string, input: string) =>
      session.edit([{ table: 'incidents', row: row!, column, input }], how('user'))
    set('cause', '跳箱时落地不稳')
    expect(legsOf(session, row!)).toEqual([])
    // Of what the severity is worked out from.
    set('loss_yuan', '500')
    expect(legsOf(session, row!).map(({ leg }) => leg)).toContain('责任人→处室负责人')
  })

  it('names the leg’s person as soon as a finding names him, without a second leg', () => {
    const { session } = memorySession()
    const [row] = session.add('incidents', [incident], how('user')).ids
    const [someClass] = session.book.view('classes').ids()
    const teacher = session.book.stored('classes', someClass!, 'homeroom') as string
    session.add('findings', [{ incident: row!, person: teacher }], how('user'))
    const legs = legsOf(session, row!)
    expect(new Set(legs.map(({ leg }) => leg)).size).toBe(legs.length)
    expect(legs.filter(({ leg }) => leg === '责任人→处室负责人')).toEqual([
      {
        leg: '责任人→处室负责人',
        accountable: session.book.text('classes', someClass!, 'homeroom'),
        due: '2027-03-10 08:40',
      },
    ])
  })

  it.each([
    ['entered afterwards', { ...incident, backfilled: true }, 'user'],
    ['brought by an import', incident, 'import'],
    ['without a time', { ...incident, occurred_at: null }, 'user'],
  ] as const)('gets none when %s', (_, cells, source) => {
    const { session } = memorySession()
    const [row] = session.add('incidents', [cells], how(source)).ids
    expect(legsOf(session, row!)).toEqual([])
  })
})
