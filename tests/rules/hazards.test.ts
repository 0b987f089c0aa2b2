import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Book, PlainRow } from '../oracle/naive-school.ts'
import { closedOn, stateOf } from '../../src/tables/school/hazard-steps.ts'
import { EngineBook } from '../engine/open-book.ts'

/** A school with hazards, each a few cells besides the common ones; today is the last day of 2027 at noon. */
const staff = ['甲', '乙', '丙'].map((name) => ({ name }))
const areas = ['操场', '食堂'].map((area) => ({ area, kind: '其他' }))
const term = {
  school_year: '2027-2028',
  term: '第一学期',
  start_date: '2027-09-01',
  end_date: '2028-01-21',
  score_from: '2027-09-01',
  score_to: '2028-02-20',
}
const common = { area: '操场', category: '消防', content: '灭火器过期', owner: '甲', found_on: '2027-12-01' }
const school = (hazards: readonly PlainRow[], more: Record<string, readonly PlainRow[]> = {}) =>
  new EngineBook({
    ...more,
    staff,
    areas,
    terms: [term],
    hazards: hazards.map((hazard) => ({ ...common, ...hazard })),
  } as unknown as Book).workbook
const cell = (hazard: PlainRow, column: string) => school([hazard]).value('hazards', '#hazards-0', column)
const problem = (hazard: PlainRow, column: string) =>
  school([hazard]).problem('hazards', '#hazards-0', column)?.code ?? null

const done = { measure: '换新', done_text: '已换', done_on: '2027-12-05', photo_after: '1.jpg' }
const passed = { ...done, reviewer: '乙', reviewed_on: '2027-12-06', review: '合格' }
const closed = { ...passed, closed_on: '2027-12-07', closed_by: '丙' }

describe('P5-16 a hazard goes from registering to closing without leaving out a step', () => {
  it.each<[string, PlainRow, string]>([
    ['is new', {}, '待整改'],
    ['has a measure', { measure: '换新' }, '整改中'],
    ['is put right', done, '待复查'],
    ['is found in order', passed, '待销号'],
    ['is closed', closed, '已销号'],
    ['is sent back', { ...passed, review: '不合格退回' }, '整改中'],
    ['is closed without a check', { ...done, closed_on: '2027-12-07' }, '待复查'],
    ['is closed without being put right', { closed_on: '2027-12-07' }, '待整改'],
    ['is checked by its owner', { ...closed, reviewer: '甲' }, '待复查'],
    ['is checked by nobody', { ...closed, reviewer: '' }, '待复查'],
    ['is checked before it was put right', { ...closed, reviewed_on: '2027-12-04' }, '待复查'],
    ['is closed before the check', { ...closed, closed_on: '2027-12-05' }, '待销号'],
    ['is put right before it was found', { ...closed, done_on: '2027-11-30' }, '整改中'],
    ['is beyond the school', { shelved: '是', reported: '月报' }, '挂账(学校无力整改已上报)'],
  ])('that %s', (_, hazard, state) => {
    expect(cell(hazard, 'state')).toBe(state)
  })

  it('whatever is typed, closed is only what another has found in order after it was put right', () => {
    const day = fc.constantFrom(null, '2027-11-30', '2027-12-01', '2027-12-02', '2027-12-03')
    const hazards = fc.record({
      found_on: fc.constant(common.found_on),
      owner: fc.constant('甲'),
      done_on: day,
      reviewed_on: day,
      closed_on: day,
      reviewer: fc.constantFrom(null, '甲', '乙'),
      review: fc.constantFrom(null, '合格', '不合格退回'),
      shelved: fc.constantFrom(null, true),
    })
    fc.assert(
      fc.property(hazards, (hazard) => {
        const { done_on, reviewed_on, closed_on, reviewer, review } = hazard
        const right =
          [common.found_on, done_on, reviewed_on, closed_on].every(
            (each, at, days) => each !== null && (at === 0 || each >= days[at - 1]!),
          ) &&
          reviewer === '乙' &&
          review === '合格'
        expect(stateOf(hazard) === '已销号').toBe(right)
        expect(closedOn(hazard)).toBe(right ? closed_on : null)
      }),
    )
  })

  it.each<[string, PlainRow, string, string | null]>([
    ['the owner checks', { ...passed, reviewer: '甲' }, 'reviewer', 'hazard.checked-by-owner'],
    ['another checks', passed, 'reviewer', null],
    ['nothing was done', { reviewed_on: '2027-12-06' }, 'reviewed_on', 'hazard.checked-before-done'],
    ['it is closed early', { ...done, closed_on: '2027-12-07' }, 'closed_on', 'hazard.closed-before-checked'],
    ['it is closed in time', closed, 'closed_on', null],
    ['it is due before it was found', { due: '2027-11-30' }, 'due', 'hazard.due-before-found'],
    ['it is due the same day', { due: '2027-12-01' }, 'due', null],
    ['it is done tomorrow', { done_on: '2028-01-01' }, 'done_on', 'time.future'],
    ['there is no photo', { ...done, photo_after: '' }, 'photo_after', 'required'],
    ['nothing is done yet', {}, 'photo_after', null],
    ['a major one is held off by nothing', { level: '重大' }, 'interim', 'required'],
    ['a week is enough', { due: '2027-12-08' }, 'interim', null],
    ['it takes longer than a week', { due: '2027-12-09' }, 'interim', 'required'],
    ['an extension makes it longer', { due: '2027-12-08', extension: '2027-12-20' }, 'interim', 'required'],
    ['a major one is not reported', { level: '重大' }, 'reported', 'hazard.major-not-reported'],
    [
      'a major one waits for the month',
      { level: '重大', reported: '月报' },
      'reported',
      'hazard.major-not-reported',
    ],
    ['a major one is reported', { level: '重大', reported: '立即上报' }, 'reported', null],
    [
      'it was reported a day late',
      { level: '重大', reported_on: '2027-12-02 08:00' },
      'reported_on',
      'hazard.major-reported-late',
    ],
    ['it was reported that day', { level: '重大', reported_on: '2027-12-01 23:59' }, 'reported_on', null],
    ['it is shelved in silence', { shelved: '是' }, 'shelved', 'hazard.shelved-unreported'],
  ])('marks a cell when %s', (_, hazard, column, code) => {
    expect(problem(hazard, column)).toBe(code)
  })

  it('asks for no photo where the policy does not', () => {
    const policy = [{ key: 'photo.required', value: '否' }]
    const book = school([{ ...done, photo_after: '' }], { policy })
    expect(book.problem('hazards', '#hazards-0', 'photo_after')).toBeNull()
  })
})

