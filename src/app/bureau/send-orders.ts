import { newId } from '../../shared/id.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sha256Text } from '../../shared/sha-256.ts'
import { exports as exportsTable } from '../../tables/school/exports.ts'
import { sentDown } from '../../tables/order-kinds.ts'
import type { CellEdit, RowBlock } from '../../engine/change.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { tableSheet } from '../../exchange/table-sheet.ts'
import type { ExportSheet } from '../../exchange/export-sheet.ts'
import { packFile } from '../../sync/package-file.ts'
import { fingerprintOf, type SigningKey } from '../../sync/signature.ts'
import { encodeTasks } from '../../sync/task-file.ts'
import { sameCell, type Cell } from '../../tables/cell.ts'
import type { writeXlsxFile } from '../../workers/bridge.ts'
import { asFileName } from '../file-name.ts'
import type { Session } from '../session.ts'
import { answerId } from './answers-of.ts'
import { ordersToSend, type OrderToSend } from './sent-orders.ts'

export interface Sending {
  /** A file for each school with its own tasks alone; else one for all, of which each takes its own. */
  readonly apart: boolean
  /** What the files are called, before the school and the day. */
  readonly name: string
  /** In the log of exports. */
  readonly contents: (count: number) => string
}

export interface Sent {
  readonly files: readonly SentFile[]
  /** By which schools may ask whether it was this computer; null when it could not sign. */
  readonly fingerprint: string | null
}

export interface SentFile {
  readonly bytes: Uint8Array
  readonly name: string
}

/** What people see of a task in the file. */
const SHOWN = ['no', 'kind', 'title', 'text', 'date', 'due', 'to', 'hazard'] as const

/**
 * 导出任务文件: the tasks as files for the schools, signed with this copy's key, and down in the books who was sent what and
 * when. Sent once more unchanged, a task stays the version it is.
 */
export async function sendOrders(
  session: Session,
  ids: readonly string[],
  { apart, name, contents }: Sending,
  writer?: typeof writeXlsxFile,
): Promise<Result<Sent>> {
  const write = writer ?? (await import('../../workers/bridge.ts')).writeXlsxFile
  const { book } = session
  const read = await ordersToSend(book, ids)
  if (!read.ok) return read
  const sending = read.value
  if (sending.length === 0) return fail('order.none')
  const key = (await session.keys?.own()) ?? null
  const pack = await packer(session, key)
  const sheets = new OrderSheets(book)
  const day = session.now.slice(0, 10)
  const made: Made[] = []
  const receivers = apart ? [...new Set(sending.flatMap(({ schools }) => schools))] : [null]
  for (const school of receivers) {
    const orders = school === null ? sending : sending.filter(isFor(school)).map(onlyTo(school))
    const tasks = await pack(orders)
    const written = await write({ sheets: sheets.of(orders) }, { tasks })
    if (!written.ok) return written
    const { bytes } = written.value
    const called = [name, school && book.shownName(school), day].filter(Boolean)
    const file = `${called.map((part) => asFileName(part)).join('-')}.xlsx`
    made.push({ bytes, name: file, hash: await sha256Text(bytes), orders })
  }
  session.write({
    source: 'program',
    // What has gone out cannot be taken back by an undo, and its number must not be given again.
    label: { code: 'workbook.tasks-sent', params: { count: sending.length } },
    ...booked(session, sending, made, contents),
  })
  return ok({ files: made, fingerprint: key && (await fingerprintOf(key.publicKey)) })
}

interface Made extends SentFile {
  readonly hash: string
  readonly orders: readonly OrderToSend[]
}

const isFor =
  (school: string) =>
  ({ schools }: OrderToSend): boolean =>
    schools.includes(school)

/** Of a task only that it is for this school: whom else the bureau has written to is not its business. */
const onlyTo =
  (school: string) =>
  (sending: OrderToSend): OrderToSend => {
    const { order, schools } = sending
    return { ...sending, schools: [school], order: { ...order, to: [order.to[schools.indexOf(school)]!] } }
  }

