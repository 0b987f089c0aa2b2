import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, expect, test } from 'vitest'
import { KEPT_DAYS } from '../../src/store/kept-files.ts'
import { addDays } from '../../src/shared/local-date.ts'
import { freshWorkbook, opened } from './browser.ts'

const original = IDBObjectStore.prototype.put
afterEach(() => void (IDBObjectStore.prototype.put = original))

const file = (hash: string, size = 4) => ({
  hash,
  type: 'image/jpeg',
  bytes: new Uint8Array(size).fill(7),
  thumbnail: new Uint8Array([9]),
})
const TODAY = '2027-03-10'

test('the same content twice is kept once, and each workbook has its own', async () => {
  const { profile, store, workbook } = await freshWorkbook()
  await store.create({ kind: 'school', name: '城关小学', id: 'other' })
  await workbook.files.keep([file('a'), file('b', 10), file('a')])
  await workbook.files.keep([file('a')])
  const other = await opened(store, 'other')
  expect(await other.files.all()).toEqual([])
  expect(await other.files.bytes('a')).toBeNull()
  await store.close()

  const again = await opened(await profile.tab())
  expect((await again.files.all()).map(({ hash, size }) => [hash, size])).toEqual([
    ['a', 4],
    ['b', 10],
  ])
  expect(await again.files.bytes('b')).toEqual(new Uint8Array(10).fill(7))
  expect(await again.files.thumbnail('b')).toEqual(new Uint8Array([9]))
})

test('a full disk keeps nothing half and says why', async () => {
  const { store, workbook } = await freshWorkbook()
  // The second of two files does not fit: the whole transaction ends, as Chromium does it.
  let puts = 0
  IDBObjectStore.prototype.put = function (...args) {
    const request = original.apply(this, args as Parameters<typeof original>)
    const { transaction } = this as unknown as { transaction: { _abort: (error: string) => void } }
    if (this.name === 'contents' && ++puts === 2)
      queueMicrotask(() => transaction._abort('QuotaExceededError'))
    return request
  }
  expect(await workbook.files.keep([file('a'), file('b')])).toEqual({
    ok: false,
    problem: { code: 'store.quota' },
  })
  IDBObjectStore.prototype.put = original
  expect(await workbook.files.all()).toEqual([])
  expect(await workbook.files.bytes('a')).toBeNull()
  expect(await workbook.files.thumbnail('a')).toBeNull()
  await store.close()
})

test('a file nobody uses is freed by a person only, and only after its days', async () => {
  const { store, workbook } = await freshWorkbook()
  const { files } = workbook
  await files.keep([file('used'), file('gone'), file('back')])
  const since = async (used: string[], today: string) => {
    const noticed = await files.notice(new Set(used), today)
    if (!noticed.ok) throw new Error(noticed.problem.code)
    return Object.fromEntries(noticed.value.map(({ hash, unusedSince }) => [hash, unusedSince]))
  }
  expect(await since(['used'], TODAY)).toEqual({ used: undefined, gone: TODAY, back: TODAY })
  // Looking again does not begin anew; a deletion that is undone and done again does.
  expect(await since(['used', 'back'], '2027-03-20')).toEqual({
    used: undefined,
    gone: TODAY,
    back: undefined,
  })
  const last = addDays(TODAY, KEPT_DAYS)
  expect((await since(['used'], last))['back']).toBe(last)
  expect(await files.free(new Set(['used']), addDays(last, -1))).toEqual({ ok: true, value: [] })
  // In use again since anybody last looked: stays.
  expect(await files.free(new Set(['used', 'gone']), last)).toEqual({ ok: true, value: [] })
  expect(await files.free(new Set(['used']), last)).toMatchObject({ ok: true, value: [{ hash: 'gone' }] })
  expect((await files.all()).map(({ hash }) => hash)).toEqual(['back', 'used'])
  expect([await files.bytes('gone'), await files.thumbnail('gone')]).toEqual([null, null])
  await store.close()
})

test('a tab that must not write any more keeps no files either', async () => {
  const { profile, store, workbook } = await freshWorkbook()
  const newer = profile.factory.open('dutybook', 1_000)
  await new Promise((done) => (newer.onsuccess = done))
  expect(await workbook.files.keep([file('a')])).toEqual({
    ok: false,
    problem: { code: 'store.upgraded-elsewhere' },
  })
  newer.result.close()
  await store.close()
})

test('deleting a workbook deletes its files', async () => {
  const { store, workbook } = await freshWorkbook()
  await workbook.files.keep([file('a')])
  expect((await store.remove('w')).ok).toBe(true)
  expect(await workbook.files.all()).toEqual([])
  expect(await workbook.files.bytes('a')).toBeNull()
  await store.close()
})
