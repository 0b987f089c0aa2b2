/** What the first bytes of a picture say: what it is and how large, before anything is unpacked. */
export interface ImageHeader {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/bmp'
  readonly width: number
  readonly height: number
}

const text = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

/** Null when the bytes are no picture that every browser shows. A picture of markup (SVG) is none. */
export function imageHeader(bytes: Uint8Array): ImageHeader | null {
  try {
    return readHeader(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    // Cut before its size was told.
    return null
  }
}

function readHeader(bytes: Uint8Array, view: DataView): ImageHeader | null {
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n')
    return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6)))
    return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (text(bytes, 0, 2) === 'BM' && view.getUint32(14, true) >= 40)
    return {
      type: 'image/bmp',
      width: Math.abs(view.getInt32(18, true)),
      height: Math.abs(view.getInt32(22, true)),
    }
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return readWebp(bytes, view)
  if (view.getUint16(0) !== 0xffd8) return null
  for (const { marker, at } of segmentsOf(view))
    if (isFrame(marker))
      return { type: 'image/jpeg', height: view.getUint16(at + 1), width: view.getUint16(at + 3) }
  return null
}

function readWebp(bytes: Uint8Array, view: DataView): ImageHeader | null {
  const type = 'image/webp'
  switch (text(bytes, 12, 4)) {
    case 'VP8X':
      return {
        type,
        width: 1 + (view.getUint32(24, true) & 0xffffff),
        height: 1 + (view.getUint32(26, true) >>> 8),
      }
    case 'VP8L': {
      const packed = view.getUint32(21, true)
      return { type, width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) }
    }
    case 'VP8 ':
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  }
  return null
}

/** A photo as iPhones keep it, which most browsers cannot read. */
export const isHeic = (bytes: Uint8Array): boolean =>
  text(bytes, 4, 4) === 'ftyp' && /^(hei|hev|mif|msf)/.test(text(bytes, 8, 4))

/** The start of a frame: its size follows. Three of the range mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

interface Segment {
  readonly marker: number
  /** Where its content begins, and its length. */
  readonly at: number
  readonly length: number
}

/** The segments of a JPEG up to its picture. */
function* segmentsOf(view: DataView): Generator<Segment> {
  for (let at = 2; at + 4 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return
    const marker = view.getUint8(at + 1)
    // Bytes that fill, and marks without content.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === 0xda || marker === 0xd9) return
    const length = view.getUint16(at + 2)
    if (length < 2) return
    yield { marker, at: at + 4, length: length - 2 }
    at += 2 + length
  }
}

/** A JPEG without what a program writes beside the picture: profiles, notes, comments. Only the first mark (JFIF) stays. */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = []
  let from = 0
  for (const { marker, at, length } of segmentsOf(view)) {
    if ((marker <= 0xe0 || marker > 0xef) && marker !== 0xfe) continue
    kept.push(bytes.subarray(from, at - 4))
    from = at + length
  }
  kept.push(bytes.subarray(from))
  const bare = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0))
  kept.reduce((at, part) => (bare.set(part, at), at + part.length), 0)
  return bare
}

export interface Orientation {
  /** 1 upright … 8, as cameras number the ways a picture can lie. */
  readonly value: number
  /** Where it is written: two bytes, in this byte order. */
  readonly at: number
  readonly littleEndian: boolean
}

/** Which way up a camera has held the picture; null when the JPEG does not say. */
export function orientationOf(bytes: Uint8Array): Orientation | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint16(0) !== 0xffd8) return null
    for (const { marker, at } of segmentsOf(view))
      if (marker === 0xe1 && text(bytes, at, 6) === 'Exif\0\0') return inDirectory(view, at + 6)
  } catch {
    // A directory that points past the end says nothing.
  }
  return null
}

function inDirectory(view: DataView, start: number): Orientation | null {
  const littleEndian = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, littleEndian)
  const entries = view.getUint16(directory, littleEndian)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (view.getUint16(at, littleEndian) !== 0x0112) continue
    const value = view.getUint16(at + 8, littleEndian)
    return value >= 1 && value <= 8 ? { value, at: at + 8, littleEndian } : null
  }
  return null
}
