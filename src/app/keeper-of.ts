import { dateOf } from '../shared/local-date.ts'
import type { Workbook } from '../engine/workbook.ts'
import { areaOwner } from './area-owner.ts'

/** Tables that say who looks after a place where nobody has contracted it, with the columns of the place and the person. */
const SAID_BY = [
  ['riskPoints', 'area', 'owner'],
  ['buildings', 'name', 'owner'],
] as const

/** Who looks after a place, by contract, else as owner of a risk there, else as keeper of the building. */
export function keeperOf(book: Workbook, area: string): string | null {
  const owner = areaOwner(book, area, dateOf(book.environment().now))
  if (owner !== null) return owner
  for (const [table, place, person] of SAID_BY)
    for (const row of book.view(table).ids()) {
      if (book.stored(table, row, place) !== area) continue
      const keeper = book.stored(table, row, person)
      if (typeof keeper === 'string') return keeper
    }
  return null
}
