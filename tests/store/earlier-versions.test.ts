import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { problemsAtStart } from '../../src/store/start-report.ts'
import { edit, edits, opened, Profile } from './browser.ts'

/** A browser profile as an earlier build left it: every stored record and the markers beside them. */
interface StoredProfile {
  readonly version: number
  readonly keys: Readonly<Record<string, string | string[]>>
  readonly stores: Readonly<Record<string, readonly object[]>>
  readonly storage: Readonly<Record<string, string>>
}

const folder = fileURLToPath(new URL('../fixtures/profiles/', import.meta.url))
const ARRAYS = { Float64Array, Uint8Array, Uint16Array, Uint32Array }

const stored = (name: string): StoredProfile =>
  JSON.parse(readFileSync(folder + name, 'utf8'), (_key, value: unknown) => {
    const packed = value as { $?: keyof typeof ARRAYS; of: number[] } | null
    return packed?.$ ? new ARRAYS[packed.$](packed.of) : value
  }) as StoredProfile

function revived({ version, keys, stores, storage }: StoredProfile): Promise<Profile> {
  const profile = new Profile()
  for (const [key, value] of Object.entries(storage)) profile.storage.setItem(key, value)
  return new Promise((done, failed) => {
    const request = profile.factory.open('dutybook', version)
    request.onupgradeneeded = () => {
      for (const [name, records] of Object.entries(stores)) {
        const store = request.result.createObjectStore(name, { keyPath: keys[name]! })
        for (const record of records) store.add(record)
      }
    }
    request.onsuccess = () => {
      request.result.close()
      done(profile)
    }
    request.onerror = () => failed(request.error!)
  })
}

test('there is a profile of every earlier version', () => {
  expect(readdirSync(folder)).toEqual(['version-1.json'])
})

test('a profile of version 1 opens whole, can be written, and can keep files', async () => {
  const profile = await revived(stored('version-1.json'))
  const store = await profile.tab()
  expect(store.emptied.workbooks).toEqual([])
  expect((await store.workbooks()).map(({ name }) => name).sort()).toEqual(['城关小学', '实验小学'])
  const workbook = await opened(store)
  expect(problemsAtStart(workbook.startReport)).toEqual([])
  const { ids, columns } = workbook.tables['incidents']!
  expect(ids).toHaveLength(1201)
  const cell = (row: string, column: string) => columns[column]![ids.indexOf(row)]
  expect(cell('#r0', 'no')).toBe('SG-20260302-0')
  expect(cell('#r1', 'no')).toBe('SG-20260302-甲')
  expect(cell('#r1100', 'type')).toBe('食物中毒')
  expect(cell('#r1199', 'injured')).toBe(1199 % 3)
  expect(cell('#new', 'type')).toBe('摔伤')
  expect(cell('#r2', '$deleted')).toBe(true)
  expect((await workbook.log()).map(({ by }) => by)).toEqual(['王老师', '王老师', '陈老师', '陈老师'])
  expect((await opened(store, 'second')).tables['staff']!.columns['name']).toEqual(['李四'])
  expect(await store.setting('device')).toEqual({ person: '王老师' })

  await workbook.commit(edits(edit('#r1', 'type', '走失')), '王老师')
  const bytes = new Uint8Array([1, 2, 3])
  expect(await workbook.files.keep([{ hash: 'a', type: 'image/jpeg', bytes }])).toMatchObject({ ok: true })
  await store.close()
  const again = await opened(await profile.tab())
  expect(again.tables['incidents']!.columns['type']![1]).toBe('走失')
  expect(await again.files.bytes('a')).toEqual(bytes)
})
