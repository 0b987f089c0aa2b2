import { crc32 } from 'node:zlib'

/** What telephones and programs write beside a picture; none of it may be left after taking a photo in. */
export const SECRETS = ['30.8765', 'SECRET-PLACE', 'SECRET-XMP', 'SECRET-IPTC', 'SECRET-NOTE'] as const

const ascii = (text: string) => Buffer.from(text, 'latin1')

/** An EXIF block: orientation, a place in its text and as GPS numbers, and a thumbnail of the uncut picture. */
export function exif(orientation: number, littleEndian = true): Buffer {
  const block = Buffer.alloc(200)
  const short = (value: number, at: number) =>
    littleEndian ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    littleEndian ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    short(tag, at)
    short(type, at + 2)
    long(count, at + 4)
    if (type === 3) short(value, at + 8)
    else long(value, at + 8)
  }
  block.write(littleEndian ? 'II' : 'MM', 0, 'latin1')
  short(42, 2)
  long(8, 4)
  short(3, 8)
  entry(10, 0x010e, 2, 13, 100)
  entry(22, 0x0112, 3, 1, orientation)
  entry(34, 0x8825, 4, 1, 60)
  long(0, 46)
  short(1, 60)
  entry(62, 0x0002, 5, 1, 120)
  block.write('SECRET-PLACE\0', 100, 'latin1')
  block.write('30.8765', 130, 'latin1')
  return block
}

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt8(0xff, 0)
  head.writeUInt8(marker, 1)
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** A plain JPEG as a telephone would have written it. */
export function jpegOfTelephone(plain: Uint8Array, orientation: number, littleEndian = true): Buffer {
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), exif(orientation, littleEndian)])),
    segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-XMP</x:xmpmeta>')),
    segment(0xed, ascii('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10SECRET-IPTC')),
    segment(0xfe, ascii('SECRET-NOTE')),
    plain.subarray(2),
  ])
}

const pngChunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([ascii(type), content])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(content.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** A plain PNG with everything programs add to one, after its header. */
export function pngOfProgram(plain: Uint8Array): Buffer {
  return Buffer.concat([
    plain.subarray(0, 33),
    pngChunk('eXIf', exif(1)),
    pngChunk('tEXt', ascii('Comment\0SECRET-NOTE')),
    pngChunk('iTXt', ascii('XML:com.adobe.xmp\0\0\0\0\0SECRET-XMP')),
    plain.subarray(33),
  ])
}

const webpChunk = (type: string, content: Uint8Array): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

/** A plain WebP of this size, extended by EXIF and XMP. */
export function webpOfProgram(plain: Uint8Array, width: number, height: number): Buffer {
  const isExtended = Buffer.from(plain.subarray(12, 16)).toString('latin1') === 'VP8X'
  const extended = Buffer.alloc(10)
  extended.writeUInt8(0x0c | (isExtended ? plain[20]! : 0), 0)
  extended.writeUIntLE(width - 1, 4, 3)
  extended.writeUIntLE(height - 1, 7, 3)
  const body = Buffer.concat([
    ascii('WEBP'),
    webpChunk('VP8X', extended),
    plain.subarray(isExtended ? 30 : 12),
    webpChunk('EXIF', exif(1)),
    webpChunk('XMP ', ascii('<x:xmpmeta>SECRET-XMP</x:xmpmeta>')),
  ])
  const head = Buffer.alloc(8)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

/** The marks of a JPEG's segments, up to its picture. */
export function marksOf(jpeg: Uint8Array): number[] {
  const marks: number[] = []
  for (let at = 2; jpeg[at] === 0xff; at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!) {
    marks.push(jpeg[at + 1]!)
    if (jpeg[at + 1] === 0xda) break
  }
  return marks
}

/** A JPEG of nothing but its header: enough to be told by, not to be drawn. */
export function jpegHeader(width: number, height: number): Buffer {
  const frame = Buffer.alloc(15)
  frame.writeUInt8(8, 0)
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xc0, frame), Buffer.from([0xff, 0xd9])])
}
