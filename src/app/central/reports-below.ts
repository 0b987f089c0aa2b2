import type { Workbook } from '../../engine/workbook.ts'
import { plainColumn } from '../../exchange/plain-column.ts'
import { tableSheet } from '../../exchange/table-sheet.ts'
import type { ExportSheet } from '../../exchange/xlsx-write.ts'
import type { Problem } from '../../shared/result.ts'
import { standing, standingRows, type StandingRow } from '../../sync/standing-reports.ts'
import type { Cell } from '../../tables/cell.ts'
import type { Column } from '../../tables/column.ts'
import { VILLAGE_SHEETS, villageColumn } from '../../tables/school/village-sheets.ts'
import type { Table } from '../../tables/table.ts'
import { knownReports, type KnownReport } from '../bureau/known-reports.ts'
import type { OpenedReport } from '../bureau/ledgers-of.ts'
import { openReport } from '../bureau/open-standing.ts'
import { bySchoolOf } from '../bureau/write-ledgers.ts'
import type { Session } from '../session.ts'

/** What a central school sends on with its own report. */
export interface ReportsBelow {
  /** As each school has signed it; nothing is added to it and nothing taken away. */
  readonly reports: readonly Uint8Array[]
  readonly hashes: readonly string[]
  /** The same for whoever reads the file in Excel: hazards and incidents, whose each is in the first column. */
  readonly sheets: readonly ExportSheet[]
  /** Reports that cannot go along, because their bytes are on another computer. */
  readonly missing: readonly Problem[]
}

export interface SchoolBelow {
  readonly id: string
  readonly name: string
  /** What is known of it: the reports none of which is older than another. */
  readonly reports: readonly KnownReport[]
}

const OPEN = 0

/** What nobody has said is taken for open. */
export function isOpenBelow(book: Workbook, school: string): boolean {
  const is = book.stored('villageSchools', school, 'state')
  return is === null || is === book.tables['villageSchools']!.columns['state']!.options![OPEN]!.zh
}

/** The schools below that have reported, in the order of their list; one that is closed has nothing more to tell. */
export function schoolsBelow(book: Workbook): SchoolBelow[] {
  if (!Object.hasOwn(book.tables, 'villageSchools')) return []
  const bySchool = bySchoolOf(knownReports(book))
  return book
    .view('villageSchools')
    .ids()
    .filter((id) => isOpenBelow(book, id))
    .map((id) => ({ id, name: book.shownName(id) ?? '', reports: standing(bySchool.get(id) ?? []) }))
    .filter(({ reports }) => reports.length > 0)
}

export async function reportsBelow(session: Session): Promise<ReportsBelow> {
  const told: { readonly school: SchoolBelow; readonly opened: readonly OpenedReport[] }[] = []
  const missing: Problem[] = []
  for (const school of schoolsBelow(session.book)) {
    const opened: OpenedReport[] = []
    for (const facts of school.reports) {
      const report = await openReport(session, facts)
      if (report.ok) opened.push(report.value)
      else missing.push({ code: 'report.below-missing', params: { school: school.name, file: facts.file } })
    }
    told.push({ school, opened })
  }
  const all = told.flatMap(({ opened }) => opened)
  const sheets = VILLAGE_SHEETS.map((sheet) => {
    const rows = told.flatMap(({ school, opened }) =>
      standingRows(
        opened.flatMap(({ facts, tables }) => {
          const table = tables.get(sheet.from)
          return table ? [{ hash: facts.hash, table }] : []
        }),
      ).map((row): Shown => ({ ...row, school: school.name })),
    )
    return sheetOf(session.book, sheet, rows)
  })
  return {
    reports: all.map(({ bytes }) => bytes),
    hashes: all.map(({ facts }) => facts.hash),
    sheets: all.length > 0 ? sheets : [],
    missing,
  }
}

type Shown = StandingRow & { readonly school: string }

/** The key of the column that says whose row it is; no column of a school's table is called so. */
const WHOSE = 'of school'

function sheetOf(
  book: Workbook,
  { from, zh, en }: (typeof VILLAGE_SHEETS)[number],
  rows: readonly Shown[],
): ExportSheet {
  const told = new Set(rows.flatMap(({ cells }) => Object.keys(cells)))
  const source = book.tables[from]!
  const columns: Record<string, Column> = { [WHOSE]: villageColumn }
  for (const [key, column] of Object.entries(source.columns))
    if (told.has(key)) columns[key] = plainColumn(column)
  const table: Table = { ...source, zh, en, name: `below ${from}`, key: [], shownBy: [], columns }
  const lines = {
    ids: rows.map((_, at) => String(at)),
    value: (at: string, key: string): Cell =>
      key === WHOSE ? rows[+at]!.school : (rows[+at]!.cells[key] ?? null),
  }
  return tableSheet(table, lines, book.context())
}
