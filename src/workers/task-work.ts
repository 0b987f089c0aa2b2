import { readSpreadsheet } from '../exchange/read-file.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { unpackFile } from '../sync/package-file.ts'
import { fingerprintOf } from '../sync/signature.ts'
import { decodeTasks, type TaskFile } from '../sync/task-file.ts'

/** A bureau's file, read and checked. Nothing is written. */
export interface ReadTasks {
  readonly tasks: TaskFile
  /** The key it is signed with, and what people compare of it; null when it is not signed. */
  readonly key: Uint8Array | null
  readonly fingerprint: string | null
}

/** What the sheets of the file show is for people: what counts is what the bureau has signed. */
export async function readTaskFile(
  bytes: Uint8Array,
  name: string,
  onProgress: (share: number) => void = () => {},
): Promise<Result<ReadTasks>> {
  const read = await readSpreadsheet(bytes, name, { onProgress })
  if (!read.ok) return read
  if (read.tasks === undefined) return fail('tasks.none')
  if (read.tasks === null) return fail('tasks.cut')
  const unpacked = await unpackFile(read.tasks)
  if (!unpacked.ok) return unpacked
  const decoded = decodeTasks(unpacked.value.content)
  if (!decoded.ok) return decoded
  const { key } = unpacked.value
  return ok({ tasks: decoded.value, key, fingerprint: key && (await fingerprintOf(key)) })
}
