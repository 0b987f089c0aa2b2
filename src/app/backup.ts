import { localTime } from '../shared/local-date.ts'
import { type Result } from '../shared/result.ts'
import type { BackupJob, BackupWork } from '../workers/backup-bridge.ts'
import type { BackupLock, MadeBackup } from '../workers/backup-messages.ts'
import type { DeviceSettings } from './device-settings.ts'
import { asFileName } from './file-name.ts'
import type { Session } from './session.ts'

export type { BackupLock, MadeBackup }

/** Who makes a backup, where and with what. */
export interface BackupMaker {
  readonly settings: Pick<DeviceSettings, 'current' | 'draft'>
  readonly now: () => Date
  /** The worker, unless a test stands in for it. */
  readonly work?: BackupWork
}

export const backupWorker = async (): Promise<BackupWork> =>
  (await import('../workers/backup-bridge.ts')).backupWork

/** A stored workbook as one file: everything, for safekeeping. */
export async function backUp(
  workbook: string,
  lock: BackupLock,
  { settings, now, work }: BackupMaker,
  job?: BackupJob,
): Promise<Result<MadeBackup>> {
  const { make } = work ?? (await backupWorker())
  const { person } = settings.current
  const order = {
    workbook,
    lock,
    madeAt: localTime(now()),
    by: person,
    draft: settings.draft(workbook),
  }
  return make(order, job)
}

/** The open workbook: what is typed must be stored first, for a backup that leaves it out would say so to nobody. */
export async function backUpSession(
  session: Session,
  lock: BackupLock,
  maker: BackupMaker,
  job?: BackupJob,
): Promise<Result<MadeBackup>> {
  await session.settled()
  if (session.saving.problem) return { ok: false, problem: session.saving.problem }
  return backUp(session.info.id, lock, maker, job)
}

/** Says program, school and moment, and nobody's name; `tag` tells whose copy in a folder it is. */
export function backupName(program: string, school: string, at: Date, tag = ''): string {
  const seconds = String(at.getSeconds()).padStart(2, '0')
  const moment = `${localTime(at).replace(' ', '-').replace(':', '')}${seconds}`
  return `${[program, school, moment, tag].filter(Boolean).map(asFileName).join('-')}.dutybook`
}

/** Enough of a file's SHA-256 to compare by eye. */
export const fingerprint = (hash: string): string =>
  hash
    .slice(0, 20)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')
