import type { ScoreExportData } from './score-data.ts'
import { allowancesSheet } from './scores/allowance-sheet.ts'
import { departmentsSheet } from './scores/department-sheet.ts'
import { findingsSheet } from './scores/finding-sheet.ts'
import { policySheet } from './scores/policy-sheet.ts'
import { deductionsSheet, incidentsSheet, legsSheet } from './scores/record-sheets.ts'
import { ScoreBook } from './scores/score-book.ts'
import { scoresSheet } from './scores/score-sheet.ts'
import type { ExportCell } from './export-sheet.ts'
import type { ExportSheet } from './xlsx-write.ts'

/**
 * A term's scores as a workbook whose numbers can be followed by anybody: scores and allowances are formulas over the
 * sheets of findings, report legs and departments, and read every number from the sheet 规则参数. Only functions that
 * Excel 2010, WPS and LibreOffice share; every range ends where the data end. Persons, departments and incidents go
 * by a code of their own (P1, D1, S1): names may repeat, and a name with `*` would match others in a formula.
 */
export function scoreSheets(data: ScoreExportData): ExportSheet[] {
  const book = new ScoreBook(data)
  const sheets = [
    scoresSheet(book),
    allowancesSheet(book),
    deductionsSheet(book),
    incidentsSheet(book),
    findingsSheet(book),
    legsSheet(book),
    departmentsSheet(book),
    policySheet(book),
  ]
  return data.sealed ? sheets.map(asNumbers) : sheets
}

/** A sealed score must not move in Excel either: rows that have changed since would be added up to another one. */
const asNumbers = (sheet: ExportSheet): ExportSheet => ({
  ...sheet,
  rows: sheet.rows.map(valuesOf),
  ...(sheet.footer ? { footer: sheet.footer.map(valuesOf) } : {}),
})

const valuesOf = (row: readonly ExportCell[]): ExportCell[] =>
  row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.value : cell))
