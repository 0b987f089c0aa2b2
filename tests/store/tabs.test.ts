import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adds, edit, edits, freshWorkbook, numbered, opened, Profile, reloaded, rows } from './browser.ts'
import type { LogRecord } from '../../src/store/log.ts'
import type { OpenedWorkbook } from '../../src/store/workbook-store.ts'
import type { Cell } from '../../src/tables/cell.ts'

/** A tab as the engine is one: all it knows comes from its own changes and from what the store tells it. */
class Tab {
  readonly cells = new Map<string, Cell>()
  readonly told: LogRecord[] = []

  constructor(readonly workbook: OpenedWorkbook) {
    for (const [table, { ids, columns }] of Object.entries(workbook.tables))
      for (const [column, cells] of Object.entries(columns))
        ids.forEach((id, i) => this.write(table, id, column, cells[i]!))
    workbook.onRemoteChange((record) => {
      this.told.push(record)
      for (const { table, ids, columns } of record.change.added)
        for (const [column, cells] of Object.entries(columns))
          ids.forEach((id, i) => this.write(table, id, column, cells[i]!))
      for (const { table, row, column, to } of record.change.edits) this.write(table, row, column, to)
    })
  }

  edit(row: string, column: string, to: Cell): Promise<number> {
    this.write('incidents', row, column, to)
    return this.workbook.commit(edits(edit(row, column, to)), '王老师')
  }

  private write(table: string, row: string, column: string, value: Cell): void {
    const key = `${table} ${row} ${column}`
    if (value === null) this.cells.delete(key)
    else this.cells.set(key, value)
  }
}

async function tabs(count: number) {
  const { profile, store } = await freshWorkbook()
  await store.close()
  const stores = [
    await profile.tab(),
    ...(await Promise.all(Array.from({ length: count - 1 }, () => profile.tab()))),
  ]
  const all: Tab[] = []
  for (const each of stores) all.push(new Tab(await opened(each)))
  const close = async () => {
    for (const each of stores) await each.close()
  }
  return { profile, stores, all, close }
}

/** All tabs have heard of everything: each looks at the log itself, as it does when it is told of a change. */
async function quiet(all: readonly Tab[]): Promise<void> {
  for (const tab of all) await tab.workbook.settled()
  const last = Math.max(...all.map((tab) => tab.workbook.lastNumber))
  for (const tab of all) await until(() => tab.workbook.lastNumber === last)
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1))
}

