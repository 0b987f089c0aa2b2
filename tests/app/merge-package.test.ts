import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  conflictsOf,
  resolveConflict,
  resolveMany,
  resolveTyped,
  type Conflict,
} from '../../src/app/conflicts.ts'
import { mergePackage } from '../../src/app/merge-package.ts'
import { DELETED } from '../../src/engine/change.ts'
import { canonical } from '../../src/sync/canonical.ts'
import { encode } from '../../src/sync/package.ts'
import { packFile, unpackFile } from '../../src/sync/package-file.ts'
import { Profile } from '../store/browser.ts'
import { Computer, readPackage } from './exchange-copies.ts'
import { value } from './value.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const

/** Two computers that hold the same school with one member of staff. */
async function twoComputers(): Promise<{ a: Computer; b: Computer; row: string }> {
  const a = await Computer.start('王老师')
  await a.create()
  const { ids } = a.session.add('staff', [{ name: '李四', phone: '1' }], how)
  const b = await Computer.start('陈老师')
  await b.merge(await a.export())
  return { a, b, row: ids[0]! }
}

const set = (computer: Computer, row: string, column: string, input: string | null) =>
  computer.session.edit([{ table: 'staff', row, column, input }], how)
const stored = (computer: Computer, row: string, column: string) =>
  computer.session.book.stored('staff', row, column)

async function exchange(a: Computer, b: Computer): Promise<void> {
  const file = await a.export()
  await b.merge(file)
  await a.merge(await b.export())
}

test('a computer that opens a file has the whole workbook, and gives nothing new back', async () => {
  const { a, b } = await twoComputers()
  expect(b.text()).toBe(a.text())
  expect(b.session.info.id).toBe(a.session.info.id)
  expect((await a.merge(await b.export())).news).toBe(false)
  expect((await b.merge(await a.export())).news).toBe(false)
  await b.restart()
  expect(b.text()).toBe(a.text())
})

test('edits of different cells meet without a question, and what follows from them is computed', async () => {
  const { a, b, row } = await twoComputers()
  set(a, row, 'name', '李四光')
  set(b, row, 'phone', '2')
  b.session.add('staff', [{ name: '赵六' }], how)
  await exchange(a, b)
  expect(a.text()).toBe(b.text())
  expect(stored(a, row, 'phone')).toBe('2')
  expect(stored(b, row, 'name')).toBe('李四光')
  expect(a.session.disputes.size + b.session.disputes.size).toBe(0)
  expect(a.session.book.find(['staff'], '赵六')).not.toBeNull()
})

test('two values for one cell are both kept with who and when, one choice settles it on both computers', async () => {
  const { a, b, row } = await twoComputers()
  set(a, row, 'phone', '甲')
  set(b, row, 'phone', '乙')
  await exchange(a, b)
  expect(a.text()).toBe(b.text())
  for (const computer of [a, b]) {
    await computer.restart()
    const [conflict, ...others] = value(await conflictsOf(computer.session))
    expect(others).toEqual([])
    expect(conflict).toMatchObject({ table: 'staff', row, column: 'phone' })
    expect(conflict!.values[0]!.value).toBe(stored(computer, row, 'phone'))
    expect(Object.fromEntries(conflict!.values.map(({ value, writers }) => [value, writers[0].by]))).toEqual({
      甲: '王老师',
      乙: '陈老师',
    })
    expect(conflict!.values.every(({ writers }) => writers[0].at.startsWith('2026-03-02'))).toBe(true)
  }
})

