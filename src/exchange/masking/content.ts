import type { CellTypeName, Column, Content } from '../../tables/column.ts'
import type { Table } from '../../tables/table.ts'

/** What a type of cell holds when its column does not say. */
const BY_TYPE: Readonly<Record<CellTypeName, Content>> = {
  text: 'narrative',
  long: 'narrative',
  choice: 'plain',
  choices: 'plain',
  yesno: 'plain',
  integer: 'plain',
  number: 'plain',
  money: 'plain',
  date: 'moment',
  time: 'moment',
  // A reference holds what the names of its rows hold; by itself, a name somebody typed.
  reference: 'narrative',
  references: 'narrative',
  row: 'narrative',
  file: 'document',
  signature: 'signature',
  steps: 'explanation',
}

type Tables = Readonly<Record<string, Table>>

/** What the cells of a column tell. A reference tells what stands first in the shown name of the rows it points to. */
export function contentOf(column: Column, tables: Tables): Content {
  if (column.holds) return column.holds
  const target = column.to && tables[column.to[0]!]
  const [first] = target?.shownBy ?? []
  return target && first !== undefined ? contentOf(target.columns[first]!, tables) : BY_TYPE[column.type]
}

const OF_PERSONS: ReadonlySet<Content> = new Set<Content>(['pupil-name', 'staff-name', 'pupil-code'])

/** Is each row about one person? Told by what tells its rows apart. */
export const isAboutPersons = (table: Table, tables: Tables): boolean =>
  [...table.key, ...table.shownBy].some((key) => OF_PERSONS.has(contentOf(table.columns[key]!, tables)))
