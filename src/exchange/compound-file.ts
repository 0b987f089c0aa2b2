/**
 * The old Office container (OLE compound file): a small file system in a file. Password-protected workbooks and
 * .xls files are such containers. Every chain is walked with a count, because a damaged one may run in a circle.
 */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const LAST_SECTOR = 0xfffffffa

export const isCompoundFile = (bytes: Uint8Array) => SIGNATURE.every((byte, at) => bytes[at] === byte)

/** The streams by name, or null when the container is broken. */
export function readCompoundFile(bytes: Uint8Array): Map<string, Uint8Array> | null {
  try {
    return readStreams(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function readStreams(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new RangeError('sector size')
  const size = 1 << shift
  const count = Math.ceil(bytes.length / size)
  const sectorAt = (sector: number) => {
    const from = (sector + 1) * size
    if (sector >= count || from >= bytes.length) throw new RangeError('sector')
    return from
  }

  const table = readTable(view, size, sectorAt, count)
  const chain = (first: number, links: readonly number[]) => {
    const sectors: number[] = []
    for (let sector = first; sector < LAST_SECTOR; sector = links[sector] ?? LAST_SECTOR) {
      sectors.push(sector)
      if (sectors.length > links.length) throw new RangeError('chain')
    }
    return sectors
  }
  const readChain = (first: number, length?: number) => {
    const sectors = chain(first, table)
    const out = new Uint8Array(sectors.length * size)
    sectors.forEach((sector, at) =>
      out.set(bytes.subarray(sectorAt(sector), sectorAt(sector) + size), at * size),
    )
    if (length !== undefined && length > out.length) throw new RangeError('stream')
    return length === undefined ? out : out.subarray(0, length)
  }

  const directory = readChain(view.getUint32(48, true))
  const entries = readEntries(directory)
  const root = entries.find((entry) => entry.type === 5)
  const small = root ? readChain(root.first, root.size) : new Uint8Array(0)
  const smallLinks = numbersOf(readChain(view.getUint32(60, true)))
  const cutoff = view.getUint32(56, true)
  const streams = new Map<string, Uint8Array>()
  for (const entry of entries) {
    if (entry.type !== 2) continue
    if (entry.size >= cutoff) streams.set(entry.name, readChain(entry.first, entry.size))
    else {
      const out = new Uint8Array(entry.size)
      chain(entry.first, smallLinks).forEach((sector, at) => {
        if (at * 64 < out.length)
          out.set(small.subarray(sector * 64, sector * 64 + Math.min(64, out.length - at * 64)), at * 64)
      })
      streams.set(entry.name, out)
    }
  }
  return streams
}

function readTable(
  view: DataView,
  size: number,
  sectorAt: (sector: number) => number,
  count: number,
): number[] {
  const tableSectors: number[] = []
  for (let i = 0; i < 109; i++) {
    const sector = view.getUint32(76 + i * 4, true)
    if (sector < LAST_SECTOR) tableSectors.push(sector)
  }
  let more = view.getUint32(68, true)
  for (let seen = 0; more < LAST_SECTOR; seen++) {
    if (seen > count) throw new RangeError('chain')
    const from = sectorAt(more)
    for (let i = 0; i < size / 4 - 1; i++) {
      const sector = view.getUint32(from + i * 4, true)
      if (sector < LAST_SECTOR) tableSectors.push(sector)
    }
    more = view.getUint32(from + size - 4, true)
  }
  const table: number[] = []
  for (const sector of tableSectors) {
    const from = sectorAt(sector)
    for (let at = 0; at < size; at += 4) table.push(view.getUint32(from + at, true))
    if (table.length > (count + 1) * 2 + size) throw new RangeError('table')
  }
  return table
}

function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const numbers: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(view.getUint32(at, true))
  return numbers
}

function readEntries(directory: Uint8Array) {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: { name: string; type: number; first: number; size: number }[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true))
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2)))
    entries.push({
      name,
      type: view.getUint8(at + 66),
      first: view.getUint32(at + 116, true),
      size: Number(view.getBigUint64(at + 120, true) & 0xffffffffn),
    })
  }
  return entries
}
