import { isId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Workbook } from '../engine/workbook.ts'
import { monthlyReports, type MonthlyReport } from '../rules/report-figures.ts'
import type { RowsOf } from '../rules/rule.ts'

/**
 * A monthly report with its hazards, as it would be if it were sent at a time, or (null) as it stands; null when its
 * month cannot be read.
 */
export function reportOf(book: Workbook, row: string, sentAt: string | null): MonthlyReport | null {
  const rows = {
    hazards: rowsOf(book, 'hazards'),
    areas: rowsOf(book, 'areas'),
    monthlyReports: rowsOf(book, 'monthlyReports', { [row]: { sent_at: sentAt } }),
  }
  return monthlyReports(rows as never, book.environment()).get(row) ?? null
}

type PlainRow = Readonly<Record<string, Cell>> & { readonly id: string }

/** The rows of a table as rules see them, with some cells as they would be. */
function rowsOf(
  book: Workbook,
  table: string,
  instead: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {},
): RowsOf<PlainRow> {
  const { columns } = book.tables[table]!
  const rows = book
    .view(table)
    .ids()
    .map((id): PlainRow => {
      const cells = Object.entries(columns).flatMap(([key, column]) => {
        if (column.computed) return []
        const cell = instead[id]?.[key] ?? book.stored(table, id, key)
        return [[key, cell !== null && cellTypeOf(column).valid(cell, column) ? cell : null] as const]
      })
      return Object.assign(Object.fromEntries(cells), { id }) as PlainRow
    })
  const over = (list: readonly PlainRow[]) => ({
    fold: <A>(start: A, step: (accumulated: A, row: PlainRow) => A): A => list.reduce(step, start),
  })
  return {
    all: over(rows),
    where: () => over([]),
    named: (reference) => {
      if (reference === null) return null
      const id = isId(reference) ? reference : book.find([table], reference)
      return rows.find((row) => row.id === id) ?? null
    },
  }
}
