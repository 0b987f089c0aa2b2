import { fail, type Result } from '../shared/result.ts'
import { attachmentsOf } from './attachments.ts'
import { hazardAt } from './hazard-step.ts'
import type { Outcome, Session } from './session.ts'

/**
 * 整改完成: put right today. An earlier check that sent it back is over and waits to be made again; that it was sent back
 * stays counted. Where the policy asks for a photo there has to be one, named or attached, before anything is saved.
 */
export function rectifyHazard(
  session: Session,
  row: string,
  { text, photo }: { readonly text: string; readonly photo?: string },
): Result<Outcome> {
  const hazard = hazardAt(session, row, ['待整改', '整改中', '挂账(学校无力整改已上报)'])
  if (!hazard.ok) return hazard
  const { cell, today, write } = hazard.value
  const pictured =
    (photo ?? '') !== '' ||
    cell('photo_after') !== null ||
    attachmentsOf(session.book, 'hazards', row).length > 0
  if (session.book.environment().policy['photo.required'] && !pictured) return fail('hazard.photo-missing')
  const attached = cell('photo_after') === null ? lastAttached(session, row) : undefined
  return write(
    {
      done_on: today,
      done_text: text,
      measure: cell('measure') === null ? text : undefined,
      photo_after: photo || attached,
      review: null,
      reviewed_on: null,
    },
    'hazard.rectify',
  )
}

/** The name of the last picture attached to the row: how it looks now. */
function lastAttached(session: Session, row: string): string | undefined {
  const [last] = attachmentsOf(session.book, 'hazards', row).slice(-1)
  return last === undefined ? undefined : String(session.book.stored('attachments', last.id, 'name') ?? '')
}
