import { describe, expect, test } from 'vitest'
import { stillToFill } from '../../src/app/bureau/still-to-fill.ts'
import type { Session } from '../../src/app/session.ts'
import { Workbooks } from '../../src/app/workbooks.ts'
import { isId } from '../../src/shared/id.ts'
import { bureauTables } from '../../src/tables/bureau/all-tables.ts'
import { presetSections } from '../../src/tables/bureau/preset-sections.ts'
import { isTakenIn } from '../../src/tables/table.ts'
import { Profile } from '../store/browser.ts'
import { value } from './value.ts'

const NOW = new Date(2026, 8, 15, 9)
const newBureau = { kind: 'bureau', name: ' 双河区教育局 ' } as const

async function start(profile = new Profile()) {
  const store = await profile.tab()
  return { profile, books: new Workbooks(store, { person: () => '陆秋平', now: () => NOW }) }
}

const namesIn = ({ book }: Session, table: string) =>
  book
    .view(table)
    .ids()
    .map((id) => book.shownName(id))

describe('a new bureau', () => {
  test('P1-13 starts with its sections, each with its business and its safety duties', async () => {
    const { books } = await start()
    const session = value(await books.create(newBureau))
    expect(session.info).toMatchObject({ kind: 'bureau', name: '双河区教育局' })
    expect(Object.keys(session.book.tables)).toEqual(Object.keys(bureauTables))
    expect(namesIn(session, 'bureauProfile')).toEqual(['双河区教育局'])
    expect(namesIn(session, 'sections')).toEqual(presetSections.map(({ dept }) => dept))
    for (const id of session.book.view('sections').ids()) {
      expect(session.book.text('sections', id, 'job')).not.toBe('')
      expect(session.book.text('sections', id, 'safety')).toMatch(/^1\. .+\n2\. /)
    }
    expect(session.book.view('holidays').size).toBeGreaterThan(0)
    expect(session.saving).toMatchObject({ pending: 0, problem: null })
  })

  test('has nothing wrong with it, and asks only for what nobody but the bureau knows', async () => {
    const { books } = await start()
    const session = value(await books.create(newBureau))
    const { book } = session
    expect([...book.problems()]).toEqual([])
    const asked = () => stillToFill(book).map(({ table, column, count }) => [`${table}.${column}`, count])
    expect(asked().sort()).toEqual([
      ['bureauProfile.deputy', 1],
      ['bureauProfile.director', 1],
      ['bureauProfile.region', 1],
      ['sections.head', presetSections.length],
    ])
    // What somebody gets wrong is a problem as before, and what is filled in is asked for no more.
    const how = { source: 'user', label: { code: 'grid.edit' } } as const
    const [section] = book.view('sections').ids()
    session.edit([{ table: 'sections', row: section!, column: 'head', input: '没有这个人' }], how)
    session.edit([{ table: 'sections', row: section!, column: 'job', input: '' }], how)
    expect([...book.problems()].map(({ column, problem }) => [column, problem.code]).sort()).toEqual([
      ['head', 'reference.unknown'],
      ['job', 'required'],
    ])
    expect(asked()).toContainEqual(['sections.head', presetSections.length - 1])
  })

  test('goes by the figures of the plan: the 28th, two visits and two studies a quarter', async () => {
    const { books } = await start()
    const { book } = value(await books.create(newBureau))
    const [row] = book.view('bureauProfile').ids()
    const figures = ['deadlines', 'quarter_deadline', 'visits', 'studies', 'office']
    expect(figures.map((column) => book.text('bureauProfile', row!, column))).toEqual([
      '28',
      '28',
      '2',
      '2',
      presetSections[0]!.dept,
    ])
  })

  test('two computers of one bureau start alike', async () => {
    const [one, other] = await Promise.all([start(), start()])
    const ids = async ({ books }: typeof one) => {
      const { book } = value(await books.create(newBureau))
      return Object.keys(book.tables).map((table) => book.view(table).ids())
    }
    expect(await ids(one)).toEqual(await ids(other))
  })

  test('is stored, opens again, and keeps what was written into it', async () => {
    const { profile, books } = await start()
    const session = value(await books.create(newBureau))
    const how = { source: 'user', label: { code: 'row.add', params: { count: 1 } } } as const
    session.add('schools', [{ code: '1', name: '一小', type: '小学', town: '东镇' }], how)
    session.add('bureauStaff', [{ name: '赵局长', dept: '督导室', title: '副局长', phone: '1' }], how)
    session.add(
      'schoolContracts',
      [{ school: '一小', leader: '赵局长', dept: '督导室', valid: '2026-01-01' }],
      how,
    )
    const { ids } = session.add('visits', [{ school: '一小', form: '专门督查', date: '2026-09-01' }], how)
    // Numbered by the program, and counted at once for the contract.
    expect(session.book.text('visits', ids[0]!, 'no')).toBe('DC-20260901-01')
    const contract = session.book.view('schoolContracts').ids()[0]!
    expect(isId(session.book.stored('schoolContracts', contract, 'leader'))).toBe(true)
    expect(session.book.value('schoolContracts', contract, 'missing')).toBe(1)
    await books.close()

    const again = value(await (await start(profile)).books.open(session.info.id))
    expect(again.info.kind).toBe('bureau')
    expect(namesIn(again, 'schools')).toEqual(['一小'])
    expect(again.book.value('schoolContracts', contract, 'missing')).toBe(1)
    expect(await again.undo()).not.toBeNull()
    expect(again.book.value('schoolContracts', contract, 'missing')).toBe(2)
  })

  test('offers no row by hand in tables that only the reception fills', () => {
    const taken = Object.values(bureauTables).filter(isTakenIn)
    expect(taken.map(({ name }) => name)).toEqual([
      'allHazards',
      'allIncidents',
      'orderAnswers',
      'attachments',
    ])
  })
})
