import { expect, test } from 'vitest'
import { DELETED } from '../../src/engine/change.ts'
import { askToKeep, isKept } from '../../src/store/persistence.ts'
import { adds, edit, edits, freshWorkbook, numbered, opened, Profile, reloaded, rows } from './browser.ts'
import type { Saving } from '../../src/store/workbook-store.ts'

test('a change is there after a reload, with who made it and when', async () => {
  const { profile, store, workbook } = await freshWorkbook()
  expect(await workbook.commit(adds(rows(['#a'], { name: ['甲'], n: [1] })), '王老师')).toBe(1)
  expect(await workbook.commit(edits(edit('#a', 'name', '乙')), '李老师')).toBe(2)
  await store.close()
  expect(await reloaded(profile)).toEqual({ incidents: { ids: ['#a'], columns: { name: ['乙'], n: [1] } } })
  const again = await profile.tab()
  const log = await (await opened(again)).log()
  expect(log.map(({ n, seq, by }) => [n, seq, by])).toEqual([
    [1, 1, '王老师'],
    [2, 2, '李老师'],
  ])
  expect(Date.parse(log[0]!.at)).toBeLessThan(Date.parse(log[1]!.at))
  expect(log[1]!.replica).toBe(log[0]!.replica)
  await again.close()
})

test('saved is said only with the number of what is on the disk', async () => {
  const { store, workbook } = await freshWorkbook()
  const told: Saving[] = []
  workbook.onSaving((saving) => told.push(saving))
  const [first, second] = [1, 2].map((n) => workbook.commit(edits(edit('#a', 'n', n)), '王老师'))
  expect(workbook.saving).toMatchObject({ saved: 0, pending: 2 })
  expect(await first).toBe(1)
  expect(await second).toBe(2)
  expect(told.map(({ saved, pending }) => [saved, pending])).toEqual([
    [0, 1],
    [0, 2],
    [1, 1],
    [2, 0],
  ])
  await store.close()
})

test('a deletion keeps what the deleter had seen', async () => {
  const { store, workbook } = await freshWorkbook()
  await workbook.commit(adds(rows(['#a'], { name: ['甲'] })), '王老师')
  await workbook.commit(edits(edit('#a', DELETED, true)), '王老师')
  const [added, deleted] = await workbook.log()
  expect(added!.saw).toBeUndefined()
  expect(deleted!.saw).toEqual({ [added!.replica]: 1 })
  await store.close()
})

test('an import keeps only the ids of its rows in the log, and its rows stand after those before it', async () => {
  const { profile, store, workbook } = await freshWorkbook()
  await workbook.commit(adds(rows(['#a'], { name: ['甲'] })), '王老师')
  await workbook.commit(adds(rows(numbered(600), { name: numbered(600) })), '王老师')
  await workbook.commit(adds(rows(['#z'], { name: ['末'] })), '王老师')
  const [record] = await workbook.log({ from: 2, to: 2 })
  expect(record!.change.added).toEqual([{ table: 'incidents', ids: numbered(600), columns: {} }])
  await store.close()
  const { ids, columns } = (await reloaded(profile))['incidents']!
  expect(ids).toEqual(['#a', ...numbered(600), '#z'])
  expect(columns['name']).toEqual(['甲', ...numbered(600), '末'])
})

test('the log is read from either end, in part, and by what one looks for', async () => {
  const { store, workbook } = await freshWorkbook()
  for (let i = 1; i <= 450; i++) void workbook.commit(edits(edit(i % 100 ? '#a' : '#b', 'n', i)), '王老师')
  await workbook.settled()
  const read = async (filter: Parameters<typeof workbook.log>[0]) =>
    (await workbook.log(filter)).map(({ n }) => n)
  expect(await read({})).toEqual(Array.from({ length: 450 }, (_, i) => i + 1))
  expect(await read({ newestFirst: true, limit: 3 })).toEqual([450, 449, 448])
  expect(await read({ from: 440, to: 442 })).toEqual([440, 441, 442])
  expect(await read({ to: 201, newestFirst: true, limit: 2 })).toEqual([201, 200])
  expect(await read({ from: 500 })).toEqual([])
  const ofB = ({ change }: { change: { edits: readonly { row: string }[] } }) => change.edits[0]!.row === '#b'
  expect(await read({ matching: ofB })).toEqual([100, 200, 300, 400])
  expect(await read({ matching: ofB, newestFirst: true, limit: 2 })).toEqual([400, 300])
  await store.close()
})

