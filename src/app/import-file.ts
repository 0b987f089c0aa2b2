import { newId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellEdit } from '../engine/change.ts'
import { planImport, type ImportOptions, type ImportPlan, type ImportTarget } from '../exchange/import-plan.ts'
import type { SheetData } from '../exchange/sheet-data.ts'
import type { NewRow } from './completed-rows.ts'
import type { Outcome, Session } from './session.ts'

/** What an import of these sheets would do; nothing is written. */
export function previewImport(session: Session, sheets: readonly SheetData[], options: ImportOptions = {}): ImportPlan {
  return planImport(sheets, targetOf(session), options)
}

function targetOf({ book }: Session): ImportTarget {
  return {
    tables: book.tables,
    ids: (table) => book.view(table).ids(),
    cell: (table, row, column) => book.value(table, row, column) as Cell,
    context: book.context(),
  }
}

/** Does what was agreed to: the whole import is one change, so one undo takes all of it back. */
export function applyImport(session: Session, plan: ImportPlan, file: string): Outcome {
  const rows: NewRow[] = []
  const edits: CellEdit[] = []
  for (const sheet of plan.sheets) {
    for (const { cells } of sheet.added) rows.push({ table: sheet.table, id: newId(), cells })
    for (const changed of sheet.changed)
      for (const { column, from, to } of changed.edits) edits.push({ table: sheet.table, row: changed.id, column, from, to })
  }
  const { added, changed } = plan.counts
  return session.accept({ edits, rows }, { source: 'import', label: { code: 'import', params: { file, added, changed } } })
}
