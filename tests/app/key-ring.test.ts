import { expect, test } from 'vitest'
import { KeyRing } from '../../src/app/key-ring.ts'
import { fingerprintOf, newSigningKey } from '../../src/sync/signature.ts'
import { Profile } from '../store/browser.ts'

test('a copy keeps its key over restarts, each workbook has its own, and a cleared browser makes another', async () => {
  const profile = new Profile()
  const store = await profile.tab()
  const key = await new KeyRing(store, 'w').own()
  expect(key!.privateKey.extractable).toBe(false)
  const again = await new KeyRing(await profile.tab(), 'w').own()
  expect(again!.publicKey).toEqual(key!.publicKey)
  expect((await new KeyRing(store, 'v').own())!.publicKey).not.toEqual(key!.publicKey)
  const cleared = await new KeyRing(await new Profile().tab(), 'w').own()
  expect(cleared!.publicKey).not.toEqual(key!.publicKey)
})

test('two tabs that begin at the same time end with one key', async () => {
  const profile = new Profile()
  const rings = await Promise.all([1, 2].map(async () => new KeyRing(await profile.tab(), 'w')))
  await Promise.all(rings.map((ring) => ring.own()))
  const kept = await new KeyRing(await profile.tab(), 'w').own()
  const last = await rings[1]!.judge(kept!.publicKey, '#r')
  expect(last.is).toBe('own')
})

test('what a signature is worth: own, unsigned, first met, known by name, another than before', async () => {
  const store = await new Profile().tab()
  const ring = new KeyRing(store, 'w')
  const [key, other] = [(await newSigningKey()).publicKey, (await newSigningKey()).publicKey]
  expect(await ring.judge((await ring.own())!.publicKey, '#me')).toEqual({ is: 'own' })
  expect(await ring.judge(null, '#them')).toEqual({ is: 'unsigned' })
  expect(await ring.judge(key, '#them')).toEqual({ is: 'new' })
  await ring.remember(key, '#them', '王老师的电脑')
  expect(await ring.judge(key, '#them')).toEqual({ is: 'known', name: '王老师的电脑' })
  await ring.remember(key, '#renamed')
  expect(await ring.judge(key, '#renamed')).toEqual({ is: 'known', name: '王老师的电脑' })
  expect(await ring.judge(other, '#them')).toEqual({
    is: 'changed',
    name: '王老师的电脑',
    before: await fingerprintOf(key),
  })
  expect(await ring.judge(other, '#somebody')).toEqual({ is: 'new' })
  expect(await new KeyRing(store, 'v').judge(key, '#them')).toEqual({ is: 'new' })
})

test('a browser that keeps nothing signs nothing, and is kept from nothing', async () => {
  const settings = {
    setting: () => Promise.resolve(undefined),
    setSetting: () => Promise.resolve({ ok: false as const, problem: { code: 'store.quota' } }),
  }
  const ring = new KeyRing(settings, 'w')
  expect(await ring.own()).toBeNull()
  expect(await ring.judge((await newSigningKey()).publicKey, '#them')).toEqual({ is: 'new' })
})
