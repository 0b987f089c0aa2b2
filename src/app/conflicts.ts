import { DELETED } from '../engine/change.ts'
import { ok, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import type { Dot } from '../sync/dots.ts'
import type { WorkbookState } from '../sync/workbook-state.ts'
import { choicesOf, disputeId, type Dispute } from './disputes.ts'
import type { Outcome, Session } from './session.ts'

export interface ConflictValue {
  readonly value: Cell
  /** Who wrote it and when, by the clock of that computer. */
  readonly by: string
  readonly at: string
}

/** A cell for people to decide, as the list 待确认 shows it: the value that is shown now comes first. */
export interface Conflict {
  readonly id: string
  readonly table: string
  readonly row: string
  /** `$deleted` when the question is whether the row stays (null) or goes (true). */
  readonly column: string
  readonly values: readonly ConflictValue[]
}

export async function conflictsOf(session: Session): Promise<Result<Conflict[]>> {
  const disputes = session.disputes.list()
  if (disputes.length === 0) return ok([])
  await session.settled()
  const read = await session.state()
  if (!read.ok) return read
  const { state } = read.value
  return ok(
    disputes.map((dispute) => {
      const { table, row, column } = dispute
      const values = choicesOf(column, state.register(table, row, column)).map(({ value, dot }) => {
        const facts = dot ? state.changes.of(dot) : newestEdit(state, dispute)
        return { value, by: facts?.by ?? '', at: facts?.at ?? '' }
      })
      return { id: disputeId(table, row, column), table, row, column, values }
    }),
  )
}

/** Of the edits that speak for keeping a row, the one that is shown: of the newest number. */
function newestEdit(state: WorkbookState, { table, row }: Dispute) {
  const rows = state.tables.get(table)
  const position = rows?.positionOf(row) ?? -1
  if (position < 0) return null
  const deletions = state.register(table, row, DELETED).filter(({ value }) => value === true)
  const unseen = rows!.unseen(position, deletions, state.replicas)
  const newest = unseen.reduce<Dot | null>((best, dot) => (best && best.seq >= dot.seq ? best : dot), null)
  return newest && state.changes.of(newest)
}

/** Decides: an ordinary edit, whose dot has seen all values, so the decision stands wherever the file is read. */
export function resolveConflict(session: Session, id: string, index: number): Outcome {
  const dispute = session.disputes
    .list()
    .find(({ table, row, column }) => disputeId(table, row, column) === id)
  const choice = dispute?.choices[index]
  if (!dispute || !choice) return { change: null, problems: [] }
  const { table, row, column } = dispute
  const from = session.book.stored(table, row, column)
  const change = session.write({
    source: 'user',
    label: { code: 'merge.resolve' },
    edits: [{ table, row, column, from, to: choice.value }],
    added: [],
  })
  return { change, problems: [] }
}
