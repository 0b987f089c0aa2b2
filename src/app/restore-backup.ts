import { newId } from '../shared/id.ts'
import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import type { VersionVector } from '../sync/dots.ts'
import type { MergeReport } from '../sync/merge.ts'
import { decode, type Package } from '../sync/package.ts'
import type { BackupJob } from '../workers/backup-bridge.ts'
import type { MadeBackup, OpenedBackup } from '../workers/backup-messages.ts'
import { everNamed, usedFiles } from './attachments.ts'
import { backUp, backupWorker, type BackupMaker } from './backup.ts'
import { carriedDraft } from './carried-draft.ts'
import { keepCarried, type Arrived } from './carried-files.ts'
import type { DeviceSettings } from './device-settings.ts'
import { ledgersFollow, mergePackage } from './merge-package.ts'
import type { Session } from './session.ts'
import type { Workbooks } from './workbooks.ts'

/** A backup that has been read and checked; nothing has been written yet. */
export interface ReadBackup extends OpenedBackup {
  readonly package: Package
  /** What opened it. */
  readonly password: string | undefined
}

export async function readBackupFile(
  bytes: Uint8Array,
  password: string | undefined,
  job: BackupJob = {},
  work?: BackupMaker['work'],
): Promise<Result<ReadBackup>> {
  const opened = await (work ?? (await backupWorker())).open(bytes, password, job)
  if (!opened.ok) return opened
  const read = decode(opened.value.state)
  if (!read.ok) return read
  if (read.value.workbook.id !== opened.value.facts.workbook.id)
    return fail('package.malformed', { where: '/facts/workbook' })
  return ok({ ...opened.value, package: read.value, password })
}

/** How a backup stands to what this browser holds of the same workbook. */
export interface Standing {
  readonly here: boolean
  /** Changes in the backup that are not here, and the other way about. */
  readonly onlyInBackup: number
  readonly onlyHere: number
}

export async function standingOf(books: Workbooks, backup: ReadBackup): Promise<Standing> {
  const theirs = backup.package.state.vector
  const mine = await books.vectorOf(backup.package.workbook.id)
  return {
    here: mine !== null,
    onlyInBackup: beyond(theirs, mine ?? {}),
    onlyHere: mine ? beyond(mine, theirs) : 0,
  }
}

const beyond = (a: VersionVector, b: VersionVector): number =>
  Object.keys(a).reduce(
    (sum, replica) => sum + Math.max(0, a[replica]! - (Object.hasOwn(b, replica) ? b[replica]! : 0)),
    0,
  )

export interface Restored {
  readonly session: Session
  readonly merge: MergeReport
  /** Changes of the history that were not known here. */
  readonly history: number | Problem
  readonly files: RestoredFiles
}

export interface RestoredFiles extends Arrived {
  /** Files that rows name and neither the backup nor this computer has. */
  readonly elsewhere: number
}

export interface RestoreOptions extends BackupMaker {
  readonly settings: BackupMaker['settings'] & Pick<DeviceSettings, 'keepDraft' | 'noteCopy'>
  readonly books: Workbooks
  /** Puts the copy of what is here somewhere safe; restoring goes on only when that is done. Null: no copy is made. */
  readonly keepSafe: ((copy: MadeBackup) => Promise<Result<void>>) | null
  /**
   * The name of a workbook of its own for the backup, for when what is here cannot be read whole and so nothing can be
   * merged into it.
   */
  readonly beside?: string
}

/**
 * Brings a backup back: merged into what is here of its workbook, after a copy of that, or as a new workbook where
 * there is none. Nothing here is overwritten, however old the backup is.
 */
export async function restoreBackup(backup: ReadBackup, options: RestoreOptions): Promise<Result<Restored>> {
  const { books, settings, beside, work, now } = options
  const workbook =
    beside === undefined ? backup.package.workbook : { ...backup.package.workbook, id: newId(), name: beside }
  if (books.current?.info.id === workbook.id) {
    await books.current.settled()
    const { problem } = books.current.saving
    if (problem) return { ok: false, problem }
  }
  const isHere = (await books.vectorOf(workbook.id)) !== null
  if (isHere && options.keepSafe) {
    const lock = backup.password === undefined ? null : { password: backup.password }
    const copy = await backUp(workbook.id, lock, options)
    if (!copy.ok) return copy
    const safe = await options.keepSafe(copy.value)
    if (!safe.ok) return safe
  }
  const opened = await books.openPackaged(workbook)
  if (!opened.ok) return opened
  const session = opened.value
  const label = { code: 'backup.restored', params: { at: backup.facts.madeAt } }
  const merged = await mergePackage(session, backup.package, {
    takeOther: true,
    now: now().toISOString(),
    label,
  })
  if (!merged.ok) return merged
  const { history, others } = backup
  const kept = await (work ?? (await backupWorker())).keep({ workbook: workbook.id, history, others })
  const files = await restoreFiles(session, backup)
  await ledgersFollow(session)
  if (!isHere) {
    const draft = carriedDraft(backup.draft)
    if (draft) void settings.keepDraft(workbook.id, draft)
    // All that is here now lies in that file too.
    void settings.noteCopy(workbook.id, { at: backup.facts.madeAt, saved: session.saving.saved })
  }
  return ok({ session, merge: merged.value, history: kept.ok ? kept.value : kept.problem, files })
}

/**
 * The rows are restored and stay so, whatever is wrong with their files; a file that is spoilt in the backup and whole
 * here is no loss.
 */
async function restoreFiles(session: Session, backup: ReadBackup): Promise<RestoredFiles> {
  const arrived = await keepCarried(session, backup.files, everNamed(backup.package.state))
  const here = new Set((await session.files.all()).map(({ hash }) => hash))
  const missing = [...usedFiles(session.book).keys()].filter((hash) => !here.has(hash))
  const spoilt = missing.filter((hash) => backup.damagedFiles.includes(hash)).length
  const damaged = arrived.damaged + spoilt
  return { ...arrived, damaged, elsewhere: Math.max(0, missing.length - damaged) }
}
