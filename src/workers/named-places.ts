import { PersonalData } from '../exchange/masking/personal-data.ts'
import type { Report } from '../sync/report.ts'
import { tables as schoolTables } from '../tables/index.ts'
import type { Table } from '../tables/table.ts'

/** A place in a report in which somebody seems to be named. */
export interface NamedPlace {
  readonly table: string
  readonly column: string
  readonly count: number
}

/**
 * Texts in which somebody is addressed, or a telephone or identity number stands. A file of ours has had them covered; what
 * is found was written into it later, or slipped through. Where it stands is said, never what.
 */
export function namedPlaces(tables: Report['tables']): NamedPlace[] {
  const people = new PersonalData({ pupils: [], staff: [] })
  const places: NamedPlace[] = []
  for (const [table, { columns }] of tables)
    for (const [column, cells] of Object.entries(columns)) {
      const definition = (schoolTables as Readonly<Record<string, Table>>)[table]?.columns[column]
      // The profile tells who signs for the school, and its own telephones.
      if (table === 'profile' || (definition?.type !== 'text' && definition?.type !== 'long')) continue
      const count = cells.filter((cell) => typeof cell === 'string' && people.find(cell).length > 0).length
      if (count > 0) places.push({ table, column, count })
    }
  return places
}
