import { openDatabase, type Database } from '../store/db.ts'
import { problemOf } from '../store/failure.ts'
import type { Result } from '../shared/result.ts'
import { keepBackup, makeBackup, readBackup, type OnProgress } from './backup-work.ts'
import type { BackupAnswer, BackupRequest } from './backup-messages.ts'
import type { Job, Reply } from './worker-queue.ts'

/** Makes and opens backups beside the page, from and into the stored workbook: nobody's typing waits for a copy. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Job<BackupRequest>>) => void) | null
  postMessage(reply: Reply<BackupAnswer>, transfer?: Transferable[]): void
}

scope.onmessage = ({ data }) => void work(data)

async function work({ job, request }: Job<BackupRequest>): Promise<void> {
  try {
    const answer = await answerTo(request, (share) => scope.postMessage({ job, share }))
    scope.postMessage({ job, answer }, transferred(answer))
  } catch (error) {
    // The name of the error only: its message could quote what is in the file.
    scope.postMessage({ job, failed: error instanceof Error ? error.name : 'Error' })
  }
}

function answerTo(request: BackupRequest, onProgress: OnProgress): Promise<BackupAnswer> {
  switch (request.is) {
    case 'make':
      return withDatabase((database) => makeBackup(database, request.order, onProgress))
    case 'open':
      return readBackup(request.bytes, request.password, onProgress)
    case 'keep':
      return withDatabase((database) => keepBackup(database, request.beside))
  }
}

function transferred(answer: BackupAnswer): Transferable[] {
  if (!answer.ok || typeof answer.value === 'number') return []
  const { value } = answer
  if ('bytes' in value) return [value.bytes.buffer]
  return [value.state.buffer, value.history.buffer, ...value.files.map(({ bytes }) => bytes.buffer)]
}

/** Its own connection, closed after each job, so that it never stands in the way of an upgrade. */
async function withDatabase<T>(task: (database: Database) => Promise<Result<T>>): Promise<Result<T>> {
  let database: Database | null = null
  try {
    database = await openDatabase({
      factory: indexedDB,
      keyRange: IDBKeyRange,
      onLocked: () => {},
      onWaiting: () => {},
    })
    return await task(database)
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  } finally {
    database?.close()
  }
}
