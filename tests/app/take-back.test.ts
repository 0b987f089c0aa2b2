import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planTakeBack } from '../../src/app/take-back.ts'
import type { Session } from '../../src/app/session.ts'
import { Computer } from './exchange-copies.ts'

const byImport = {
  source: 'import',
  label: { code: 'import', params: { file: 'a.xlsx', added: 3, changed: 1 } },
} as const
const byUser = { source: 'user', label: { code: 'grid.edit', params: { count: 1 } } } as const

/** A school whose staff of one got two cells changed and three rows added by an import. */
async function afterImport(): Promise<{ a: Computer; old: string; fresh: readonly string[]; n: number }> {
  const a = await Computer.start('王老师')
  await a.create()
  const [old] = a.session.add('staff', [{ name: '李四', phone: '1' }], byUser).ids as [string]
  const names = ['赵六', '孙七', '周八']
  a.session.batch(
    {
      edits: [
        { table: 'staff', row: old, column: 'phone', input: '2' },
        { table: 'staff', row: old, column: 'name', input: '李四光' },
      ],
      rows: names.map((name) => ({ table: 'staff', cells: { name } })),
    },
    byImport,
  )
  await a.session.settled()
  const fresh = a.session.book
    .view('staff')
    .ids()
    .filter((id) => id !== old)
  return { a, old, fresh, n: a.session.saving.saved }
}

const names = ({ book }: Session) =>
  book
    .view('staff')
    .ids()
    .map((id) => book.stored('staff', id, 'name'))

async function takeBack(session: Session, n: number) {
  const plan = (await planTakeBack(session, n))!
  await session.takeBack(plan.record, plan.back)
  return plan
}

test('an import is taken back as one step after others have followed, and after a reload', async () => {
  const { a, old, fresh, n } = await afterImport()
  a.session.add('areas', [{ area: '操场' }], byUser)
  await a.restart()
  const { cells, rows, kept } = await takeBack(a.session, n)
  expect({ cells, rows, kept }).toEqual({
    cells: 2,
    rows: 3,
    kept: { changed: 0, disputed: 0, gone: 0, linked: 0 },
  })
  expect(names(a.session)).toEqual(['李四'])
  expect(a.session.book.stored('staff', old, 'phone')).toBe('1')
  expect(fresh.some((id) => a.session.book.has('staff', id))).toBe(false)

  // The history says so; undo goes on with the step before, redo brings the import back.
  await a.session.settled()
  const entry = (await a.session.history()).find((each) => each.n === n)
  expect(entry?.takenBack).toBe(true)
  await a.session.redo()
  expect(names(a.session)).toEqual(['李四光', '赵六', '孙七', '周八'])
  await a.session.settled()
  expect((await a.session.history()).find((each) => each.n === n)?.takenBack).toBe(false)
})

test('what has been worked on since stays, and is counted by its reason', async () => {
  const { a, old, fresh, n } = await afterImport()
  const { session } = a
  session.edit([{ table: 'staff', row: old, column: 'phone', input: '3' }], byUser)
  // One new colleague is edited, one is named by a department, the last only came and is edited there and back.
  session.edit([{ table: 'staff', row: fresh[0]!, column: 'phone', input: '9' }], byUser)
  session.add('departments', [{ dept: '教导处', director: '孙七' }], byUser)
  session.edit([{ table: 'staff', row: fresh[2]!, column: 'phone', input: '5' }], byUser)
  session.edit([{ table: 'staff', row: fresh[2]!, column: 'phone', input: null }], byUser)
  await session.settled()
  const { cells, rows, kept } = await takeBack(session, n)
  expect({ cells, rows, kept }).toEqual({
    cells: 1,
    rows: 1,
    kept: { changed: 2, disputed: 0, gone: 0, linked: 1 },
  })
  expect(names(session)).toEqual(['李四', '赵六', '孙七'])
  expect(session.book.stored('staff', old, 'phone')).toBe('3')
  // What was taken back out of its turn is no step to undo any more.
  await session.undo()
  expect(session.book.stored('staff', fresh[2]!, 'phone')).toBe(null)
  expect(names(session)).toEqual(['李四', '赵六', '孙七'])
})

