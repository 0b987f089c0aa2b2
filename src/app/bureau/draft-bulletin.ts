import { fixedId, newId } from '../../shared/id.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { bulletinDraft } from '../../rules/bureau/bulletin-draft.ts'
import { periodFigures, periodReads } from '../../rules/bureau/period-figures.ts'
import type { Outcome, Session } from '../session.ts'

const TABLE = 'bulletins'

/** `empty`: only where nothing is written; the others are what somebody has chosen for a text that is there. */
export type DraftInto = 'empty' | 'after' | 'instead'

/**
 * 起草正文: the bulletin's text from the county's figures of its month or quarter, as one change. What somebody wrote
 * stays, unless he has asked for the new one instead; an old text comes back by undo.
 */
export function draftBulletin(session: Session, row: string, into: DraftInto = 'empty'): Result<Outcome> {
  const { book } = session
  if (!book.has(TABLE, row)) return fail('report.not-there')
  const period = book.stored(TABLE, row, 'period')
  const figures =
    typeof period === 'string'
      ? book.look(periodReads, (rows, environment) => periodFigures(rows, environment, period))
      : null
  if (figures === null) return fail('bulletin.no-period')
  const from = book.stored(TABLE, row, 'body')
  const written = typeof from === 'string' ? from : ''
  const draft = bulletinDraft(period as string, figures)
  if (into === 'empty' && written !== '') return ok({ change: null, problems: [] })
  const to = into === 'after' && written !== '' ? `${written}\n\n${draft}` : draft
  return ok(
    session.accept(
      { edits: [{ table: TABLE, row, column: 'body', from, to }], rows: [] },
      { source: 'user', label: { code: 'bulletin.draft' } },
    ),
  )
}

/** The bulletin of a month or quarter: the row that is there, or a new one whose text is begun. */
export function bulletinOf(session: Session, period: string): string {
  const { book } = session
  const known = book
    .view(TABLE)
    .ids()
    .find((row) => book.stored(TABLE, row, 'period') === period)
  if (known !== undefined) {
    draftBulletin(session, known)
    return known
  }
  const fixed = fixedId(TABLE, period)
  const id = book.positionOf(TABLE, fixed) < 0 ? fixed : newId()
  session.accept(
    { edits: [], rows: [{ table: TABLE, id, cells: { period } }] },
    { source: 'user', label: { code: 'bulletin.begin', params: { period } } },
  )
  draftBulletin(session, id)
  return id
}
