import { DELETED, type CellEdit } from '../engine/change.ts'
import { PLACE } from '../engine/row-place.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { CellConflict } from '../store/log.ts'
import type { Dot } from '../sync/dots.ts'
import { compareValues, isDisputed, shown, type Register } from '../sync/register.ts'
import type { Cell } from '../tables/cell.ts'

/** One of the values that a dispute is about, with the change that wrote it. */
export interface Choice {
  readonly value: Cell
  readonly dot: Dot | null
}

export interface Dispute {
  readonly table: string
  readonly row: string
  readonly column: string
  /** The shown one first. Of a row somebody has deleted and somebody else edited: keep it, or delete it. */
  readonly choices: readonly Choice[]
}

/**
 * The cells that people must decide about (待确认): values that were written without knowledge of each other and
 * differ, and rows that one has deleted while another was at work on them. Any edit of such a cell decides it.
 */
export class Disputes {
  /** Grows with every dispute that is found or ends. */
  revision = 0
  private readonly registers = new Map<string, CellConflict>()

  constructor(
    private readonly book: Workbook,
    conflicts: readonly CellConflict[],
  ) {
    this.found(conflicts)
  }

  get size(): number {
    let size = 0
    for (const conflict of this.registers.values()) if (this.isThere(conflict)) size++
    return size
  }

  has(table: string, row: string, column: string): boolean {
    return this.registers.size > 0 && this.registers.has(disputeId(table, row, column))
  }

  get(id: string): Dispute | null {
    const conflict = this.registers.get(id)
    return conflict && this.isThere(conflict) ? disputeOf(conflict) : null
  }

  /** Cells of deleted rows wait for the row: there is nothing to decide about them while it is gone. */
  list(): Dispute[] {
    return [...this.registers.values()].filter((conflict) => this.isThere(conflict)).map(disputeOf)
  }

  /** What a merge has found, after it has been applied. */
  found(conflicts: readonly CellConflict[]): void {
    for (const conflict of conflicts) {
      this.revision++
      const { table, row, column, values } = conflict
      // Nobody is asked where a row stands: any place will do, and both computers show the same one.
      if (!Object.hasOwn(this.book.tables, table) || column === PLACE) continue
      const id = disputeId(table, row, column)
      if (this.isOpen(conflict)) this.registers.set(id, { table, row, column, values })
      else this.registers.delete(id)
    }
  }

  /** Cells that somebody has written, knowing all that was there; answers with what was in dispute. */
  decided(edits: readonly Pick<CellEdit, 'table' | 'row' | 'column'>[]): CellConflict[] {
    if (this.registers.size === 0) return []
    return edits.flatMap(({ table, row, column }) => {
      const id = disputeId(table, row, column)
      const conflict = this.registers.get(id)
      if (!conflict) return []
      this.revision++
      this.registers.delete(id)
      return [conflict]
    })
  }

  private isThere({ table, row }: CellConflict): boolean {
    return this.book.positionOf(table, row) >= 0 && this.book.stored(table, row, DELETED) !== true
  }

  private isOpen({ table, row, column, values }: CellConflict): boolean {
    if (column !== DELETED) return isDisputed(values)
    return values.some(({ value }) => value === true) && this.book.stored(table, row, DELETED) !== true
  }
}

export const disputeId = (table: string, row: string, column: string): string => `${table}/${row}/${column}`

const disputeOf = ({ table, row, column, values }: CellConflict): Dispute => ({
  table,
  row,
  column,
  choices: choicesOf(column, values),
})

/** One choice for each different value of a disputed cell. */
export function choicesOf(column: string, values: Register): Choice[] {
  const first = shown(values)
  const choices: Choice[] = []
  if (column === DELETED) {
    const live = values.find(({ value }) => value === null)
    choices.push({ value: null, dot: live ?? null })
  }
  for (const each of [...(first ? [first] : []), ...[...values].sort((a, b) => compareValues(b, a))])
    if (!choices.some(({ value }) => JSON.stringify(value) === JSON.stringify(each.value)))
      choices.push({ value: each.value, dot: each })
  return choices
}
