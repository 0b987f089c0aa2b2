import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Session } from '../../../src/app/session.ts'
import { ProblemIndex } from '../../../src/ui/state/problem-index.ts'
import { byUser, openSample } from './sample.ts'

function looked(session: Session): ProblemIndex {
  const index = new ProblemIndex(session.book)
  for (const _ of index.look());
  return index
}

/** What the engine says when it is asked for everything. */
function all(session: Session): string[] {
  return [...session.book.problems()]
    .map(({ table, row, column, problem }) => `${table} ${row} ${column} ${problem.code}`)
    .sort()
}

/** What it counts is what it lists: of cells and of rows. */
function expectCounted(session: Session, index: ProblemIndex): void {
  const lines = all(session).map((line) => line.split(' '))
  for (const table of Object.keys(session.book.tables)) {
    const own = lines.filter(([of]) => of === table)
    expect(index.countOf(table)).toBe(own.length)
    expect(index.rowCountOf(table)).toBe(new Set(own.map(([, row]) => row)).size)
  }
  expect(index.count).toBe(lines.length)
}

function listed(session: Session, index: ProblemIndex): string[] {
  return Object.keys(session.book.tables)
    .flatMap((table) => index.of(table, Infinity))
    .map(({ table, row, column, problem }) => `${table} ${row} ${column} ${problem.code}`)
    .sort()
}

test('one look finds what the engine finds', async () => {
  const session = await openSample()
  session.edit(
    [
      {
        table: 'incidents',
        row: session.book.view('incidents').idAt(0),
        column: 'occurred_at',
        input: '明天吧',
      },
    ],
    byUser,
  )
  const index = looked(session)
  expect(listed(session, index)).toEqual(all(session))
  expect(index.count).toBe(all(session).length)
  expect(index.count).toBeGreaterThan(0)
})

test('a look comes in pieces, so that keys are answered in between', async () => {
  const session = await openSample()
  let pieces = 0
  for (const _ of new ProblemIndex(session.book).look()) pieces++
  expect(pieces).toBeGreaterThan(Object.keys(session.book.tables).length)
})

test('following edits, deletions and undo comes to the same list as looking anew', async () => {
  const session = await openSample()
  const index = looked(session)
  session.subscribe((event) => {
    if (event.type !== 'changed' || event.moved.everything) return
    index.follow(event.moved)
    for (const _ of index.catchUp());
  })
  const { book } = session
  const incidents = book.view('incidents').ids().slice(0, 6)
  const step = fc.oneof(
    fc.record({
      do: fc.constant('edit' as const),
      row: fc.constantFrom(...incidents),
      column: fc.constantFrom('no', 'occurred_at', 'area', 'loss_yuan', 'scene', 'injury_level'),
      input: fc.constantFrom(null, '不是数', '2026-09-01 10:00', '3000-01-01 10:00', '课堂', '轻微', 'SG-1'),
    }),
    fc.record({ do: fc.constant('remove' as const), row: fc.constantFrom(...incidents) }),
    fc.record({ do: fc.constant('add' as const) }),
    fc.record({ do: fc.constant('undo' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const next of steps) {
        if (next.do === 'edit')
          session.edit(
            [{ table: 'incidents', row: next.row, column: next.column, input: next.input }],
            byUser,
          )
        else if (next.do === 'remove') session.remove('incidents', [next.row], byUser)
        else if (next.do === 'add') session.add('incidents', [{}], byUser)
        else await session.undo()
      }
      // The first of two rows that have come to share a key is found by the next look.
      const firstOfTwo = (line: string) => line.endsWith('row.duplicate')
      expect(listed(session, index).filter((line) => !firstOfTwo(line))).toEqual(
        all(session).filter((line) => !firstOfTwo(line)),
      )
      for (const _ of index.look());
      expect(listed(session, index)).toEqual(all(session))
      expectCounted(session, index)
    }),
    { numRuns: 30 },
  )
})

test('a large paste is looked at in pieces, and an edit in between is not forgotten', async () => {
  const session = await openSample()
  const index = looked(session)
  session.subscribe((event) => {
    if (event.type === 'changed') index.follow(event.moved)
  })
  session.add(
    'incidents',
    Array.from({ length: 300 }, () => ({ area: '月球' })),
    byUser,
  )
  const steps = index.catchUp()
  expect(steps.next().done).toBe(false)
  const row = session.book.view('incidents').idAt(0)
  session.edit([{ table: 'incidents', row, column: 'area', input: '火星' }], byUser)
  let pieces = 0
  while (!steps.next().done) pieces++
  expect(pieces).toBeGreaterThan(3)
  expect(listed(session, index)).toEqual(all(session))
  expectCounted(session, index)
})

test('rows with problems come in the order of the table, and a long list is cut', async () => {
  const session = await openSample()
  const ids = session.book.view('incidents').ids()
  for (const row of [ids[5]!, ids[2]!])
    session.edit([{ table: 'incidents', row, column: 'area', input: '月球' }], byUser)
  const index = looked(session)
  const rows = [...index.rowsOf('incidents')]
  expect(rows.indexOf(ids[2]!)).toBeGreaterThanOrEqual(0)
  expect(rows.indexOf(ids[2]!)).toBeLessThan(rows.indexOf(ids[5]!))
  expect(index.of('incidents', 1)).toHaveLength(1)
  expect(index.countOf('incidents')).toBeGreaterThanOrEqual(2)
})
