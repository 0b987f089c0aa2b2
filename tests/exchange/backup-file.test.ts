import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openBackup, readBackupHeader, sealBackup } from '../../src/exchange/backup-file.ts'
import { passwordKey, type PasswordKey } from '../../src/exchange/backup-key.ts'
import type { Result } from '../../src/shared/result.ts'

/** Cheap keys: what is tested here does not depend on how long a password is stretched. */
const salt = new Uint8Array(16).fill(7)
const keyOf = (password: string) => passwordKey(password, { salt, rounds: 2 })

async function open(file: Uint8Array, key: PasswordKey | null = null): Promise<Result<Uint8Array>> {
  const header = await readBackupHeader(file)
  return header.ok ? openBackup(file, header.value, key) : header
}

const content = new TextEncoder().encode('双责簿的备份'.repeat(30))
const CHUNK = 100
const files = async () => {
  const key = await keyOf('密码Pa55!')
  return [
    { title: 'plain', key: null, file: await sealBackup(content, null, undefined, CHUNK) },
    { title: 'encrypted', key, file: await sealBackup(content, key, undefined, CHUNK) },
  ]
}

test('whatever was sealed is opened again, in chunks of any size, with and without a password', async () => {
  const key = await keyOf('密码')
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ size: 'max', maxLength: 2000 }),
      fc.integer({ min: 1, max: 700 }),
      fc.boolean(),
      async (bytes, chunk, locked) => {
        const shares: number[] = []
        const file = await sealBackup(bytes, locked ? key : null, (share) => shares.push(share), chunk)
        expect(shares[shares.length - 1]).toBe(1)
        expect(await open(file, key)).toEqual({ ok: true, value: new Uint8Array(bytes) })
      },
    ),
    { numRuns: 150 },
  )
})

describe.each(await files())('a $title backup', ({ file, key }) => {
  test('with any one bit of any byte turned over is refused', async () => {
    for (let at = 0; at < file.length; at++) {
      const flipped = file.slice()
      flipped[at]! ^= 1 << (at % 8)
      expect((await open(flipped, key)).ok, `byte ${at}`).toBe(false)
    }
  })

  test('cut at any of 200 places is refused as cut, with or without more behind it', async () => {
    for (let point = 0; point < 200; point++) {
      const length = Math.floor((file.length * point) / 200)
      const cut = await open(file.slice(0, length), key)
      expect(!cut.ok && cut.problem.code, `at ${length}`).toBe(length < 16 ? 'backup.not-one' : 'package.cut')
    }
    const longer = new Uint8Array(file.length + 1)
    longer.set(file)
    expect((await open(longer, key)).ok).toBe(false)
  })

  test('says at which chunk it is damaged', async () => {
    const header = await readBackupHeader(file)
    if (!header.ok) throw new Error(header.problem.code)
    const { bodyAt } = header.value
    for (const index of [0, 1, 4]) {
      const damaged = file.slice()
      damaged[bodyAt + index * (CHUNK + 16) + 3]! ^= 1
      expect(await open(damaged, key)).toEqual({
        ok: false,
        problem: { code: 'package.damaged', params: { where: bodyAt + index * (CHUNK + 16) } },
      })
    }
  })

  test('with two chunks changed over, one repeated, or one of another file of the same key is refused', async () => {
    const header = await readBackupHeader(file)
    if (!header.ok) throw new Error(header.problem.code)
    const step = CHUNK + 16
    const chunkOf = (from: Uint8Array, index: number) =>
      from.slice(header.value.bodyAt + index * step, header.value.bodyAt + (index + 1) * step)
    const withChunk = (index: number, chunk: Uint8Array) => {
      const changed = file.slice()
      changed.set(chunk, header.value.bodyAt + index * step)
      return changed
    }
    const swapped = withChunk(1, chunkOf(file, 2))
    swapped.set(chunkOf(file, 1), header.value.bodyAt + 2 * step)
    const different = content.slice()
    different[CHUNK]! ^= 1
    const other = await sealBackup(different, key, undefined, CHUNK)
    for (const changed of [swapped, withChunk(1, chunkOf(file, 0)), withChunk(1, chunkOf(other, 1))])
      expect((await open(changed, key)).ok).toBe(false)
  })
})

