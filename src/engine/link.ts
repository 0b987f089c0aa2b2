import { isId } from '../shared/id.ts'
import { nameAsMeant } from '../shared/typed-text.ts'
import type { TableData } from './table-data.ts'

const NONE = -1

const grown = (array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> => {
  if (size <= array.length) return array
  const larger = new Int32Array(Math.max(size, array.length * 2, 64)).fill(NONE)
  larger.set(array)
  return larger
}

/**
 * A reference column, resolved: for every row the position of the row it points to, and for every row of the other
 * table a chain of the rows that point to it. Joins and roll-ups then cost array accesses, at 100,000 rows as at ten.
 *
 * Only live rows are linked. A reference that resolves to nothing, or was found by a typed name, is listed under that id
 * or name and resolved anew when a row with it appears, goes or is renamed: so rows may arrive in any order.
 */
export class Link {
  private to = new Int32Array(0)
  private nextOf = new Int32Array(0)
  private previousOf = new Int32Array(0)
  private firstOf = new Int32Array(0)
  private lastOf = new Int32Array(0)
  private readonly unsettled = new Map<string, Set<number>>()
  private readonly unsettledBy = new Map<number, string>()

  constructor(
    readonly from: TableData,
    readonly column: string,
    readonly target: TableData,
    private readonly resolve: (reference: string) => number,
  ) {}

  /** Position in the target table, or -1. */
  targetOf(position: number): number {
    return position < this.to.length ? this.to[position]! : NONE
  }

  first(target: number): number {
    return target < this.firstOf.length ? this.firstOf[target]! : NONE
  }

  next(position: number): number {
    return this.nextOf[position]!
  }

  /** Positions of the live rows that point to `target`, in the order they were linked. */
  childrenOf(target: number): number[] {
    const children: number[] = []
    for (let child = this.first(target); child >= 0; child = this.nextOf[child]!) children.push(child)
    return children
  }

  /** Resolves every row: once, when all rows are in place. Rows that were never linked and have nothing to say stay so. */
  linkAll(): void {
    const { cells, asTyped } = this.from.columns[this.column]!
    if (cells.length > 0) this.makeRoom()
    const { ids } = this.target
    let near = 0
    for (let position = 0; position < cells.length; position++) {
      const cell = cells.at(position)
      if (cell === null && !asTyped.has(position)) continue
      // Rows are entered along those they belong to: mostly it is the same one again, or the next.
      if (cell !== ids[near] && cell === ids[near + 1]) near++
      if (cell !== ids[near] || !this.linkAnew(position, near)) this.relink(position)
      const target = this.to[position]!
      if (target < 0 || cell !== ids[target]) continue
      near = target
      // The id itself, as its row has it: read from the database, each mention of it is another copy.
      cells.set(position, ids[target]!)
    }
  }

  /** Links a row that has not been linked to the live row that it is known to mean; false when there is more to it. */
  private linkAnew(position: number, target: number): boolean {
    if (this.to[position] !== NONE || !this.from.isLive(position) || !this.target.isLive(target)) return false
    this.attach(position, target)
    this.to[position] = target
    return true
  }

  /** Resolves the cell anew. Returns true when the row now points elsewhere. */
  relink(position: number): boolean {
    this.makeRoom()
    const reference = this.from.isLive(position) ? this.referenceAt(position) : null
    const target = reference === null ? NONE : this.resolve(reference)
    this.list(position, reference !== null && (target === NONE || !isId(reference)) ? reference : null)
    const before = this.to[position]!
    if (before === target) return false
    if (before !== NONE) this.detach(position, before)
    if (target !== NONE) this.attach(position, target)
    this.to[position] = target
    return true
  }

  private makeRoom(): void {
    const rows = this.from.ids.length
    this.to = grown(this.to, rows)
    this.nextOf = grown(this.nextOf, rows)
    this.previousOf = grown(this.previousOf, rows)
    const targets = this.target.ids.length
    this.firstOf = grown(this.firstOf, targets)
    this.lastOf = grown(this.lastOf, targets)
  }

  /** The id, or the name as it was meant (王 伟 is 王伟), or null for an empty cell. */
  private referenceAt(position: number): string | null {
    const cell = this.from.stored(position, this.column)
    if (typeof cell !== 'string' || cell === '') return null
    return isId(cell) ? cell : nameAsMeant(cell)
  }

  /** Does any row name another by something else than the id of a row that is there? */
  get hasUnsettled(): boolean {
    return this.unsettled.size > 0
  }

  /** Rows whose reference is this typed name, or this id while no row bears it. */
  namedBy(reference: string): readonly number[] {
    const rows = this.unsettled.get(reference)
    return rows ? [...rows] : []
  }

  private list(position: number, reference: string | null) {
    if (reference === null && this.unsettledBy.size === 0) return
    const before = this.unsettledBy.get(position)
    if (before === undefined ? reference === null : before === reference) return
    if (before !== undefined) {
      const rows = this.unsettled.get(before)!
      rows.delete(position)
      if (!rows.size) this.unsettled.delete(before)
      this.unsettledBy.delete(position)
    }
    if (reference === null) return
    const rows = this.unsettled.get(reference) ?? new Set()
    rows.add(position)
    this.unsettled.set(reference, rows)
    this.unsettledBy.set(position, reference)
  }

  private attach(position: number, target: number) {
    const last = this.lastOf[target]!
    this.previousOf[position] = last
    this.nextOf[position] = NONE
    if (last === NONE) this.firstOf[target] = position
    else this.nextOf[last] = position
    this.lastOf[target] = position
  }

  private detach(position: number, target: number) {
    const previous = this.previousOf[position]!
    const next = this.nextOf[position]!
    if (previous === NONE) this.firstOf[target] = next
    else this.nextOf[previous] = next
    if (next === NONE) this.lastOf[target] = previous
    else this.previousOf[next] = previous
    this.nextOf[position] = this.previousOf[position] = NONE
  }
}