// The first value is the one that is shown already: nothing moves on the screen, and yet it is decided.
for (const choice of [0, 1])
  test(`a decision for value ${choice} holds on both computers, and is open again on both when it is taken back`, async () => {
    const { a, b, row } = await twoComputers()
    set(a, row, 'phone', '甲')
    set(b, row, 'phone', '乙')
    await exchange(a, b)
    const before = value(await conflictsOf(a.session))
    const [{ id, values }] = before as [Conflict]
    const onBoth = async (check: (computer: Computer) => void | Promise<void>) => {
      expect(a.text()).toBe(b.text())
      for (const computer of [a, b]) {
        await check(computer)
        await computer.restart()
        await check(computer)
      }
    }
    const decided = ({ session }: Computer) => {
      expect(session.disputes.size).toBe(0)
      expect(session.book.stored('staff', row, 'phone')).toBe(values[choice]!.value)
    }
    resolveConflict(a.session, id, choice)
    await exchange(a, b)
    await onBoth(decided)

    await a.session.undo()
    await exchange(a, b)
    await onBoth(async ({ session }) => {
      // The same values with the same names and times, the same one shown, as if nobody had decided.
      const again = value(await conflictsOf(session))
      const told = (conflicts: readonly Conflict[]) =>
        conflicts.map(({ id, values }) => [
          id,
          values.map(({ value, writers: [{ by, at }] }) => [value, by, at]),
        ])
      expect(told(again)).toEqual(told(before))
    })

    await a.session.redo()
    await exchange(a, b)
    await onBoth(decided)
  })

test('many are decided as one step: typed values too, and what is in dispute no more is left out', async () => {
  const { a, b, row } = await twoComputers()
  const { ids } = a.session.add('staff', [{ name: '赵六', phone: '3' }], how)
  await exchange(a, b)
  for (const each of [row, ids[0]!]) {
    set(a, each, 'phone', '甲')
    set(b, each, 'phone', '乙')
  }
  await exchange(a, b)
  const conflicts = value(await conflictsOf(b.session))
  expect(conflicts).toHaveLength(2)
  const decisions = conflicts.map(({ id }) => ({ id, value: '甲' }))
  const { change } = resolveMany(b.session, [...decisions, { id: 'staff/#none/phone', value: '丁' }])
  expect(change?.edits).toHaveLength(2)
  expect(b.session.disputes.size).toBe(0)
  await b.session.undo()
  expect(b.session.disputes.size).toBe(2)
  resolveTyped(b.session, conflicts[0]!.id, '138')
  expect(b.session.disputes.size).toBe(1)
  await exchange(a, b)
  expect(a.text()).toBe(b.text())
  expect(stored(a, conflicts[0]!.row, 'phone')).toBe('138')
  expect(a.session.disputes.size).toBe(1)
})

test('cells of a deleted row ask nobody, until the row is back', async () => {
  const { a, b, row } = await twoComputers()
  set(a, row, 'phone', '甲')
  set(b, row, 'phone', '乙')
  await exchange(a, b)
  a.session.remove('staff', [row], how)
  expect(a.session.disputes.size).toBe(0)
  expect(value(await conflictsOf(a.session))).toEqual([])
  await a.session.undo()
  expect(a.session.disputes.size).toBe(1)
})

test('the same value typed on both computers is agreement', async () => {
  const { a, b, row } = await twoComputers()
  set(a, row, 'phone', '丙')
  set(b, row, 'phone', '丙')
  await exchange(a, b)
  expect(a.session.disputes.size + b.session.disputes.size).toBe(0)
  expect(a.text()).toBe(b.text())
})

test('a row deleted here and edited there stays in sight until somebody decides', async () => {
  for (const keep of [true, false]) {
    const { a, b, row } = await twoComputers()
    a.session.remove('staff', [row], how)
    set(b, row, 'phone', '2')
    await exchange(a, b)
    for (const computer of [a, b]) {
      expect(computer.session.book.has('staff', row)).toBe(true)
      await computer.restart()
      const [conflict] = value(await conflictsOf(computer.session))
      expect(conflict).toMatchObject({
        column: DELETED,
        values: [
          { value: null, writers: [{ by: '陈老师', mine: computer === b }] },
          { value: true, writers: [{ by: '王老师', mine: computer === a }] },
        ],
      })
    }
    await a.session.settled()
    resolveConflict(b.session, `staff/${row}/${DELETED}`, keep ? 0 : 1)
    await exchange(b, a)
    for (const computer of [a, b]) {
      expect(computer.session.book.has('staff', row)).toBe(keep)
      expect(computer.session.disputes.size).toBe(0)
    }
    expect(a.text()).toBe(b.text())
  }
})

