import { fail, ok, type Result } from '../../shared/result.ts'
import { hazardOfOrder, rowsOfOrder, type OrderedRow } from '../../rules/orders/rows-of-order.ts'
import { isSettingKey } from '../../rules/policy.ts'
import { sameCell, type Cell } from '../../tables/cell.ts'
import { isAddressedTo, isNewerStamp, type Addressee, type SentOrder } from '../../tables/sent-order.ts'
import { DELETED, type CellEdit } from '../../engine/change.ts'
import { policyRows } from '../../engine/trial.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { TaskFile } from '../../sync/task-file.ts'
import type { Session } from '../session.ts'
import { readSetting } from '../what-if.ts'

/** A row of a task beside what the school has. */
export interface PlannedRow extends OrderedRow {
  readonly is: 'new' | 'changed' | 'withdrawn'
  readonly edits: readonly CellEdit[]
}

export interface PlannedOrder {
  readonly order: SentOrder
  /** A newer version of one that is here, one that is here already, or an older version of it. */
  readonly is: 'new' | 'newer' | 'same' | 'older'
  readonly rows: readonly PlannedRow[]
  /** The hazard it is about, by its row. */
  readonly hazard: string | null
  /** Parameters whose value this version of the program cannot read: they stay as they are. */
  readonly unread: readonly string[]
}

export interface TaskPlan {
  readonly orders: readonly PlannedOrder[]
  /** How many tasks of the file are other schools'. */
  readonly foreign: number
}

/** The school as a bureau addresses it. */
export function addresseeOf({ book, info }: Pick<Session, 'book' | 'info'>): Addressee {
  const [profile] = book.view('profile').ids()
  const text = (column: string): string =>
    String((profile === undefined ? null : book.stored('profile', profile, column)) ?? '').trim()
  return { code: text('school_code'), name: text('school_name') || info.name }
}

/** What the school's own tasks of a file would do here. A file without any of them is refused: it is another school's. */
export function planTasks(session: Session, tasks: TaskFile): Result<TaskPlan> {
  if (session.info.kind !== 'school') return fail('tasks.for-schools')
  const school = addresseeOf(session)
  const own = tasks.orders.filter((order) => isAddressedTo(order, school))
  if (own.length === 0) {
    const [first] = tasks.orders.flatMap(({ to }) => to)
    const params = { to: first?.name || '', code: school.code, name: school.name }
    return fail(school.code === '' ? 'tasks.no-code' : 'tasks.other-school', params)
  }
  const disputed = (table: string, row: string, column: string) => session.disputes.has(table, row, column)
  // The newest first: of two tasks that say something of one row, it counts.
  const orders = [...own].sort((a, b) => (isNewerStamp(a.stamp, b.stamp) ? -1 : 1))
  return ok({
    orders: orders.map((order) => planned(session.book, order, tasks.bureau.name, disputed)),
    foreign: tasks.orders.length - own.length,
  })
}

type Disputed = (table: string, row: string, column: string) => boolean

/** A task as it comes, and as the school has it. */
interface TaskHere {
  readonly stamp: string
  /** The stamp of the version that is here. */
  readonly here: Cell
  /** Deleted, or undone. */
  readonly isGone: boolean
}

function planned(book: Workbook, order: SentOrder, from: string, disputed: Disputed): PlannedOrder {
  const settings = policyRows(book)
  const unread: string[] = []
  const rows: PlannedRow[] = []
  const wanted = rowsOfOrder(order, from)
  const directive = wanted[0]!.id
  const isKnown = book.positionOf('directives', directive) >= 0
  const here = isKnown ? book.stored('directives', directive, 'sent') : null
  const task = { stamp: order.stamp, here, isGone: isKnown && !book.has('directives', directive) }
  for (const row of wanted.map((each) => filled(book, each))) {
    const readable = row.table === 'policy' ? readPolicy(row) : row
    if (readable === null) unread.push(String(row.cells['key']))
    else rows.push(...difference(book, known(book, readable, settings), task, disputed))
  }
  return { order, is: standingOf(order.stamp, here), rows, hazard: hazardOfOrder(order), unread }
}

function standingOf(stamp: string, before: Cell): PlannedOrder['is'] {
  if (before === null) return 'new'
  return before === stamp ? 'same' : isNewerStamp(stamp, before) ? 'newer' : 'older'
}

/** Where a new row would begin with a constant, a task that says nothing says that: so it does later, too. */
function filled(book: Workbook, row: OrderedRow): OrderedRow {
  const { columns } = book.tables[row.table]!
  const cells = Object.entries(row.cells).map(([key, cell]) => [key, cell ?? columns[key]?.initial ?? null])
  return { ...row, cells: Object.fromEntries(cells) as OrderedRow['cells'] }
}

/** As this program writes the value; null where it is none of this setting. */
function readPolicy(row: OrderedRow): OrderedRow | null {
  const [key, value] = [String(row.cells['key'] ?? ''), String(row.cells['value'] ?? '')]
  const read = isSettingKey(key) ? readSetting(key, value) : null
  return read?.ok ? { ...row, cells: { ...row.cells, value: read.value } } : null
}

/** The row of the school that is meant: the one of that day or parameter, if it has one. */
function known(book: Workbook, row: OrderedRow, settings: ReadonlyMap<string, string>): OrderedRow {
  const { table, by } = row
  if (by === null || book.has(table, row.id)) return row
  const value = row.cells[by]
  const id =
    table === 'policy'
      ? settings.get(String(value))
      : book
          .view(table)
          .ids()
          .find((id) => book.stored(table, id, by) === value)
  return id === undefined ? row : { ...row, id }
}

/**
 * What a task writes of a row: nothing where a newer version, or another task that is newer, has written it. That alone
 * decides, so files may come in any order and as often as they like.
 */
function difference(book: Workbook, row: OrderedRow, task: TaskHere, disputed: Disputed): PlannedRow[] {
  const { table, id, cells, withdrawn, once } = row
  const { stamp } = task
  const deleting = (from: Cell, to: Cell): CellEdit => ({ table, row: id, column: DELETED, from, to })
  if (book.positionOf(table, id) < 0)
    return [{ ...row, is: withdrawn ? 'withdrawn' : 'new', edits: withdrawn ? [deleting(null, true)] : [] }]
  // A hazard has no version of its own: it came with its task, and goes by that.
  const here = 'sent' in cells ? book.stored(table, id, 'sent') : task.here
  const isThere = book.has(table, id)
  if (!isThere && withdrawn) return []
  const told = Object.entries(cells).filter(([column]) => !once.includes(column))
  // Taken in once more, a file settles what two computers have about its cells, and brings back a task that was deleted
  // or undone, whole; of a task that is there, a row that the school has deleted stays deleted.
  const again =
    here === stamp && ((!isThere && task.isGone) || told.some(([column]) => disputed(table, id, column)))
  if (!isNewerStamp(stamp, here) && !again) return []
  const edits = told
    .map(([column, to]): CellEdit => ({ table, row: id, column, from: book.stored(table, id, column), to }))
    .filter(({ column, from, to }) => !sameCell(from, to) || disputed(table, id, column))
  if (!isThere) edits.push(deleting(true, null))
  if (withdrawn) edits.push(deleting(null, true))
  return edits.length > 0
    ? [{ ...row, is: withdrawn ? 'withdrawn' : isThere ? 'changed' : 'new', edits }]
    : []
}
