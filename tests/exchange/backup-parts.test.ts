import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packParts, unpackParts } from '../../src/exchange/backup-parts.ts'

const part = fc.record(
  {
    name: fc.string({ unit: 'grapheme' }),
    type: fc.constantFrom('image/jpeg', 'application/json'),
    bytes: fc.uint8Array({ size: 'max', maxLength: 400 }),
  },
  { requiredKeys: ['name', 'bytes'] },
)

test('parts come out as they went in, whatever their names', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { size: 'max', maxLength: 8 }), async (parts) => {
      const unpacked = await unpackParts(await packParts(parts))
      expect(unpacked.ok && unpacked.value.map((each) => ({ ...each, bytes: [...each.bytes] }))).toEqual(
        parts.map((each) => ({ ...each, bytes: [...each.bytes] })),
      )
    }),
    { numRuns: 100 },
  )
})

test('one bit of any part turned over is found, and the part is named', async () => {
  const content = await packParts([
    { name: 'state', bytes: new TextEncoder().encode('内容'.repeat(20)) },
    { name: 'file/1', type: 'image/jpeg', bytes: new Uint8Array(40) },
  ])
  const list = new DataView(content.buffer).getUint32(0)
  for (let at = 0; at < content.length; at++) {
    const flipped = content.slice()
    flipped[at]! ^= 1 << (at % 8)
    const read = await unpackParts(flipped)
    // In the list a flip may change a name or a type, which only the seal around all of it can notice.
    if (at >= 4 && at < 4 + list) continue
    expect(read.ok, `byte ${at}`).toBe(false)
    if (at >= content.length - 40 && !read.ok)
      expect(read.problem).toEqual({ code: 'backup.part-damaged', params: { part: 'file/1' } })
  }
})

test('a part that unpacks to more than it says is stopped there', async () => {
  const content = await packParts([{ name: 'bomb', bytes: new Uint8Array(1_000_000) }])
  const text = new TextDecoder('latin1').decode(content).replace('"size":1000000', '"size":0000010')
  const forged = Uint8Array.from(text.replace('"size":0000010', '"size":10     '), (c) => c.charCodeAt(0))
  expect(await unpackParts(forged)).toMatchObject({ ok: false, problem: { code: 'backup.part-damaged' } })
})

test('any bytes at all are refused, never thrown at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ size: 'max', maxLength: 300 }), async (bytes) => {
      expect((await unpackParts(bytes)).ok).toBe(false)
    }),
    { numRuns: 300 },
  )
})
