import { FileProblem } from './sheet-data.ts'
import { sealOf } from './parts-seal.ts'
import { REPORT_SHEET, reportsIn, sealIn } from './report-sheet.ts'
import { STATE_SHEET } from './state-sheet.ts'
import { findSheet } from './xlsx-parts.ts'
import { readSheetApart } from './xlsx-read.ts'
import { ZipContainer } from './xlsx-zip.ts'

/**
 * The reports of a file whose other parts are still as the program wrote them, so that its sheets need not be read: they
 * say what the reports say. Null for every other file, whatever it is; somebody must then look at all of it.
 */
export function sealedReports(bytes: Uint8Array): (Uint8Array | null)[] | null {
  // Neither a zip: an Excel file with a password, a text, a picture.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  try {
    const zip = new ZipContainer(bytes)
    const entry = findSheet(zip, REPORT_SHEET)
    if (!entry || findSheet(zip, STATE_SHEET)) return null
    const sheet = readSheetApart(zip, REPORT_SHEET, entry)
    const others = [...zip.entries.values()].filter((each) => each !== entry)
    return sealIn(sheet) === sealOf(others) ? reportsIn(sheet) : null
  } catch (error) {
    // Whoever reads it whole will say what is wrong with it.
    if (error instanceof FileProblem || error instanceof RangeError) return null
    throw error
  }
}
