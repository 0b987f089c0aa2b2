import { listsIn } from '../../../reports/checklist-paper.ts'
import type { PrintChoice, PrintKind } from '../../../reports/print-kind.ts'
import { weeksIn } from '../../../reports/rota-paper.ts'
import { addDays, dateOf } from '../../../shared/local-date.ts'
import type { Table } from '../../../tables/table.ts'
import { runningTerm } from '../../parts/scores/score-rows.ts'
import type { Desk } from '../../state/desk.svelte.ts'

/** The rows somebody can choose from, the newest first; as they stand on the screen, where their table is on show. */
export function rowsToChoose(desk: Desk, { table }: PrintKind): readonly string[] {
  if (table === '') return []
  const all = desk.session.book.view(table).ids()
  const shown = desk.place === table ? desk.shownRows() : null
  return [...(shown ?? all)].reverse()
}

export function rowLabel(desk: Desk, { table, tells = [] }: PrintKind, row: string): string {
  const { shownBy } = desk.session.book.tables[table]!
  const rows = desk.rows(table)
  return [...shownBy, ...tells]
    .map((column) => rows.text(row, column))
    .filter((text) => text !== '')
    .join('　')
}

/** Ledgers that can be shown to an inspector: not the settings, nor what the program keeps for itself. */
export function tablesToChoose(desk: Desk): readonly string[] {
  const { book } = desk.session
  return Object.values(book.tables)
    .filter((table) => table.group !== 'settings' && !table.defines && !table.record)
    .filter(({ name }) => book.view(name).size > 0)
    .map(({ name }) => name)
}

const OFTEN_ASKED: ReadonlySet<Table['group']> = new Set(['duty', 'hazard', 'incident', 'ledger'])

/** What the dialog begins with: the row in hand, this term, this week. */
export function firstChoice(desk: Desk, kind: PrintKind, rows: readonly string[]): PrintChoice {
  const { book } = desk.session
  const { terms, now } = book.environment()
  const today = dateOf(now)
  const term = terms.find(({ id }) => id === runningTerm(terms, today)) ?? null
  const { now: week } = weeksIn(book, term?.id ?? null)
  return {
    rows: kind.asks.includes('rows') ? firstRows(desk, kind, rows) : [],
    term: term?.id ?? null,
    weeks: [week, week],
    lists: kind.asks.includes('lists') ? listsIn(book).slice(0, 1) : [],
    tables: tablesToChoose(desk).filter((name) => {
      const { group, tier } = book.tables[name]!
      return tier !== 'more' && OFTEN_ASKED.has(group)
    }),
    days: term ? [term.from, term.to < today ? term.to : today] : [addDays(today, -365), today],
  }
}

function firstRows(desk: Desk, kind: PrintKind, rows: readonly string[]): readonly string[] {
  if (rows.length > 0) return rows
  const { inHand } = desk
  if (inHand?.table === kind.table) return [inHand.row]
  return rowsToChoose(desk, kind).slice(0, 1)
}
