import type { Workbook } from '../../engine/workbook.ts'

/** A column of which cells are still to be filled in. */
export interface StillToFill {
  readonly table: string
  readonly column: string
  readonly count: number
  /** The first row that waits. */
  readonly row: string
}

/**
 * What a workbook waits for without anything being wrong: heads of sections nobody has entered yet, incidents that have
 * come in and have no section in charge. Problems are what somebody has done wrong; this is what nobody has done yet.
 */
export function stillToFill(book: Workbook): StillToFill[] {
  return Object.values(book.tables).flatMap(({ name, columns }) =>
    Object.entries(columns).flatMap(([column, { awaited }]) => {
      if (!awaited) return []
      const waiting = book
        .view(name)
        .ids()
        .filter((row) => book.stored(name, row, column) === null)
      return waiting.length === 0 ? [] : [{ table: name, column, count: waiting.length, row: waiting[0]! }]
    }),
  )
}
