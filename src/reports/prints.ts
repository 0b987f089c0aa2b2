import type { MessageKey } from '../i18n/translate.ts'
import type { LocalDate } from '../shared/local-date.ts'
import type { Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'

/** What somebody has to say before a paper can be made. */
export type Ask = 'rows' | 'term' | 'weeks' | 'lists' | 'tables' | 'days'

/** What was said. A print reads what it asks for; the rest stands at what it began with. */
export interface PrintChoice {
  readonly rows: readonly string[]
  /** By id; null: of all time. */
  readonly term: string | null
  /** First and last week of the term. */
  readonly weeks: readonly [first: number, last: number]
  /** Names of checklists. */
  readonly lists: readonly string[]
  readonly tables: readonly string[]
  readonly days: readonly [from: LocalDate, to: LocalDate]
}

/** Null where nothing is left to print: no row fits, or none may go to this reader. */
export type MakePrint = (source: PaperSource, choice: PrintChoice) => Print | null

/** Something that can be printed: all that menus and the dialog need; how it is made is loaded when it is. */
export interface PrintKind {
  readonly id: string
  readonly name: MessageKey & `report.kind.${string}`
  /** Where people look for it. */
  readonly table: string
  readonly asks: readonly Ask[]
  /** Columns that tell rows apart in the list to choose from, besides their names. */
  readonly tells?: readonly string[]
  /** About persons, or signed by them: nothing for a notice board. */
  readonly neverPosted?: true
  /** Has sentences in it that go to the bureau as summaries, or not at all. */
  readonly narrates?: true
  readonly load: () => Promise<MakePrint>
}

/** Everything that can be printed, each said once. (A table as it is seen prints itself: `ui/state/print-table.ts`.) */
export const prints = [
  {
    id: 'rota',
    name: 'report.kind.rota',
    table: 'rota',
    asks: ['term', 'weeks'],
    load: async () => (await import('./rota-paper.ts')).rotaPrint,
  },
  {
    id: 'monthly',
    name: 'report.kind.monthly',
    table: 'monthlyReports',
    asks: ['rows'],
    load: async () => (await import('./monthly-paper.ts')).monthlyPrint,
  },
  {
    id: 'quarterly',
    name: 'report.kind.quarterly',
    table: 'quarterlySummaries',
    asks: ['rows'],
    load: async () => (await import('./quarterly-paper.ts')).quarterlyPrint,
  },
  {
    id: 'incident',
    name: 'report.kind.incident',
    table: 'incidents',
    asks: ['rows'],
    tells: ['type', 'area'],
    neverPosted: true,
    narrates: true,
    load: async () => (await import('./incident-paper.ts')).incidentPrint,
  },
  {
    id: 'pledges',
    name: 'report.kind.pledges',
    table: 'pledges',
    asks: ['rows'],
    tells: ['party_b', 'tier'],
    neverPosted: true,
    load: async () => (await import('./pledge-paper.ts')).pledgesPrint,
  },
  {
    id: 'checklist',
    name: 'report.kind.checklist',
    table: 'checklists',
    asks: ['lists'],
    load: async () => (await import('./checklist-paper.ts')).checklistPrint,
  },
  {
    id: 'inspection',
    name: 'report.kind.inspection',
    table: 'inspections',
    asks: ['rows'],
    tells: ['date', 'kind'],
    load: async () => (await import('./checklist-paper.ts')).inspectionPrint,
  },
  {
    id: 'notice',
    name: 'report.kind.notice',
    table: 'hazards',
    asks: ['rows'],
    tells: ['area', 'content'],
    neverPosted: true,
    load: async () => (await import('./notice-paper.ts')).noticePrint,
  },
  {
    id: 'scores',
    name: 'report.kind.scores',
    table: 'termScores',
    asks: ['term'],
    load: async () => (await import('./score-papers.ts')).scoresPrint,
  },
  {
    id: 'receipts',
    name: 'report.kind.receipts',
    table: 'termScores',
    asks: ['rows'],
    neverPosted: true,
    load: async () => (await import('./score-papers.ts')).receiptsPrint,
  },
  {
    id: 'allowances',
    name: 'report.kind.allowances',
    table: 'allowances',
    asks: ['term'],
    neverPosted: true,
    load: async () => (await import('./score-papers.ts')).allowancesPrint,
  },
  {
    id: 'bundle',
    name: 'report.kind.bundle',
    table: 'archives',
    asks: ['days', 'tables'],
    load: async () => (await import('./bundle-paper.ts')).bundlePrint,
  },
  {
    id: 'dashboard',
    name: 'report.kind.dashboard',
    table: '',
    asks: ['term'],
    neverPosted: true,
    load: async () => (await import('./dashboard-paper.ts')).dashboardPrint,
  },
] as const satisfies readonly PrintKind[]

export type PrintId = (typeof prints)[number]['id']

export const printKind = (id: PrintId): PrintKind => prints.find((kind) => kind.id === id)!

/** What is printed of the rows of a table. */
export const printsOf = (table: string): readonly (PrintKind & { readonly id: PrintId })[] =>
  prints.filter((kind) => kind.table === table)

/** Of those, what is printed of a single row. */
export const printsOfRow = (table: string) => printsOf(table).filter(({ asks }) => asks.includes('rows'))
