import type { SheetData, SheetValue } from './sheet-data.ts'

/**
 * The heading over the hidden column in which a sheet of a mergeable file carries the ids of its rows, so that a row
 * is found again after people have sorted, deleted and added rows. It sorts and travels with the row it stands in.
 */
export const ROW_ID_HEADING = '行标识（请勿改动）'

/** Title rows above the headings that people may have added. */
const SEARCHED = 30

/** The sheet without its column of ids, which nobody shall import, and that column beside it. */
export function withoutRowIds(sheet: SheetData): SheetData {
  const header = sheet.rows.slice(0, SEARCHED).findIndex((row) => row.includes(ROW_ID_HEADING))
  if (header < 0) return sheet
  const column = sheet.rows[header]!.indexOf(ROW_ID_HEADING)
  const ids = sheet.rows.map((row) => asId(row[column] ?? null))
  const rows = sheet.rows.map((row) => row.filter((_, at) => at !== column))
  return { ...sheet, rows, rowIds: { header, ids } }
}

const asId = (value: SheetValue): string | null => (value === null || value === '' ? null : String(value))
