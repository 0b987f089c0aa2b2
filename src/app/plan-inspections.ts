import { fail, ok, type Result } from '../shared/result.ts'
import { occasionsOf } from '../rules/inspection-occasions.ts'
import { newId } from '../shared/id.ts'
import { dateOf } from '../shared/local-date.ts'
import type { Outcome, Session } from './session.ts'

/**
 * 按校历排检查计划: the inspections that the term of today calls for, or else the next one's, as one change. What is there
 * already, by kind and day, is left as it is, so it may be done again after the calendar has changed.
 */
export function planInspections(session: Session): Result<Outcome & { readonly count: number }> {
  const { book, now } = session
  const environment = book.environment()
  const today = dateOf(now)
  const term = environment.terms.find(({ to, startDate, endDate }) => to >= today && startDate && endDate)
  if (!term) return fail('inspection.no-term')
  const holidays = book
    .view('holidays')
    .ids()
    .flatMap((row) => {
      const date = book.stored('holidays', row, 'date')
      return book.stored('holidays', row, 'major') === true && typeof date === 'string'
        ? [{ date, name: String(book.stored('holidays', row, 'name') ?? '') }]
        : []
    })
  const known = new Set(
    book
      .view('inspectionPlan')
      .ids()
      .map((row) =>
        keyOf(book.stored('inspectionPlan', row, 'kind'), book.stored('inspectionPlan', row, 'day')),
      ),
  )
  const owner = safetyLeader(session)
  const rows = occasionsOf(term, holidays, environment)
    .filter(({ kind, day }) => !known.has(keyOf(kind, day)))
    .map(({ kind, day, occasion, list }) => ({
      table: 'inspectionPlan',
      id: newId(),
      cells: { kind, day, occasion, list: [...list], owner },
    }))
  const outcome = session.accept(
    { edits: [], rows },
    { source: 'user', label: { code: 'inspection.plan', params: { count: rows.length } } },
  )
  return ok({ ...outcome, count: rows.length })
}

const keyOf = (kind: unknown, day: unknown): string => JSON.stringify([kind, day])

/** Who answers for inspections when nobody else is named: the vice principal for safety. */
function safetyLeader({ book }: Session): string | null {
  const [profile] = book.view('profile').ids()
  const leader = profile === undefined ? null : book.stored('profile', profile, 'safety_vp')
  return typeof leader === 'string' ? leader : null
}
