import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, expect, test } from 'vitest'
import type { Change } from '../../src/engine/change.ts'
import type { OpenedWorkbook } from '../../src/store/workbook-store.ts'
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

const stores = IDBObjectStore.prototype
const original = { put: stores.put, add: stores.add }
let writes = 0

/** The fake's way to end a transaction as the browser does when the disk is full. */
interface Abortable {
  readonly _state: string
  readonly _abort: (error: string) => void
}

/** From the n-th write on the disk is full, as Chromium says it: the whole transaction is aborted. */
function failFrom(n: number, error: string): void {
  writes = 0
  for (const method of ['put', 'add'] as const)
    stores[method] = function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
      const request = original[method].apply(this, args)
      const transaction = this.transaction as unknown as Abortable
      if (++writes >= n)
        queueMicrotask(() => {
          if (transaction._state !== 'finished') transaction._abort(error)
        })
      return request
    }
}

function countWrites(): void {
  failFrom(Infinity, 'AbortError')
}

function heal(): void {
  Object.assign(stores, original)
}

afterEach(heal)

const operations: [string, (workbook: OpenedWorkbook) => Promise<unknown>][] = [
  ['an edit', (workbook) => saved(workbook, edits(edit('#r1', 'name', '新'), edit('#r2', 'state', true)))],
  ['rows in the log', (workbook) => saved(workbook, adds(rows(['#x', '#y'], { name: ['一', '二'] })))],
  [
    'an import',
    (workbook) =>
      saved(workbook, {
        ...adds(rows(numbered(2300, 'i'), { name: numbered(2300) }), rows(['#s'], { name: ['三'] }, 'staff')),
        edits: [edit('#r1', 'name', '新')],
      }),
  ],
  ['a fold', (workbook) => workbook.fold().catch(() => {})],
]

async function saved(workbook: OpenedWorkbook, change: Change): Promise<void> {
  void workbook.commit(change, '王老师')
  await workbook.settled()
}

async function prepared() {
  const { profile, store, workbook } = await freshWorkbook()
  await workbook.commit(adds(rows(numbered(1200), { name: numbered(1200) })), '王老师')
  for (const row of ['#r0', '#r1', '#r1100'])
    await workbook.commit(edits(edit(row, 'state', false)), '王老师')
  await workbook.commit(adds(rows(['#late'], { name: ['晚'] })), '王老师')
  return { profile, store, workbook }
}

for (const [name, operation] of operations)
  for (const error of ['QuotaExceededError', 'UnknownError'])
    test(`${name} whose n-th write fails with ${error}, for every n: all or nothing, and nothing said to be saved`, async () => {
      const whole = await prepared()
      countWrites()
      await operation(whole.workbook)
      const needed = writes
      heal()
      await whole.store.close()
      const after = await reloaded(whole.profile)
      expect(needed).toBeGreaterThan(1)

      for (let n = 1; n <= needed; n++) {
        const { profile, workbook } = await prepared()
        const before = await reloadedBeside(profile)
        const last = workbook.lastNumber
        failFrom(n, error)
        await operation(workbook)
        heal()
        const now = await reloadedBeside(profile)
        const isFold = name === 'a fold'
        expect(now).toEqual(before)
        expect(workbook.lastNumber).toBe(last)
        if (isFold) await workbook.fold()
        else {
          expect(workbook.saving).toMatchObject({
            saved: last,
            pending: 1,
            problem: { code: error === 'QuotaExceededError' ? 'store.quota' : 'store.failed' },
          })
          await workbook.retry()
          expect(workbook.saving).toMatchObject({ saved: last + 1, pending: 0, problem: null })
        }
        await workbook.close()
        expect(await reloaded(profile)).toEqual(after)
      }
    }, 120_000)

/** What a start in another tab finds, while the first one still runs. */
async function reloadedBeside(profile: Profile) {
  const store = await profile.tab()
  const { tables, startReport } = await opened(store)
  expect(startReport.quarantined).toEqual([])
  await store.close()
  return tables
}

test('changes made while the disk is full wait in order, and all get saved later', async () => {
  const { profile, store, workbook } = await freshWorkbook()
  await workbook.commit(adds(rows(['#a'], { name: ['零'] })), '王老师')
  failFrom(1, 'QuotaExceededError')
  const numbers = ['一', '二', '三'].map((name) => workbook.commit(edits(edit('#a', 'name', name)), '王老师'))
  await workbook.settled()
  expect(workbook.saving).toMatchObject({ saved: 1, pending: 3, problem: { code: 'store.quota' } })
  heal()
  await workbook.retry()
  expect(await Promise.all(numbers)).toEqual([2, 3, 4])
  expect((await workbook.log()).map(({ change }) => change.edits[0]?.to)).toEqual([
    undefined,
    '一',
    '二',
    '三',
  ])
  await store.close()
  expect((await reloaded(profile))['incidents']!.columns['name']).toEqual(['三'])
})

test('a change that comes after a failure takes those before it along', async () => {
  const { workbook, store } = await freshWorkbook()
  failFrom(1, 'QuotaExceededError')
  void workbook.commit(edits(edit('#a', 'name', '一')), '王老师')
  await workbook.settled()
  heal()
  expect(await workbook.commit(edits(edit('#a', 'name', '二')), '王老师')).toBe(2)
  expect(workbook.saving).toMatchObject({ saved: 2, pending: 0, problem: null })
  await store.close()
})
