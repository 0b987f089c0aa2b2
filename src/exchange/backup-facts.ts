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
}

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
  }
}
