import type { Result } from '../shared/result.ts'
import { hazardAt } from './hazard-step.ts'
import type { Outcome, Session } from './session.ts'

/** 销号: off the list from today, after somebody found it in order. */
export function closeHazard(session: Session, row: string, by: string): Result<Outcome> {
  const hazard = hazardAt(session, row, ['待销号'])
  if (!hazard.ok) return hazard
  const { cell, today, write } = hazard.value
  return write({ closed_on: today, closed_by: by || cell('reviewer') }, 'hazard.close')
}
