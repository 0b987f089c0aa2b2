import type { Result } from '../shared/result.ts'
import { trustedUrl } from '../shared/trusted-url.ts'
import { WorkerQueue, type JobOptions } from './worker-queue.ts'
import type {
  BackupAnswer,
  BackupAnswers,
  BackupBeside,
  BackupOrder,
  BackupRequest,
  MadeBackup,
  OpenedBackup,
} from './backup-messages.ts'
// As a URL, not as a constructor: the page's policy wants to see the address before a worker is made of it.
import workerUrl from './backup-worker.ts?worker&url'

export type BackupJob = Pick<JobOptions, 'signal' | 'onProgress'>

/** Who makes and opens backups: the worker, unless a test stands in for it. */
export interface BackupWork {
  make(order: BackupOrder, work?: BackupJob): Promise<Result<MadeBackup>>
  open(bytes: Uint8Array, password: string | undefined, work?: BackupJob): Promise<Result<OpenedBackup>>
  keep(beside: BackupBeside): Promise<Result<number>>
}

const queue = new WorkerQueue<BackupRequest, BackupAnswer>(
  () => new Worker(trustedUrl(workerUrl), { type: 'module', name: 'backup' }),
)

export const backupWork: BackupWork = {
  make: (order, work) => ask({ is: 'make', order }, work),
  // The caller's bytes stay its own: it asks again when the password was wrong.
  open: (bytes, password, work) => {
    const copy = new Uint8Array(bytes)
    return ask({ is: 'open', bytes: copy, password }, { ...work, transfer: [copy.buffer] })
  },
  keep: (beside) => ask({ is: 'keep', beside }),
}

async function ask<Is extends keyof BackupAnswers>(
  request: Extract<BackupRequest, { is: Is }>,
  work: JobOptions = {},
): Promise<Result<BackupAnswers[Is]>> {
  const done = await queue.run(request, work)
  // The worker answers what it is asked.
  return done.ok ? (done.value as Result<BackupAnswers[Is]>) : done
}
