import { isLocalDate } from '../shared/local-date.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import { orderKinds, sentDown, type OrderKind } from '../tables/order-kinds.ts'
import { isStamp, type SentOrder, type SentRows } from '../tables/sent-order.ts'
import { packCells, unpackCells } from './packed-cells.ts'
import { readContent, type PackageReader } from './package-reader.ts'

/** The form this build writes; raised whenever a part changes its meaning. */
export const TASK_FORMAT = 1

/** More than any bureau sends at once; a file that claims more was made to fill somebody's memory. */
const MOST_ROWS = 20_000

/** What a bureau sends down the line: tasks, each with whom it is for. Whoever takes one in takes only its own. */
export interface TaskFile {
  readonly bureau: { readonly workbook: string; readonly name: string }
  /** The copy of the bureau's workbook that has made it. */
  readonly replica: string
  /** ISO instant of its making: for people, it decides nothing. */
  readonly made: string
  readonly orders: readonly SentOrder[]
}

export function encodeTasks({ orders, ...facts }: TaskFile): Uint8Array {
  const content = {
    tasks: TASK_FORMAT,
    reads: TASK_FORMAT,
    ...facts,
    orders: orders.map(({ rows, ...order }) => ({ ...order, rows: rows && packRows(rows) })),
  }
  return new TextEncoder().encode(JSON.stringify(content))
}

function packRows({ ids, columns, withdrawn }: SentRows): unknown {
  const packed = Object.entries(columns).map(([key, cells]) => [key, packCells(cells, ids.length)])
  return { count: ids.length, ids, columns: Object.fromEntries(packed) as unknown, withdrawn }
}

/** Reads tasks. Whatever the bytes are: it gives what was written, or says why it does not. */
export function decodeTasks(bytes: Uint8Array): Result<TaskFile> {
  return readContent(bytes, read)
}

function read(root: PackageReader): Result<TaskFile> {
  if (root.part('reads').count() > TASK_FORMAT)
    return fail('package.newer-format', { format: root.part('tasks').count(), known: TASK_FORMAT })
  const bureau = root.part('bureau')
  const orders = root.part('orders').items().map(orderIn)
  if (new Set(orders.map(({ id }) => id)).size < orders.length) root.refuse('orders')
  return ok({
    bureau: { workbook: bureau.part('workbook').text(), name: bureau.part('name').text() },
    replica: root.part('replica').text(),
    made: root.part('made').text(),
    orders,
  })
}

function orderIn(packed: PackageReader): SentOrder {
  const text = (key: string) => packed.part(key).text()
  const textOrNull = (key: string) => (packed.part(key).value === null ? null : text(key))
  const stamp = text('stamp')
  if (!isStamp(stamp)) packed.refuse('stamp')
  const kind: OrderKind = orderKinds.find(({ zh }) => zh === text('kind'))?.zh ?? packed.refuse('kind')
  const [date, due] = [text('date'), textOrNull('due')]
  if (!isLocalDate(date)) packed.refuse('date')
  if (due !== null && !isLocalDate(due)) packed.refuse('due')
  return {
    id: text('id'),
    no: text('no'),
    stamp,
    kind,
    title: text('title'),
    text: text('text'),
    date,
    due,
    to: packed
      .part('to')
      .items()
      .map((school) => ({ code: school.part('code').text(), name: school.part('name').text() })),
    hazard: textOrNull('hazard'),
    rows: packed.part('rows').value === null ? null : rowsIn(packed.part('rows'), kind),
  }
}

/** Only columns that a bureau may fill: a file from anywhere must not write beside them. */
function rowsIn(packed: PackageReader, kind: OrderKind): SentRows {
  const { columns: known } = sentDown[kind] ?? packed.refuse()
  const count = packed.part('count').count()
  if (count > MOST_ROWS) packed.refuse('count')
  const ids = packed.part('ids').texts()
  if (ids.length !== count || new Set(ids).size < count) packed.refuse('ids')
  const withdrawn = packed.part('withdrawn').texts()
  const columns = Object.create(null) as Record<string, readonly Cell[]>
  for (const [key, column] of packed.part('columns').entries()) {
    if (!known.includes(key)) column.refuse()
    columns[key] = unpackCells(column.value, count) ?? column.refuse()
  }
  return { ids, columns, withdrawn }
}
