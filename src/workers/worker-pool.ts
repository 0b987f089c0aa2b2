import type { Result } from '../shared/result.ts'
import { WorkerQueue, type JobOptions, type WorkerLike } from './worker-queue.ts'

/** Several workers for jobs that have nothing to do with each other: each job goes to the one with least to do. */
export class WorkerPool<Request, Answer> {
  readonly #queues: readonly { readonly queue: WorkerQueue<Request, Answer>; jobs: number }[]

  constructor(size: number, start: () => WorkerLike) {
    this.#queues = Array.from({ length: Math.max(1, size) }, () => ({
      queue: new WorkerQueue<Request, Answer>(start),
      jobs: 0,
    }))
  }

  async run(request: Request, options: JobOptions = {}): Promise<Result<Answer>> {
    const idlest = this.#queues.reduce((best, each) => (each.jobs < best.jobs ? each : best))
    idlest.jobs++
    try {
      return await idlest.queue.run(request, options)
    } finally {
      idlest.jobs--
    }
  }

  /** Ends the workers; what is running or waiting is told so. */
  close(): void {
    for (const { queue } of this.#queues) queue.close()
  }
}
