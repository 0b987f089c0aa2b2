import type { SheetData } from './sheet-data.ts'
import { stateIn, stateRows } from './state-sheet.ts'

/**
 * The sheet in which a school's file for its bureau carries its reports: its own, and at a central school those of the
 * schools below it, each as its own school has signed it. Very hidden like the state's, and never in one file with it.
 */
export const REPORT_SHEET = '_dutybook_report'

const MARK = 'dutybook reports'
const SEAL = 'sealed'

/** Reports as the rows of a sheet: how many, and what the other parts of the file are; then each with its pieces. */
export function reportRows(reports: readonly Uint8Array[], seal: string | null): string[][] {
  const head = [`${MARK} ${reports.length}`, ...(seal === null ? [] : [`${SEAL} ${seal}`])]
  return [head, ...reports.flatMap(stateRows)]
}

/** What the sheet says of the other parts of its file; null where it does not say. */
export function sealIn({ rows }: SheetData): string | null {
  const said = /^sealed ([0-9a-f]{8})$/.exec(String(rows[0]?.[1] ?? ''))
  return said ? said[1]! : null
}

/** The reports such a sheet holds; null in the place of one that is not whole any more. */
export function reportsIn(sheet: SheetData): (Uint8Array | null)[] {
  const [head, ...rest] = sheet.rows
  const count = Number(/^dutybook reports (\d{1,4})$/.exec(String(head?.[0] ?? ''))?.[1] ?? 0)
  const found: (Uint8Array | null)[] = []
  let at = 0
  while (found.length < count) {
    const pieces = Number(/^dutybook (\d{1,6})$/.exec(String(rest[at]?.[0] ?? ''))?.[1] ?? NaN)
    // Where one is cut, nobody can say where the next begins.
    if (Number.isNaN(pieces) || at + 1 + pieces > rest.length) break
    found.push(stateIn({ ...sheet, rows: rest.slice(at, at + 1 + pieces) }))
    at += 1 + pieces
  }
  while (found.length < count) found.push(null)
  return found
}
