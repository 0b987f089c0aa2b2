import { newId } from '../../shared/id.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Outcome, Session } from '../session.ts'
import { personsIn } from './standing-duties.ts'

/** Which column of a duty's row has the people on it. */
const PEOPLE = { rota: 'teachers', holidayDuty: 'staff' } as const

/**
 * 登记调班代班: a swap from the row of a duty, to be filled in. The duty itself stays as it was planned; where one person
 * is on it, that is who is replaced.
 */
export function registerSwap(
  session: Session,
  table: keyof typeof PEOPLE,
  row: string,
): Result<Outcome & { readonly swap: string }> {
  const { book } = session
  if (!book.has(table, row)) return fail('row.unknown')
  const people = personsIn(book, book.stored(table, row, PEOPLE[table]))
  const swap = newId()
  const day = table === 'holidayDuty' ? book.stored(table, row, 'date') : null
  const cells = { from_row: row, absent: people.length === 1 ? people[0]! : null, on: day }
  const outcome = session.accept(
    { edits: [], rows: [{ table: 'swaps', id: swap, cells }] },
    { source: 'user', label: { code: 'duty.swap' } },
  )
  return ok({ ...outcome, swap })
}
