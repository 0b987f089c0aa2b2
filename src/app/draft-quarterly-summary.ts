import { fail, ok, type Result } from '../shared/result.ts'
import { quarterDraft } from '../rules/quarter-draft.ts'
import type { Outcome, Session } from './session.ts'

const TABLE = 'quarterlySummaries'

/** 起草各段文字: fills the empty paragraphs of a summary from the ledger, as one change. What is written stays. */
export function draftQuarterlySummary(session: Session, row: string): Result<Outcome> {
  const { book } = session
  if (!book.has(TABLE, row)) return fail('report.not-there')
  const stats = book.value(TABLE, row, 'stats')
  if (typeof stats !== 'string') return fail('report.quarter')
  const hazards = book.view('hazards').ids()
  const open = hazards.filter((id) => book.value('hazards', id, 'state') !== '已销号')
  const draft = quarterDraft({
    stats,
    open: open.map((id) => ({
      area: book.text('hazards', id, 'area'),
      content: book.text('hazards', id, 'content'),
      overdue: book.value('hazards', id, 'overdue') === true,
    })),
    repeated: open.filter((id) => book.value('hazards', id, 'repeat') !== null).length,
  })
  const edits = Object.entries(draft)
    .filter(([column]) => book.stored(TABLE, row, column) === null)
    .map(([column, to]) => ({ table: TABLE, row, column, from: null, to }))
  return ok(session.accept({ edits, rows: [] }, { source: 'user', label: { code: 'report.draft' } }))
}
