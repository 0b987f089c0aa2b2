import type { Table } from '../../tables/table.ts'
import type { Book } from './session-types.ts'

/** Rows of one table that point at the row in hand through one column. */
export interface LinkedRows {
  readonly table: Table
  readonly by: string
  readonly ids: readonly string[]
  /** Belongs to the row in hand, so one is added from there. */
  readonly owned: boolean
}

/** What a short list says of a row, where the first columns of the table are not the telling ones. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  incidentPeople: ['role', 'who', 'class', 'name', 'level'],
  findings: ['person', 'department', 'capacity', 'finding', 'points'],
  reportLegs: ['leg', 'accountable', 'done_at', 'result', 'verdict'],
  incidents: ['no', 'occurred_at', 'type', 'class'],
  deductions: ['term', 'source', 'points'],
  hazards: ['no', 'category', 'level', 'state', 'due'],
  inspectionItems: ['item', 'area', 'result', 'hazard'],
  inspections: ['no', 'kind', 'counts', 'failed'],
}

const MOST_TEXTS = 5

/** Everything that points at a row; tables whose rows belong to it also when there are none yet. */
export function linkedRows(book: Book, table: string, row: string): LinkedRows[] {
  const found: LinkedRows[] = book.children(table, row).map(({ table: from, by, ids }) => ({
    table: book.tables[from]!,
    by,
    ids,
    owned: owns(book.tables[from]!, by),
  }))
  for (const from of Object.values(book.tables))
    for (const by of from.key)
      if (
        from.columns[by]?.to?.[0] === table &&
        owns(from, by) &&
        !found.some((one) => one.table === from && one.by === by)
      )
        found.push({ table: from, by, ids: [], owned: true })
  const order = Object.keys(book.tables)
  const rank = (one: LinkedRows) => (one.owned ? 0 : order.length) + order.indexOf(one.table.name)
  return found.sort((a, b) => rank(a) - rank(b))
}

/** The first thing that tells such a row from others is the row it points at. */
const owns = (table: Table, by: string): boolean => table.key[0] === by && !table.generated

export function tellingColumns(table: Table, by: string): string[] {
  const columns = TELLING[table.name] ?? Object.keys(table.columns)
  return columns
    .filter(
      (key) =>
        key !== by &&
        !['long', 'steps', 'file', 'row', 'signature'].includes(table.columns[key]?.type ?? 'long'),
    )
    .slice(0, MOST_TEXTS)
}
