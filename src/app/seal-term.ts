import { fail, ok, type Result } from '../shared/result.ts'
import { dateOf, type LocalDate } from '../shared/local-date.ts'
import { sha256OfText } from '../shared/sha-256-text.ts'
import type { Cell } from '../tables/cell.ts'
import { workdaysFrom } from '../rules/periods.ts'
import { sealedText } from '../rules/sealed-score.ts'
import type { ScoreFacts } from '../rules/score-facts.ts'
import type { CellEdit } from '../engine/change.ts'
import { scoreRowId } from '../engine/generated.ts'
import type { Workbook } from '../engine/workbook.ts'
import { rowNamed } from './duty-book.ts'
import type { Outcome, Session } from './session.ts'

const edit = (book: Workbook, table: string, row: string, column: string, to: Cell): CellEdit => ({
  table,
  row,
  column,
  from: book.stored(table, row, column),
  to,
})

const ofTerm = (book: Workbook, term: string, cells: Readonly<Record<string, Cell>>): CellEdit[] =>
  Object.entries(cells).map(([column, to]) => edit(book, 'terms', term, column, to))

const ofEverybody = (book: Workbook, term: string, state: string): CellEdit[] =>
  book.assessed(term).map((person) => edit(book, 'termScores', scoreRowId(term, person), 'state', state))

const how = (code: string, book: Workbook, term: string) =>
  ({ source: 'user', label: { code, params: { term: book.shownName(term) ?? '' } } }) as const

/** 确认: a meeting has confirmed the scores of the term. */
export function confirmTerm(session: Session, term: string, meeting: string): Result<Outcome> {
  const { book } = session
  const refused = refusal(book, term)
  if (refused) return fail(refused)
  const edits = [
    ...ofTerm(book, term, { score_meeting: meeting, status: '考核中' }),
    ...ofEverybody(book, term, '确认'),
  ]
  return ok(session.accept({ edits, rows: [] }, how('term.confirm', book, term)))
}

/** How long scores are posted, where the school has no rule of its own. */
const POSTED_WORKDAYS = 5

/** From today, for so many working days. */
export function proposedDays(book: Workbook): { readonly from: LocalDate; readonly to: LocalDate } {
  const { now, calendar } = book.environment()
  const from = dateOf(now)
  return { from, to: workdaysFrom(from, POSTED_WORKDAYS, calendar) }
}

/** 公示: everybody can read them, and object until the last day. */
export function postTerm(
  session: Session,
  term: string,
  days: { readonly from: LocalDate; readonly to: LocalDate },
): Result<Outcome> {
  const { book } = session
  const refused = refusal(book, term)
  if (refused) return fail(refused)
  if (days.from === '' || days.to < days.from) return fail('term.posted-to-before-from')
  const edits = [
    ...ofTerm(book, term, { posted_from: days.from, posted_to: days.to, status: '考核中' }),
    ...ofEverybody(book, term, '公示'),
  ]
  return ok(session.accept({ edits, rows: [] }, how('term.post', book, term)))
}

function refusal(book: Workbook, term: string): string | null {
  if (!book.has('terms', term)) return 'seal.no-term'
  return book.isSealed(term) ? 'seal.sealed-already' : null
}

/**
 * 封账: writes everybody's score and allowance down as they stand, with the rules they were worked out by and a check code
 * over all of them. From now on the ledger may say what it likes: these do not move. One change; nobody's number is ever
 * sealed without the others'.
 */
export function sealTerm(session: Session, term: string, by: string): Result<Outcome> {
  const { book, now } = session
  const refused = refusal(book, term)
  if (refused) return fail(refused)
  if (by.trim() === '') return fail('seal.nobody')
  if (book.assessed(term).length === 0) return fail('seal.nobody-assessed')
  const edits = [
    ...sealEdits(book, term),
    ...ofTerm(book, term, { status: '已封账', closed_by: by.trim(), closed_at: now }),
  ]
  return ok(session.accept({ edits, rows: [] }, how('term.seal', book, term)))
}

