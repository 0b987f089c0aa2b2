import { fromBase64, toBase64 } from './base64.ts'
import type { CarriedFile, SheetData } from './sheet-data.ts'

/**
 * The sheet in which a workbook file carries its attachments, where somebody has chosen to send them along. Like the
 * state's it is very hidden and known by its name.
 */
export const FILES_SHEET = '_dutybook_files'

/** All together they must stay below what a reader takes from a workbook (64 MB of text). */
export const MOST_CARRIED = 40 * 1024 * 1024

/** Bytes in a cell: a multiple of three, so that pieces are texts of their own; well below what a cell may hold. */
const PIECE = 24_000

/** Files as the rows of a sheet: how many, then each piece with the hash of its file. */
export function filesRows(files: readonly CarriedFile[]): string[][] {
  const rows = [[`dutybook files ${files.length}`]]
  for (const { hash, bytes } of files)
    for (let at = 0; at < Math.max(1, bytes.length); at += PIECE)
      rows.push([hash, toBase64(bytes.subarray(at, at + PIECE))])
  return rows
}

/** What such a sheet holds. A file of which a piece was changed or lost comes out damaged, as its hash will tell. */
export function filesIn({ rows }: SheetData): CarriedFile[] {
  const pieces = new Map<string, Uint8Array[]>()
  for (const [hash, piece] of rows.slice(1)) {
    if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) continue
    const list = pieces.get(hash) ?? []
    pieces.set(hash, list)
    list.push((typeof piece === 'string' ? fromBase64(piece) : null) ?? new Uint8Array())
  }
  return [...pieces].map(([hash, list]) => ({ hash, bytes: joined(list) }))
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