test('merges, undone steps and how a workbook began cannot be taken back', async () => {
  const { a, n } = await afterImport()
  const b = await Computer.start('陈老师')
  await b.merge(await a.export())
  expect(await planTakeBack(b.session, 1)).toBeNull()
  expect(await planTakeBack(a.session, 1)).toBeNull()
  await takeBack(a.session, n)
  await a.session.settled()
  expect(await planTakeBack(a.session, a.session.saving.saved)).toBeNull()
})

test('whatever is edited and taken back, memory, store and a reload hold the same, and no later edit is lost', async () => {
  const step = fc.record({
    do: fc.constantFrom('edit', 'edit', 'remove', 'back', 'undo', 'redo'),
    at: fc.nat(5),
    value: fc.constantFrom('1', '7', null),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { size: 'max', maxLength: 12 }), async (steps) => {
      const { a } = await afterImport()
      const { session } = a
      for (const { do: what, at, value } of steps) {
        const ids = session.book.view('staff').ids()
        const row = ids[at % Math.max(1, ids.length)]
        if (what === 'edit' && row)
          session.edit([{ table: 'staff', row, column: 'phone', input: value }], byUser)
        else if (what === 'remove' && row) session.remove('staff', [row], byUser)
        else if (what === 'undo') await session.undo()
        else if (what === 'redo') await session.redo()
        else if (what === 'back') {
          await session.settled()
          const plan = await planTakeBack(session, 1 + (at % session.saving.saved))
          if (!plan) continue
          const before = new Map(ids.map((id) => [id, session.book.stored('staff', id, 'phone')]))
          await session.takeBack(plan.record, plan.back)
          const written = new Map(
            plan.record.change.edits.flatMap(({ row, column, to }) =>
              column === 'phone' ? [[row, to]] : [],
            ),
          )
          // A row that is still there holds what it held, or what the change had found there.
          for (const [id, phone] of before)
            if (session.book.has('staff', id) && session.book.stored('staff', id, 'phone') !== phone)
              expect(written.get(id)).toEqual(phone)
        }
      }
      await session.settled()
      const text = a.text()
      await a.restart()
      expect(a.text()).toBe(text)
    }),
    { numRuns: 15 },
  )
}, 120_000)

test('the history is read in pieces, by person, table, source, time and words, with who made what a merge brought', async () => {
  const { a, old } = await afterImport()
  const b = await Computer.start('陈老师')
  await b.merge(await a.export())
  b.session.edit([{ table: 'staff', row: old, column: 'phone', input: '77' }], byUser)
  await a.merge(await b.export())
  const { session } = a
  const [merged] = await session.history({ source: 'merge' })
  expect(merged!.edits).toMatchObject([{ row: old, column: 'phone', to: '77', author: { by: '陈老师' } }])
  expect((await session.history({ by: '陈' })).map(({ source }) => source)).toEqual(['merge'])
  expect((await session.history({ table: 'staff' })).map(({ source }) => source)).toEqual([
    'merge',
    'import',
    'user',
  ])
  const [newest] = await session.history()
  expect(await session.history({ from: newest!.at, source: 'import' })).toEqual([])
  expect(await session.history({ until: newest!.at })).toHaveLength((await session.history()).length - 1)
  expect(await session.history({ matches: ({ n }) => n === 2 })).toHaveLength(1)

  for (let i = 0; i < 210; i++)
    session.edit([{ table: 'staff', row: old, column: 'phone', input: String(i) }], byUser)
  await session.settled()
  const reached: number[] = []
  let count = 0
  for await (const piece of session.historyPieces({ row: old, column: 'phone' })) {
    reached.push(piece.reached)
    count += piece.entries.length
  }
  expect(reached.length).toBeGreaterThan(1)
  expect(reached.at(-1)).toBe(1)
  expect(count).toBe(210 + 3)
})
