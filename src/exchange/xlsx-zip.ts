import { Inflate } from 'fflate'
import { crc32 } from '../shared/crc-32.ts'
import { FileProblem } from './sheet-data.ts'

/**
 * The zip container of a foreign workbook, distrusted. A zip says everything twice (in each entry and in the
 * directory at its end) and libraries differ in which they believe, so what differs is refused; sizes are limits to
 * be checked, not facts; names are labels, never paths.
 */
export const ZIP_LIMITS = {
  file: 60 * 1024 * 1024,
  entries: 2000,
  inflated: 300 * 1024 * 1024,
  /** Real workbooks stay below 60:1; only padding written to hurt a reader compresses better than 200:1. */
  ratio: 200,
  ratioFrom: 10 * 1024 * 1024,
}

export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly packed: number
  readonly crc: number
  readonly stored: boolean
  readonly start: number
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50

const damaged = (what: string) => new FileProblem('file.damaged', { part: what })

export class ZipContainer {
  /** By lower-case normalised name: part names in a workbook are compared without case. */
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    if (bytes.length > ZIP_LIMITS.file) throw new FileProblem('file.too-large', { limit: 60 })
    this.#bytes = bytes
    this.entries = readDirectory(bytes)
  }

  /** The entry of that name, or null. */
  find(name: string): ZipEntry | null {
    return this.entries.get(name.toLowerCase()) ?? null
  }

  /** Hands over the entry's bytes piece by piece, so a large part is never whole in memory; checks size and sum. */
  read(entry: ZipEntry, take: (piece: Uint8Array) => void): void {
    const packed = this.#bytes.subarray(entry.start, entry.start + entry.packed)
    let size = 0
    let crc = 0
    const check = (piece: Uint8Array) => {
      size += piece.length
      if (size > entry.size) throw damaged(entry.name)
      crc = crc32(crc, piece)
      take(piece)
    }
    if (entry.stored) check(packed)
    else inflate(packed, entry.name, check)
    if (size !== entry.size || crc !== entry.crc) throw damaged(entry.name)
  }
}

function inflate(packed: Uint8Array, name: string, take: (piece: Uint8Array) => void) {
  const STEP = 1 << 16
  let ended = false
  const stream = new Inflate((piece, final) => {
    if (piece.length > 0) take(piece)
    if (final) ended = true
  })
  try {
    // One more push of nothing is not an end: the last slice itself must be marked as the last.
    for (let at = 0; at < packed.length; at += STEP)
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
  } catch (error) {
    if (error instanceof FileProblem) throw error
    throw damaged(name)
  }
  if (!ended) throw damaged(name)
}

function readDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw damaged('zip')
  if (count > ZIP_LIMITS.entries) throw new FileProblem('file.too-many-parts', { limit: ZIP_LIMITS.entries })
  if (start + size > end) throw damaged('zip')

  const entries = new Map<string, ZipEntry>()
  let at = start
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) throw damaged('zip')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > end) throw damaged('zip')
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength)
    const entry = readEntry(view, at, nameBytes, extraLength, start)
    at = next
    if (entry === null) continue
    total += entry.size
    if (total > ZIP_LIMITS.inflated) throw new FileProblem('file.too-large-inside', { limit: 300 })
    if (entry.size > ZIP_LIMITS.ratioFrom && entry.size > entry.packed * ZIP_LIMITS.ratio)
      throw new FileProblem('file.bomb')
    const key = entry.name.toLowerCase()
    if (entries.has(key)) throw new FileProblem('file.duplicate-part', { part: entry.name })
    entries.set(key, entry)
  }
  if (at !== start + size) throw damaged('zip')
  refuseOverlaps([...entries.values()])
  return entries
}

/** The last end-of-directory record whose directory lies before it: bytes after it are padding some tools leave. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== END) continue
    const start = view.getUint32(at + 16, true)
    const empty = view.getUint16(at + 10, true) === 0
    if (!empty && start + 4 <= at && view.getUint32(start, true) === DIRECTORY) return at
    throw damaged('zip')
  }
  throw new FileProblem('file.truncated')
}

function readEntry(
  view: DataView,
  at: number,
  nameBytes: Uint8Array,
  extraLength: number,
  directory: number,
): ZipEntry | null {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const name = normalName(decodeName(nameBytes))
  const sizes = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
  }
  readLargeSizes(view, at + 46 + nameBytes.length, extraLength, sizes)
  const { size, packed, local } = sizes
  if (local + 30 > directory || view.getUint32(local, true) !== LOCAL) throw damaged(name)
  const localName = view.getUint16(local + 26, true)
  const start = local + 30 + localName + view.getUint16(local + 28, true)
  if (start + packed > directory) throw damaged(name)
  // A reader that walks the entries and one that walks the directory must see the same names.
  if (localName !== nameBytes.length) throw damaged(name)
  for (let i = 0; i < localName; i++) if (view.getUint8(local + 30 + i) !== nameBytes[i]) throw damaged(name)
  if (name === '' || name.endsWith('/')) return null
  if ((flags & 1) !== 0) throw new FileProblem('file.zip-password')
  if (method !== 0 && method !== 8) throw damaged(name)
  if (method === 0 && size !== packed) throw damaged(name)
  return { name, size, packed, crc: view.getUint32(at + 16, true), stored: method === 0, start }
}

/** Sizes past 4 GiB, or of unknown size when writing began, stand in an extra field (zip64). */
function readLargeSizes(
  view: DataView,
  at: number,
  length: number,
  sizes: { size: number; packed: number; local: number },
) {
  const end = at + length
  while (at + 4 <= end) {
    const kind = view.getUint16(at, true)
    const stop = at + 4 + view.getUint16(at + 2, true)
    if (kind === 1 && stop <= end) {
      let from = at + 4
      for (const key of ['size', 'packed', 'local'] as const) {
        if (sizes[key] !== 0xffffffff || from + 8 > stop) continue
        sizes[key] = Number(view.getBigUint64(from, true))
        from += 8
      }
    }
    at = stop
  }
}

/** Two entries over the same bytes are how a small file pretends to be a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[]) {
  const byStart = [...entries].sort((a, b) => a.start - b.start)
  for (let i = 1; i < byStart.length; i++) {
    const before = byStart[i - 1]!
    if (before.start + before.packed > byStart[i]!.start) throw new FileProblem('file.bomb')
  }
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Some Windows tools write `xl\workbook.xml`. A `..` stays in the name and so matches no part. */
const normalName = (name: string) =>
  name
    .replace(/\\/g, '/')
    .replace(/^(\.?\/)+/, '')
    .replace(/\/\.?(?=\/)/g, '')