describe('a password', () => {
  test('that is wrong is told apart from a file that is damaged', async () => {
    const key = await keyOf('对的密码')
    const file = await sealBackup(content, key, undefined, CHUNK)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', size: 'max', maxLength: 40 }), async (guess) => {
        fc.pre(guess.normalize('NFC') !== '对的密码')
        expect(await open(file, await keyOf(guess))).toEqual({
          ok: false,
          problem: { code: 'file.wrong-password' },
        })
      }),
      { numRuns: 100 },
    )
    const damaged = file.slice()
    damaged[file.length - 1]! ^= 1
    expect(await open(damaged, key)).toMatchObject({ ok: false, problem: { code: 'package.damaged' } })
    expect(await open(damaged, await keyOf('错的密码'))).toMatchObject({
      ok: false,
      problem: { code: 'file.wrong-password' },
    })
  })

  test('opens the file composed or decomposed, and with signs beyond 16 bits', async () => {
    for (const password of ['Ünïcödé-è12', '한국어 비밀번호', '🏫𠮷田密码', 'ﬁ ligature']) {
      const file = await sealBackup(content, await keyOf(password.normalize('NFD')))
      for (const form of ['NFC', 'NFD'] as const)
        expect((await open(file, await keyOf(password.normalize(form)))).ok).toBe(true)
    }
  })

  test('never gives two files the same bytes', async () => {
    const key = await keyOf('密码')
    const [a, b] = [await sealBackup(content, key), await sealBackup(content, key)]
    const tail = (file: Uint8Array) => file.slice(-content.length).join()
    expect(tail(a)).not.toBe(tail(b))
  })
})

/** A header with other words in it, its hash made to fit. */
async function withHeader(
  file: Uint8Array,
  change: (header: Record<string, unknown>) => object,
): Promise<Uint8Array> {
  const length = new DataView(file.buffer).getUint32(16)
  const header = JSON.parse(new TextDecoder().decode(file.slice(20, 20 + length))) as Record<string, unknown>
  const json = new TextEncoder().encode(JSON.stringify(change(header)))
  const head = new Uint8Array(20 + json.length)
  head.set(file.slice(0, 16))
  new DataView(head.buffer).setUint32(16, json.length)
  head.set(json, 20)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', head))
  return Uint8Array.from([...head, ...hash, ...file.slice(20 + length + 32)])
}

describe('a forged header', () => {
  const lockOf = (header: Record<string, unknown>) => header['lock'] as Record<string, unknown>

  test('that asks for more rounds than a computer can do is refused at once', async () => {
    const file = await sealBackup(content, await keyOf('密码'))
    for (const rounds of [10 ** 9, 5_000_001, 2 ** 40]) {
      const bomb = await withHeader(file, (header) => ({ ...header, lock: { ...lockOf(header), rounds } }))
      expect(await readBackupHeader(bomb)).toMatchObject({
        ok: false,
        problem: { code: 'backup.too-many-rounds' },
      })
    }
    for (const rounds of [0, -1, 1.5, '2', null]) {
      const odd = await withHeader(file, (header) => ({ ...header, lock: { ...lockOf(header), rounds } }))
      expect(await readBackupHeader(odd)).toMatchObject({ ok: false, problem: { code: 'package.malformed' } })
    }
  })

  test('that claims an enormous content is refused before any memory is taken', async () => {
    const file = await sealBackup(content, null)
    const bomb = await withHeader(file, (header) => ({ ...header, content: 2 ** 45 }))
    expect(await readBackupHeader(bomb)).toMatchObject({ ok: false, problem: { code: 'file.too-large' } })
  })

  test('of a newer version is declined politely, a newer one that can be read is read', async () => {
    const file = await sealBackup(content, null)
    const newer = await withHeader(file, (header) => ({ ...header, format: 9, reads: 9 }))
    expect(await readBackupHeader(newer)).toEqual({
      ok: false,
      problem: { code: 'backup.newer', params: { format: 9, known: 1 } },
    })
    const kind = await withHeader(file, (header) => ({ ...header, format: 2 }))
    expect((await readBackupHeader(kind)).ok).toBe(true)
  })

  test('with anything in place of what must be there is refused, never thrown at', async () => {
    const file = await sealBackup(content, await keyOf('密码'))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'format',
          'reads',
          'content',
          'chunk',
          'id',
          'lock',
          'salt',
          'nonce',
          'check',
          'cipher',
        ),
        fc.jsonValue(),
        async (key, value) => {
          const forged = await withHeader(file, (header) =>
            key in header
              ? { ...header, [key]: value }
              : { ...header, lock: { ...lockOf(header), [key]: value } },
          )
          fc.pre(forged.join() !== file.join())
          const opened = await open(forged, await keyOf('密码'))
          // With other bytes before the chunks no tag fits any more.
          expect(opened.ok).toBe(false)
        },
      ),
      { numRuns: 200 },
    )
  })
})
