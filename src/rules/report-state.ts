import type { Row } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'

type LegRow = Pick<Row<Tables['reportLegs']>, 'result' | 'binding' | 'verdict' | 'accepted'>

const IN_TIME = 1
const LATE = 2
const MISSING = 4
const RUNNING = 8

/** One fold step over an incident's report legs. A leg a meeting does not pursue, or whose reason it took, is settled. */
export function gatherLeg(gathered: number, leg: LegRow): number {
  if (leg.verdict === '迟报') return gathered | LATE
  if (leg.verdict === '漏报' || leg.verdict === '隐瞒') return gathered | MISSING
  if (leg.verdict === '不追究' || leg.accepted === true) return gathered | IN_TIME
  if (leg.result === '未报') return gathered | MISSING
  if (leg.result === '进行中' || leg.result === null) return gathered | RUNNING
  return gathered | (leg.result.startsWith('超时') ? LATE : IN_TIME)
}

/** How the reports of an incident stand as a whole: the worst of its legs; null when it has none. */
export function reportsState(
  gathered: number,
): NonNullable<Row<Tables['incidents']>['reports_state']> | null {
  if (gathered & MISSING) return '未报'
  if (gathered & LATE) return '迟报'
  if (gathered & RUNNING) return '进行中'
  return gathered & IN_TIME ? '按时' : null
}