test('idle time folds the log into pages when enough has gathered, and not before', async () => {
  const profile = new Profile()
  const idle: (() => void)[] = []
  const whenIdle = (task: () => void) => {
    idle.push(task)
    return () => void idle.splice(idle.indexOf(task), 1)
  }
  const store = await profile.tab({ whenIdle })
  await store.create({ kind: 'school', name: '实验小学', id: 'w' })
  const workbook = await opened(store)
  for (let i = 0; i < 49; i++) await workbook.commit(edits(edit('#a', 'n', i)), '王老师')
  expect(idle).toHaveLength(0)
  await workbook.commit(edits(edit('#a', 'n', 49)), '王老师')
  expect(idle).toHaveLength(1)
  idle[0]!()
  // Goes after the fold, so when it is durable the fold is over.
  await workbook.fold()
  await store.close()
  const again = await profile.tab({ whenIdle: () => expect.unreachable('nothing is left to fold') })
  expect((await opened(again)).tables['incidents']!.columns['n']).toEqual([49])
  await again.close()
})

test('several workbooks live side by side, the last opened first, each with its own numbers', async () => {
  const { profile, store, workbook } = await freshWorkbook()
  await workbook.commit(edits(edit('#a', 'name', '甲')), '王老师')
  await store.create({ kind: 'bureau', name: '安稳办', id: 'x' })
  const other = await opened(store, 'x')
  expect(await other.commit(edits(edit('#b', 'name', '乙')), '王老师')).toBe(1)
  expect((await store.workbooks()).map(({ id, kind, name }) => [id, kind, name])).toEqual([
    ['x', 'bureau', '安稳办'],
    ['w', 'school', '实验小学'],
  ])
  await store.rename('w', '第二实验小学')
  await store.remove('x')
  await store.close()
  const again = await profile.tab()
  expect((await again.workbooks()).map(({ name }) => name)).toEqual(['第二实验小学'])
  expect((await opened(again)).tables).toEqual({ incidents: { ids: ['#a'], columns: { name: ['甲'] } } })
  await again.close()
})

test('settings of this computer are kept', async () => {
  const { profile, store } = await freshWorkbook()
  expect(await store.setting('person')).toBeUndefined()
  await store.setSetting('person', { name: '王老师' })
  await store.close()
  const again = await profile.tab()
  expect(await again.setting('person')).toEqual({ name: '王老师' })
  await again.close()
})

test('the browser’s promise to keep the data is asked for and told as it is', async () => {
  const storage = (answer: boolean | Error, quota = 1e12) =>
    ({
      persist: () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)),
      persisted: () => Promise.resolve(answer === true),
      estimate: () => Promise.resolve({ quota, usage: 1e6 }),
    }) as unknown as StorageManager
  expect(await askToKeep(storage(true))).toEqual({ state: 'kept', space: null })
  expect(await askToKeep(storage(false))).toEqual({ state: 'store.may-be-deleted', space: null })
  expect(await askToKeep(storage(new Error()))).toEqual({ state: 'store.cannot-promise', space: null })
  expect(await askToKeep(undefined)).toEqual({ state: 'store.cannot-promise', space: null })
  expect(await isKept(storage(true, 21e6))).toEqual({
    state: 'kept',
    space: { code: 'store.little-space', params: { megabytes: 20 } },
  })
  expect((await isKept(undefined)).state).toBe('store.cannot-promise')
})
