/**
 * Writes the old Office container (OLE compound file) around the two streams of an encrypted workbook. The container is
 * a small file system of sectors, whose table says for each sector which one follows.
 */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const SECTOR = 512
const LINKS = SECTOR / 4
/** Sectors of the table that the head itself can name; the others stand in sectors of their own. */
const NAMED_IN_HEAD = 109
const NAMED = LINKS - 1
const ENTRY = 128
const SMALL_SECTOR = 64
/** Streams below it stand together in one, in sectors of their own size. */
const SMALL = 4096
const FREE = 0xffffffff
const LAST = 0xfffffffe
const TABLE = 0xfffffffd
const NAMES = 0xfffffffc
const STREAM = 2
const ROOT = 5
const BLACK = 1

const sectorsOf = (length: number, size = SECTOR) => Math.ceil(length / size)

/** The container with one small stream and one large. */
export function writeCompoundFile(
  small: { readonly name: string; readonly bytes: Uint8Array },
  large: { readonly name: string; readonly bytes: Uint8Array },
): Uint8Array {
  if (small.bytes.length >= SMALL || large.bytes.length < SMALL) throw new RangeError('size of a stream')
  const chains: { first: number; count: number; bytes: Uint8Array }[] = []
  let next = 0
  const place = (bytes: Uint8Array) => {
    const chain = { first: next, count: sectorsOf(bytes.length), bytes }
    next += chain.count
    chains.push(chain)
    return chain.first
  }
  const largeAt = place(large.bytes)
  const smallAt = place(small.bytes)
  const smallSectors = sectorsOf(small.bytes.length, SMALL_SECTOR)
  const smallLinks = place(links(smallSectors))
  const directoryAt = place(
    directory([
      { name: 'Root Entry', type: ROOT, child: 2, first: smallAt, size: smallSectors * SMALL_SECTOR },
      { name: small.name, type: STREAM, first: 0, size: small.bytes.length },
      // Shorter names come first in the tree; of two, one stands beside the other.
      { name: large.name, type: STREAM, left: 1, first: largeAt, size: large.bytes.length },
    ]),
  )

  const { tables, names } = tableSize(next)
  const tableAt = next
  const namesAt = tableAt + tables
  const total = namesAt + names
  const file = new Uint8Array((total + 1) * SECTOR)
  const view = new DataView(file.buffer)
  const startOf = (sector: number) => (sector + 1) * SECTOR

  const link = (sector: number, to: number) => view.setUint32(startOf(tableAt) + sector * 4, to, true)
  for (let sector = 0; sector < tables * LINKS; sector++) link(sector, FREE)
  for (const { first, count, bytes } of chains) {
    for (let at = 0; at < count; at++) link(first + at, at === count - 1 ? LAST : first + at + 1)
    file.set(bytes, startOf(first))
  }
  for (let at = 0; at < tables; at++) link(tableAt + at, TABLE)
  for (let at = 0; at < names; at++) link(namesAt + at, NAMES)

  file.set(SIGNATURE)
  // Version 3.62, little-endian, sectors of 2⁹ bytes and small ones of 2⁶.
  ;[62, 3, 0xfffe, 9, 6].forEach((number, at) => view.setUint16(24 + at * 2, number, true))
  view.setUint32(44, tables, true)
  view.setUint32(48, directoryAt, true)
  view.setUint32(56, SMALL, true)
  view.setUint32(60, smallLinks, true)
  view.setUint32(64, 1, true)
  view.setUint32(68, names > 0 ? namesAt : LAST, true)
  view.setUint32(72, names, true)
  const tableSector = (at: number) => (at < tables ? tableAt + at : FREE)
  for (let at = 0; at < NAMED_IN_HEAD; at++) view.setUint32(76 + at * 4, tableSector(at), true)
  for (let sector = 0; sector < names; sector++) {
    const start = startOf(namesAt + sector)
    for (let at = 0; at < NAMED; at++)
      view.setUint32(start + at * 4, tableSector(NAMED_IN_HEAD + sector * NAMED + at), true)
    view.setUint32(start + NAMED * 4, sector === names - 1 ? LAST : namesAt + sector + 1, true)
  }
  return file
}

/** How many sectors the table takes and its names, which both have a place in the table themselves. */
function tableSize(others: number): { tables: number; names: number } {
  let tables = 1
  for (;;) {
    const names = Math.ceil(Math.max(0, tables - NAMED_IN_HEAD) / NAMED)
    const needed = sectorsOf((others + tables + names) * 4)
    if (needed <= tables) return { tables, names }
    tables = needed
  }
}

/** A table of links in which one chain runs through all. */
function links(count: number): Uint8Array {
  const bytes = new Uint8Array(SECTOR).fill(0xff)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < count; at++) view.setUint32(at * 4, at === count - 1 ? LAST : at + 1, true)
  return bytes
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left?: number
  readonly child?: number
  readonly first: number
  readonly size: number
}

function directory(entries: readonly Entry[]): Uint8Array {
  const bytes = new Uint8Array(sectorsOf(entries.length * ENTRY) * SECTOR)
  const view = new DataView(bytes.buffer)
  entries.forEach(({ name, type, left = FREE, child = FREE, first, size }, at) => {
    const start = at * ENTRY
    for (let i = 0; i < name.length; i++) view.setUint16(start + i * 2, name.charCodeAt(i), true)
    view.setUint16(start + 64, (name.length + 1) * 2, true)
    view.setUint8(start + 66, type)
    view.setUint8(start + 67, BLACK)
    ;[left, FREE, child].forEach((entry, which) => view.setUint32(start + 68 + which * 4, entry, true))
    view.setUint32(start + 116, first, true)
    view.setUint32(start + 120, size, true)
  })
  // A place that no entry takes must still say that none stands beside it.
  for (let start = entries.length * ENTRY; start < bytes.length; start += ENTRY)
    for (let which = 0; which < 3; which++) view.setUint32(start + 68 + which * 4, FREE, true)
  return bytes
}