test('a deletion that had seen the edit simply holds', async () => {
  const { a, b, row } = await twoComputers()
  set(b, row, 'phone', '2')
  await exchange(a, b)
  a.session.remove('staff', [row], how)
  await exchange(a, b)
  expect(b.session.book.has('staff', row)).toBe(false)
  expect(b.session.disputes.size).toBe(0)
})

test('tables, columns and parts of a newer version are kept and passed on', async () => {
  const { a, b } = await twoComputers()
  const { state } = value(await a.session.state())
  state.apply({
    replica: '#newer',
    seq: 1,
    at: '2027-03-10T09:00:00.000Z',
    by: '新版本',
    change: {
      source: 'user',
      label: { code: 'edit' },
      edits: [],
      added: [
        { table: 'drills', ids: ['#d1'], columns: { topic: ['消防'] } },
        { table: 'staff', ids: ['#s9'], columns: { name: ['钱七'], badge: ['金'] } },
      ],
    },
  })
  state.extra = { seals: { k: 1 } }
  state.table('drills').extra = { frozen: true }
  const { id, kind, name } = a.session.info
  const newer = await packFile(encode({ workbook: { id, kind, name }, state }))
  expect((await b.merge(newer)).rows).toBe(2)
  await b.restart()
  const passed = value(await readPackage(await b.export())).state
  expect(passed.shown('drills', '#d1', 'topic')).toBe('消防')
  expect(passed.shown('staff', '#s9', 'badge')).toBe('金')
  expect(passed.extra).toEqual({ seals: { k: 1 } })
  expect(passed.tables.get('drills')!.extra).toEqual({ frozen: true })
})

test('a copied profile is noticed, what both have written is kept, and both write under other names from then on', async () => {
  const { a, row } = await twoComputers()
  const twin = await Computer.start('王老师', await copyOf(a))
  value(await twin.books.open(a.session.info.id))
  set(a, row, 'phone', '甲')
  set(twin, row, 'name', '李四光')
  twin.session.add('staff', [{ name: '赵六' }], how)
  const { clones } = await a.merge(await twin.export())
  expect(clones).toHaveLength(1)
  expect(stored(a, row, 'name')).toBe('李四光')
  expect(stored(a, row, 'phone')).toBe('甲')
  expect((await twin.merge(await a.export())).clones).toHaveLength(1)
  expect(twin.text()).toBe(a.text())
  set(a, row, 'phone', '3')
  set(twin, row, 'name', '李五')
  await exchange(a, twin)
  expect(twin.text()).toBe(a.text())
  expect([stored(a, row, 'phone'), stored(twin, row, 'name')]).toEqual(['3', '李五'])
  expect(a.session.disputes.size).toBe(0)
})

async function copyOf(computer: Computer): Promise<Profile> {
  await computer.session.settled()
  const copy = new Profile()
  const { Database } = await import('../../src/store/db.ts')
  const { IDBKeyRange } = await import('fake-indexeddb')
  const [from, to] = [computer.profile, copy].map(({ factory }) => new Database(factory, IDBKeyRange))
  await from!.open()
  await to!.open()
  for (const table of from!.tables) await to!.table(table.name).bulkPut(await table.toArray())
  from!.close()
  to!.close()
  return copy
}

test('a workbook begun apart is taken in only when somebody wants it', async () => {
  const a = await Computer.start('王老师')
  await a.create()
  const b = await Computer.start('陈老师')
  await b.create()
  const read = value(await readPackage(await a.export()))
  const now = '2027-03-10T09:00:00.000Z'
  expect(await mergePackage(b.session, read, { now })).toMatchObject({
    ok: false,
    problem: { code: 'merge.other-workbook' },
  })
  value(await mergePackage(b.session, read, { now, takeOther: true }))
  // From now on they have met, and nobody is asked again.
  await a.merge(await b.export())
  expect(a.text()).toBe(b.text())
})

test('a damaged file changes nothing', async () => {
  const { a, b } = await twoComputers()
  set(b, (b.session.book.view('staff').ids() as string[])[0]!, 'phone', '9')
  const file = await b.export()
  const before = a.text()
  for (const at of [0, 12, 30, 60, 200]) {
    const damaged = file.slice()
    damaged[at]! ^= 4
    const read = await readPackage(damaged)
    expect(read.ok).toBe(false)
  }
  expect((await readPackage(file.slice(0, 100))).ok).toBe(false)
  expect(a.text()).toBe(before)
})

