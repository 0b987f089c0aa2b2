import type { Dot, VersionVector } from './dots.ts'

/**
 * The dots of many cells, as numbers: the replica as an index into the workbook's list of replicas, and the
 * sequence. A sequence of 0 stands for "no dot of its own".
 */
export interface DotColumn {
  readonly replica: Uint16Array
  readonly seq: Uint32Array
}

export interface IndexedDot {
  readonly replica: number
  readonly seq: number
}

/**
 * The dots of a page of rows. Most pages come from one import and no cell has been edited: `base` says it all.
 * Otherwise a cell's dot is its own in `cells`, else its row's in `rows`, else `base`.
 */
export interface PageDots {
  readonly base: IndexedDot
  readonly rows?: DotColumn
  readonly cells?: Readonly<Record<string, DotColumn>>
  /** For deleted rows, offset → the vector the deleter had seen: an edit outside it is in conflict with him. */
  readonly saw?: Readonly<Record<number, VersionVector>>
}

const dotIn = (column: DotColumn | undefined, offset: number): IndexedDot | null =>
  column && offset < column.seq.length && column.seq[offset]! > 0
    ? { replica: column.replica[offset]!, seq: column.seq[offset]! }
    : null

export const dotAt = (dots: PageDots, column: string, offset: number): IndexedDot =>
  (dots.cells && Object.hasOwn(dots.cells, column) ? dotIn(dots.cells[column], offset) : null) ??
  dotIn(dots.rows, offset) ??
  dots.base

/** The index of a replica in the workbook's list, which grows by it when it is new. */
export function indexOfReplica(replicas: string[], replica: string): number {
  const index = replicas.indexOf(replica)
  return index >= 0 ? index : replicas.push(replica) - 1
}

/** A page's dots while changes are written into them. Columns are made when the first cell differs. */
export class PageDotsDraft {
  private readonly base: IndexedDot
  private rows: DotColumn | undefined
  private readonly cells = new Map<string, DotColumn>()
  private readonly saw = new Map<number, VersionVector>()
  private readonly capacity: number
  private readonly replicas: string[]

  /** `capacity` is the number of rows the page may grow to. */
  constructor(dots: PageDots, capacity: number, replicas: string[]) {
    this.base = dots.base
    this.capacity = capacity
    this.replicas = replicas
    if (dots.rows) this.rows = grown(dots.rows, capacity)
    for (const [column, own] of Object.entries(dots.cells ?? {})) this.cells.set(column, grown(own, capacity))
    for (const [offset, vector] of Object.entries(dots.saw ?? {})) this.saw.set(Number(offset), vector)
  }

  /** A row has been added at `offset`. */
  row(offset: number, dot: Dot): void {
    const replica = indexOfReplica(this.replicas, dot.replica)
    if (!this.rows && replica === this.base.replica && dot.seq === this.base.seq) return
    this.rows ??= blank(this.capacity)
    put(this.rows, offset, replica, dot.seq)
  }

  cell(column: string, offset: number, dot: Dot): void {
    let own = this.cells.get(column)
    if (!own) this.cells.set(column, (own = blank(this.capacity)))
    put(own, offset, indexOfReplica(this.replicas, dot.replica), dot.seq)
  }

  /** Remembers what somebody who deleted the row had seen; null when the row is there again. */
  deleted(offset: number, saw: VersionVector | null): void {
    if (saw) this.saw.set(offset, saw)
    else this.saw.delete(offset)
  }

  finish(rows: number): PageDots {
    return {
      base: this.base,
      ...(this.rows ? { rows: cut(this.rows, rows) } : {}),
      ...(this.cells.size > 0
        ? { cells: Object.fromEntries([...this.cells].map(([column, own]) => [column, cut(own, rows)])) }
        : {}),
      ...(this.saw.size > 0 ? { saw: Object.fromEntries(this.saw) } : {}),
    }
  }
}

const blank = (length: number): DotColumn => ({
  replica: new Uint16Array(length),
  seq: new Uint32Array(length),
})

function grown(column: DotColumn, length: number): DotColumn {
  const to = blank(Math.max(length, column.seq.length))
  to.replica.set(column.replica)
  to.seq.set(column.seq)
  return to
}

const cut = (column: DotColumn, length: number): DotColumn => ({
  replica: column.replica.slice(0, length),
  seq: column.seq.slice(0, length),
})

function put(column: DotColumn, offset: number, replica: number, seq: number): void {
  column.replica[offset] = replica
  column.seq[offset] = seq
}
