import type { PrintKind } from './print-kind.ts'

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
    usedIn: 'inspections',
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
  {
    id: 'county-monthly',
    name: 'report.kind.county-monthly',
    table: 'bulletins',
    asks: ['rows'],
    load: async () => (await import('./county-paper.ts')).countyPrint,
  },
  {
    id: 'bulletin',
    name: 'report.kind.bulletin',
    table: 'bulletins',
    asks: ['rows'],
    load: async () => (await import('./bulletin-paper.ts')).bulletinPrint,
  },
  {
    id: 'visit-notice',
    name: 'report.kind.visit-notice',
    table: 'visits',
    asks: ['rows'],
    tells: ['date', 'school', 'form'],
    load: async () => (await import('./visit-paper.ts')).visitPrint,
  },
  {
    id: 'school-assessment',
    name: 'report.kind.school-assessment',
    table: 'schoolAssessment',
    asks: ['rows'],
    onePer: ['year', 'school'],
    load: async () => (await import('./assessment-papers.ts')).schoolAssessmentPrint,
  },
  {
    id: 'section-assessment',
    name: 'report.kind.section-assessment',
    table: 'sectionAssessment',
    asks: ['rows'],
    load: async () => (await import('./assessment-papers.ts')).sectionAssessmentPrint,
  },
] as const satisfies readonly PrintKind[]

export type PrintId = (typeof prints)[number]['id']

export const printKind = (id: PrintId): PrintKind => prints.find((kind) => kind.id === id)!

/** What a workbook with these tables can print. */
export const printsAmong = (
  tables: Readonly<Record<string, unknown>>,
): readonly (PrintKind & { readonly id: PrintId })[] =>
  // Charts have no table; they are drawn from the incidents of a school.
  prints.filter(({ table, usedIn }: PrintKind) =>
    [table === '' ? 'incidents' : table, usedIn ?? table]
      .filter((name) => name !== '')
      .every((name) => Object.hasOwn(tables, name)),
  )

/** What is printed of the rows of a table. */
export const printsOf = (table: string): readonly (PrintKind & { readonly id: PrintId })[] =>
  prints.filter((kind) => kind.table === table)

/** Of those, what is printed of a single row. */
export const printsOfRow = (table: string) => printsOf(table).filter(({ asks }) => asks.includes('rows'))
