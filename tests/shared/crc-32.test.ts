import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32 } from '../../src/shared/crc-32.ts'

/** As the definition says it: bit by bit. */
function bitByBit(bytes: Uint8Array): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}

test('the sum of bytes is what its definition says, in however many pieces they come', () => {
  expect(crc32(0, new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  fc.assert(
    fc.property(
      fc.uint8Array({ size: 'max', maxLength: 500 }),
      fc.array(fc.nat(500), { maxLength: 5 }),
      (bytes, cuts) => {
        let sum = 0
        let from = 0
        for (const to of [...cuts, bytes.length].sort((a, b) => a - b)) {
          sum = crc32(sum, bytes.subarray(from, to))
          from = Math.min(to, bytes.length)
        }
        expect(sum).toBe(bitByBit(bytes))
      },
    ),
  )
})
