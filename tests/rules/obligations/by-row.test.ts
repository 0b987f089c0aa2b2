import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { obligationsOn } from '../../../src/rules/obligations.ts'
import { allObligations } from '../../../src/rules/obligations/all-obligations.ts'
import { ObligationReader } from '../../../src/rules/obligations/filed-evidence.ts'
import { isPerRow, type Declaration } from '../../../src/rules/obligations/declaration.ts'
import { en } from '../../../src/i18n/en.ts'
import { zhHans } from '../../../src/i18n/zh-Hans.ts'
import { addDays } from '../../../src/shared/local-date.ts'
import { isSettingKey } from '../../../src/rules/policy.ts'
import { isTableName, tableOrder, tables } from '../../../src/tables/index.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import type { Table } from '../../../src/tables/table.ts'
import { factsOn, PlainBook } from './plain-book.ts'

type Cells = Record<string, Cell>

const STAFF = { owner: '#t1', host: '#t1', keeper: '#t1', target: '#t1', who: '#t1', reviewer: '#t2' }

function saidOf(table: string, cells: Cells, today: string, others: readonly [string, string, Cells][] = []) {
  const book = new PlainBook(tableOrder)
  for (const id of ['#t1', '#t2', '#head', '#vp']) book.add('staff', {}, id)
  for (const [name, id, row] of others) book.add(name, row, id)
  book.add(table, cells, '#row')
  return obligationsOn(
    factsOn(today, { terms: [] }),
    new ObligationReader(book, allObligations),
    allObligations,
  )
    .filter(({ row }) => row === '#row')
    .map(({ obligation, due, state, column, who }) => [obligation, due, state, column, who])
}

