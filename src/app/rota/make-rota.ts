import { ok, type Result } from '../../shared/result.ts'
import { solveRotas } from '../../workers/rota-bridge.ts'
import type { RotaProblem, RotaSolution } from '../../rules/rota/rota-problem.ts'

export type { Gap, RotaSolution, Shortage, Why } from '../../rules/rota/rota-problem.ts'

/** What there is to work out: teachers for the places, and leaders for those of them that have none. */
interface Work {
  readonly teachers: RotaProblem
  readonly leaders: RotaProblem
}

/**
 * Works out a rota or a holiday duty beside the page; nothing is written. Can be stopped, and then answers
 * `file.stopped`.
 */
export async function makeRota<W extends Work>(
  work: Result<W>,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (share: number) => void } = {},
): Promise<Result<{ readonly work: W; readonly teachers: RotaSolution; readonly leaders: RotaSolution }>> {
  if (!work.ok) return work
  const solved = await solveRotas([work.value.leaders, work.value.teachers], options)
  if (!solved.ok) return solved
  const [leaders, teachers] = solved.value
  return ok({ work: work.value, leaders: leaders!, teachers: teachers! })
}
