import type { StoredState } from '../store/read-state.ts'
import type { ChangeFacts } from '../sync/change-registry.ts'
import type { Dot } from '../sync/dots.ts'
import type { Register } from '../sync/register.ts'

/** Who wrote the value with this dot, and when; empty texts when that is not known. */
export const factsOf = ({ state }: StoredState, dot: Dot): Pick<ChangeFacts, 'by' | 'at' | 'source'> =>
  state.changes.of(dot) ?? { by: '', at: '', source: 'user' }

/** Of the edits that speak for keeping a row, unseen by all of these deletions, the one of the newest number. */
export function newestEdit(
  { state }: StoredState,
  table: string,
  row: string,
  deletions: Register,
): Register {
  const rows = state.tables.get(table)
  const position = rows?.positionOf(row) ?? -1
  if (position < 0) return []
  const unseen = rows!.unseen(position, deletions, state.replicas)
  return unseen.length > 0 ? [unseen.reduce((best, each) => (each.seq > best.seq ? each : best))] : []
}
