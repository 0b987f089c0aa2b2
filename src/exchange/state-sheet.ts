import { fromBase64, toBase64 } from './base64.ts'
import { FileProblem, type SheetData } from './sheet-data.ts'
import { sheetNames } from './xlsx-parts.ts'
import { ZipContainer } from './xlsx-zip.ts'

/**
 * The sheet in which a workbook file carries its mergeable state. Very hidden, so that nobody meets it by chance; other
 * programs make that plain hidden when they save, so it is known by its name.
 */
export const STATE_SHEET = '_dutybook'

/** Well below the longest text a cell may hold. */
const PIECE = 32_000

/** Bytes as the rows of a sheet: how many pieces, then each in a cell. */
export function stateRows(bytes: Uint8Array): string[][] {
  const encoded = toBase64(bytes)
  const pieces: string[] = []
  for (let at = 0; at < encoded.length; at += PIECE) pieces.push(encoded.slice(at, at + PIECE))
  return [[`dutybook ${pieces.length}`], ...pieces.map((piece) => [piece])]
}

/** The bytes a state sheet holds; null when it does not hold them whole any more. */
export function stateIn({ rows }: SheetData): Uint8Array | null {
  const [head, ...pieces] = rows.map((row) => row[0])
  if (head !== `dutybook ${pieces.length}` || !pieces.every((piece) => typeof piece === 'string')) return null
  return fromBase64(pieces.join(''))
}

/** Is there a state sheet in these bytes, whole or not? */
export function carriesState(bytes: Uint8Array): boolean {
  try {
    return sheetNames(new ZipContainer(bytes)).includes(STATE_SHEET)
  } catch (error) {
    // No zip, or a broken one: whoever reads it whole will say what is wrong with it.
    if (error instanceof FileProblem || error instanceof RangeError) return false
    throw error
  }
}
