import { expect, test } from 'vitest'
import { fingerprintOf, newSigningKey } from '../../src/sync/signature.ts'
import { packFile, unpackFile } from '../../src/sync/package-file.ts'
import { WorkbookState } from '../../src/sync/workbook-state.ts'
import { bytesOf } from './copy.ts'

const small = new WorkbookState()
small.apply({
  replica: 'r',
  seq: 1,
  at: '2027-03-10T09:00:00.000Z',
  by: '王老师',
  change: {
    source: 'user',
    label: { code: 'edit' },
    edits: [{ table: 'incidents', row: '#1', column: 'name', from: null, to: '操场擦伤' }],
    added: [],
  },
})
const content = bytesOf(small)
/** Up to the content: mark, form, length, hash, key, signature. */
const HEAD = 174

test('a signed file says whose it is, and with any bit flipped it is refused or holds the very same content', async () => {
  const key = await newSigningKey()
  const file = await packFile(content, key)
  expect(await unpackFile(file)).toEqual({ ok: true, value: { content, key: key.publicKey } })
  const codes = new Set<string>()
  for (let bit = 0; bit < file.length * 8; bit++) {
    const damaged = file.slice()
    damaged[bit >> 3]! ^= 1 << (bit & 7)
    const read = await unpackFile(damaged)
    if (read.ok) {
      // Only the packing of the content has more than one way to say the same.
      expect(bit >> 3).toBeGreaterThanOrEqual(HEAD)
      expect(read.value).toEqual({ content, key: key.publicKey })
    } else codes.add(read.problem.code)
  }
  expect([...codes].sort()).toEqual([
    'package.cut',
    'package.damaged',
    'package.newer-format',
    'package.not-one',
    'package.wrong-signature',
  ])
  for (let length = 0; length < file.length; length++)
    expect((await unpackFile(file.slice(0, length))).ok).toBe(false)
})

test('what another key has signed, or nobody any more, is not taken for the sender’s', async () => {
  const [mine, other] = [await newSigningKey(), await newSigningKey()]
  const file = await packFile(content, mine)
  // Somebody puts his own content under the sender's key.
  const forged = await packFile(bytesOf(new WorkbookState()), other)
  forged.set(mine.publicKey, HEAD - 64 - 65)
  expect(await unpackFile(forged)).toMatchObject({ problem: { code: 'package.wrong-signature' } })
  // A signature that is cut out leaves an unsigned file, and is shown as that.
  const bare = file.slice()
  bare.fill(0, HEAD - 64 - 65, HEAD)
  expect(await unpackFile(bare)).toEqual({ ok: true, value: { content, key: null } })
  const half = file.slice()
  half.fill(0, HEAD - 64 - 65, HEAD - 64)
  expect(await unpackFile(half)).toMatchObject({ problem: { code: 'package.wrong-signature' } })
})

test('a fingerprint is short, the same every time, and another one for another key', async () => {
  const [a, b] = [await newSigningKey(), await newSigningKey()]
  const print = await fingerprintOf(a.publicKey)
  expect(print).toMatch(/^\d{4}( \d{4}){5}$/)
  expect(await fingerprintOf(a.publicKey)).toBe(print)
  expect(await fingerprintOf(b.publicKey)).not.toBe(print)
  expect(a.privateKey.extractable).toBe(false)
})
