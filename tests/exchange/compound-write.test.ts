import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readCompoundFile } from '../../src/exchange/compound-file.ts'
import { writeCompoundFile } from '../../src/exchange/compound-write.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'

/** Bytes of which no two sectors are alike. */
function bytesOf(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let at = 0, value = seed; at < length; at++) {
    value = (Math.imul(value, 1_103_515_245) + 12_345) | 0
    bytes[at] = value >>> 16
  }
  return bytes
}

function comesBack(small: Uint8Array, large: Uint8Array) {
  const file = writeCompoundFile(
    { name: 'EncryptionInfo', bytes: small },
    { name: 'EncryptedPackage', bytes: large },
  )
  expect(file.length % 512).toBe(0)
  const streams = readCompoundFile(file)!
  expect([...streams.keys()].sort()).toEqual(['EncryptedPackage', 'EncryptionInfo'])
  for (const [name, wanted] of Object.entries({ EncryptionInfo: small, EncryptedPackage: large }))
    expect(Buffer.compare(streams.get(name)!, wanted)).toBe(0)
}

test('two streams of any size come back from a container', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4095 }),
      fc.integer({ min: 4096, max: 300_000 }),
      fc.integer(),
      (small, large, seed) => comesBack(bytesOf(small, seed), bytesOf(large, ~seed)),
    ),
    { numRuns: 60 },
  )
})

test('streams so large that the head cannot name the whole table come back too', () => {
  // The head names 109 sectors of it, each for 128 sectors of 512 bytes; a sector of names has room for 127 more.
  const named = 109 * 128 * 512
  const more = 127 * 128 * 512
  for (const length of [
    named - 60_000,
    named - 59_000,
    named,
    named + 5_000,
    named + more,
    named + more + 70_000,
  ])
    comesBack(bytesOf(1_300, length), bytesOf(length, length))
})

test('another program opens a workbook with its password', async () => {
  const rows = [['张三', 1.5]]
  const columns = ['姓名', '数'].map((heading) => ({ heading, width: 12, align: 'start' }) as const)
  const sheets = [{ name: '测试', title: '测试', columns, rows }]
  const { bytes } = await writeWorkbook(sheets, { password: '密码Pa55!' })
  const book = await readXlsx(bytes, { password: '密码Pa55!' })
  expect(book.sheets[0]!.rows.slice(2)).toEqual(rows)
  await expect(readXlsx(bytes, { password: 'x' })).rejects.toThrow()
}, 60_000)
