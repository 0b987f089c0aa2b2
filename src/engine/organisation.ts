import { DELETED } from './change.ts'

/**
 * Tables of which a change may move any score, the organisation scores are counted by, with the cells of them that scores
 * read; the others (a telephone number) move nothing.
 */
const ORGANISATION: Readonly<Record<string, ReadonlySet<string>>> = {
  staff: new Set(['dept', 'scored', 'valid', 'valid_to', 'name', 'posts', DELETED]),
  departments: new Set(['director', 'vp', 'prior_director', 'director_since', 'dept', DELETED]),
  profile: new Set(['principal', 'safety_vp', DELETED]),
  meetings: new Set(['at', DELETED]),
  vetoes: new Set(['who', 'year', 'lifted', DELETED]),
}

/** May this cell, or with null a whole row of the table, move any score? */
export const shapesScores = (table: string, column: string | null): boolean =>
  Object.hasOwn(ORGANISATION, table) && (column === null || ORGANISATION[table]!.has(column))
