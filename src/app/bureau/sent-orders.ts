import { fail, ok, type Result } from '../../shared/result.ts'
import { sha256Text } from '../../shared/sha-256.ts'
import { isOpenSchool } from '../../rules/bureau/contracts-in-force.ts'
import type { Cell } from '../../tables/cell.ts'
import { orderKinds, sentDown, type SentDown } from '../../tables/order-kinds.ts'
import { stampOf, type SentOrder, type SentRows } from '../../tables/sent-order.ts'
import { DELETED } from '../../engine/change.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { ledgerRowId } from './ledgers-of.ts'

/** A task as it would go out now. */
export interface OrderToSend {
  readonly order: SentOrder
  /** Rows of 学校名录. */
  readonly schools: readonly string[]
  readonly version: number
  /** Of all that the schools will read. */
  readonly hash: string
  /** It has never gone out as it is now. */
  readonly changed: boolean
}

/** The schools a task is for: those it names, or all that are open. */
export function schoolsOfOrder(book: Workbook, order: string): string[] {
  const named = book.stored('orders', order, 'to')
  if (Array.isArray(named) && named.length > 0)
    return (named as readonly string[])
      .map((school) => (book.has('schools', school) ? school : book.find(['schools'], school)))
      .filter((school): school is string => school !== null && school !== 'many')
  return book
    .view('schools')
    .ids()
    .filter((id) => isOpenSchool({ state: book.stored('schools', id, 'state') as string | null }))
}

/**
 * Tasks as they would go out. One that is other than when it last went out gets a number higher than all there are: so a
 * school knows the newer whichever comes first, and whatever any clock says.
 */
export async function ordersToSend(book: Workbook, ids: readonly string[]): Promise<Result<OrderToSend[]>> {
  let highest = highestVersion(book)
  const sending: OrderToSend[] = []
  for (const id of ids) {
    const found = readOrder(book, id)
    if (!found.ok) return found
    const { content, schools } = found.value
    // Whom it goes to is not part of it: one more school makes it no other task for the rest.
    const { to: _to, ...said } = content
    const hash = await sha256Text(new TextEncoder().encode(JSON.stringify(said)))
    const before = Number(book.stored('orders', id, 'version')) || null
    const changed = before === null || book.stored('orders', id, 'sent_hash') !== hash
    const version = changed ? ++highest : before
    sending.push({ order: { ...content, stamp: stampOf(version, hash) }, schools, version, hash, changed })
  }
  return ok(sending)
}

/** Of all versions that have gone out, also of tasks that somebody has deleted since. */
function highestVersion(book: Workbook): number {
  const versions = (['orders', 'orderAnswers'] as const).flatMap((table) =>
    book
      .view(table)
      .ids()
      .map((id) => Number(book.stored(table, id, 'version')) || 0),
  )
  return versions.reduce((highest, version) => Math.max(highest, version), 0)
}

/** What schools will read of a task, without its version; refused where it is not fit to be sent. */
function readOrder(
  book: Workbook,
  id: string,
): Result<{ content: Omit<SentOrder, 'stamp'>; schools: readonly string[] }> {
  const text = (column: string): string => String(book.stored('orders', id, column) ?? '').trim()
  const no = text('no')
  const kind = orderKinds.find(({ zh }) => zh === text('kind'))?.zh
  const schools = schoolsOfOrder(book, id)
  for (const column of Object.keys(book.tables['orders']!.columns))
    if (book.problem('orders', id, column) !== null) return fail('order.unfinished', { no })
  if (kind === undefined || text('date') === '') return fail('order.unfinished', { no })
  if (schools.length === 0) return fail('order.nobody', { no })
  const along = sentDown[kind]
  const rows = along ? rowsAlong(book, along, text('part')) : null
  if (rows && rows.ids.length === 0) return fail('order.no-rows', { no })
  const content = {
    id,
    no,
    kind,
    title: text('title'),
    text: text('text'),
    date: text('date'),
    due: text('due') || null,
    to: schools.map((school) => ({
      code: String(book.stored('schools', school, 'code') ?? '').trim(),
      name: String(book.stored('schools', school, 'name') ?? '').trim(),
    })),
    hazard: hazardAtSchool(book, id),
    rows,
  }
  return ok({ content, schools })
}

/** The row of the school's own ledger that the hazard came from; null where the bureau has entered it itself. */
function hazardAtSchool(book: Workbook, order: string): string | null {
  const hazard = book.stored('orders', order, 'hazard')
  if (typeof hazard !== 'string' || !book.has('allHazards', hazard)) return null
  const before = `${ledgerRowId('allHazards', String(book.stored('allHazards', hazard, 'school')), '')}`
  return hazard.startsWith(before) && hazard.length > before.length ? hazard.slice(before.length) : null
}

/** The rows of the table, or of its part, that go along: also those that were deleted, to go at the schools as well. */
function rowsAlong(
  book: Workbook,
  { table, part, columns, by, withdraws }: SentDown,
  wanted: string,
): SentRows {
  const { ids, column } = book.content(table)
  const gone = column(DELETED)
  const parts = column(part)
  const names = by === null ? ids : column(by)
  const kept = new Set<Cell>(names.filter((_, at) => gone[at] !== true))
  const chosen = ids
    .map((_, at) => at)
    .filter((at) => String(parts[at] ?? '').startsWith(wanted))
    // A day that was deleted and entered anew is there.
    .filter((at) => gone[at] !== true || (withdraws && (by === null || !kept.has(names[at] ?? null))))
  // The order of rows is a way of looking at them, and says nothing about what is sent.
  chosen.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
  return {
    ids: chosen.map((at) => ids[at]!),
    columns: Object.fromEntries(
      columns.map((key) => {
        const cells = column(key)
        return [key, chosen.map((at) => cells[at] ?? null)]
      }),
    ),
    withdrawn: chosen.filter((at) => gone[at] === true).map((at) => ids[at]!),
  }
}
