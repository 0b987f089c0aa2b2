import type { Problem } from '../shared/result.ts'
import { detectTable, HeadingIndex, type Mapping } from './headings.ts'
import { planRows, type PlannedRows } from './import-rows.ts'
import { isAboutSheet } from './masking/about-sheet.ts'
import type { ImportOptions, ImportTarget } from './import-target.ts'
import type { SheetData } from './sheet-data.ts'

export interface SheetPlan extends PlannedRows {
  readonly sheet: string
  readonly table: string
  /** The row of headings as people count, from 1. */
  readonly headerRow: number
  /** Column keys by position; null for columns that are left out. */
  readonly columns: readonly (string | null)[]
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
  const indexes = new Indexes(target.tables)
  const plans: SheetPlan[] = []
  const whole = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 1)
  let before = 0
  for (const [at, sheet] of sheets.entries()) {
    const chosen = options.bySheet?.[at] === undefined ? options.table : options.bySheet[at]
    const from = before
    before += sheet.rows.length
    if (sheet.rows.length === 0 || chosen === null) continue
    if (chosen === undefined && isAboutSheet(sheet)) continue
    if (sheet.hidden && !options.hidden && !options.bySheet?.[at]) continue
    const found = chosen === undefined ? detectTable(sheet, indexes.all()) : forced(sheet, indexes.of(chosen))
    if (!found) {
      warnings.push({ code: 'import.sheet-not-recognised', params: { sheet: sheet.name } })
      continue
    }
    const { mapping, index } = found
    warnings.push(...headingNotes(sheet.name, mapping))
    const work = planRows(sheet, index.table, mapping, target, options)
    let step = work.next()
    for (; !step.done; step = work.next()) yield (from + step.value * sheet.rows.length) / whole
    plans.push({
      sheet: sheet.name,
      table: index.table.name,
      headerRow: mapping.header + 1,
      columns: mapping.columns,
      ...step.value,
    })
  }
  const settled = forgetNamesThatArrive(plans, target)
  for (const plan of settled) warnings.push(...plan.warnings)
  const counts = count(settled)
  return { ...verdict(settled, counts), warnings, sheets: settled, counts }
}

/** What headings may be called, worked out for the tables that are asked for. */
class Indexes {
  readonly #made = new Map<string, HeadingIndex>()

  constructor(private readonly tables: ImportTarget['tables']) {}

  of(table: string): HeadingIndex {
    const definition = this.tables[table]
    if (!definition) throw new RangeError(`no table ${table}`)
    const index = this.#made.get(table) ?? new HeadingIndex(definition)
    this.#made.set(table, index)
    return index
  }

  all(): HeadingIndex[] {
    return Object.keys(this.tables).map((table) => this.of(table))
  }
}

function forced(sheet: SheetData, index: HeadingIndex): { index: HeadingIndex; mapping: Mapping } | null {
  const mapping = index.map(sheet) ?? index.map(sheet, 1)
  return mapping && { index, mapping }
}

function headingNotes(sheet: string, mapping: Mapping): Problem[] {
  const notes: Problem[] = []
  if (mapping.unmatched.length > 0)
    notes.push({
      code: 'import.columns-left-out',
      params: { sheet, headings: mapping.unmatched.join('、') },
    })
  if (mapping.repeated.length > 0)
    notes.push({ code: 'import.columns-repeated', params: { sheet, headings: mapping.repeated.join('、') } })
  return notes
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
