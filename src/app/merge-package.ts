import { fail, ok, type Result } from '../shared/result.ts'
import type { ChangeLabel } from '../engine/change.ts'
import type { CarriedFile, ReadResult } from '../exchange/sheet-data.ts'
import { merge, type MergeReport } from '../sync/merge.ts'
import { decode, type Package } from '../sync/package.ts'
import { isPackageFile, unpackFile } from '../sync/package-file.ts'
import type { WorkbookState } from '../sync/workbook-state.ts'
import { keepCarried, type Arrived } from './carried-files.ts'
import { bindMeant, meantNames } from './meant-names.ts'
import type { Session } from './session.ts'

/** A package with the attachments that came in the same file. */
export interface SentPackage extends Package {
  readonly files?: readonly CarriedFile[]
}

/** Reads what another copy has sent: the bare package, or a spreadsheet file that carries one. */
export async function readPackage(
  bytes: Uint8Array,
  readSheets?: (bytes: Uint8Array) => Promise<ReadResult>,
): Promise<Result<SentPackage>> {
  let file = bytes
  let files: SentPackage['files']
  if (readSheets && !isPackageFile(bytes)) {
    const read = await readSheets(bytes)
    if (!read.ok) return { ok: false, problem: read.problem }
    if (read.state === undefined) return fail('merge.no-state')
    if (read.state === null) return fail('merge.state-damaged')
    file = read.state
    files = read.files
  }
  const unpacked = await unpackFile(file)
  const decoded = unpacked.ok ? decode(unpacked.value) : unpacked
  return decoded.ok && files ? ok({ ...decoded.value, files }) : decoded
}

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
export async function mergePackage(
  session: Session,
  { state: theirs, workbook, files }: SentPackage,
  { takeOther = false, now, label }: MergeOptions,
): Promise<Result<MergeReport & { readonly files?: Arrived }>> {
  if (!(await session.becomeWriter())) return fail('merge.other-window')
  for (;;) {
    await session.settled()
    if (session.saving.problem) return { ok: false, problem: session.saving.problem }
    const read = await session.state()
    if (!read.ok) return read
    const { state: mine, last } = read.value
    // Somebody has typed meanwhile: what the merge would overwrite may be new.
    if (session.saving.pending > 0 || session.saving.saved !== last) continue
    if (!takeOther && workbook.id !== session.info.id && !haveMet(mine, theirs))
      return fail('merge.other-workbook', { name: workbook.name })
    const merged = merge(mine, theirs, now)
    if (!merged.report.news) return withFiles(session, merged.report, files)
    const meant = meantNames(session.book, theirs, merged.change)
    session.take(label ? { ...merged, change: { ...merged.change, label } } : merged, last)
    const edits = bindMeant(session.book, session.disputes, meant)
    session.write({ source: 'merge', label: { code: 'merge.names' }, edits, added: [] })
    await session.settled()
    if (session.saving.problem) return { ok: false, problem: session.saving.problem }
    // The merge is saved; that the next start reads its rows faster is a favour, and may fail.
    if (merged.report.rows >= MANY_ROWS) await session.tidy().catch(() => {})
    return withFiles(session, merged.report, files)
  }
}

/** The rows are merged and stay so; their files come after them, and what is wrong with those is said beside. */
const withFiles = async (session: Session, report: MergeReport, sent: SentPackage['files']) =>
  ok(sent ? { ...report, files: await keepCarried(session, sent) } : report)

/** Copies of one workbook share somebody's changes; so do two that were begun apart and have been put together. */
const haveMet = (a: WorkbookState, b: WorkbookState): boolean =>
  Object.keys(a.vector).some((replica) => Object.hasOwn(b.vector, replica))
