import type { CellEdit } from '../engine/change.ts'
import { ok, type Result } from '../shared/result.ts'
import type { StoredState } from '../store/read-state.ts'
import { clockFault, type ClockFault } from '../sync/clock-warnings.ts'
import type { Dot } from '../sync/dots.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import { choicesOf, disputeId, type Dispute } from './disputes.ts'
import { readInput, type Input } from './read-input.ts'
import type { Outcome, Session } from './session.ts'
import { factsOf, newestEdit } from './value-facts.ts'

/** Somebody who wrote a value of a disputed cell. */
export interface Writer {
  readonly by: string
  /** ISO instant, by the clock of that computer. */
  readonly at: string
  /** Written on this computer, or by whoever works here on another one. */
  readonly mine: boolean
  /** The clock cannot have been right. */
  readonly clock: ClockFault | null
}

export interface ConflictValue {
  readonly value: Cell
  /** Everybody who wrote it, the last first. */
  readonly writers: readonly [Writer, ...Writer[]]
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

/** Reads who wrote what, and when: that stands with the stored state, not in memory. */
export async function conflictsOf(
  session: Session,
  now = new Date().toISOString(),
): Promise<Result<Conflict[]>> {
  if (session.disputes.size === 0) return ok([])
  await session.settled()
  const read = await session.state()
  if (!read.ok) return read
  return ok(
    session.disputes
      .list()
      .map((dispute) => conflictOf(dispute, read.value, { person: session.person, now })),
  )
}

function conflictOf(
  { table, row, column }: Dispute,
  stored: StoredState,
  { person, now }: { readonly person: string; readonly now: string },
): Conflict {
  const register = stored.state.register(table, row, column)
  const values = choicesOf(column, register).map(({ value }): ConflictValue => {
    const dots: readonly Dot[] = register.filter((each) => sameCell(each.value, value))
    const written = dots.length > 0 ? dots : newestEdit(stored, table, row, register)
    const writers = written.map((dot): Writer => {
      const { by, at } = factsOf(stored, dot)
      const mine = stored.isMine(dot) || (by !== '' && by === person)
      return { by, at, mine, clock: at === '' ? null : clockFault(at, now) }
    })
    const [last = NOBODY, ...others] = writers.sort((a, b) => (a.at < b.at ? 1 : -1))
    return { value, writers: [last, ...others] }
  })
  return { id: disputeId(table, row, column), table, row, column, values }
}

const NOBODY: Writer = { by: '', at: '', mine: false, clock: null }

/** What somebody has decided about a disputed cell. */
export interface Decision {
  readonly id: string
  readonly value: Cell
}

/**
 * Decides, all as one step: ordinary edits, whose dot has seen all values, so the decision stands wherever the file is
 * read. Decisions about cells that are not in dispute any more are left out.
 */
export function resolveMany(session: Session, decisions: readonly Decision[]): Outcome {
  const edits = decisions.flatMap(({ id, value }): CellEdit[] => {
    const dispute = session.disputes.get(id)
    if (!dispute) return []
    const { table, row, column } = dispute
    return [{ table, row, column, from: session.book.stored(table, row, column), to: value }]
  })
  const label =
    edits.length === 1
      ? { code: 'merge.resolve' }
      : { code: 'merge.resolve-many', params: { count: edits.length } }
  const change = session.write({ source: 'user', label, edits, added: [] })
  return { change, problems: [] }
}

/** Decides for the value at `index`. */
export function resolveConflict(session: Session, id: string, index: number): Outcome {
  const choice = session.disputes.get(id)?.choices[index]
  return choice ? resolveMany(session, [{ id, value: choice.value }]) : { change: null, problems: [] }
}

/** Decides for a value that somebody types, read as any input of the column. */
export function resolveTyped(session: Session, id: string, input: Input): Outcome {
  const dispute = session.disputes.get(id)
  const column = dispute && session.book.tables[dispute.table]?.columns[dispute.column]
  if (!column) return { change: null, problems: [] }
  const outcome = resolveMany(session, [{ id, value: readInput(input, column, session.book.context()) }])
  const problem = session.book.problem(dispute.table, dispute.row, dispute.column)
  return problem ? { ...outcome, problems: [{ ...dispute, problem }] } : outcome
}
