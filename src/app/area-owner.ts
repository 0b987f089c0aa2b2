import type { LocalDate } from '../shared/local-date.ts'
import type { Workbook } from '../engine/workbook.ts'
import { dutyBookOf, rowNamed } from './duty-book.ts'

/** Campus, building, floor, room: more levels than a school has, and an end where areas lie in each other by mistake. */
const LEVELS = 8

/**
 * Who has contracted an area on a day (A16), as the id of a staff row; of an area nobody has contracted, who has the one
 * it lies in.
 */
export function areaOwner(book: Workbook, area: string, day: LocalDate): string | null {
  const contracts = dutyBookOf(book).where('contracts', 'kind', '区域部位')
  let place = rowNamed(book, 'areas', area)
  for (let level = 0; place !== null && level < LEVELS; level++) {
    for (const { cell } of contracts) {
      const [from, to] = [cell('valid'), cell('valid_to')]
      const holds = (from === null || String(from) <= day) && (to === null || String(to) >= day)
      const owner = rowNamed(book, 'staff', cell('owner'))
      if (holds && owner !== null && rowNamed(book, 'areas', cell('target')) === place) return owner
    }
    place = rowNamed(book, 'areas', book.stored('areas', place, 'parent'))
  }
  return null
}
