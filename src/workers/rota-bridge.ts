import type { RotaProblem, RotaSolution } from '../rules/rota/rota-problem.ts'
import type { Result } from '../shared/result.ts'
import { trustedUrl } from '../shared/trusted-url.ts'
import { WorkerQueue, type JobOptions } from './worker-queue.ts'
// As a URL, not as a constructor: the page's policy wants to see the address before a worker is made of it.
import workerUrl from './rota-worker.ts?worker&url'

/** A term of a large school takes three seconds here; an old computer five times that. */
const LIMIT = 60_000

const queue = new WorkerQueue<readonly RotaProblem[], readonly RotaSolution[]>(
  () => new Worker(trustedUrl(workerUrl), { type: 'module', name: 'rota' }),
)

/** A rota for each problem, worked out beside the page. */
export const solveRotas = (
  problems: readonly RotaProblem[],
  work: Pick<JobOptions, 'signal' | 'onProgress'> = {},
): Promise<Result<readonly RotaSolution[]>> => queue.run(problems, { ...work, limit: LIMIT })
