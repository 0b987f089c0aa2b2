import { dateOf } from '../shared/local-date.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { TermSpan } from '../rules/terms.ts'
import type { Workbook } from '../engine/workbook.ts'
import { sealOf } from './seal-term.ts'
import type { Outcome, Session } from './session.ts'

/** Points that a sealed score still lacks, or has too many, by the rows as they are now. */
export function openDifference(book: Workbook, term: string, person: string): number {
  const found = sealOf(book, term)?.differences.find((one) => one.person === person)
  if (!found?.live) return 0
  return Math.round((found.live.final - found.sealed.final - found.settled) * 100) / 100
}

/** Where what was decided after a seal counts (D11): the running term, else the first later one that is not sealed. */
export function termForAdjusting(book: Workbook, sealed: string): TermSpan | null {
  const { terms, now } = book.environment()
  const at = terms.findIndex(({ id }) => id === sealed)
  if (at < 0) return null
  const later = terms.slice(at + 1).filter(({ id, sealed: closed }) => !closed && !book.isSealed(id))
  const today = dateOf(now)
  return later.find(({ from, to }) => from <= today && today <= to) ?? later[0] ?? null
}

/**
 * 调整: what a sealed score lacks becomes a row of a later term that names the sealed one. It counts in full once a
 * meeting has confirmed it; the sealed score stays as it is.
 */
export function adjustSealed(
  session: Session,
  given: {
    readonly term: string
    readonly person: string
    readonly reason: string
    /** The meeting that decided it; empty while none has. */
    readonly meeting: string
  },
): Result<Outcome> {
  const { book } = session
  const { term, person, reason, meeting } = given
  if (!book.isSealed(term)) return fail('seal.not-sealed')
  if (reason.trim() === '') return fail('seal.no-reason')
  const points = openDifference(book, term, person)
  if (points === 0) return fail('seal.no-difference')
  const later = termForAdjusting(book, term)
  if (later === null) return fail('seal.no-later-term')
  const cells = {
    term: later.id,
    person,
    source: '其他(手工)',
    manual_points: points,
    reason: reason.trim(),
    adjusts: term,
    ...(meeting === '' ? { state: '预计' } : { state: '已确认', meeting }),
  }
  const params = { name: book.shownName(person) ?? '', term: book.shownName(term) ?? '' }
  return ok(
    session.batch(
      { rows: [{ table: 'deductions', cells }] },
      { source: 'user', label: { code: 'term.adjust', params } },
    ),
  )
}
