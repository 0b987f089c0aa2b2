import type { Problem } from '../shared/result.ts'
import type { SheetData, SheetValue } from './sheet-data.ts'

/**
 * What a person should know of a sheet before trusting a guess about it: that the table does not begin at the top,
 * that two columns bear one heading, that a column has none.
 */
export function shapeWarnings(sheet: SheetData): Problem[] {
  const warnings: Problem[] = []
  const name = sheet.name
  const first = sheet.rows.findIndex((row) => row.some(isFilled))
  if (first < 0) return warnings
  // Empty rows above a table lose nothing; a lone note between them and the table does.
  if (first > 0 && filled(sheet.rows[first]) === 1)
    warnings.push({ code: 'sheet.note-above', params: { sheet: name, row: first + 1 } })
  const header = headerRow(sheet.rows, first)
  if (header > first) warnings.push({ code: 'sheet.title-above', params: { sheet: name, row: header + 1 } })
  warnings.push(...headingWarnings(sheet.rows, header, name))
  return warnings
}

const isFilled = (value: SheetValue | undefined) => value !== null && value !== undefined && value !== ''

const filled = (row: readonly SheetValue[] | undefined) => (row ?? []).filter(isFilled).length

/** The first row, or below one-cell title rows the first row as wide as the table under it. */
function headerRow(rows: readonly (readonly SheetValue[])[], first: number): number {
  for (let at = first; at < Math.min(rows.length, first + 10); at++) {
    const width = filled(rows[at])
    if (width <= 1) continue
    const texts = rows[at]!.filter((value) => typeof value === 'string' && value !== '').length
    const body = [rows[at + 1], rows[at + 2]]
    if (width >= 3 && texts === width && body.every((row) => filled(row) >= width / 2)) return at
    return first
  }
  return first
}

function headingWarnings(rows: readonly (readonly SheetValue[])[], header: number, sheet: string): Problem[] {
  const headings = rows[header]!
  const warnings: Problem[] = []
  const texts = headings.filter((value) => typeof value === 'string' && value !== '').length
  if (texts < 2 || texts < filled(headings)) return warnings
  const seen = new Map<string, number>()
  for (const heading of headings)
    if (typeof heading === 'string' && heading !== '') seen.set(heading, (seen.get(heading) ?? 0) + 1)
  for (const [heading, count] of seen)
    if (count > 1) warnings.push({ code: 'sheet.duplicate-heading', params: { sheet, heading, count } })
  const unnamed = new Set<number>()
  for (let at = header + 1; at < Math.min(rows.length, header + 200); at++)
    rows[at]!.forEach((value, column) => {
      if (isFilled(value) && !isFilled(headings[column]) && column < headings.length + 50) unnamed.add(column)
    })
  // One data row wider than its headings is a ragged line, not a column.
  if (
    unnamed.size > 0 &&
    [...unnamed].some((column) => column < headings.length && !isFilled(headings[column]))
  )
    warnings.push({ code: 'sheet.unnamed-columns', params: { sheet, count: unnamed.size } })
  return warnings
}
