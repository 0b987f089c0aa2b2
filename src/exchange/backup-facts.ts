import { isLocalTime } from '../shared/local-date.ts'
import type { PackageReader } from '../sync/package-reader.ts'

/** What a backup says of itself, for people who wonder whether it is the right one. */
export interface BackupFacts {
  /** Local time at which it was made, `YYYY-MM-DD HH:mm`, by that computer's clock. */
  readonly madeAt: string
  /** Who made it; empty when nobody has said a name. */
  readonly by: string
  readonly workbook: { readonly id: string; readonly kind: string; readonly name: string }
  readonly rows: number
  /** Changes in its history. */
  readonly changes: number
  readonly files: BackedUpFiles
}

/** The attachments in a backup. */
export interface BackedUpFiles {
  readonly count: number
  /** Bytes. */
  readonly size: number
  /** Files that were on the computer and did not go along: damaged there, or too many for one backup. */
  readonly leftOut: number
}

export const NO_FILES: BackedUpFiles = { count: 0, size: 0, leftOut: 0 }

export function readFacts(facts: PackageReader): BackupFacts {
  const workbook = facts.part('workbook')
  const madeAt = facts.part('madeAt').text()
  if (!isLocalTime(madeAt)) facts.refuse('madeAt')
  return {
    madeAt,
    by: facts.part('by').text(),
    workbook: {
      id: workbook.part('id').text(),
      kind: workbook.part('kind').text(),
      name: workbook.part('name').text(),
    },
    rows: facts.part('rows').count(),
    changes: facts.part('changes').count(),
    // Backups were made before attachments went along.
    files: facts.has('files') ? filesOf(facts.part('files')) : NO_FILES,
  }
}

const filesOf = (files: PackageReader): BackedUpFiles => ({
  count: files.part('count').count(),
  size: files.part('size').count(),
  leftOut: files.part('leftOut').count(),
})
