import { isTakenIn, type Table } from '../../tables/table.ts'

/** Tables whose rows the program makes, but in which people may enter one as well. */
const ALSO_BY_HAND: ReadonlySet<string> = new Set(['deductions', 'vetoes'])

export const canAddRows = (table: Table): boolean =>
  !table.record && !isTakenIn(table) && (!table.generated || ALSO_BY_HAND.has(table.name))

/** Scores come out of other tables; a file with them has nothing to give. */
export const canImport = (table: Table): boolean => !table.generated && !table.record && !isTakenIn(table)
