import { describe, expect, test } from 'vitest'
import type { Session } from '../../src/app/session.ts'
import { Workbooks } from '../../src/app/workbooks.ts'
import { settingKeys } from '../../src/rules/policy.ts'
import { isId } from '../../src/shared/id.ts'
import type { Result } from '../../src/shared/result.ts'
import { Profile } from '../store/browser.ts'

async function start(profile = new Profile()) {
  const store = await profile.tab()
  return { profile, books: new Workbooks(store, { person: () => '陆秋平' }) }
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const newSchool = { kind: 'school', name: ' 实验小学 ' } as const
const namesIn = (session: Session, table: string) =>
  session.book
    .view(table)
    .ids()
    .map((id) => session.book.shownName(id))

describe('a new workbook', () => {
  test('starts with the days off, the lists, the settings and the school', async () => {
    const { books } = await start()
    const session = must(await books.create(newSchool))
    expect(session.info.name).toBe('实验小学')
    expect(books.current).toBe(session)
    const { book } = session
    expect(namesIn(session, 'profile')).toEqual(['实验小学'])
    expect([...namesIn(session, 'policy')].sort()).toEqual([...settingKeys].sort())
    for (const table of ['departments', 'areas', 'holidays', 'options'])
      expect(book.view(table).size, table).toBeGreaterThan(0)
    expect(book.view('staff').size).toBe(0)
    expect(session.saving).toMatchObject({ pending: 0, problem: null })
  })

  test('has settings that are all in force as they stand', async () => {
    const { books } = await start()
    const { book } = must(await books.create(newSchool))
    const wrong = [...book.problems()].filter(({ table }) => table === 'policy')
    expect(wrong).toEqual([])
  })

  test('is not undone by the first press of Ctrl+Z, nor after a new start', async () => {
    const { profile, books } = await start()
    const session = must(await books.create({ ...newSchool, sample: true }))
    expect(await session.undo()).toBeNull()
    await books.close()

    const again = must(await (await start(profile)).books.open(session.info.id))
    expect(await again.undo()).toBeNull()
    expect(again.book.view('staff').size).toBe(40)
  })

  test('of a kind nobody knows yet is not begun', async () => {
    const { books } = await start()
    const file = { id: 'a', kind: 'region', name: '省厅' } as never
    expect(await books.openPackaged(file)).toEqual({
      ok: false,
      problem: { code: 'workbook.kind-not-yet' },
    })
    expect(await books.list()).toEqual([])
  })
})

describe('the sample school', () => {
  test('is stored whole and opens again as it was', async () => {
    const { profile, books } = await start()
    const session = must(await books.create({ ...newSchool, sample: true }))
    const before = Object.keys(session.book.tables).map((table) => namesIn(session, table))
    await books.close()

    const again = must(await (await start(profile)).books.open(session.info.id))
    expect(Object.keys(again.book.tables).map((table) => namesIn(again, table))).toEqual(before)
  })

  test('points at rows, so that renaming a person loses nobody', async () => {
    const { books } = await start()
    const { book } = must(await books.create({ ...newSchool, sample: true }))
    const typed = Object.values(book.tables).flatMap(({ name: table, columns }) =>
      Object.entries(columns)
        .filter(([, { type, computed }]) => type === 'reference' && !computed)
        .flatMap(([column]) =>
          book
            .view(table)
            .ids()
            .map((row) => book.stored(table, row, column))
            .filter((cell) => cell !== null && !isId(cell)),
        ),
    )
    expect(typed).toEqual([])
  })
})

describe('which workbook is open', () => {
  test('is told to everybody, and the same for everybody', async () => {
    const { books } = await start()
    const told: (string | null)[] = []
    books.onCurrent((session) => told.push(session?.info.name ?? null))
    const first = must(await books.create({ kind: 'school', name: '甲' }))
    must(await books.create({ kind: 'school', name: '乙' }))
    must(await books.open(first.info.id))
    await books.close()
    expect(told).toEqual(['甲', '乙', '甲', null])
  })

  test('does not change when another cannot be opened', async () => {
    const { books } = await start()
    const session = must(await books.create(newSchool))
    expect(await books.open('#nothing')).toMatchObject({ ok: false, problem: { code: 'store.emptied' } })
    expect(books.current).toBe(session)
    session.edit([{ table: 'profile', row: '#profile', column: 'school_name', input: '第二小学' }], {
      source: 'user',
      label: { code: 'form.edit' },
    })
    await session.settled()
    expect(session.saving.pending).toBe(0)
  })

  test('is the same session when it is opened twice', async () => {
    const { books } = await start()
    const session = must(await books.create(newSchool))
    expect(must(await books.open(session.info.id))).toBe(session)
  })
})

test('changes carry the name of the person at this computer', async () => {
  const { books } = await start()
  const session = must(await books.create(newSchool))
  session.edit([{ table: 'profile', row: '#profile', column: 'school_code', input: '3301' }], {
    source: 'user',
    label: { code: 'form.edit' },
  })
  await session.settled()
  const [newest] = await session.history({ table: 'profile', row: '#profile' })
  expect(newest).toMatchObject({ by: '陆秋平', edits: [{ column: 'school_code', from: null, to: '3301' }] })
})
