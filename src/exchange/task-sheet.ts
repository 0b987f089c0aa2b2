import { FileProblem } from './sheet-data.ts'
import { sheetNames } from './xlsx-parts.ts'
import { ZipContainer } from './xlsx-zip.ts'

/** The sheet in which a bureau's file carries its tasks for schools: very hidden, in pieces like the state's. */
export const TASK_SHEET = '_dutybook_tasks'

/** Is there such a sheet in these bytes, whole or not? */
export function carriesTasks(bytes: Uint8Array): boolean {
  try {
    return sheetNames(new ZipContainer(bytes)).includes(TASK_SHEET)
  } catch (error) {
    // No zip, or a broken one: whoever reads it whole will say what is wrong with it.
    if (error instanceof FileProblem || error instanceof RangeError) return false
    throw error
  }
}
