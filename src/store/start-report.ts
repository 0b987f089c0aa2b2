import type { Problem } from '../shared/result.ts'
import type { Quarantined } from './load.ts'
import type { Marker, MarkerVerdict } from './marker.ts'

/** What was found when the workbook was opened. */
export interface StartReport {
  readonly marker: MarkerVerdict
  readonly quarantined: readonly Quarantined[]
  /** Why nothing can be written, or null. */
  readonly readOnly: Problem | null
}

/** What people must be told before they go on; empty when all is as it was left. */
export function problemsAtStart({ marker, quarantined, readOnly }: StartReport): Problem[] {
  const problems: Problem[] = []
  if (readOnly) problems.push(readOnly)
  if (marker.kind === 'missing') {
    const { from, to, since } = marker
    problems.push(
      since === null
        ? { code: 'store.all-changes-missing', params: { count: to - from + 1 } }
        : { code: 'store.changes-missing', params: { count: to - from + 1, since } },
    )
  }
  if (marker.kind === 'different') problems.push({ code: 'store.other-content' })
  const pages = quarantined.filter(({ kind }) => kind === 'page').length
  if (pages > 0) problems.push({ code: 'store.pages-unreadable', params: { count: pages } })
  const changes = quarantined.length - pages
  if (changes > 0) problems.push({ code: 'store.changes-unreadable', params: { count: changes } })
  return problems
}

/** A workbook that was here and is not any more. */
export const lostWorkbook = ({ name, rows, at }: Marker, dataLoss: boolean): Problem => ({
  code: dataLoss ? 'store.lost-by-browser' : 'store.lost',
  params: { name, rows, at },
})
