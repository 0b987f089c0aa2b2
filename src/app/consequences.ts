import { newId } from '../shared/id.ts'
import type { Change, RowBlock } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'
import { missingLegs } from './report-legs.ts'

/** Tables whose edits can make an incident need another report. */
const OF_INCIDENTS: Readonly<Record<string, string>> = {
  incidents: '',
  incidentPeople: 'incident',
  findings: 'incident',
}

/**
 * Rows that must follow from what a person just entered, as part of the same change: the report legs an incident needs,
 * so that its clocks run from the moment it is known. Imports and programs bring their own rows, and an incident entered
 * afterwards (补录) was reported outside the program.
 */
export function consequencesOf(book: Workbook, change: Change, now: string): RowBlock[] {
  if (change.source !== 'user') return []
  const incidents = new Set<string>()
  for (const block of change.added) for (const row of block.ids) remember(book, incidents, block.table, row)
  for (const edit of change.edits) remember(book, incidents, edit.table, edit.row)
  const blocks: RowBlock[] = []
  for (const incident of incidents) {
    const legs = missingLegs(book, incident, now)
    if (!legs.length) continue
    const keys = Object.keys(legs[0]!)
    blocks.push({
      table: 'reportLegs',
      ids: legs.map(() => newId()),
      columns: Object.fromEntries(keys.map((key) => [key, legs.map((leg) => leg[key] ?? null)])),
    })
  }
  return blocks
}

function remember(book: Workbook, incidents: Set<string>, table: string, row: string): void {
  const by = OF_INCIDENTS[table]
  if (by === undefined || !book.has(table, row)) return
  const incident = by === '' ? row : book.stored(table, row, by)
  const id = typeof incident === 'string' ? (book.has('incidents', incident) ? incident : book.find(['incidents'], incident)) : null
  if (typeof id === 'string' && id !== 'many' && book.has('incidents', id)) incidents.add(id)
}
