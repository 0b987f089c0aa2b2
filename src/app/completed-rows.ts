import { isId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import { defaultsFor, type DefaultFacts } from '../rules/defaults.ts'
import type { Workbook } from '../engine/workbook.ts'
import { dutyBookOf } from './duty-book.ts'
import { keeperOf } from './keeper-of.ts'

export interface NewRow {
  readonly table: string
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
}

/**
 * New rows with the cells the program fills by itself: constants of the column (`initial`), then what follows from the
 * row's other cells and the workbook (a number, the time of entry). What somebody gave is never replaced.
 */
export function completed(book: Workbook, rows: readonly NewRow[], now: string): NewRow[] {
  const facts = factsOf(book, now)
  return rows.map(({ table, id, cells }) => {
    const filled: Record<string, Cell> = { ...cells }
    // What follows from the row goes first: an outsourced guard is not scored, though a column starts as 是.
    for (const [key, cell] of Object.entries(defaultsFor(table, filled, facts)))
      if ((filled[key] ?? null) === null) filled[key] = cell
    for (const [key, column] of Object.entries(book.tables[table]!.columns))
      if (!column.computed && column.initial !== undefined && (filled[key] ?? null) === null)
        filled[key] = column.initial
    facts.taken(table, filled)
    return { table, id, cells: filled }
  })
}

function factsOf(
  book: Workbook,
  now: string,
): DefaultFacts & { taken: (table: string, cells: Record<string, Cell>) => void } {
  const used = new Map<string, Set<string>>()
  const usedIn = (table: string, column: string): Set<string> => {
    const name = `${table}.${column}`
    let values = used.get(name)
    if (!values) {
      values = new Set(
        book
          .view(table)
          .ids()
          .map((id) => String(book.stored(table, id, column) ?? '')),
      )
      used.set(name, values)
    }
    return values
  }
  return {
    now,
    used: usedIn,
    profile: (column) => {
      const [row] = book.view('profile').ids()
      return row === undefined ? null : book.stored('profile', row, column)
    },
    cellOf: (table, row, column) => {
      const id = isId(row) ? row : book.find([table], row)
      return id === null || id === 'many' || !book.has(table, id) ? null : book.stored(table, id, column)
    },
    terms: () => book.environment().terms,
    policy: book.environment().policy,
    duty: dutyBookOf(book),
    calendar: book.environment().calendar,
    keeperOf: (area) => keeperOf(book, area),
    taken: (table, cells) => {
      for (const [name, values] of used) {
        const [of, column] = name.split('.') as [string, string]
        if (of === table) values.add(String(cells[column] ?? ''))
      }
    },
  }
}
