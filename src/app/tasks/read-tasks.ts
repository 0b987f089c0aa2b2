import { ok, type Result } from '../../shared/result.ts'
import type { readTaskFile } from '../../workers/bridge.ts'
import type { ReadTasks } from '../../workers/task-work.ts'
import type { Work } from '../book-copy.ts'
import type { PickedFile } from '../read-file.ts'
import type { Session } from '../session.ts'
import { senderOf, type TaskSender } from './sender.ts'

/** A bureau's file, and who has sent it. */
export interface ReceivedTasks extends ReadTasks {
  readonly sender: TaskSender
}

/** Reads a bureau's file beside the page. Nothing is written, whatever is in it. */
export async function readTasks(
  session: Session,
  { bytes, name }: PickedFile,
  work: Work = {},
  reader?: typeof readTaskFile,
): Promise<Result<ReceivedTasks>> {
  const readFile = reader ?? (await import('../../workers/bridge.ts')).readTaskFile
  const read = await readFile(bytes, name, work)
  if (!read.ok) return read
  const sender = await senderOf(session, read.value.tasks, read.value.fingerprint)
  return ok({ ...read.value, sender })
}
