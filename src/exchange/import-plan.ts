import type { Problem } from '../shared/result.ts'
import { chooseTable, HeadingIndexes, type MappedTable, type SheetChoice } from './choose-table.ts'
import { planRows, type PlannedRows } from './import-rows.ts'
import type { ImportOptions, ImportTarget } from './import-target.ts'
import type { LeftOutReason, LeftOutRow } from './left-out-rows.ts'
import type { MappedColumn } from './map-columns.ts'
import { isAboutSheet } from './masking/about-sheet.ts'
import { columnName, type SheetData } from './sheet-data.ts'
import { SheetGrid } from './sheet-grid.ts'
import { shapeOf } from './source-shape.ts'

/** A column of the file, and what it is here. */
export interface SheetColumn extends MappedColumn {
  /** As it stands in the file, the levels of a path joined by `/`; empty where there is none. */
  readonly heading: string
}

export interface SheetPlan extends PlannedRows {
  readonly sheet: string
  /** Which sheet of the file, from 0. */
  readonly at: number
  readonly table: string
  /** The first row of headings as people count, from 1. */
  readonly headerRow: number
  /** The rows of headings, from 0, both included. */
  readonly header: readonly [first: number, last: number]
  /** How sure it is that these are the headings, 0 … 1. */
  readonly confidence: number
  /** Column keys by position; null for columns that are left out. */
  readonly columns: readonly (string | null)[]
  readonly mapping: readonly SheetColumn[]
  /** Other tables of the sheet, by the rows of their headings. */
  readonly others: readonly {
    readonly header: readonly [number, number]
    readonly headings: readonly string[]
  }[]
  /** Tells files of one kind from others: their mapping is remembered under it. */
  readonly shape: string
  /** The mapping is that of the last file of this shape. */
  readonly remembered: boolean
}

/** What an import would do, to be shown before anything is done. */
export interface ImportPlan {
  /** Why nothing can be imported at all. */
  readonly problem?: Problem
  readonly warnings: readonly Problem[]
  readonly sheets: readonly SheetPlan[]
  readonly counts: { added: number; changed: number; same: number; rejected: number }
}

export function planImport(
  sheets: readonly SheetData[],
  target: ImportTarget,
  options: ImportOptions = {},
): ImportPlan {
  const work = planning(sheets, target, options)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** The same in pieces, telling the share that is done: a large file must not stop the page. */
export function* planning(
  sheets: readonly SheetData[],
  target: ImportTarget,
  options: ImportOptions = {},
): Generator<number, ImportPlan> {
  const warnings: Problem[] = []
  const indexes = indexesOf(target.tables)
  const plans: SheetPlan[] = []
  const whole = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 1)
  let before = 0
  for (const [at, sheet] of sheets.entries()) {
    const decided = options.bySheet?.[at]
    const choice = { table: options.table, ...decided }
    const from = before
    before += sheet.rows.length
    if (sheet.rows.length === 0 || decided === null) continue
    if (choice.table === undefined && isAboutSheet(sheet)) continue
    if (sheet.hidden && !options.hidden && decided?.table === undefined) continue
    const grid = new SheetGrid(sheet)
    const mapped = chooseTable(sheet, grid, indexes, choice, target.context)
    if (!mapped) {
      warnings.push({ code: 'import.sheet-not-recognised', params: { sheet: sheet.name } })
      continue
    }
    const mapping = columnsOf(mapped)
    warnings.push(...headingNotes(sheet, mapping))
    const work = planRows({ sheet, grid, mapped, choice }, target, options)
    let step = work.next()
    for (; !step.done; step = work.next()) yield (from + step.value * sheet.rows.length) / whole
    warnings.push(...leftOutNotes(sheet.name, step.value.leftOut))
    plans.push({ ...step.value, ...describe(sheet, at, mapped, mapping, choice) })
  }
  const settled = forgetNamesThatArrive(withoutTakenTables(plans, sheets), target)
  warnings.push(...settled.flatMap(otherTablesNote))
  for (const plan of settled) warnings.push(...plan.warnings)
  const counts = count(settled)
  return { ...verdict(settled, counts), warnings, sheets: settled, counts }
}

/** A sheet may be given more than once, each time for another of its tables: none of those is left over. */
function withoutTakenTables(plans: readonly SheetPlan[], sheets: readonly SheetData[]): SheetPlan[] {
  const isTaken = (at: number, row: number) =>
    plans.some((plan) => sheets[plan.at] === sheets[at] && plan.header[0] === row)
  return plans.map((plan) => ({
    ...plan,
    others: plan.others.filter(({ header }) => !isTaken(plan.at, header[0])),
  }))
}

const otherTablesNote = ({ sheet, others }: SheetPlan): Problem[] =>
  others.length === 0
    ? []
    : [
        {
          code: 'import.other-tables',
          params: { sheet, count: others.length, row: others[0]!.header[0] + 1 },
        },
      ]

/** What headings may be called takes a while to work out, and every correction plans again. */
const made = new WeakMap<ImportTarget['tables'], HeadingIndexes>()

function indexesOf(tables: ImportTarget['tables']): HeadingIndexes {
  const known = made.get(tables) ?? new HeadingIndexes(tables)
  made.set(tables, known)
  return known
}

/** A row of a sheet, for what somebody leaves out of an import. */
export const rowName = (sheet: Pick<SheetPlan, 'at'>, row: number): string => `${sheet.at}:${row}`