async function packer(
  session: Session,
  key: SigningKey | null,
): Promise<(orders: readonly OrderToSend[]) => Promise<Uint8Array>> {
  const { book, info } = session
  const [profile] = book.view('bureauProfile').ids()
  const name = profile === undefined ? null : book.stored('bureauProfile', profile, 'name')
  const { replica } = await session.standing()
  const made = new Date().toISOString()
  const bureau = { workbook: info.id, name: typeof name === 'string' ? name : info.name }
  return (orders) =>
    packFile(encodeTasks({ bureau, replica, made, orders: orders.map(({ order }) => order) }), key)
}

/** The tasks, and the rows that go along with them, as people read them in Excel. */
class OrderSheets {
  constructor(private readonly book: Workbook) {}

  of(orders: readonly OrderToSend[]): ExportSheet[] {
    const along = new Map<string, { columns: readonly string[]; ids: Set<string> }>()
    for (const { order } of orders) {
      const { table, columns } = sentDown[order.kind] ?? {}
      if (!table || !columns || !order.rows) continue
      const known = along.get(table) ?? { columns, ids: new Set<string>() }
      along.set(table, known)
      const gone = new Set(order.rows.withdrawn)
      for (const id of order.rows.ids) if (!gone.has(id)) known.ids.add(id)
    }
    const to = new Map(orders.map(({ order, schools }) => [order.id, schools]))
    const { orders: table } = this.book.tables
    const value = (row: string, column: string): Cell =>
      column === 'to' ? to.get(row)! : this.book.stored('orders', row, column)
    return [
      tableSheet(table!, { ids: [...to.keys()], value }, this.book.context(), { columns: SHOWN }),
      ...[...along].map(([name, { columns, ids }]) => {
        const value = (row: string, column: string) => this.book.stored(name, row, column)
        return tableSheet(this.book.tables[name]!, { ids: [...ids], value }, this.book.context(), { columns })
      }),
    ]
  }
}

/** What the workbook shall say of the sending: versions of the tasks, how each school was sent them, the log of exports. */
function booked(
  session: Session,
  sending: readonly OrderToSend[],
  files: readonly Made[],
  contents: (count: number) => string,
): { edits: CellEdit[]; added: RowBlock[] } {
  const { book, now } = session
  const edits: CellEdit[] = []
  const set = (table: string, row: string, cells: Readonly<Record<string, Cell>>) => {
    for (const [column, to] of Object.entries(cells)) {
      const from = book.stored(table, row, column)
      if (!sameCell(from, to)) edits.push({ table, row, column, from, to })
    }
  }
  for (const { order, version, hash, changed } of sending)
    if (changed) set('orders', order.id, { version, sent_hash: hash, sent_at: now })
  const fresh = new Map<string, Record<string, Cell>>()
  for (const { hash, orders } of files)
    for (const { order, schools, version } of orders)
      for (const school of schools) {
        const id = answerId(order.id, school)
        const isNew = book.positionOf('orderAnswers', id) < 0
        if (!isNew && book.stored('orderAnswers', id, 'version') === version) continue
        const cells = { sent: now, version, file: hash }
        if (isNew) fresh.set(id, { order: order.id, school, ...cells, reminders: 0 })
        else set('orderAnswers', id, cells)
      }
  return { edits, added: [block('orderAnswers', fresh), logged(session, files, contents)] }
}

function block(table: string, rows: ReadonlyMap<string, Readonly<Record<string, Cell>>>): RowBlock {
  const keys = [...new Set([...rows.values()].flatMap((cells) => Object.keys(cells)))]
  const columns = keys.map((key) => [key, [...rows.values()].map((cells) => cells[key] ?? null)])
  return { table, ids: [...rows.keys()], columns: Object.fromEntries(columns) as RowBlock['columns'] }
}

function logged(session: Session, files: readonly Made[], contents: (count: number) => string): RowBlock {
  const audience = exportsTable.columns.audience.options!.at(-1)!.zh
  const rows = files.map(({ name, hash, orders }) => ({
    at: session.now,
    by: session.person || null,
    audience,
    contents: contents(orders.length),
    rows: orders.length,
    staff_named: 0,
    pupils_named: 0,
    locked: false,
    file: name,
    sha256: hash,
  }))
  return block('exports', new Map(rows.map((cells) => [newId(), cells])))
}
