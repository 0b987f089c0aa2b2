import type { ReceiptSheet } from '../../app/bureau/receipt-workbook.ts'
import type { Taken } from '../../app/bureau/receive-reports.ts'
import { inOneLine, t, tell } from '../../i18n/translate.ts'
import type { Arrival } from './reception.svelte.ts'
import { columnName, monthOf, schoolOf, tableName, whyOf } from './reception-words.ts'

/** What the names of schools and of the county's tables are. */
export interface ReceiptNames {
  readonly school: (row: string) => string
  readonly ledger: (table: string) => string
}

/**
 * The receipts of everything that has come: file by file, and for schools to put right, every row that was not taken,
 * every cell that was changed in a spreadsheet program, every row of which two computers say different things.
 */
export function receiptSheets(
  arrivals: readonly Arrival[],
  taken: Taken | null,
  names: ReceiptNames,
  below: boolean,
): ReceiptSheet[] {
  const sheets = [
    filesSheet(arrivals, taken, below),
    refusedSheet(arrivals, taken, names),
    editedSheet(arrivals),
  ]
  return [...sheets, differingSheet(taken, names)].filter(({ rows }, at) => at === 0 || rows.length > 0)
}

const heading = (key: ReceiptColumn, width: number): [string, number] => [t(`ui.reception.${key}`), width]

type ReceiptColumn =
  | 'file'
  | 'school'
  | 'month'
  | 'outcome'
  | 'why'
  | 'sheet'
  | 'row'
  | 'column'
  | 'table'
  | 'before'
  | 'after'
  | 'refused-what'
  | 'hazards'
  | 'incidents'
  | 'refused-count'
  | 'differing-count'

const filesSheet = (arrivals: readonly Arrival[], taken: Taken | null, below: boolean): ReceiptSheet => ({
  name: t('ui.reception.results'),
  columns: [
    ...[heading('file', 48), heading('school', 20), heading('month', 10), heading('outcome', 12)],
    ...[heading('hazards', 8), heading('incidents', 8), heading('refused-count', 10)],
    ...[heading('differing-count', 12), heading('why', 60)],
  ],
  rows: arrivals.map((arrival) => [
    ...[arrival.received.file, schoolOf(arrival), monthOf(arrival), t(`ui.reception.is.${arrival.outcome}`)],
    ...countsOf(arrival, taken),
    inOneLine(whyOf(arrival, below)),
  ]),
})

/** Rows of hazards and of incidents, rows that were not taken, and rows of which two computers say different things. */
function countsOf({ received, taken: isTaken }: Arrival, taken: Taken | null): (string | number)[] {
  if (received.is === 'plain') {
    const { tables, refused } = received.plan.rows
    const rows = new Set(refused.filter(({ isRow }) => isRow).map(({ sheet, row }) => `${sheet}!${row}`))
    const count = (table: string) => tables.get(table)?.ids.length ?? 0
    return [count('hazards'), count('incidents'), rows.size, '']
  }
  if (received.is !== 'report') return ['', '', '', '']
  const { read, school } = received.judged
  const of = (rows: readonly { readonly school: string }[] = []) =>
    isTaken ? rows.filter((row) => row.school === school).length : ''
  return [
    ...[read.rows['hazards'] ?? 0, read.rows['incidents'] ?? 0],
    ...[of(taken?.rejected), of(taken?.differences)],
  ]
}

function refusedSheet(arrivals: readonly Arrival[], taken: Taken | null, names: ReceiptNames): ReceiptSheet {
  const inFiles = arrivals.flatMap((arrival) => {
    const { received } = arrival
    if (received.is !== 'plain') return []
    return received.plan.rows.refused.map(({ sheet, row, column, problem, isRow }) => [
      ...[received.file, schoolOf(arrival), sheet, row, column],
      ...[t(isRow ? 'ui.plain.whole-row' : 'ui.plain.one-cell'), tell(problem)],
    ])
  })
  const unnumbered = (taken?.rejected ?? []).map(({ school, table, at }) => [
    ...['', names.school(school), names.ledger(table), at, ''],
    ...[t('ui.plain.whole-row'), t('ui.reception.no-number')],
  ])
  return {
    name: t('ui.reception.refused-sheet'),
    columns: [
      ...[heading('file', 48), heading('school', 20), heading('sheet', 18), heading('row', 8)],
      ...[heading('column', 16), heading('refused-what', 10), heading('why', 50)],
    ],
    rows: [...inFiles, ...unnumbered],
  }
}

const editedSheet = (arrivals: readonly Arrival[]): ReceiptSheet => ({
  name: t('ui.reception.edited-sheet'),
  columns: [
    ...[heading('file', 48), heading('school', 20), heading('table', 18), heading('row', 20)],
    ...[heading('column', 16), heading('before', 30), heading('after', 30)],
  ],
  rows: arrivals.flatMap((arrival) => {
    const { received } = arrival
    const edits = received.is === 'report' ? (received.judged.read.edited?.edits ?? []) : []
    return edits.map(({ table, column, row, from, to }) => [
      ...[received.file, schoolOf(arrival), tableName(table), row, columnName(table, column), from, to],
    ])
  }),
})

const differingSheet = (taken: Taken | null, names: ReceiptNames): ReceiptSheet => ({
  name: t('ui.reception.differing-sheet'),
  columns: [heading('school', 20), heading('table', 20), heading('row', 20), heading('why', 50)],
  rows: (taken?.differences ?? []).map(({ school, table, no }) => [
    ...[names.school(school), names.ledger(table), no, t('ui.reception.differs-why')],
  ]),
})
