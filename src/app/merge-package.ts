import { fail, ok, type Result } from '../shared/result.ts'
import type { ChangeLabel } from '../engine/change.ts'
import { haveMet, merge, type Merge, type MergeReport } from '../sync/merge.ts'
import type { Package } from '../sync/package.ts'
import type { mergeStored } from '../workers/bridge.ts'
import type { Work } from './book-copy.ts'
import type { Session } from './session.ts'

/** So many new rows in the log would be read back slowly at every start. */
const MANY_ROWS = 500

export interface MergeOptions {
  /** Somebody has been asked, and wants a workbook that was begun apart from this one taken in. */
  readonly takeOther?: boolean
  /** ISO instant; only for saying which clocks are wrong. */
  readonly now: string
  /** What the merge is called in the history, where it is more than that. */
  readonly label?: ChangeLabel
}

/**
 * Merges a package into the open workbook, as one change that is durable when this resolves. Reading it again, or an
 * older file, changes nothing.
 */
export function mergePackage(
  session: Session,
  { state: theirs, workbook }: Package,
  { takeOther = false, now, label }: MergeOptions,
): Promise<Result<MergeReport>> {
  return takeMerge(session, async (last) => {
    const read = await session.state()
    if (!read.ok) return read
    const { state: mine } = read.value
    if (read.value.last !== last) return ok('overtaken')
    if (!takeOther && workbook.id !== session.info.id && !haveMet(mine, theirs))
      return fail('merge.other-workbook', { name: workbook.name })
    const merged = merge(mine, theirs, now)
    return ok(label ? { ...merged, change: { ...merged.change, label } } : merged)
  })
}

/** The same for a file that has been received, worked out beside the page. */
export async function mergeReceived(
  session: Session,
  file: Uint8Array,
  now: string,
  work: Work = {},
  merger?: { readonly mergeStored: typeof mergeStored },
): Promise<Result<MergeReport>> {
  const { mergeStored } = merger ?? (await import('../workers/bridge.ts'))
  return takeMerge(session, (last) => mergeStored({ file, workbook: session.info.id, last, now }, work))
}

/** `mergeNow` works out the merge with what is stored up to a change, or finds that this is not the last any more. */
async function takeMerge(
  session: Session,
  mergeNow: (last: number) => Promise<Result<Merge | 'overtaken'>>,
): Promise<Result<MergeReport>> {
  if (!(await session.becomeWriter())) return fail('merge.other-window')
  for (;;) {
    await session.settled()
    if (session.saving.problem) return { ok: false, problem: session.saving.problem }
    const { saved: last } = session.saving
    const merged = await mergeNow(last)
    if (!merged.ok) return merged
    // Somebody has typed meanwhile: what the merge would overwrite may be new.
    if (merged.value === 'overtaken' || session.saving.pending > 0 || session.saving.saved !== last) continue
    const { report } = merged.value
    if (!report.news) return ok(report)
    session.take(merged.value, last)
    await session.settled()
    if (session.saving.problem) return { ok: false, problem: session.saving.problem }
    // The merge is saved; that the next start reads its rows faster is a favour, and may fail.
    if (report.rows >= MANY_ROWS) await session.tidy().catch(() => {})
    return ok(report)
  }
}
