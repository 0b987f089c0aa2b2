import type { Result } from '../../src/shared/result.ts'

/** The value, or an error that says the code. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params ?? {})}`)
  return result.value
}
