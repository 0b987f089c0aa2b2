import { DELETED, type CellEdit, type Change } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { NewRow } from './completed-rows.ts'
import { dutyConsequences } from './duty-consequences.ts'
import { hazardConsequences } from './hazard-consequences.ts'
import { madeByHand } from './rota/made-by-hand.ts'
import { decidesReports, missingLegs, organisationOf } from './report-legs.ts'

/** What follows from a change and belongs to it: rows that must exist now, and cells of existing rows. */
export interface Consequences {
  readonly rows: readonly NewRow[]
  readonly edits: readonly CellEdit[]
}

/** Tables whose edits can make an incident need another report, with the column that names the incident. */
const OF_INCIDENTS: Readonly<Record<string, string | null>> = {
  incidents: null,
  incidentPeople: 'incident',
  findings: 'incident',
}

/**
 * Rows that must follow from what a person just entered, as part of the same change: the report legs an incident needs,
 * so that its clocks run from the moment it is known, the hazards that failed items are, whether the day's log says that
 * absent pupils have been found, and that a row of the rota is no longer the rotation's. Imports and programs bring their
 * own rows.
 */
export function consequencesOf(book: Workbook, change: Change): Consequences {
  const rows: NewRow[] = []
  const edits: CellEdit[] = []
  if (change.source !== 'user' && change.source !== 'paste') return { rows, edits }
  const hazards = hazardConsequences(book, change)
  rows.push(...hazards.rows)
  edits.push(...hazards.edits, ...dutyConsequences(book, change), ...madeByHand(book, change))
  const incidents = new Set<string>()
  for (const block of change.added) for (const row of block.ids) remember(book, incidents, block.table, row)
  for (const { table, row, column } of change.edits)
    if (table !== 'incidents' || column === DELETED || decidesReports(column))
      remember(book, incidents, table, row)
  if (incidents.size === 0) return { rows, edits }
  // Read once for all of them: a paste may touch thousands.
  const organisation = organisationOf(book)
  for (const incident of incidents) {
    const legs = missingLegs(book, incident, organisation)
    rows.push(...legs.rows)
    edits.push(...legs.edits)
  }
  return { rows, edits }
}

function remember(book: Workbook, incidents: Set<string>, table: string, row: string): void {
  const by = OF_INCIDENTS[table]
  if (by === undefined || !book.has(table, row)) return
  const cell = by === null ? row : book.stored(table, row, by)
  if (typeof cell !== 'string') return
  const incident = book.has('incidents', cell) ? cell : book.find(['incidents'], cell)
  if (incident !== null && incident !== 'many') incidents.add(incident)
}
