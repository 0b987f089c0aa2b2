import { isBackupFile } from '../exchange/backup-file.ts'
import { isCompoundFile } from '../exchange/compound-file.ts'
import type { Problem } from '../shared/result.ts'
import type { carriesTasks, FileWork } from '../workers/bridge.ts'
import { read, type PickedFile } from './read-file.ts'
import { isOurs } from './receive-file.ts'

/** What to do with a file that somebody gives to the program; the file comes without the password it may have had. */
export type Recognised =
  | { readonly is: 'backup' }
  /** A copy of a workbook: to be opened or merged. */
  | { readonly is: 'copy'; readonly file: PickedFile }
  /** A bureau's tasks for its schools: to be taken in. */
  | { readonly is: 'tasks'; readonly file: PickedFile }
  /** Rows of whatever program: to be imported. */
  | { readonly is: 'rows'; readonly file: PickedFile }
  | { readonly is: 'locked'; readonly wrong: boolean }
  | { readonly is: 'refused'; readonly problem: Problem }

/** Has a bureau made it for its schools? Behind a password nobody can tell yet. */
export async function isTaskFile(
  { bytes }: PickedFile,
  worker?: { readonly carriesTasks: typeof carriesTasks },
): Promise<boolean> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip && (worker ?? (await import('../workers/bridge.ts'))).carriesTasks(bytes)
}

/** A backup is neither imported nor merged row by row: it is brought back. */
export const isBackup = ({ bytes }: PickedFile): boolean => isBackupFile(bytes)

/** The content decides, never the name. Nothing is written. */
export async function recognise(
  file: PickedFile,
  password: string | undefined,
  work: FileWork,
): Promise<Recognised> {
  if (isBackup(file)) return { is: 'backup' }
  if (await isOurs(file)) return { is: 'copy', file }
  if (await isTaskFile(file)) return { is: 'tasks', file }
  // Behind a password nobody can see what it is.
  if (!isCompoundFile(file.bytes)) return { is: 'rows', file }
  const found = await read(file, { password }, work)
  if (found.is !== 'read') return found
  const { state, tasks, unlocked } = found.file
  const opened = { name: file.name, bytes: unlocked ?? file.bytes }
  if (tasks !== undefined) return { is: 'tasks', file: opened }
  return { is: state === undefined ? 'rows' : 'copy', file: opened }
}