test('the first tab writes, the second follows, and hears of every change in order', async () => {
  const { all, close } = await tabs(2)
  const [first, second] = all as [Tab, Tab]
  expect([first.workbook.writer, second.workbook.writer]).toEqual(['this', 'other'])
  for (let i = 0; i < 5; i++) await first.edit('#a', 'name', `第${i}次`)
  await quiet(all)
  expect(second.told.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
  expect(second.cells).toEqual(first.cells)
  expect(first.told).toEqual([])
  await close()
})

test('an import in one tab arrives in the other with all its cells, in the right rows', async () => {
  const { all, close, profile } = await tabs(2)
  const [first, second] = all as [Tab, Tab]
  const ids = numbered(1500)
  await first.workbook.commit(adds(rows(['#a'], { name: ['前'] })), '王老师')
  await first.workbook.commit(
    adds(rows(ids, { name: ids.map((id) => `名${id}`), n: ids.map((_, i) => i) })),
    '王老师',
  )
  await quiet(all)
  expect(second.told[1]!.change.added[0]!.ids).toEqual(ids)
  expect(second.cells.get('incidents #r1499 n')).toBe(1499)
  expect(second.cells.get('incidents #r700 name')).toBe('名#r700')
  await close()
  expect((await reloaded(profile))['incidents']!.ids).toEqual(['#a', ...ids])
})

test('a follower that edits gets the seat handed over, and the change gets the next number', async () => {
  const { all, close, profile } = await tabs(2)
  const [first, second] = all as [Tab, Tab]
  await first.edit('#a', 'name', '甲')
  expect(await second.edit('#b', 'name', '乙')).toBe(2)
  expect([first.workbook.writer, second.workbook.writer]).toEqual(['other', 'this'])
  expect(await first.edit('#a', 'name', '丙')).toBe(3)
  await quiet(all)
  expect(first.cells).toEqual(second.cells)
  await close()
  expect((await reloaded(profile))['incidents']).toEqual({
    ids: ['#a', '#b'],
    columns: { name: ['丙', '乙'] },
  })
})

test('a tab that does not answer loses the seat by force; awake again, it saves nothing over what came after', async () => {
  const { all, close, profile } = await tabs(2)
  const [first, second] = all as [Tab, Tab]
  await first.edit('#a', 'name', '甲')
  // Frozen: it hears no request, and the lock stays its own.
  const deaf = profile.listeners('dutybook.writer.w')
  const [channel] = [...deaf]
  deaf.delete(channel!)
  expect(await second.edit('#a', 'name', '乙')).toBe(2)
  deaf.add(channel!)
  expect(await first.edit('#b', 'name', '丙')).toBe(3)
  await quiet(all)
  expect(first.told.map(({ n }) => n)).toEqual([2])
  expect(first.cells).toEqual(second.cells)
  await close()
  expect((await reloaded(profile))['incidents']).toEqual({
    ids: ['#a', '#b'],
    columns: { name: ['乙', '丙'] },
  })
})

test('when the writing tab closes, the seat is free and the other one takes it with its next change', async () => {
  const { all, stores } = await tabs(2)
  const [first, second] = all as [Tab, Tab]
  await first.edit('#a', 'name', '甲')
  const writers: string[] = []
  second.workbook.onWriter((writer) => writers.push(writer))
  await stores[0]!.close()
  await until(() => writers.length > 0)
  expect(writers).toEqual(['none'])
  expect(await second.edit('#a', 'name', '乙')).toBe(2)
  expect(second.workbook.writer).toBe('this')
  await stores[1]!.close()
})

test('both tabs editing the same cells at once: every change is in the log, and both end with the same cells', async () => {
  const step = fc.record({
    tab: fc.nat(2),
    row: fc.constantFrom('#a', '#b'),
    column: fc.constantFrom('name', 'state'),
    to: fc.oneof(fc.constant(null), fc.nat(99)),
    wait: fc.constantFrom('no', 'saved', 'fold'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { size: 'max', minLength: 2, maxLength: 15 }), async (steps) => {
      const { all, close, profile } = await tabs(3)
      const numbers: Promise<number>[] = []
      for (const { tab, row, column, to, wait } of steps) {
        const saved = all[tab]!.edit(row, column, to)
        numbers.push(saved)
        if (wait === 'saved') await saved
        if (wait === 'fold' && all[tab]!.workbook.writer === 'this') await all[tab]!.workbook.fold()
      }
      const all1 = (await Promise.all(numbers)).sort((a, b) => a - b)
      expect(all1).toEqual(steps.map((_, i) => i + 1))
      await quiet(all)
      for (const tab of all) expect(tab.cells).toEqual(all[0]!.cells)
      await close()
      const store = await profile.tab()
      expect(new Tab(await opened(store)).cells).toEqual(all[0]!.cells)
      await store.close()
    }),
    { numRuns: 30 },
  )
}, 60_000)

test('without Web Locks every tab writes, and the look at the last number keeps the order', async () => {
  const profile = new Profile()
  const { store } = await freshWorkbook(profile)
  await store.close()
  const stores = [await profile.tab({ locks: null }), await profile.tab({ locks: null })]
  const [first, second] = [new Tab(await opened(stores[0]!)), new Tab(await opened(stores[1]!))]
  const numbers = await Promise.all([
    first.edit('#a', 'name', '甲'),
    second.edit('#b', 'name', '乙'),
    first.edit('#c', 'name', '丙'),
  ])
  expect(numbers.sort()).toEqual([1, 2, 3])
  await quiet([first, second])
  expect(first.cells).toEqual(second.cells)
  for (const each of stores) await each.close()
})
