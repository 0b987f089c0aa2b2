import { sameCell, type Cell } from '../tables/cell.ts'
import type { TableData } from './table-data.ts'

const NONE = -1
/** The hash of a row without a whole key, which is like no other. */
const NO_KEY = 0

/**
 * Which rows of a table share their key with another. Made when somebody first asks and kept up edit by edit, as a hash
 * table over positions: a dozen bytes a row, where a map of texts would take a hundred.
 */
export class Keys {
  private buckets = new Int32Array(0)
  private nextOf = new Int32Array(0)
  private hashes = new Int32Array(0)

  constructor(private readonly data: TableData) {}

  /** A row came, went, or its key was written. */
  moved(position: number): void {
    if (!this.buckets.length) return
    if (position >= this.hashes.length) this.build()
    else {
      this.take(position)
      this.put(position)
    }
  }

  /** Does another live row have the same key? */
  isShared(position: number): boolean {
    if (!this.buckets.length || position >= this.hashes.length) this.build()
    const hash = this.hashes[position]!
    if (hash === NO_KEY) return false
    for (let row = this.buckets[this.bucketOf(hash)]!; row !== NONE; row = this.nextOf[row]!)
      if (row !== position && this.hashes[row] === hash && this.same(row, position)) return true
    return false
  }

  /** With room to double, so that adding rows one by one stays cheap. */
  private build(): void {
    let size = 64
    while (size < this.data.ids.length * 2) size *= 2
    this.buckets = new Int32Array(size).fill(NONE)
    this.nextOf = new Int32Array(size).fill(NONE)
    this.hashes = new Int32Array(size)
    for (let position = 0; position < this.data.ids.length; position++) this.put(position)
  }

  private bucketOf(hash: number): number {
    return hash & (this.buckets.length - 1)
  }

  private put(position: number): void {
    const hash = this.hashOf(position)
    this.hashes[position] = hash
    if (hash === NO_KEY) return
    const bucket = this.bucketOf(hash)
    this.nextOf[position] = this.buckets[bucket]!
    this.buckets[bucket] = position
  }

  private take(position: number): void {
    const hash = this.hashes[position]!
    if (hash === NO_KEY) return
    const bucket = this.bucketOf(hash)
    let row = this.buckets[bucket]!
    if (row === position) this.buckets[bucket] = this.nextOf[position]!
    else {
      while (this.nextOf[row] !== position) row = this.nextOf[row]!
      this.nextOf[row] = this.nextOf[position]!
    }
  }

  private hashOf(position: number): number {
    const { key } = this.data.definition
    if (!key.length || !this.data.isLive(position)) return NO_KEY
    // FNV-1a; rows whose hashes agree are compared cell by cell.
    let hash = 0x811c9dc5
    for (const column of key) {
      const cell = this.data.stored(position, column)
      if (cell === null) return NO_KEY
      const text = textOf(cell)
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
      hash = Math.imul(hash ^ 0xffff, 0x01000193)
    }
    // The low bits choose the bucket, and the high ones are better mixed.
    hash ^= hash >>> 15
    return hash === NO_KEY ? 1 : hash
  }

  private same(a: number, b: number): boolean {
    return this.data.definition.key.every((column) =>
      sameCell(this.data.stored(a, column), this.data.stored(b, column)),
    )
  }
}

const textOf = (cell: NonNullable<Cell>): string =>
  typeof cell === 'object' ? cell.join('\n') : String(cell)
