import type { LocalDate } from '../../../shared/local-date.ts'
import { readerOf, type CountyFacts } from './county-facts.ts'

interface PledgeRow {
  readonly school: string | null
  readonly year: string | null
  readonly signed: LocalDate | null
}

/** The rows of the pledges that schools have signed with the bureau for the year of a day, up to that day, by school. */
export function pledgedBy({ pledges, placeOf }: CountyFacts, day: LocalDate): Map<number, string> {
  const read = readerOf<PledgeRow>(pledges, ['school', 'year', 'signed'])
  const signed = new Map<number, string>()
  for (let at = 0; at < pledges.ids.length; at++) {
    if (!pledges.isLive(at)) continue
    const row = read(at)
    if (row.year === day.slice(0, 4) && row.signed !== null && row.signed <= day)
      signed.set(placeOf(row.school), pledges.ids[at]!)
  }
  return signed
}
