import type { Problem } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import type { Table } from '../tables/table.ts'
import { detectTable, HeadingIndex, type Mapping } from './headings.ts'
import { planRows, type PlannedRows } from './import-rows.ts'
import type { SheetData } from './sheet-data.ts'

/** The workbook as an import sees it. */
export interface ImportTarget {
  readonly tables: Readonly<Record<string, Table>>
  ids(table: string): readonly string[]
  /** Inputs as kept, computed cells as shown. */
  cell(table: string, row: string, column: string): Cell
  readonly context: CellContext
}

export interface ImportOptions {
  /** The table somebody chose; found by the headings when left out. */
  readonly table?: string
  /** Take cells that do not fit as they are typed, marked, instead of turning the row away. */
  readonly keepInvalid?: boolean
  /** Hidden sheets are left out unless asked for. */
  readonly hidden?: boolean
  /** An empty cell in the file empties the cell here; otherwise it leaves it alone. */
  readonly clearEmpty?: boolean
}

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
  const warnings: Problem[] = []
  const chosen = options.table === undefined ? null : target.tables[options.table]
  const indexes = (chosen ? [chosen] : Object.values(target.tables)).map((table) => new HeadingIndex(table))
  const plans: SheetPlan[] = []
  for (const sheet of sheets) {
    if (sheet.rows.length === 0) continue
    if (sheet.hidden && !options.hidden) continue
    const found = chosen ? forced(sheet, indexes[0]!) : detectTable(sheet, indexes)
    if (!found) {
      warnings.push({ code: 'import.sheet-not-recognised', params: { sheet: sheet.name } })
      continue
    }
    const { mapping, index } = found
    warnings.push(...headingNotes(sheet.name, mapping))
    const rows = planRows(sheet, index.table, mapping, target, options)
    plans.push({
      sheet: sheet.name,
      table: index.table.name,
      headerRow: mapping.header + 1,
      columns: mapping.columns,
      ...rows,
    })
  }
  const settled = forgetNamesThatArrive(plans, target)
  for (const plan of settled) warnings.push(...plan.warnings)
  const counts = count(settled)
  return { ...verdict(settled, counts), warnings, sheets: settled, counts }
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
