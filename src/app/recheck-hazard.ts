import { fail, type Result } from '../shared/result.ts'
import { hazardAt } from './hazard-step.ts'
import type { Outcome, Session } from './session.ts'

/** 复查: found in order or sent back, today, by somebody who did not put it right himself. */
export function recheckHazard(
  session: Session,
  row: string,
  { reviewer, passed }: { readonly reviewer: string; readonly passed: boolean },
): Result<Outcome> {
  const hazard = hazardAt(session, row, ['待复查'])
  if (!hazard.ok) return hazard
  const { cell, today, write } = hazard.value
  if (reviewer === '') return fail('hazard.checker-missing')
  if (reviewer === cell('owner')) return fail('hazard.checked-by-owner')
  return write(
    { reviewer, reviewed_on: today, review: passed ? '合格' : '不合格退回' },
    passed ? 'hazard.pass' : 'hazard.return',
  )
}