describe('what a row owes', () => {
  it.each<[string, Cells, string, unknown[][]]>([
    [
      'petitions',
      { ...STAFF, notice_due: '2026-09-16', due: '2026-10-31' },
      '2026-09-16',
      [['petition.notice', '2026-09-16', 'due', 'noticed', '#t1']],
    ],
    [
      'petitions',
      { ...STAFF, notice_due: '2026-09-16', due: '2026-10-31' },
      '2026-10-20',
      [
        ['petition.notice', '2026-09-16', 'overdue', 'noticed', '#t1'],
        ['petition.close', '2026-10-31', 'due', 'closed', '#t1'],
      ],
    ],
    [
      'petitions',
      { ...STAFF, notice_due: '2026-09-16', noticed: '2026-09-10', due: '2026-10-31', closed: '2026-10-01' },
      '2026-10-20',
      [],
    ],
    ['petitions', { ...STAFF, notice_due: '2026-09-16', due: '2026-10-31' }, '2026-08-31', []],
    [
      'directives',
      { ...STAFF, due: '2026-09-16' },
      '2026-09-17',
      [['directive.due', '2026-09-16', 'overdue', 'done', '#t1']],
    ],
    ['directives', { ...STAFF, due: '2026-09-16', done: '已办' }, '2026-09-17', []],
    ['directives', { ...STAFF }, '2026-09-17', []],
    [
      'hazards',
      { ...STAFF, due: '2026-09-16', extension: '2026-09-20', state: '整改中', level: '一般' },
      '2026-09-17',
      [['hazard.open', '2026-09-20', 'due', 'done_on', '#t1']],
    ],
    [
      'hazards',
      { ...STAFF, due: '2026-09-16', state: '待复查', done_on: '2026-09-15' },
      '2026-09-17',
      [['hazard.open', '2026-09-16', 'overdue', 'reviewed_on', '#t2']],
    ],
    ['hazards', { ...STAFF, due: '2026-09-16', state: '已销号' }, '2026-09-17', []],
    [
      'hazards',
      { ...STAFF, found_on: '2026-09-16', level: '重大', state: '待整改' },
      '2026-09-16',
      [['hazard.major', '2026-09-16', 'due', 'reported_on', '#head']],
    ],
    [
      'hazards',
      {
        found_on: '2026-09-16',
        level: '重大',
        state: '待整改',
        reported: '立即上报',
        reported_on: '2026-09-16 10:00',
      },
      '2026-09-16',
      [],
    ],
    [
      'activities',
      { ...STAFF, approve_by: '2026-09-11', approval: '待批', when_where: '2026-09-18 08:00' },
      '2026-09-11',
      [['activity.approve', '2026-09-11', 'due', 'approval', '#t1']],
    ],
    [
      'activities',
      {
        ...STAFF,
        approve_by: '2026-09-11',
        approval: '同意',
        when_where: '2026-09-18 08:00',
        ends: '2026-09-19',
      },
      '2026-09-27',
      [['activity.summary', '2026-09-26', 'overdue', 'after', '#t1']],
    ],
    [
      'activities',
      { ...STAFF, approve_by: '2026-09-11', approval: '同意', when_where: '2026-09-18 08:00' },
      '2026-09-18',
      [],
    ],
    [
      'plans',
      { ...STAFF, next: '2026-09-30' },
      '2026-08-31',
      [['plan.review', '2026-09-30', 'due', 'reviewed', '#t1']],
    ],
    [
      'feedback',
      { date: '2026-09-01', adopt: '待议' },
      '2026-10-02',
      [['feedback.decide', '2026-10-01', 'overdue', 'adopt', '#vp']],
    ],
    [
      'equipment',
      { ...STAFF, expires: '2026-09-30' },
      '2026-09-01',
      [['equipment.expiry', '2026-09-30', 'due', 'expires', '#t1']],
    ],
    [
      'todos',
      { ...STAFF, due: '2026-09-30', what: '买灭火器' },
      '2026-09-30',
      [['todo.own', '2026-09-30', 'due', 'done_on', '#t1']],
    ],
    ['todos', { due: '2026-09-30', what: '月报', obligation: 'report.month/2026-09' }, '2026-09-30', []],
    [
      'submissions',
      { due: '2026-09-28' },
      '2026-09-28',
      // Nobody heads the safety office here, so the vice principal is asked.
      [['report.submission', '2026-09-28', 'due', 'sent_at', '#vp']],
    ],
    [
      'terms',
      { end_date: '2026-07-03', status: '进行中' },
      '2026-07-04',
      [['score.seal', '2026-07-17', 'due', 'status', '#head']],
    ],
  ])('%s %j on %s', (table, cells, today, expected) => {
    expect(saidOf(table, cells, today)).toEqual(expected)
  })

  it('P6-18 asks the homeroom teacher where a pupil is, and the director about what is said of the school', () => {
    const absence = { date: '2026-09-16', class: '#c', reason: '擅自离校' }
    expect(saidOf('absences', absence, '2026-09-16', [['classes', '#c', { homeroom: '#t2' }]])).toEqual([
      ['duty.absence', '2026-09-16', 'due', 'confirmed_by', '#t2'],
    ])
    const opinion = { feed_by: '2026-09-17 09:00', dept: '#d' }
    expect(saidOf('opinions', opinion, '2026-09-18', [['departments', '#d', { director: '#t1' }]])).toEqual([
      ['opinion.feed', '2026-09-17', 'overdue', 'fed_at', '#t1'],
    ])
  })
})

