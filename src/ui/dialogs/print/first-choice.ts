import { listsIn } from '../../../reports/checklist-paper.ts'
import type { PrintChoice, PrintKind } from '../../../reports/print-kind.ts'
import { weeksIn } from '../../../reports/rota-paper.ts'
import { addDays, dateOf } from '../../../shared/local-date.ts'
import type { Table } from '../../../tables/table.ts'
import { runningTerm } from '../../parts/scores/score-rows.ts'
import type { Desk } from '../../state/desk.svelte.ts'

/** The rows somebody can choose from, the newest first; as they stand on the screen, where their table is on show. */
export function rowsToChoose(desk: Desk, { table, onePer }: PrintKind): readonly string[] {
  if (table === '') return []
  const { book } = desk.session
  const shown = desk.place === table ? desk.shownRows() : null
  const rows = [...(shown ?? book.view(table).ids())].reverse()
  if (onePer === undefined) return rows
  const first = new Map<string, string>()
  for (const row of rows) {
    const paper = onePer.map((column) => String(book.stored(table, row, column))).join(' ')
    if (!first.has(paper)) first.set(paper, row)
  }
  return [...first.values()]
}

export function rowLabel(desk: Desk, { table, tells = [], onePer }: PrintKind, row: string): string {
  const { shownBy } = desk.session.book.tables[table]!
  const rows = desk.rows(table)
  return [...(onePer ?? shownBy), ...tells]
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
  const { inHand } = desk
  const given = rows.length > 0 ? rows : inHand?.table === kind.table ? [inHand.row] : []
  if (given.length === 0) return rowsToChoose(desk, kind).slice(0, 1)
  return kind.onePer === undefined ? given : standingFor(desk, kind, given)
}

/** Of rows that share a paper, those the list to choose from shows for them. */
function standingFor(desk: Desk, kind: PrintKind, given: readonly string[]): readonly string[] {
  const labels = new Set(given.map((row) => rowLabel(desk, kind, row)))
  return rowsToChoose(desk, kind).filter((row) => labels.has(rowLabel(desk, kind, row)))
}
