import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { Database, WRITER_VERSION, type Meta } from '../../src/store/db.ts'
import { openStore } from '../../src/store/open-store.ts'
import { lostWorkbook, problemsAtStart } from '../../src/store/start-report.ts'
import type { Problem } from '../../src/shared/result.ts'
import {
  adds,
  edit,
  edits,
  freshWorkbook,
  numbered,
  opened,
  reloaded,
  rows,
  type Profile,
} from './browser.ts'

async function inDatabase(
  profile: Profile,
  task: (database: Database) => PromiseLike<unknown>,
): Promise<void> {
  const database = new Database(profile.factory, IDBKeyRange)
  await database.open()
  await task(database)
  database.close()
}

async function filled(): Promise<Profile> {
  const { profile, store, workbook } = await freshWorkbook()
  await workbook.commit(adds(rows(numbered(2300), { name: numbered(2300) })), '王老师')
  await workbook.commit(edits(edit('#r1', 'name', '甲')), '王老师')
  await workbook.commit(edits(edit('#r2', 'name', '乙')), '王老师')
  await workbook.commit(edits(edit('#r1500', 'name', '丙')), '王老师')
  await store.close()
  return profile
}

const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code)

test('what was closed in order is reported as in order', async () => {
  const store = await (await filled()).tab()
  expect(store.emptied).toEqual({ dataLoss: false, workbooks: [] })
  expect(problemsAtStart((await opened(store)).startReport)).toEqual([])
  await store.close()
})

test('a lost tail of the log is announced with the time up to which everything is there', async () => {
  const profile = await filled()
  // The power went out: the browser's newest writes are gone, and the database opens as if they had never been.
  await inDatabase(profile, (database) =>
    database.transaction('rw', database.log, database.meta, async () => {
      await database.log.where(':id').between(['w', 3], ['w', []]).delete()
      await database.meta.update('w', { last: 2 } satisfies Partial<Meta>)
    }),
  )
  const store = await profile.tab()
  const workbook = await opened(store)
  const since = (await workbook.log({ from: 2 }))[0]!.at
  expect(workbook.startReport.marker).toEqual({ kind: 'missing', from: 3, to: 4, since })
  expect(problemsAtStart(workbook.startReport)).toEqual([
    { code: 'store.changes-missing', params: { count: 2, since } },
  ])

  // The lost changes may be in a file somebody has: their names must not be given to other changes.
  const [before] = await workbook.log({ from: 2, to: 2 })
  await workbook.commit(edits(edit('#r9', 'name', '新')), '王老师')
  const [after] = await workbook.log({ from: 3, to: 3 })
  expect(after!.replica).not.toBe(before!.replica)
  expect(after!.seq).toBe(1)
  await store.close()
  const again = await profile.tab()
  expect(problemsAtStart((await opened(again)).startReport)).toEqual([])
  await again.close()
})

test('as many changes as before but other ones are noticed', async () => {
  const profile = await filled()
  await inDatabase(profile, (database) => database.meta.update('w', { chain: 'f00' }))
  const store = await profile.tab()
  expect(codes(problemsAtStart((await opened(store)).startReport))).toEqual(['store.other-content'])
  await store.close()
})

test('an emptied database is announced by the name of what was in it, never an empty start', async () => {
  const profile = await filled()
  profile.factory = new IDBFactory()
  const store = await profile.tab()
  expect(await store.workbooks()).toEqual([])
  expect(store.emptied.workbooks).toHaveLength(1)
  expect(lostWorkbook(store.emptied.workbooks[0]!, store.emptied.dataLoss)).toMatchObject({
    code: 'store.lost',
    params: { name: '实验小学', rows: 2300 },
  })
  store.forget('w')
  await store.close()
  const again = await profile.tab()
  expect(again.emptied.workbooks).toEqual([])
  await again.close()
})

