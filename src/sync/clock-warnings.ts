import type { Problem } from '../shared/result.ts'
import type { RegisteredChange } from './change-registry.ts'

/** No change can be older than the program; one that says so comes from a clock set wrongly. */
const OLDEST = Date.UTC(2025, 0, 1)
const A_DAY = 86_400_000

export type ClockFault = 'ahead' | 'behind'

/** Which way the clock was wrong that gave this time (ISO instants); null when it may have been right. */
export function clockFault(at: string, now: string): ClockFault | null {
  const time = Date.parse(at)
  return time > Date.parse(now) + A_DAY ? 'ahead' : time < OLDEST ? 'behind' : null
}

/**
 * Times in a file that cannot be right, one warning for each person and direction. They are shown as they are and
 * decide nothing, but whoever reads the history should know.
 */
export function clockWarnings(changes: readonly RegisteredChange[], now: string): Problem[] {
  const warnings = new Map<string, Problem>()
  for (const { at, by } of changes) {
    const fault = clockFault(at, now)
    if (fault === null) continue
    const code = `merge.clock-${fault}`
    const key = `${code} ${by}`
    if (!warnings.has(key)) warnings.set(key, { code, params: { by, at: at.slice(0, 10) } })
  }
  return [...warnings.values()]
}
