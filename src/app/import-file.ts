import { newId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellEdit } from '../engine/change.ts'
import { planImport, planning, type ImportPlan } from '../exchange/import-plan.ts'
import type { ImportOptions, ImportTarget } from '../exchange/import-target.ts'
import { isTakenIn } from '../tables/table.ts'
import type { SheetData } from '../exchange/sheet-data.ts'
import { stopIfAsked, turn, type Work } from './book-copy.ts'
import type { NewRow } from './completed-rows.ts'
import type { Outcome, Session } from './session.ts'

export type { ImportOptions, ImportPlan }

/** Milliseconds of planning between two chances for the page to answer a key. */
const PIECE = 12

/** What an import of these sheets would do; nothing is written. */
export function previewImport(
  session: Session,
  sheets: readonly SheetData[],
  options: ImportOptions = {},
): ImportPlan {
  return planImport(sheets, targetOf(session), options)
}

/**
 * The same while the page goes on answering keys, until somebody stops it (throws `Stopped`). When the workbook changes
 * meanwhile (another tab), the planning begins again: a plan must fit the rows it will be done to.
 */
export async function previewImportInPieces(
  session: Session,
  sheets: readonly SheetData[],
  options: ImportOptions,
  work: Work,
): Promise<ImportPlan> {
  for (;;) {
    let moved = false
    const stop = session.subscribe((event) => (moved ||= event.type === 'changed'))
    try {
      const plan = await planned(planning(sheets, targetOf(session), options), work, () => moved)
      if (plan !== null) return plan
    } finally {
      stop()
    }
  }
}

async function planned(
  pieces: Generator<number, ImportPlan>,
  work: Work,
  outdated: () => boolean,
): Promise<ImportPlan | null> {
  for (;;) {
    const until = performance.now() + PIECE
    let step = pieces.next()
    while (!step.done && performance.now() < until) step = pieces.next()
    if (step.done) return step.value
    work.onProgress?.(step.value)
    await turn()
    stopIfAsked(work)
    if (outdated()) return null
  }
}

function targetOf({ book }: Session): ImportTarget {
  return {
    tables: Object.fromEntries(Object.entries(book.tables).filter(([, table]) => !isTakenIn(table))),
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
      for (const { column, from, to } of changed.edits)
        edits.push({ table: sheet.table, row: changed.id, column, from, to })
  }
  const { added, changed } = plan.counts
  return session.accept(
    { edits, rows },
    { source: 'import', label: { code: 'import', params: { file, added, changed } } },
  )
}
