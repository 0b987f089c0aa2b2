import type { RotaProblem, RotaSolution } from '../rules/rota/rota-problem.ts'
import { solveRota } from '../rules/rota/solve-rota.ts'
import type { Job, Reply } from './worker-queue.ts'

/** Works out rotas beside the page. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Job<readonly RotaProblem[]>>) => void) | null
  postMessage(reply: Reply<readonly RotaSolution[]>): void
}

/** A hundredth is as much as anybody sees. */
const STEP = 0.01

scope.onmessage = ({ data: { job, request } }) => {
  let told = 0
  try {
    const answer = request.map((problem, at) =>
      solveRota(problem, (part) => {
        const share = (at + part) / request.length
        if (share < told + STEP) return
        told = share
        scope.postMessage({ job, share })
      }),
    )
    scope.postMessage({ job, answer })
  } catch (error) {
    // The name of the error only, as everywhere.
    scope.postMessage({ job, failed: error instanceof Error ? error.name : 'Error' })
  }
}
