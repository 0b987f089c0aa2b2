import type { CellEdit } from '../../engine/change.ts'
import type { TaskFile } from '../../sync/task-file.ts'
import type { NewRow } from '../completed-rows.ts'
import type { Outcome, Session } from '../session.ts'
import type { PlannedOrder } from './plan-tasks.ts'

/**
 * Takes chosen tasks in, as one step that one undo takes back. Where two of them say something of one row, the newer one
 * does; they come newest first.
 */
export function takeTasks(session: Session, tasks: TaskFile, chosen: readonly PlannedOrder[]): Outcome {
  const seen = new Set<string>()
  const edits: CellEdit[] = []
  const rows: NewRow[] = []
  for (const { table, id, cells, edits: differing } of chosen.flatMap(({ rows }) => rows)) {
    const name = `${table} ${id}`
    if (seen.has(name)) continue
    seen.add(name)
    if (session.book.positionOf(table, id) < 0) rows.push({ table, id, cells })
    edits.push(...differing)
  }
  return session.accept(
    { edits, rows },
    {
      source: 'import',
      label: { code: 'order.taken', params: { count: chosen.length, from: tasks.bureau.name } },
    },
  )
}