test('what is in memory, what is stored and what was exported stay the same through any exchange', async () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('edit'),
      who: fc.nat(2),
      row: fc.nat(4),
      value: fc.constantFrom('甲', '乙', null),
    }),
    fc.record({
      do: fc.constantFrom('add', 'remove', 'undo', 'undo', 'redo', 'fold', 'restart'),
      who: fc.nat(2),
      row: fc.nat(4),
    }),
    fc.record({ do: fc.constant('send'), who: fc.nat(2), row: fc.nat(2) }),
    fc.record({ do: fc.constant('send'), who: fc.nat(2), row: fc.nat(2) }),
    fc.record({ do: fc.constant('settle'), who: fc.nat(2), row: fc.nat(4) }),
  ) as fc.Arbitrary<{ do: string; who: number; row: number; value?: string | null }>
  await fc.assert(
    fc.asyncProperty(fc.array(step, { size: 'max', maxLength: 25 }), async (steps) => {
      const { a, b } = await twoComputers()
      const c = await Computer.start('孙老师')
      await c.merge(await b.export())
      const all = [a, b, c]
      for (const each of steps) {
        const computer = all[each.who]!
        const { session } = computer
        const rows = session.book.view('staff').ids()
        const row = rows[each.row % Math.max(1, rows.length)]
        if (each.do === 'edit' && row) set(computer, row, 'phone', each.value ?? null)
        else if (each.do === 'add') session.add('staff', [{ name: '新人' }], how)
        else if (each.do === 'remove' && row) session.remove('staff', [row], how)
        else if (each.do === 'undo') await session.undo()
        else if (each.do === 'redo') await session.redo()
        else if (each.do === 'restart') {
          const open = session.disputes.list().map(({ row, column }) => row + column)
          await computer.restart()
          const after = computer.session.disputes.list().map(({ row, column }) => row + column)
          expect(after.sort()).toEqual(open.sort())
        } else if (each.do === 'fold') await session.tidy()
        else if (each.do === 'send') await all[each.row]!.merge(await computer.export())
        else if (each.do === 'settle') {
          const [conflict] = value(await conflictsOf(session))
          if (conflict) resolveConflict(session, conflict.id, each.row % conflict.values.length)
        }
        await expectSame(computer)
      }
      for (const other of [b, c]) await a.merge(await other.export())
      const file = await a.export()
      for (const other of [b, c]) await other.merge(file)
      const canonicalBytes = async (computer: Computer) => {
        const { state } = value(await computer.session.state())
        return new TextDecoder().decode(
          encode({ workbook: { id: '', kind: '', name: '' }, state: canonical(state) }),
        )
      }
      const expected = await canonicalBytes(a)
      for (const computer of all) {
        await computer.restart()
        await expectSame(computer)
        expect(computer.text()).toBe(a.text())
        expect(await canonicalBytes(computer)).toBe(expected)
        expect(computer.session.disputes.size).toBe(a.session.disputes.size)
        expect((await computer.merge(file)).news).toBe(false)
      }
    }),
    { numRuns: 12 },
  )
}, 300_000)

/** The screen shows of every cell what the stored values say. */
async function expectSame({ session }: Computer): Promise<void> {
  await session.settled()
  const { state } = value(await session.state())
  const { book } = session
  const wrong: unknown[] = []
  for (const [name, table] of state.tables)
    for (const row of table.ids)
      for (const column of [...table.columns.keys(), DELETED]) {
        const [shown, inMemory] = [state.shown(name, row, column), book.stored(name, row, column)]
        if (JSON.stringify(shown) !== JSON.stringify(inMemory))
          wrong.push({ name, row, column, shown, inMemory })
      }
  expect(wrong).toEqual([])
}

test('what unpackFile gives is what packFile took', async () => {
  const content = new TextEncoder().encode('内容'.repeat(10_000))
  expect(value(await unpackFile(await packFile(content)))).toEqual({ content, key: null })
})
