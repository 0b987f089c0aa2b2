import type { Workbook } from '../engine/workbook.ts'

/** Tables that say who looks after a place, the most binding first, with the columns of the place and the person. */
const SAID_BY = [
  ['contracts', 'target', 'owner'],
  ['riskPoints', 'area', 'owner'],
  ['buildings', 'name', 'owner'],
] as const

/** Who looks after a place, by contract, else as owner of a risk there, else as keeper of the building. */
export function keeperOf(book: Workbook, area: string): string | null {
  for (const [table, place, person] of SAID_BY) {
    if (!book.tables[table]) continue
    for (const row of book.view(table).ids()) {
      if (book.stored(table, row, place) !== area) continue
      const keeper = book.stored(table, row, person)
      if (typeof keeper === 'string') return keeper
    }
  }
  return null
}