describe('P4-02 hazards are put right in time', () => {
  it.each<[string, PlainRow, boolean, number | null]>([
    ['is due today', { due: '2027-12-31' }, false, null],
    ['was due yesterday', { due: '2027-12-30' }, true, 1],
    ['waits to be checked', { ...done, due: '2027-12-08' }, true, 23],
    ['waits to be closed', { ...passed, due: '2027-12-08' }, true, 23],
    ['is closed', { ...closed, due: '2027-12-03' }, false, null],
    ['was extended', { due: '2027-12-08', extension: '2027-12-31' }, false, null],
  ])('one that %s', (_, hazard, overdue, days) => {
    expect(cell(hazard, 'overdue')).toBe(overdue)
    expect(cell(hazard, 'overdue_days')).toBe(days)
  })

  it.each([
    ['一般', {}, '2027-12-08'],
    ['重大', {}, '2027-12-31'],
    ['一般', { 'hazard.days': '3' }, '2027-12-04'],
    ['重大', { 'hazard.majorDays': '1' }, '2027-12-02'],
  ])('%s ones are due after the days of the policy', (level, settings, due) => {
    const policy = Object.entries(settings).map(([key, value]) => ({ key, value }))
    const book = school([{ level }], { policy })
    expect(book.stored('hazards', '#hazards-0', 'due')).toBe(due)
  })

  it('numbers each year anew and tells what came over from the last', () => {
    const book = school([
      { found_on: '2027-02-01' },
      { found_on: '2026-12-30' },
      {
        ...closed,
        found_on: '2026-11-01',
        done_on: '2026-11-02',
        reviewed_on: '2026-11-03',
        closed_on: '2026-11-04',
      },
      { found_on: '2027-01-03' },
    ])
    const column = (key: string) => [0, 1, 2, 3].map((n) => book.value('hazards', `#hazards-${n}`, key))
    expect(column('seq')).toEqual([2, 2, 1, 1])
    expect(column('carried')).toEqual([false, true, false, false])
    expect(book.stored('hazards', '#hazards-1', 'no')).toBe('YH-20261230-01')
  })
})

it('P4-29 finds what comes again in the same place in the same term', () => {
  const book = school([
    { found_on: '2027-09-10' },
    { found_on: '2027-10-10' },
    { found_on: '2027-10-10', category: '用电' },
    { found_on: '2027-11-10', area: '食堂' },
    { found_on: '2027-12-10' },
    { found_on: '2027-08-31' },
  ])
  const repeats = [0, 1, 2, 3, 4, 5].map((n) => book.value('hazards', `#hazards-${n}`, 'repeat'))
  expect(repeats).toEqual([null, 1, null, null, 2, null])
})