describe('switches', () => {
  const ids = (change: Parameters<typeof factsOn>[1], names: readonly string[] = tableOrder) => {
    const book = new PlainBook(names)
    if (book.has('classes')) book.add('classes', {}, '#c')
    return new Set(
      obligationsOn(
        factsOn('2026-09-28', change),
        new ObligationReader(book, allObligations),
        allObligations,
      ).map(({ obligation }) => obligation),
    )
  }

  it('a plan that the school has not taken up asks for nothing', () => {
    expect(ids({}).has('report.month')).toBe(true)
    expect(ids({ rules: { 'plan.county': false } }).has('report.month')).toBe(false)
    expect(ids({ rules: { 'plan.county': false } }).has('drill.month')).toBe(true)
  })

  it('P3-01 a kindergarten practises by quarters, unless the policy says otherwise', () => {
    const kindergarten = { profile: (column: string) => (column === 'school_type' ? '幼儿园' : null) }
    expect([ids(kindergarten).has('drill.quarter'), ids(kindergarten).has('drill.month')]).toEqual([
      true,
      false,
    ])
    expect(ids({ ...kindergarten, rules: { 'drill.period': 'month' } }).has('drill.quarter')).toBe(false)
    expect(ids(kindergarten).has('canteen.log')).toBe(false)
  })

  it('a table that is not there is passed over', () => {
    const without = tableOrder.filter((name) => name !== 'drills' && name !== 'classes')
    const found = ids({}, without)
    expect([found.has('drill.month'), found.has('lesson.week'), found.has('meeting.month')]).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('reading', () => {
  const tablesRead = (declaration: Declaration) =>
    isPerRow(declaration) ? [declaration.table, ...(declaration.reads ?? [])] : [declaration.evidence.table]

  it('asking again reads no cell, and a change reads its own table only', () => {
    const book = new PlainBook(tableOrder)
    for (let i = 0; i < 200; i++) book.add('safetyLessons', { date: '2026-09-07', whole: true })
    for (let i = 0; i < 50; i++) book.add('petitions', { due: '2026-09-30', notice_due: '2026-09-10' })
    const reader = new ObligationReader(book, allObligations)
    const readsOf = () => {
      const before = book.reads
      obligationsOn(factsOn('2026-09-07'), reader, allObligations)
      return book.reads - before
    }
    expect(readsOf()).toBeGreaterThan(400)
    expect(readsOf()).toBe(0)
    book.add('petitions', { due: '2026-10-30' })
    reader.moved(new Set(['petitions']))
    expect(readsOf()).toBeLessThan(51 * 8)
  })

  it('kept readings say the same as reading everything anew, whatever moves', () => {
    const days = fc.integer({ min: 0, max: 330 }).map((n) => addDays('2026-03-01', n))
    const row = fc.oneof(
      fc.record({ table: fc.constant('petitions'), due: days, notice_due: days, closed: fc.option(days) }),
      fc.record({ table: fc.constant('inspections'), date: days, kind: fc.constantFrom('每周必查', '专项') }),
      fc.record({
        table: fc.constant('safetyLessons'),
        date: days,
        whole: fc.boolean(),
        target: fc.constant(['#c1']),
      }),
      fc.record({ table: fc.constant('classes'), homeroom: fc.constant('#t1') }),
      fc.record({
        table: fc.constant('absences'),
        date: days,
        class: fc.constant('#c1'),
        reason: fc.constant('未知'),
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(row, days), { minLength: 1, maxLength: 12 }), (steps) => {
        const book = new PlainBook(tableOrder)
        book.add('staff', {}, '#t1')
        book.add('classes', { homeroom: '#t1' }, '#c1')
        const kept = new ObligationReader(book, allObligations)
        for (const [{ table, ...cells }, today] of steps) {
          book.add(table, cells as Cells)
          kept.moved(new Set([table]))
          const anew = new ObligationReader(book, allObligations)
          expect(obligationsOn(factsOn(today), kept, allObligations)).toEqual(
            obligationsOn(factsOn(today), anew, allObligations),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('every declaration names tables, columns, plans and words that there are', () => {
    const problems: string[] = []
    for (const declaration of allObligations) {
      const { id, column, plan } = declaration
      for (const table of tablesRead(declaration)) if (!isTableName(table)) problems.push(`${id}: ${table}`)
      const [settled] = tablesRead(declaration)
      const definition = (tables as Readonly<Record<string, Table>>)[settled!]
      if (column !== undefined && !definition?.columns[column]) problems.push(`${id}: column ${column}`)
      if (plan !== undefined && !isSettingKey(plan)) problems.push(`${id}: ${plan}`)
      for (const words of [zhHans, en] as Readonly<Record<string, string>>[])
        if (!words[`obligation.${id}`]) problems.push(`${id} has no words`)
    }
    expect(problems).toEqual([])
    expect(new Set(allObligations.map(({ id }) => id)).size).toBe(allObligations.length)
  })

  it('reads columns that its table has', () => {
    // A reader that complains of a column nobody defined: a misspelt one would read as empty for ever.
    const missing = new Set<string>()
    const book = new PlainBook(tableOrder)
    for (const name of tableOrder) book.add(name, {}, `#${name}`)
    const { cell } = book
    book.cell = (table, id, column) => {
      if (!(tables as Readonly<Record<string, Table>>)[table]?.columns[column])
        missing.add(`${table}.${column}`)
      const type = (tables as Readonly<Record<string, Table>>)[table]?.columns[column]?.type
      if (type === 'date') return '2026-09-07'
      if (type === 'time') return '2026-09-07 10:00'
      return cell(table, id, column)
    }
    obligationsOn(factsOn('2026-09-07'), new ObligationReader(book, allObligations), allObligations)
    expect([...missing]).toEqual([])
  })
})
