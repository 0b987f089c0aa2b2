import { newId } from '../shared/id.ts'
import type { Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellEdit } from '../engine/change.ts'
import { isTakenIn } from '../tables/table.ts'
import type { SheetChoice } from '../exchange/choose-table.ts'
import { ledgerSheet } from '../exchange/ledger-sheet.ts'
import {
  isSure,
  planImport,
  planning,
  rowName,
  withoutRows,
  type ImportPlan,
  type SheetColumn,
  type SheetPlan,
} from '../exchange/import-plan.ts'
import {
  STRATEGIES,
  type ImportOptions,
  type ImportTarget,
  type Strategy,
} from '../exchange/import-target.ts'
import type { LeftOutReason } from '../exchange/left-out-rows.ts'
import type { MatchReason } from '../exchange/map-columns.ts'
import { rejectedSheets } from '../exchange/rejected-sheets.ts'
import type { LedgerEntry, LedgerKind } from '../exchange/value-ledger.ts'
import type { ExportSheet } from '../exchange/xlsx-write.ts'
import type { FileWork } from '../workers/bridge.ts'
import { columnName, placeOf, type SheetData, type SheetValue } from '../exchange/sheet-data.ts'
import { stopIfAsked, turn, type Work } from './book-copy.ts'
import type { NewRow } from './completed-rows.ts'
import type { Outcome, Session } from './session.ts'

export { columnName, isSure, placeOf, rowName, STRATEGIES, withoutRows }
export type {
  ImportOptions,
  ImportPlan,
  LedgerEntry,
  LedgerKind,
  LeftOutReason,
  MatchReason,
  SheetChoice,
  SheetColumn,
  SheetData,
  SheetPlan,
  SheetValue,
  Strategy,
}

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

/** The rows that were not taken, as they stood, each with its reason: to be put right and imported again. */
export async function rejectedWorkbook(
  sheets: readonly SheetData[],
  plan: ImportPlan,
  work: FileWork = {},
): Promise<Result<Uint8Array>> {
  return written(rejectedSheets(sheets, plan), work)
}

/** Every value that is taken otherwise than the source showed it. */
export async function ledgerWorkbook(
  session: Session,
  plan: ImportPlan,
  work: FileWork = {},
): Promise<Result<Uint8Array>> {
  return written([ledgerSheet(plan, session.book.tables)], work)
}

async function written(sheets: readonly ExportSheet[], work: FileWork): Promise<Result<Uint8Array>> {
  const { writeXlsxFile } = await import('../workers/bridge.ts')
  const file = await writeXlsxFile({ sheets }, {}, work)
  return file.ok ? { ok: true, value: file.value.bytes } : file
}