/** The same without the rows that somebody has unticked. */
export function withoutRows(plan: ImportPlan, unticked: ReadonlySet<string>): ImportPlan {
  if (unticked.size === 0) return plan
  const sheets = plan.sheets.map((sheet) => {
    const stays = ({ row }: { readonly row: number }) => !unticked.has(rowName(sheet, row))
    return {
      ...sheet,
      added: sheet.added.filter(stays),
      changed: sheet.changed.filter(stays),
      ledger: sheet.ledger.filter(stays),
    }
  })
  return { ...plan, sheets, counts: count(sheets) }
}

/** Nothing in it is a guess that somebody should look at first. */
export const isSure = ({ sheets }: ImportPlan): boolean =>
  sheets.every(
    ({ confidence, mapping }) => confidence >= SURE_HEADINGS && !mapping.some(({ doubtful }) => doubtful),
  )

const SURE_HEADINGS = 0.5

const columnsOf = ({ found, columns }: MappedTable): SheetColumn[] =>
  columns.map((column, at) => ({ ...column, heading: found.headings[at]!.join('/') }))

function describe(
  sheet: SheetData,
  at: number,
  { found, index, others }: MappedTable,
  mapping: readonly SheetColumn[],
  choice: SheetChoice,
): Omit<SheetPlan, keyof PlannedRows> {
  return {
    sheet: sheet.name,
    at,
    table: index.table.name,
    headerRow: found.first + 1,
    header: [found.first, found.last],
    confidence: found.confidence,
    columns: mapping.map(({ key }) => key),
    mapping,
    others: others.map(({ first, last, headings }) => ({
      header: [first, last],
      headings: headings.filter((path) => path.length > 0).map((path) => path.join('/')),
    })),
    shape: shapeOf(found.headings),
    remembered: choice.remembered === true,
  }
}

function headingNotes({ name: sheet, rows }: SheetData, mapping: readonly SheetColumn[]): Problem[] {
  const notes: Problem[] = []
  const names = (wanted: (column: SheetColumn) => boolean) =>
    mapping
      .map((column, at) => ({ ...column, heading: column.heading || columnName(at) }))
      .filter((column, at) => mapping[at]!.heading !== '' && column.key === null && wanted(column))
      .map(({ heading }) => heading)
      .join('、')
  const unmatched = names(({ repeats }) => !repeats)
  const repeated = names(({ repeats }) => repeats)
  if (unmatched !== '')
    notes.push({ code: 'import.columns-left-out', params: { sheet, headings: unmatched } })
  if (repeated !== '') notes.push({ code: 'import.columns-repeated', params: { sheet, headings: repeated } })
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width > mapping.length)
    notes.push({ code: 'import.too-wide', params: { sheet, limit: mapping.length, count: width } })
  return notes
}

const FOOTERS = new Set<LeftOutReason>(['total', 'signature', 'note'])

function leftOutNotes(sheet: string, leftOut: readonly LeftOutRow[]): Problem[] {
  const note = (code: string, fits: (reason: LeftOutReason) => boolean): Problem[] => {
    const rows = leftOut.filter(({ reason }) => fits(reason))
    return rows.length === 0 ? [] : [{ code, params: { sheet, count: rows.length, row: rows[0]!.row } }]
  }
  return [
    ...note('import.footer-skipped', (reason) => FOOTERS.has(reason)),
    ...note('import.repeated-header', (reason) => reason === 'repeated-header'),
    ...note('import.group-rows', (reason) => reason === 'group'),
    ...note('import.row-outside-table', (reason) => reason === 'outside'),
  ]
}

/** A name unknown here is no news when the same file brings the row that bears it. */
function forgetNamesThatArrive(plans: readonly SheetPlan[], target: ImportTarget): SheetPlan[] {
  const arriving = new Set<string>()
  for (const plan of plans) {
    const table = target.tables[plan.table]!
    for (const row of plan.added)
      arriving.add(`${plan.table}\u0000${table.shownBy.map((key) => String(row.cells[key] ?? '')).join(' ')}`)
  }
  return plans.map((plan) => {
    const unknown = plan.unknownNames.filter(
      ({ tables, name }) => !tables.some((table) => arriving.has(`${table}\u0000${name}`)),
    )
    const told = unknown.map(({ name, count, row, column }): Problem => ({
      code: 'import.unknown-name',
      params: { sheet: plan.sheet, name, count, row, column },
    }))
    return { ...plan, unknownNames: unknown, warnings: [...plan.warnings, ...told] }
  })
}

function count(plans: readonly SheetPlan[]): ImportPlan['counts'] {
  const counts = { added: 0, changed: 0, same: 0, rejected: 0 }
  for (const plan of plans) {
    counts.added += plan.added.length
    counts.changed += plan.changed.length
    counts.same += plan.same
    counts.rejected += new Set(plan.rejected.map((cell) => cell.row)).size
  }
  return counts
}

/** An import that brings nothing must say so; it is never a success of zero rows. */
function verdict(plans: readonly SheetPlan[], counts: ImportPlan['counts']): { problem?: Problem } {
  if (plans.length === 0) return { problem: { code: 'import.no-table' } }
  if (counts.added + counts.changed + counts.same > 0) return {}
  if (counts.rejected > 0)
    return { problem: { code: 'import.all-rejected', params: { count: counts.rejected } } }
  return { problem: { code: 'import.no-rows' } }
}
