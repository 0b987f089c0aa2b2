import { crc32 } from '../shared/crc-32.ts'
import { deflate } from '../shared/deflate.ts'

/** A file of a zip. */
export interface ZipPart {
  /** With `/` between folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

const LOCAL = 0x04034b50
const DIRECTORY = 0x02014b50
const END = 0x06054b50
const LOCAL_LENGTH = 30
const DIRECTORY_LENGTH = 46
const END_LENGTH = 22
/** Version 2.0, the first that could deflate. */
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
const DEFLATED = 8
/** 1 January 1980, the first day a zip can name: when a file was made is nobody's business. */
const DAY = 0x21

/** The parts as a zip, each deflated. */
export async function writeZip(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const files: { name: Uint8Array; facts: readonly [sum: number, packed: number, size: number] }[] = []
  const packed: Uint8Array[] = []
  for (const { name, bytes } of parts) {
    const deflated = await deflate(bytes)
    packed.push(deflated)
    const facts = [crc32(0, bytes), deflated.length, bytes.length] as const
    files.push({ name: new TextEncoder().encode(name), facts })
  }
  const names = files.reduce((sum, { name }) => sum + name.length, 0)
  const contents = packed.reduce((sum, { length }) => sum + length, 0)
  const out = new ZipBytes(
    names * 2 + contents + files.length * (LOCAL_LENGTH + DIRECTORY_LENGTH) + END_LENGTH,
  )
  const starts = files.map(({ name, facts }, at) => {
    const start = out.length
    out.longs(LOCAL)
    out.shorts(VERSION, FLAGS, DEFLATED, 0, DAY)
    out.longs(...facts)
    out.shorts(name.length, 0)
    out.add(name)
    out.add(packed[at]!)
    return start
  })
  const directory = out.length
  files.forEach(({ name, facts }, at) => {
    out.longs(DIRECTORY)
    out.shorts(VERSION, VERSION, FLAGS, DEFLATED, 0, DAY)
    out.longs(...facts)
    out.shorts(name.length, 0, 0, 0, 0)
    out.longs(0, starts[at]!)
    out.add(name)
  })
  const length = out.length - directory
  out.longs(END)
  out.shorts(0, 0, files.length, files.length)
  out.longs(length, directory)
  out.shorts(0)
  return out.bytes
}

class ZipBytes {
  readonly bytes: Uint8Array
  length = 0
  readonly #view: DataView

  constructor(size: number) {
    this.bytes = new Uint8Array(size)
    this.#view = new DataView(this.bytes.buffer)
  }

  shorts(...numbers: number[]): void {
    for (const number of numbers) {
      this.#view.setUint16(this.length, number, true)
      this.length += 2
    }
  }

  longs(...numbers: number[]): void {
    for (const number of numbers) {
      this.#view.setUint32(this.length, number, true)
      this.length += 4
    }
  }

  add(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }
}
