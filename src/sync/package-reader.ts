import { fail, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import { isCell } from './packed-cells.ts'

/** Something in a package is not what must be there; the message says where, without any cell's content. */
export class Malformed extends Error {}

/** A part of a package that is believed only as far as it has been looked at. */
export class PackageReader {
  constructor(
    readonly value: unknown,
    private readonly within: PackageReader | null = null,
    private readonly key: string | number = '',
  ) {}

  refuse(key?: string): never {
    throw new Malformed(key === undefined ? this.path() : `${this.path()}/${key}`)
  }

  has(key: string): boolean {
    return Object.hasOwn(this.object(), key)
  }

  part(key: string): PackageReader {
    const object = this.object()
    return Object.hasOwn(object, key) ? new PackageReader(object[key], this, key) : this.refuse(key)
  }

  entries(): [string, PackageReader][] {
    return Object.entries(this.object()).map(([key, value]) => [key, new PackageReader(value, this, key)])
  }

  /** The parts that are not named. */
  others(known: ReadonlySet<string>): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(this.object()).filter(([key]) => !known.has(key)))
  }

  items(exactly?: number): PackageReader[] {
    const list = this.list()
    if (exactly !== undefined && list.length !== exactly) this.refuse()
    return list.map((value, i) => new PackageReader(value, this, i))
  }

  texts(): string[] {
    const list = this.list()
    if (!list.every((item) => typeof item === 'string')) this.refuse()
    return list as string[]
  }

  /** Whole numbers from 0, so many at a time. */
  counts(each = 1): number[] {
    const list = this.list()
    if (
      list.length % each !== 0 ||
      !list.every((item) => Number.isSafeInteger(item) && (item as number) >= 0)
    )
      this.refuse()
    return list as number[]
  }

  count(): number {
    const number = this.integer()
    return number >= 0 ? number : this.refuse()
  }

  integer(): number {
    return Number.isSafeInteger(this.value) ? (this.value as number) : this.refuse()
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.refuse()
  }

  cell(): Cell {
    return isCell(this.value) ? this.value : this.refuse()
  }

  oneOf<T>(list: readonly T[], index: number): T {
    return index < list.length ? list[index]! : this.refuse()
  }

  private object(): Record<string, unknown> {
    const { value } = this
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.refuse()
    return value as Record<string, unknown>
  }

  isList(): boolean {
    return Array.isArray(this.value)
  }

  list(): readonly unknown[] {
    return Array.isArray(this.value) ? (this.value as unknown[]) : this.refuse()
  }

  private path(): string {
    return this.within ? `${this.within.path()}/${this.key}` : ''
  }
}

/** Content that may come from anywhere, as `read` understands it, or why it cannot be. */
export function readContent<T>(bytes: Uint8Array, read: (root: PackageReader) => Result<T>): Result<T> {
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return fail('package.damaged', { where: 0 })
  }
  try {
    return read(new PackageReader(content))
  } catch (error) {
    if (error instanceof Malformed) return fail('package.malformed', { where: error.message })
    throw error
  }
}
