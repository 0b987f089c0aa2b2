import { describe, expect, it } from 'vitest'
import { DueWork } from '../../../src/app/due-work.ts'
import { Session } from '../../../src/app/session.ts'
import { Workbook } from '../../../src/engine/workbook.ts'
import { newBureauRows } from '../../../src/app/new-bureau.ts'
import { en } from '../../../src/i18n/en.ts'
import { zhHans } from '../../../src/i18n/zh-Hans.ts'
import { bureauRules } from '../../../src/rules/bureau/all-rules.ts'
import { bureauObligations } from '../../../src/rules/bureau/bureau-obligations.ts'
import type { OpenedWorkbook } from '../../../src/store/workbook-store.ts'
import { bureauTables } from '../../../src/tables/bureau/all-tables.ts'

const how = { source: 'user', label: { code: 'row.add', params: { count: 1 } } } as const

/** A bureau on a day, with two sections that answer for a school each and one that answers for none. */
function bureauOn(day: string) {
  let now = `${day} 09:00`
  const store = {
    info: { id: 'bureau', name: '教育局', kind: 'bureau' },
    saving: { saved: 0, pending: 0, problem: null, writer: 'this' },
    conflicts: [],
    onRemoteChange: () => () => {},
    onSaving: () => () => {},
    onWriter: () => () => {},
    commit: async () => {},
  }
  const book = new Workbook({ tables: bureauTables, rules: bureauRules, now: () => now })
  book.start()
  const session = new Session(book, store as unknown as OpenedWorkbook, {
    person: () => '',
    now: () => now,
    builtIn: { tables: bureauTables, rules: bureauRules },
  })
  const added = newBureauRows({ name: '教育局', person: '', now, sample: false })
  session.write({ source: 'program', label: { code: 'workbook.created' }, edits: [], added })
  session.add('bureauStaff', [{ name: '赵局长' }, { name: '钱科长' }, { name: '孙副局长' }], how)
  const [profile] = book.view('bureauProfile').ids()
  session.edit(
    [
      { table: 'bureauProfile', row: profile!, column: 'director', input: '赵局长' },
      { table: 'bureauProfile', row: profile!, column: 'deputy', input: '孙副局长' },
    ],
    how,
  )
  session.add(
    'schools',
    [
      { code: '1', name: '一小' },
      { code: '2', name: '二小' },
    ],
    how,
  )
  const [one, other, idle] = book.view('sections').ids()
  session.edit([{ table: 'sections', row: one!, column: 'head', input: '钱科长' }], how)
  session.add(
    'schoolContracts',
    [
      { school: '一小', leader: '赵局长', dept: one!, valid: '2026-01-01' },
      { school: '二小', leader: '赵局长', dept: other!, valid: '2026-01-01' },
    ],
    how,
  )
  const work = new DueWork(book)
  session.subscribe((event) => {
    if (event.type === 'changed') work.follow(event.moved)
  })
  const named = (id: string | null) => (id === null ? null : book.shownName(id))
  return {
    session,
    sections: [one!, other!, idle!] as const,
    named,
    open: (obligation: string) => work.open().filter((each) => each.obligation === obligation),
    goTo: (next: string) => (now = `${next} 09:00`),
  }
}

describe('what a bureau is reminded of', () => {
  it('P1-05 a year without its commendation meeting is reminded, until it is held', async () => {
    const { session, open, goTo, sections, named } = bureauOn('2026-11-29')
    expect(open('commendation.year')).toEqual([])
    goTo('2026-12-05')
    const [due] = open('commendation.year')
    expect(due).toMatchObject({
      id: 'commendation.year/2026',
      due: '2026-12-31',
      state: 'due',
      table: 'bureauMeetings',
      clause: 'P1-05',
    })
    expect(named(due!.who)).toBe('赵局长')
    goTo('2027-01-10')
    expect(open('commendation.year')).toMatchObject([{ id: 'commendation.year/2026', state: 'overdue' }])
    // Another meeting is none, and neither is one of the year before.
    const meeting = { dept: sections[0], chair: '赵局长' }
    session.add(
      'bureauMeetings',
      [
        { ...meeting, date: '2026-12-20', kind: '季度调度会' },
        { ...meeting, date: '2025-12-30', kind: '年度总结表彰会' },
      ],
      how,
    )
    expect(open('commendation.year')).toHaveLength(1)
    session.add('bureauMeetings', [{ ...meeting, date: '2026-12-28', kind: '年度总结表彰会' }], how)
    expect(open('commendation.year')).toEqual([])
    await session.undo()
    expect(open('commendation.year')).toHaveLength(1)
  })

  it('P1-37 a quarter that ends without a section’s written report is reminded, section by section', () => {
    const { session, open, goTo, sections, named } = bureauOn('2026-09-07')
    expect(open('section-report.quarter')).toEqual([])
    goTo('2026-09-25')
    const due = open('section-report.quarter')
    expect(due.map(({ about }) => about!.rows)).toEqual(
      expect.arrayContaining([[sections[0]], [sections[1]]]),
    )
    expect(due).toHaveLength(2)
    expect(due.map(({ due: day, state }) => [day, state])).toEqual([
      ['2026-09-30', 'due'],
      ['2026-09-30', 'due'],
    ])
    expect(due.map(({ who }) => named(who)).sort()).toEqual(['钱科长', null].sort())
    // Written is not sent, and another quarter's is none of this one.
    const { ids } = session.add(
      'sectionReports',
      [
        { quarter: '2026-Q3', dept: sections[0], body: '本季度督查两次' },
        { quarter: '2026-Q2', dept: sections[1], sent: '2026-06-30' },
      ],
      how,
    )
    goTo('2026-10-08')
    expect(open('section-report.quarter').filter(({ period }) => period === '2026-Q3')).toHaveLength(2)
    session.edit([{ table: 'sectionReports', row: ids[0]!, column: 'sent', input: '2026-10-08' }], how)
    expect(open('section-report.quarter').map(({ about, state }) => [about!.rows, state])).toEqual([
      [[sections[1]], 'overdue'],
    ])
    // Nobody's schools any more: nothing to report on.
    const contract = session.book.view('schoolContracts').ids()[1]!
    session.edit([{ table: 'schoolContracts', row: contract, column: 'valid_to', input: '2026-10-01' }], how)
    expect(open('section-report.quarter')).toEqual([])
  })

  it('reminds of the quarter’s dispatch meeting, of whoever is in charge, and of own to-dos', () => {
    const { session, open, named } = bureauOn('2026-09-25')
    const [due] = open('dispatch.quarter')
    expect([due!.due, named(due!.who)]).toEqual(['2026-09-30', '孙副局长'])
    session.add('todos', [{ due: '2026-09-26', what: '催报', who: '钱科长' }], how)
    expect(open('todo.own').map(({ who }) => named(who))).toEqual(['钱科长'])
  })

  it('has words for each', () => {
    for (const { id } of bureauObligations)
      for (const words of [zhHans, en] as const) expect(words).toHaveProperty([`obligation.${id}`])
  })
})