test('removing a workbook on purpose is no loss', async () => {
  const profile = await filled()
  const store = await profile.tab()
  expect((await store.remove('w')).ok).toBe(true)
  await store.close()
  const again = await profile.tab()
  expect(again.emptied.workbooks).toEqual([])
  expect(await again.open('w')).toMatchObject({ ok: false, problem: { code: 'store.emptied' } })
  await again.close()
  await inDatabase(profile, async (database) => {
    for (const table of [database.meta, database.pages, database.dots, database.log])
      expect(await table.count()).toBe(0)
  })
})

const junk: [string, (database: Database) => PromiseLike<unknown>][] = [
  ['another type', (database) => database.pages.put({ workbook: 'w', table: 'incidents', page: 1 } as never)],
  [
    'a column too short',
    (database) =>
      database.pages.update(['w', 'incidents', 1], { columns: { name: { kind: 'plain', cells: ['x'] } } }),
  ],
  ['nothing', (database) => database.pages.delete(['w', 'incidents', 1])],
]
for (const [what, spoil] of junk)
  test(`a page that holds ${what} is put aside and named, and all other rows work`, async () => {
    const profile = await filled()
    await inDatabase(profile, spoil)
    const store = await profile.tab()
    const workbook = await opened(store)
    const { ids, columns } = workbook.tables['incidents']!
    expect(ids).toEqual([...numbered(1000), ...numbered(2300).slice(2000)])
    expect(columns['name']!.slice(0, 4)).toEqual(['#r0', '甲', '乙', '#r3'])
    expect(columns['name']).toHaveLength(1300)
    expect(workbook.startReport.quarantined).toEqual([
      { kind: 'page', table: 'incidents', page: 1 },
      // The edit of a row in the lost page must not show up as a row with a single cell.
      { kind: 'edit', n: 4, table: 'incidents', row: '#r1500' },
    ])
    expect(codes(problemsAtStart(workbook.startReport))).toEqual([
      'store.pages-unreadable',
      'store.changes-unreadable',
    ])

    // Work goes on, also an import; nothing is folded, since the log is the only place of some of it.
    await workbook.commit(adds(rows(numbered(600, 'n'), { name: numbered(600, 'n') })), '王老师')
    await workbook.fold()
    await store.close()
    const again = await profile.tab()
    const { tables, startReport } = await opened(again)
    expect(tables['incidents']!.ids).toEqual([...ids, ...numbered(600, 'n')])
    expect(startReport.quarantined).toHaveLength(2)
    await again.close()
  })

test('an odd or missing change in the log is put aside by its number, and all others are applied', async () => {
  const profile = await filled()
  await inDatabase(profile, (database) => database.log.put({ workbook: 'w', n: 2, change: 'junk' } as never))
  await inDatabase(profile, (database) => database.log.delete(['w', 3]))
  const store = await profile.tab()
  const workbook = await opened(store)
  expect(workbook.startReport.quarantined).toEqual([
    { kind: 'record', n: 2 },
    { kind: 'record', n: 3 },
  ])
  const names = workbook.tables['incidents']!.columns['name']!
  expect([names[1], names[2], names[1500]]).toEqual(['#r1', '#r2', '丙'])
  expect((await workbook.log()).map(({ n }) => n)).toEqual([1, 4])
  await store.close()
})

test('a record the browser cannot give out does not keep the others from being read', async () => {
  const profile = await filled()
  const store = await profile.tab()
  // As browsers answer when one value is damaged: the request for all fails, and the one for that key alone.
  const stores = IDBObjectStore.prototype
  const { get, getAll } = stores
  const damaged = new DOMException('damaged', 'DataError')
  stores.getAll = function (this: IDBObjectStore, ...args) {
    if (this.name === 'pages') throw damaged
    return getAll.apply(this, args)
  }
  stores.get = function (this: IDBObjectStore, key) {
    if (this.name === 'pages' && (key as IDBValidKey[])[2] === 0) throw damaged
    return get.call(this, key)
  }
  try {
    const workbook = await opened(store)
    expect(workbook.startReport.quarantined).toContainEqual({ kind: 'page', table: 'incidents', page: 0 })
    expect(workbook.tables['incidents']!.ids).toEqual(numbered(2300).slice(1000))
  } finally {
    Object.assign(stores, { get, getAll })
  }
  await store.close()
})

