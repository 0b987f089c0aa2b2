import type { Problem } from '../../shared/result.ts'
import type { Table } from '../../tables/table.ts'

/** Tables whose rows are about pupils, families and health, or about quarrels and sanctions. */
const ABOUT_PUPILS: ReadonlySet<string> = new Set([
  'incidentPeople',
  ...['petitions', 'disputes', 'opinions', 'rewards'],
  ...['absences', 'aftercare', 'patrols'],
])

const HIDDEN = '***'

/**
 * Is this column covered while somebody may be looking over the shoulder? The grade of an injury stays readable: work
 * cannot go on without it, and it names nobody.
 */
export function isSensitive(table: Table, column: string): boolean {
  const definition = table.columns[column]
  return ABOUT_PUPILS.has(table.name) && definition?.privacy === 'S' && definition.type !== 'choice'
}

export const hasSensitive = (table: Table): boolean =>
  Object.keys(table.columns).some((column) => isSensitive(table, column))

/** A name keeps its first character, so that rows can be told apart; everything else is covered whole. */
export function covered(column: string, text: string): string {
  if (text === '') return ''
  return column === 'name' ? `${[...text][0]}**` : HIDDEN
}

/** A problem of a covered cell, without what the cell holds. */
export const coveredProblem = ({ code, params }: Problem): Problem =>
  params ? { code, params: Object.fromEntries(Object.keys(params).map((name) => [name, HIDDEN])) } : { code }
