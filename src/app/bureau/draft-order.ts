import { newId } from '../../shared/id.ts'
import { dateOf } from '../../shared/local-date.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { draftOf } from '../../rules/orders/draft-order.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { Outcome, Session } from '../session.ts'

/** Tables whose rows tell of something that a school has to put right. */
const TELLS = ['allHazards', 'majorHazards', 'visits'] as const
type Telling = (typeof TELLS)[number]

export const canDraftOrder = (table: string): table is Telling => (TELLS as readonly string[]).includes(table)

/** The tasks that were drafted from a row. */
export function ordersAbout(book: Workbook, table: Telling, row: string): string[] {
  const [column, about] = table === 'visits' ? ['visit', row] : ['hazard', hazardOf(book, table, row)]
  if (about === null) return []
  return book
    .view('orders')
    .ids()
    .filter((id) => book.stored('orders', id, column!) === about)
}

function hazardOf(book: Workbook, table: Telling, row: string): string | null {
  if (table === 'allHazards') return row
  const hazard = book.stored('majorHazards', row, 'hazard')
  return typeof hazard === 'string' && book.has('allHazards', hazard) ? hazard : null
}

/** 下达整改通知: a rectification order from a row, to be read and sent. */
export function draftOrder(
  session: Session,
  table: Telling,
  row: string,
): Result<Outcome & { readonly order: string }> {
  const { book } = session
  const hazard = table === 'visits' ? null : hazardOf(book, table, row)
  const from = table === 'visits' ? { table, row } : hazard && { table: 'allHazards', row: hazard }
  if (!from) return fail('order.no-hazard')
  const text = (column: string): string | null => {
    const cell = book.stored(from.table, from.row, column)
    return typeof cell === 'string' && cell.trim() !== '' ? cell : null
  }
  const school = text('school')
  if (school === null || !book.has('schools', school)) return fail('order.no-school')
  const order = newId()
  const cells = draftOf({
    school,
    schoolName: book.shownName(school) ?? '',
    hazard,
    no: hazard ? text('no') : null,
    visit: table === 'visits' ? row : text('visit'),
    what: text(hazard ? 'content' : 'issues') ?? '',
    advice: hazard ? text('measure') : text('advice'),
    due: hazard ? (text('extension') ?? text('due')) : null,
    today: dateOf(session.now),
  })
  const outcome = session.accept(
    { edits: [], rows: [{ table: 'orders', id: order, cells }] },
    { source: 'user', label: { code: 'order.draft' } },
  )
  return ok({ ...outcome, order })
}
