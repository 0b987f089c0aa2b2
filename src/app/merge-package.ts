import { fail, ok, type Result } from '../shared/result.ts'
import type { ChangeLabel } from '../engine/change.ts'
import type { CarriedFile } from '../exchange/sheet-data.ts'
import { meantThere } from '../sync/meant-names.ts'
import { haveMet, merge, type MergeReport } from '../sync/merge.ts'
import type { Package } from '../sync/package.ts'
import type { mergeStored } from '../workers/bridge.ts'
import type { MergedFile } from '../workers/package-work.ts'
import type { Work } from './book-copy.ts'
import { keepCarried, type Arrived } from './carried-files.ts'
import { bindMeant, meantHere } from './meant-names.ts'
import type { Session } from './session.ts'

/** So many new rows in the log would be read back slowly at every start. */
const MANY_ROWS = 500

/** What a merge has brought; `files` says what became of the attachments that came with it. */
export type MergeOutcome = MergeReport & { readonly files?: Arrived }

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
    const meant = meantThere(session.book.tables, theirs, merged)
    return ok({ ...merged, meant, ...(label ? { change: { ...merged.change, label } } : {}) })
  })
}

/** The same for a file that has been received, worked out beside the page, with the attachments that came in it. */
export async function mergeReceived(
  session: Session,
  { file, files }: { readonly file: Uint8Array; readonly files: readonly CarriedFile[] },
  now: string,
  work: Work = {},
  merger?: { readonly mergeStored: typeof mergeStored },
): Promise<Result<MergeOutcome>> {
  const { mergeStored } = merger ?? (await import('../workers/bridge.ts'))
  const merged = await takeMerge(session, (last) =>
    mergeStored({ file, workbook: session.info.id, last, now }, work),
  )
  if (!merged.ok) return merged
  // The rows are merged and stay so; their files come after them, and what is wrong with those is said beside.
  const arrived = files.length > 0 ? { files: await keepCarried(session, files) } : {}
  await ledgersFollow(session)
  return ok({ ...merged.value, ...arrived })
}

/** A bureau's ledgers follow from its register, which has others' rows in it now. */
export async function ledgersFollow(session: Session): Promise<void> {
  if (session.info.kind !== 'bureau') return
  const { ledgersFollowMerge } = await import('./bureau/ledgers-follow.ts')
  await ledgersFollowMerge(session)
}

/** `mergeNow` works out the merge with what is stored up to a change, or finds that this is not the last any more. */
async function takeMerge(
  session: Session,
  mergeNow: (last: number) => Promise<Result<MergedFile | 'overtaken'>>,
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
    const { report, meant } = merged.value
    if (!report.news) return ok(report)
    const names = [...meantHere(session.book, merged.value), ...meant]
    session.take(merged.value, last)
    const edits = bindMeant(session.book, session.disputes, names)
    session.write({ source: 'merge', label: { code: 'merge.names' }, edits, added: [] })
    await session.settled()
    if (session.saving.problem) return { ok: false, problem: session.saving.problem }
    // The merge is saved; that the next start reads its rows faster is a favour, and may fail.
    if (report.rows >= MANY_ROWS) await session.tidy().catch(() => {})
    return ok(report)
  }
}
