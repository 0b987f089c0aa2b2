import type { Cell } from '../tables/cell.ts'

/** Codes are bytes; 0 is the empty cell. */
const MOST_VALUES = 255

/**
 * The cells of one column of a table. Most columns of a ledger say one of a few things: each of these is held once, and
 * a row holds which of them it is in a byte. That is a quarter of the memory of an array of references, and equal texts,
 * of which a file or a database brings a copy for every mention, are one and the same, which is also quicker to compare.
 * A column of many values (numbers of files, narratives) is an array as soon as it shows itself to be one.
 *
 * No longer than up to the last row that has held something: most columns of most schools are never filled in.
 */
export class Cells {
  private codes: Uint8Array<ArrayBuffer> = new Uint8Array(0)
  private values: Cell[] = [null]
  private readonly codeOf = new Map<Cell, number>()
  private lastCode = 0
  private plain: Cell[] | null = null
  private size = 0

  /**
   * @param expected What the column may say, of a fixed list: the program's own texts, which rules compare by looking
   *   whether they are the same one and not letter by letter.
   */
  constructor(expected: readonly string[] = []) {
    for (const cell of expected) this.code(cell)
  }

  get length(): number {
    return this.size
  }

  /** Null past the end too. */
  at(position: number): Cell {
    if (this.plain !== null) return this.plain[position] ?? null
    const code = this.codes[position]
    return code === undefined ? null : this.values[code]!
  }

  set(position: number, cell: Cell): void {
    if (position >= this.size) {
      if (cell === null) return
      this.makeRoom(position + 1)
    }
    if (this.plain === null) {
      // What is worked out anew is mostly what it was.
      if (this.values[this.codes[position]!] === cell && cell !== 0) return
      const code = this.code(cell)
      if (code >= 0) {
        this.codes[position] = code
        return
      }
      this.spread()
    }
    this.plain![position] = cell
  }

  /** Empty cells up to so many: room for all at once, before rows are appended one by one. */
  makeRoom(size: number): void {
    const before = this.size
    if (size <= before) return
    this.size = size
    if (this.plain !== null) {
      // Of exactly this length: pushing would leave room for half as many more.
      this.plain.length = size
      this.plain.fill(null, before)
    } else if (size > this.codes.length) {
      const larger = new Uint8Array(
        before === 0 ? size : Math.max(size, this.codes.length + (this.codes.length >> 1)),
      )
      larger.set(this.codes)
      this.codes = larger
    }
  }

  /** The very value the column holds already where an equal one comes; undefined when it has none, or too many to say. */
  known(cell: Cell): Cell | undefined {
    if (this.plain !== null) return undefined
    const code = isSingle(cell) ? this.codeOf.get(cell) : undefined
    if (code === undefined) return undefined
    // Whoever asks is about to set it.
    this.lastCode = code
    return this.values[code]
  }

  /**
   * The different values and which of them each row has (0: the empty cell), for who wants to look at every value once;
   * null for a column of many values. Neither is to be written to.
   */
  get coded(): { readonly values: readonly Cell[]; readonly codes: Uint8Array } | null {
    return this.plain === null ? { values: this.values, codes: this.codes.subarray(0, this.size) } : null
  }

  private code(cell: Cell): number {
    if (cell === null) return 0
    // Rows that follow each other often say the same, and a lookup costs as much as all the rest.
    if (cell === this.values[this.lastCode] && cell !== 0) return this.lastCode
    if (!isSingle(cell)) return -1
    let code = this.codeOf.get(cell)
    if (code === undefined) {
      if (this.values.length > MOST_VALUES) return -1
      code = this.values.push(cell) - 1
      this.codeOf.set(cell, code)
    }
    return (this.lastCode = code)
  }

  private spread(): void {
    const { codes, values, size } = this
    const plain: Cell[] = []
    plain.length = size
    for (let position = 0; position < size; position++) plain[position] = values[codes[position]!]!
    this.plain = plain
    this.codes = new Uint8Array(0)
    this.values = []
    this.codeOf.clear()
  }
}

/** Found again by being equal: a list is a value of its own each time, and -0 would be found as 0. */
const isSingle = (cell: Cell): boolean => typeof cell !== 'object' && !Object.is(cell, -0)
