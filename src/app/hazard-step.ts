import { dateOf } from '../shared/local-date.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import type { Outcome, Session } from './session.ts'

/** A hazard as the steps of its way meet it. */
export interface HazardAtHand {
  readonly state: string
  readonly cell: (column: string) => Cell
  readonly today: string
  /** Writes cells as one change; empty texts leave the cell as it is. */
  readonly write: (cells: Readonly<Record<string, Cell | undefined>>, code: string) => Result<Outcome>
}

/** The hazard, if it stands where the step begins: none may be left out (登记→整改→复查→销号). */
export function hazardAt(session: Session, row: string, states: readonly string[]): Result<HazardAtHand> {
  const { book } = session
  if (!book.has('hazards', row)) return fail('hazard.not-there')
  const state = String(book.value('hazards', row, 'state') ?? '')
  if (!states.includes(state)) return fail('hazard.wrong-step', { state })
  return ok({
    state,
    cell: (column) => book.stored('hazards', row, column),
    today: dateOf(session.now),
    write: (cells, code) => {
      const edits = Object.entries(cells).flatMap(([column, to]) =>
        to === undefined || to === ''
          ? []
          : [{ table: 'hazards', row, column, from: book.stored('hazards', row, column), to }],
      )
      return ok(session.accept({ edits, rows: [] }, { source: 'user', label: { code } }))
    },
  })
}
