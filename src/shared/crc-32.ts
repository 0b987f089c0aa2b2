/** Bytes that are taken at once. */
const WIDTH = 8

/**
 * By how many bytes follow (0 … 7) and by its value: what a byte does to the sum. With eight of these tables eight bytes go
 * in at once and do not wait for each other ("slicing by 8"); one by one they take four times as long.
 */
const TABLES = (() => {
  const tables = Array.from({ length: WIDTH }, () => new Int32Array(256))
  for (let value = 0; value < 256; value++) {
    let sum = value
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
    tables[0]![value] = sum
  }
  for (let following = 1; following < WIDTH; following++)
    for (let value = 0; value < 256; value++) {
      const sum = tables[following - 1]![value]!
      tables[following]![value] = (sum >>> 8) ^ tables[0]![sum & 255]!
    }
  return tables
})()

const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
]

/** The CRC-32 of a zip over what `before` is the sum of (0 for nothing) and then these bytes; 0 … 2³² − 1. */
export function crc32(before: number, bytes: Uint8Array): number {
  let sum = ~before
  let at = 0
  for (const whole = bytes.length - (bytes.length % WIDTH); at < whole; at += WIDTH)
    sum =
      T7[(sum ^ bytes[at]!) & 255]! ^
      T6[((sum >>> 8) ^ bytes[at + 1]!) & 255]! ^
      T5[((sum >>> 16) ^ bytes[at + 2]!) & 255]! ^
      T4[(sum >>> 24) ^ bytes[at + 3]!]! ^
      T3[bytes[at + 4]!]! ^
      T2[bytes[at + 5]!]! ^
      T1[bytes[at + 6]!]! ^
      T0[bytes[at + 7]!]!
  for (; at < bytes.length; at++) sum = T0[(sum ^ bytes[at]!) & 255]! ^ (sum >>> 8)
  return ~sum >>> 0
}