/** The scores of a term written down, and what they are checked by. */
export function sealEdits(book: Workbook, term: string): CellEdit[] {
  const rules = book.environment().policyVersion
  const texts = new Map(
    book.assessed(term).map((person) => [person, sealedText(book.liveScore(term, person)!)] as const),
  )
  return [
    ...[...texts].flatMap(([person, text]) => {
      const row = scoreRowId(term, person)
      return [edit(book, 'termScores', row, 'sealed', text), edit(book, 'termScores', row, 'state', '封账')]
    }),
    ...ofTerm(book, term, { sealed_rules: rules, sealed_hash: sealHash(term, rules, texts) }),
  ]
}

function sealHash(term: string, rules: string, texts: ReadonlyMap<string, string>): string {
  const lines = [...texts].map(([person, text]) => `${person} ${text}`).sort()
  return sha256OfText([term, rules, ...lines].join('\n'))
}

/**
 * Takes a seal off, where the school has ruled that a late decision reopens its term (D11, `score.lateDecision`); else a
 * sealed term is only ever adjusted by rows of a later one.
 */
export function unsealTerm(session: Session, term: string): Result<Outcome> {
  const { book } = session
  if (!book.isSealed(term)) return fail('seal.not-sealed')
  if (book.environment().policy['score.lateDecision'] !== 'reopen') return fail('seal.stays')
  const edits = [
    ...book.assessed(term).flatMap((person) => {
      const row = scoreRowId(term, person)
      return [edit(book, 'termScores', row, 'sealed', null), edit(book, 'termScores', row, 'state', '确认')]
    }),
    ...ofTerm(book, term, {
      status: '考核中',
      closed_by: null,
      closed_at: null,
      sealed_rules: null,
      sealed_hash: null,
    }),
  ]
  return ok(session.accept({ edits, rows: [] }, how('term.unseal', book, term)))
}

/** Somebody whose rows would now come to another score than the one that is sealed. */
export interface SealDifference {
  readonly person: string
  readonly sealed: ScoreFacts
  /** Null when the person is not assessed any more. */
  readonly live: ScoreFacts | null
  /** Points that rows of later terms have settled of it. */
  readonly settled: number
}

export interface Seal {
  readonly by: string
  readonly at: string
  readonly rules: string
  readonly hash: string
  /** The scores are those that were sealed. */
  readonly holds: boolean
  readonly differences: readonly SealDifference[]
}

/** Null while the term is not sealed. */
export function sealOf(book: Workbook, term: string): Seal | null {
  if (!book.isSealed(term)) return null
  const text = (column: string) => String(book.stored('terms', term, column) ?? '')
  const texts = new Map<string, string>()
  const differences: SealDifference[] = []
  for (const person of book.assessed(term)) {
    texts.set(person, String(book.stored('termScores', scoreRowId(term, person), 'sealed')))
    const sealed = book.score(term, person)!
    const live = book.liveScore(term, person)
    if (live === null || NUMBERS.some((key) => live[key] !== sealed[key]))
      differences.push({ person, sealed, live, settled: settledOf(book, term, person) })
  }
  return {
    by: text('closed_by'),
    at: text('closed_at'),
    rules: text('sealed_rules'),
    hash: text('sealed_hash'),
    holds: sealHash(term, text('sealed_rules'), texts) === text('sealed_hash'),
    differences,
  }
}

/** What somebody is told: a place in the order moves with everybody's score. */
const NUMBERS = ['final', 'amount', 'veto'] as const satisfies readonly (keyof ScoreFacts)[]

/** Points by which rows of later terms adjust a sealed score; withdrawn ones do not. */
export function settledOf(book: Workbook, term: string, person: string): number {
  let cents = 0
  for (const { table, by, ids } of book.children('staff', person)) {
    if (table !== 'deductions' || by !== 'person') continue
    for (const row of ids) {
      const points = book.stored('deductions', row, 'manual_points')
      const adjusts = rowNamed(book, 'terms', book.stored('deductions', row, 'adjusts'))
      if (adjusts !== term || typeof points !== 'number') continue
      if (book.stored('deductions', row, 'state') !== '撤销') cents += Math.round(points * 100)
    }
  }
  return cents / 100
}