test('an older build reads but never writes what a newer one has written, also when that comes later', async () => {
  const profile = await filled()
  const store = await profile.tab()
  const workbook = await opened(store)
  await inDatabase(profile, (database) => database.meta.update('w', { minWriter: WRITER_VERSION + 1 }))
  const problem = { code: 'store.newer-writer', params: { needed: WRITER_VERSION + 1 } }
  void workbook.commit(edits(edit('#r1', 'name', '旧')), '王老师')
  await workbook.settled()
  expect(workbook.saving).toMatchObject({ saved: 4, pending: 1, problem })
  expect(await store.rename('w', '改名')).toEqual({ ok: false, problem })
  expect(await store.remove('w')).toEqual({ ok: false, problem })
  await store.close()

  const again = await profile.tab()
  const readOnly = await opened(again)
  expect(problemsAtStart(readOnly.startReport)).toEqual([problem])
  expect(readOnly.tables['incidents']!.columns['name']![1]).toBe('甲')
  expect((await readOnly.log()).length).toBe(4)
  await again.close()
})

test('a database of a newer version is not opened by an older build, and not changed', async () => {
  const profile = await filled()
  const newer = await rawOpen(profile, 1_000)
  newer.close()
  expect(await openStore(profile.options())).toEqual({
    ok: false,
    problem: { code: 'store.newer-database' },
  })
  const after = await rawOpen(profile, 1_000)
  expect(after.version).toBe(1_000)
  after.close()
})

test('when a newer build wants to upgrade, this tab lets go at once, says so and writes no more', async () => {
  const profile = await filled()
  const store = await profile.tab()
  const workbook = await opened(store)
  const told: Problem[] = []
  store.onLocked((problem) => told.push(problem))
  const newer = await rawOpen(profile, 1_000)
  expect(told).toEqual([{ code: 'store.upgraded-elsewhere' }])
  void workbook.commit(edits(edit('#r1', 'name', '旧')), '王老师')
  await workbook.settled()
  expect(workbook.saving).toMatchObject({
    saved: 4,
    pending: 1,
    problem: { code: 'store.upgraded-elsewhere' },
  })
  expect(await store.create({ kind: 'school', name: '另一所' })).toMatchObject({
    ok: false,
    problem: { code: 'store.upgraded-elsewhere' },
  })
  newer.close()
  await store.close()
})

test('a database that disappears while it is open stops the writing instead of starting an empty one', async () => {
  const profile = await filled()
  const store = await profile.tab()
  const workbook = await opened(store)
  await inDatabase(profile, (database) => database.meta.clear())
  void workbook.commit(edits(edit('#r1', 'name', '新')), '王老师')
  await workbook.settled()
  expect(workbook.saving).toMatchObject({ pending: 1, problem: { code: 'store.emptied' } })
  await store.close()
})

test('a browser that refuses a database is told from a broken one', async () => {
  const refusing = {
    open() {
      throw Object.assign(new Error(), { name: 'SecurityError' })
    },
  } as unknown as IDBFactory
  const { profile } = await freshWorkbook()
  expect(await openStore(profile.options({ factory: refusing as never }))).toEqual({
    ok: false,
    problem: { code: 'store.unavailable' },
  })
})

test('a blocked localStorage keeps nobody from working', async () => {
  const { profile } = await freshWorkbook()
  const store = await profile.tab({
    storage: () => {
      throw new Error('blocked')
    },
  })
  const workbook = await opened(store)
  expect(await workbook.commit(edits(edit('#a', 'name', '甲')), '王老师')).toBe(1)
  await store.close()
  expect((await reloaded(profile))['incidents']!.ids).toEqual(['#a'])
})

const rawOpen = (profile: Profile, version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = profile.factory.open('dutybook', version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error!)
  })
