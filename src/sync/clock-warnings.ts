import type { Problem } from '../shared/result.ts'
import type { RegisteredChange } from './change-registry.ts'

/** No change can be older than the program; one that says so comes from a clock set wrongly. */
const OLDEST = Date.UTC(2025, 0, 1)
const A_DAY = 86_400_000

/**
 * Times in a file that cannot be right, one warning for each person and direction. They are shown as they are and
 * decide nothing, but whoever reads the history should know.
 */
export function clockWarnings(changes: readonly RegisteredChange[], now: string): Problem[] {
  const warnings = new Map<string, Problem>()
  const latest = Date.parse(now) + A_DAY
  for (const { at, by } of changes) {
    const time = Date.parse(at)
    const code = time > latest ? 'merge.clock-ahead' : time < OLDEST ? 'merge.clock-behind' : null
    if (code === null) continue
    const key = `${code} ${by}`
    if (!warnings.has(key)) warnings.set(key, { code, params: { by, at: at.slice(0, 10) } })
  }
  return [...warnings.values()]
}
