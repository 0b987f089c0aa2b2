import type { CellEdit } from '../../engine/change.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { plainRowIds } from '../../exchange/plain-row-ids.ts'
import type { Cell } from '../../tables/cell.ts'
import type { Ledger, WantedRow } from './ledgers-of.ts'

const SCHOOLS_TABLE = { allHazards: 'hazards', allIncidents: 'incidents' } as const

/**
 * The rows of a ledger that take the place of others: a school that sent its own spreadsheets begins to report with our
 * program, and its hazards come again under the ids they have there. What the bureau has written beside them, and what
 * points to them, goes over to the new rows.
 */
export class CarryOver {
  private readonly wanted = new Map<string, string>()

  constructor(
    private readonly book: Workbook,
    wanted: readonly WantedRow[],
  ) {
    for (const { table, id, cells } of wanted)
      if (isLedger(table)) for (const key of keysOf(table, cells)) this.wanted.set(`${table}|${key}`, id)
  }

  /** The row that says what this one said; null where none does. */
  successor(table: Ledger, row: string): string | null {
    const cells = Object.fromEntries(
      Object.keys(this.book.tables[table]!.columns).map((key) => [key, this.book.stored(table, row, key)]),
    )
    for (const key of keysOf(table, cells)) {
      const next = this.wanted.get(`${table}|${key}`)
      if (next !== undefined && next !== row) return next
    }
    return null
  }

  /** The bureau's own cells of a row, as far as the row that takes its place has none of its own. */
  own(table: Ledger, row: string, next: string): Record<string, Cell> {
    const cells: Record<string, Cell> = {}
    for (const [key, column] of Object.entries(this.book.tables[table]!.columns)) {
      if (column.fixed || column.computed) continue
      const cell = this.book.stored(table, row, key)
      const has = this.book.positionOf(table, next) >= 0 && this.book.stored(table, next, key) !== null
      if (cell !== null && !has) cells[key] = cell
    }
    return cells
  }

  /** Rows of other tables that point to the old one, pointing to the new one. */
  references(table: Ledger, from: string, to: string): CellEdit[] {
    return this.book.children(table, from).flatMap(({ table: other, by, ids }) =>
      [...ids].map((row): CellEdit => {
        const before = this.book.stored(other, row, by)
        const after = Array.isArray(before) ? before.map((each) => (each === from ? to : each)) : to
        return { table: other, row, column: by, from: before, to: after }
      }),
    )
  }
}

const isLedger = (table: string): table is Ledger => Object.hasOwn(SCHOOLS_TABLE, table)

function keysOf(table: Ledger, cells: Readonly<Record<string, Cell>>): string[] {
  const school = String(cells['school'] ?? '')
  const told = { ...cells, occurred_at: cells['times'] ?? null }
  return plainRowIds(SCHOOLS_TABLE[table], told).map((key) => `${school}|${key}`)
}
