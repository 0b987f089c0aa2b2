import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { imageHeader, isHeic, orientationOf } from '../../src/exchange/image-header.ts'
import { exif, jpegHeader, jpegOfTelephone, webpOfProgram } from './pictures.ts'

const png = (width: number, height: number) => {
  const head = Buffer.alloc(33)
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(head)
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}
const gif = (width: number, height: number) => {
  const head = Buffer.alloc(13)
  head.write('GIF89a', 0, 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  return head
}
const bmp = (width: number, height: number) => {
  const head = Buffer.alloc(54)
  head.write('BM', 0, 'latin1')
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  // A negative height: the first line is the top one.
  head.writeInt32LE(-height, 22)
  return head
}
const kinds = {
  'image/jpeg': (width: number, height: number) => jpegOfTelephone(jpegHeader(width, height), 6),
  'image/png': png,
  'image/gif': gif,
  'image/bmp': bmp,
  'image/webp': (width: number, height: number) => webpOfProgram(Buffer.alloc(12), width, height),
}
const side = fc.integer({ min: 1, max: 16_383 })

describe.each(Object.entries(kinds))('%s', (type, make) => {
  it('says what it is and how large', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(imageHeader(make(width, height))).toEqual({ type, width, height })
      }),
    )
  })

  it('cut anywhere says nothing wrong', () => {
    const whole = make(640, 480)
    for (let length = 0; length < whole.length; length++) {
      const header = imageHeader(whole.subarray(0, length))
      if (header) expect(header).toEqual({ type, width: 640, height: 480 })
    }
  })
})

test('the orientation is read in both byte orders, and only where it means something', () => {
  for (const littleEndian of [true, false])
    for (let value = 1; value <= 8; value++) {
      const bytes = jpegOfTelephone(jpegHeader(4, 3), value, littleEndian)
      const found = orientationOf(bytes)!
      expect([found.value, found.littleEndian]).toEqual([value, littleEndian])
      expect(littleEndian ? bytes.readUInt16LE(found.at) : bytes.readUInt16BE(found.at)).toBe(value)
    }
  expect(orientationOf(jpegHeader(4, 3))).toBeNull()
  for (const wrong of [0, 9, 300]) expect(orientationOf(jpegOfTelephone(jpegHeader(4, 3), wrong))).toBeNull()
})

test('bytes of any kind are no picture, or one, and never an error', () => {
  const starts = [
    ...Object.values(kinds).map((make) => make(5, 5)),
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 40]),
    Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 210]),
      Buffer.from('Exif\0\0', 'latin1'),
      exif(3),
    ]),
    Buffer.alloc(0),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 60, size: 'max' }), (start, more) => {
      const bytes = Buffer.concat([start, more])
      expect(() => [imageHeader(bytes), orientationOf(bytes), isHeic(bytes)]).not.toThrow()
    }),
  )
})

test('a drawing of markup is no picture; a photo of an iPhone is known by name only', () => {
  expect(imageHeader(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')
  expect([imageHeader(heic), isHeic(heic)]).toEqual([null, true])
  expect(isHeic(Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'))).toBe(false)
})
