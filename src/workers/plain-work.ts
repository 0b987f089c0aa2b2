import { HeadingIndexes, type SheetChoice } from '../exchange/choose-table.ts'
import { findTables } from '../exchange/find-table.ts'
import { planImport, type ImportPlan } from '../exchange/import-plan.ts'
import { plainRows, pupilHeadingsIn, type PlainRows } from '../exchange/plain-report.ts'
import type { SheetData } from '../exchange/sheet-data.ts'
import { SheetGrid } from '../exchange/sheet-grid.ts'
import { shapeOf } from '../exchange/source-shape.ts'
import { isPlainTable, plainSchoolTables } from '../tables/bureau/plain-columns.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { namedPlaces, type NamedPlace } from './named-places.ts'

export interface PlainRequest {
  readonly sheets: readonly SheetData[]
  /** What was decided sheet by sheet; what is left open is found. */
  readonly bySheet: readonly (SheetChoice | null | undefined)[]
  /** Local wall time. */
  readonly now: string
}

/** What a school's own spreadsheet says, read in one way. */
export interface PlannedPlain {
  /** Only the sheets that are ledgers a county has. */
  readonly plan: ImportPlan
  readonly rows: PlainRows
  readonly named: readonly NamedPlace[]
  /** Every sheet with a table on it: where it stands in the file, what its headings are, and how many columns it has. */
  readonly seen: readonly { readonly at: number; readonly shape: string; readonly width: number }[]
  /** Sheets that are lists of something else, by what they seem to be. */
  readonly others: readonly { readonly sheet: string; readonly table: string }[]
}

const indexes = new HeadingIndexes(plainSchoolTables)

/** Of a sheet whose headings say nothing to us: it may have been said before what they mean. */
function unrecognised(sheet: SheetData): { shape: string; width: number } | null {
  if (sheet.rows.length === 0) return null
  const [found] = findTables(new SheetGrid(sheet), indexes.knowing)
  return found ? { shape: shapeOf(found.headings), width: found.headings.length } : null
}

/** Reads a school's own spreadsheet as the report it could be; nothing of it is anywhere yet. */
export function planPlain({ sheets, bySheet, now }: PlainRequest): PlannedPlain {
  const context: CellContext = { now, find: () => null, nameOf: () => null, say: () => '' }
  const nothing = { ids: () => [], cell: () => null }
  const plan = planImport(
    sheets,
    { tables: plainSchoolTables, context, ...nothing },
    { bySheet, keepInvalid: true },
  )
  const ledgers = plan.sheets.filter(({ table }) => isPlainTable(table))
  const rows = plainRows({ ...plan, sheets: ledgers }, context)
  const pupils = [...new Set([...rows.pupils, ...pupilHeadingsIn(sheets)])]
  return {
    plan: { ...plan, sheets: ledgers },
    rows: { ...rows, pupils },
    named: namedPlaces(rows.tables),
    seen: sheets.flatMap((sheet, at) => {
      const found = plan.sheets.find((each) => each.at === at)
      const seen = found ? { shape: found.shape, width: found.columns.length } : unrecognised(sheet)
      return seen ? [{ at, ...seen }] : []
    }),
    others: plan.sheets
      .filter(({ table }) => !isPlainTable(table))
      .map(({ sheet, table }) => ({ sheet, table })),
  }
}
