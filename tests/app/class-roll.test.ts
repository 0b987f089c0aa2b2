import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ABSENT_KINDS,
  classRolls,
  countOf,
  presentIn,
  recordRolls,
  withCount,
  type ClassRoll,
} from '../../src/app/class-roll.ts'
import type { Session } from '../../src/app/session.ts'
import { memorySession } from './memory-session.ts'

const DAY = '2027-03-10'
const NAMED = { code: '7', name: '某生' }

const rows = (session: Session, table: string) =>
  session.book
    .view(table)
    .ids()
    .filter((row) => session.book.stored(table, row, 'date') === DAY)
const record = (session: Session, rolls: readonly ClassRoll[], time: '晨检' | '午检' = '晨检') =>
  recordRolls(session, { date: DAY, session: time, rolls })
const report = (session: Session) => {
  const { book } = session
  return rows(session, 'classAttendance').map((row) =>
    ['class', 'present', 'sick', 'leave', 'unknown', 'absent'].map((column) =>
      book.value('classAttendance', row, column),
    ),
  )
}

describe('the roll of the whole school', () => {
  it('reports every class once, whatever is entered and however often, as one step each time', () => {
    const absences = fc.array(
      fc.record({
        at: fc.nat(30),
        kind: fc.constantFrom(...ABSENT_KINDS),
        count: fc.integer({ min: -1, max: 60 }),
        named: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    const { session, changes } = memorySession()
    const classes = session.book.view('classes').size
    fc.assert(
      fc.property(absences, (entered) => {
        let rolls = classRolls(session.book, DAY, '晨检')
        for (const { at, kind, count, named } of entered)
          rolls = rolls.map((roll, place) => {
            if (place !== at % rolls.length) return roll
            const counted = withCount(roll, kind, count)
            const [first, ...others] = counted.absent
            return named && first ? { ...counted, absent: [{ ...first, ...NAMED }, ...others] } : counted
          })
        changes.length = 0
        expect(record(session, rolls).classes).toBe(classes)
        expect(changes.length).toBeLessThanOrEqual(1)
        expect(report(session)).toHaveLength(classes)
        for (const [own, present, sick, leave, unknown] of report(session)) {
          const roll = rolls.find((each) => each.class === own)!
          expect([present, sick, leave, unknown]).toEqual([
            presentIn(roll),
            ...ABSENT_KINDS.map((kind) => countOf(roll, kind)),
          ])
        }
        // What is read back is what was entered: a second time there is nothing left to change.
        const again = classRolls(session.book, DAY, '晨检')
        expect(again.map((roll) => ABSENT_KINDS.map((kind) => countOf(roll, kind)))).toEqual(
          rolls.map((roll) => ABSENT_KINDS.map((kind) => countOf(roll, kind))),
        )
        changes.length = 0
        record(session, again)
        expect(changes).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('makes a row to follow up of everybody who is named, or of whom nobody knows why', () => {
    const { session } = memorySession()
    const [first, second, ...others] = classRolls(session.book, DAY, '晨检')
    const named = withCount(first!, 'sick', 2)
    record(session, [
      { ...named, absent: [{ ...named.absent[0]!, ...NAMED }, named.absent[1]!] },
      withCount(second!, 'unknown', 1),
      ...others,
    ])
    const followed = rows(session, 'absences').map((row) =>
      ['class', 'reason', 'pupil_code'].map((column) => session.book.stored('absences', row, column)),
    )
    expect(followed).toEqual([
      [first!.class, '病假', '7'],
      [second!.class, '未知', null],
    ])
  })

  it('takes a slip back, but keeps what has been found out: the pupil has come late', () => {
    const { session } = memorySession()
    const [first, ...others] = classRolls(session.book, DAY, '晨检')
    record(session, [withCount(first!, 'unknown', 2), ...others])
    const [kept = '', slip = ''] = rows(session, 'absences')
    session.edit([{ table: 'absences', row: kept, column: 'track', input: '九点到校' }], {
      source: 'user',
      label: { code: 'cell.edit' },
    })
    const [again] = classRolls(session.book, DAY, '晨检')
    record(session, [{ ...again!, absent: [] }, ...others])
    expect(rows(session, 'absences')).toEqual([kept])
    expect(session.book.stored('absences', kept, 'reason')).toBe('迟到')
    expect(session.book.has('absences', slip)).toBe(false)
    expect(report(session)[0]).toMatchObject([first!.class, first!.due, 0, 0, 0, 0])
  })

  it('leaves alone what another window has entered since it was read', () => {
    const { session } = memorySession()
    const stale = classRolls(session.book, DAY, '晨检')
    const [first, ...others] = stale
    record(session, [withCount(first!, 'unknown', 1), ...others])
    record(session, stale)
    expect(rows(session, 'absences')).toHaveLength(1)
    expect(report(session)).toHaveLength(stale.length)
  })

  it('leaves a class without a number of pupils for whoever knows it', () => {
    const { session } = memorySession()
    const [first] = classRolls(session.book, DAY, '晨检')
    session.edit([{ table: 'classes', row: first!.class, column: 'students', input: '' }], {
      source: 'user',
      label: { code: 'cell.edit' },
    })
    const rolls = classRolls(session.book, DAY, '晨检')
    expect(record(session, rolls).classes).toBe(rolls.length - 1)
    expect(report(session).some(([own]) => own === first!.class)).toBe(false)
  })

  it('goes up the school by grade, and by number within one', () => {
    const { session } = memorySession({ sample: false })
    const names = ['二(10)班', '一(1)班', '二(2)班']
    session.add(
      'classes',
      names.map((class_name) => ({
        class_name,
        grade: class_name.startsWith('一') ? '1' : '2',
        students: '40',
      })),
      { source: 'user', label: { code: 'row.add', params: { count: 3 } } },
    )
    expect(classRolls(session.book, DAY, '晨检').map(({ name }) => name)).toEqual([
      '一(1)班',
      '二(2)班',
      '二(10)班',
    ])
  })
})
