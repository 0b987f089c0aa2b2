import { fixedId, newId } from '../shared/id.ts'
import type { LocalDate } from '../shared/local-date.ts'
import type { Session } from './session.ts'

/**
 * The log of a day: the row that is there, or a new one with what the rota, the attendance and the patrols say already.
 * Two computers name the log of a day alike, so that both begun in the morning are one by noon.
 */
export function dutyLogOf(session: Session, date: LocalDate): string {
  const { book } = session
  const known = book
    .view('dutyLog')
    .ids()
    .find((row) => book.stored('dutyLog', row, 'date') === date)
  if (known !== undefined) return known
  const fixed = fixedId('dutyLog', date)
  const id = book.positionOf('dutyLog', fixed) < 0 ? fixed : newId()
  session.accept(
    { edits: [], rows: [{ table: 'dutyLog', id, cells: { date } }] },
    { source: 'user', label: { code: 'duty-log.begin', params: { date } } },
  )
  return id
}
