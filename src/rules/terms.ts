import { dateOf, type LocalDate, type LocalTime } from '../shared/local-date.ts'
import type { Policy } from './policy.ts'
import { preparedFrom } from './prepared.ts'

/** A term as scoring sees it. */
export interface TermSpan {
  readonly id: string
  /** `2026-2027 第一学期` */
  readonly name: string
  readonly schoolYear: string
  /** First and last day whose incidents count, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly startDate: LocalDate | null
  readonly endDate: LocalDate | null
  readonly sealed: boolean
  /** Day of sealing, when known. */
  readonly closedOn: LocalDate | null
}

/**
 * The index in `terms` of the term a day is scored in, or -1: the term whose scoring days include it (design: both
 * inclusive). The owner's forms let a term's scoring days run to the eve of the next one, so the vacation counts for the
 * term before it; with `term.vacation` = `next` (D12) the days after the term's last school day count for the next.
 *
 * `terms` is in order of `from`. Where two spans overlap by mistake the earlier one wins, so that a day is never
 * scored twice.
 */
export function termIndexOf(
  day: LocalDate,
  terms: readonly TermSpan[],
  policy: Pick<Policy, 'term.vacation'>,
): number {
  for (let i = 0; i < terms.length; i++) {
    const { from, to, endDate } = terms[i]!
    if (day < from || day > to) continue
    const vacation = endDate !== null && day > endDate
    return vacation && policy['term.vacation'] === 'next' && i + 1 < terms.length ? i + 1 : i
  }
  return -1
}

/**
 * The term an incident is scored in. One decided after its term was sealed goes to the term in which it was decided
 * (D11, `score.lateDecision` = `nextTerm`): a sealed score is never changed silently. With `reopen` it stays.
 */
export function scoringTermOf(
  occurredOn: LocalDate,
  decidedOn: LocalDate | null,
  terms: readonly TermSpan[],
  policy: Pick<Policy, 'term.vacation' | 'score.lateDecision'>,
): number {
  const own = termIndexOf(occurredOn, terms, policy)
  if (own < 0 || decidedOn === null || policy['score.lateDecision'] === 'reopen') return own
  const { sealed, closedOn } = terms[own]!
  if (!sealed || closedOn === null || decidedOn <= closedOn) return own
  const decidedIn = termIndexOf(decidedOn, terms, policy)
  return decidedIn > own ? decidedIn : Math.min(own + 1, terms.length - 1)
}

/** Days of these years have a place of their own in the memory of terms; other days are looked up each time. */
const FIRST_YEAR = 2000
const YEARS = 100
const UNKNOWN = -2

/**
 * The same day always gives the same term, so each day is worked out once per environment. Days are numbered from their
 * characters, because cutting the day out of 100,000 times of occurrence would cost more than finding the term.
 */
const termsByDay = preparedFrom(({ terms, policy }: TermFacts) => ({
  anySealed: terms.some(({ sealed }) => sealed),
  known: new Int16Array(YEARS * 372).fill(UNKNOWN),
  find: (time: LocalTime) => termIndexOf(dateOf(time), terms, policy),
}))

interface TermFacts {
  readonly terms: readonly TermSpan[]
  readonly policy: Pick<Policy, 'term.vacation' | 'score.lateDecision'>
}

/** False when no term is sealed, so that no decision can come too late for its own. */
export const mayMoveLate = (facts: TermFacts): boolean => termsByDay(facts).anySealed

/** `termIndexOf` of the day of a moment, remembered by day. `facts` is one object as long as nothing in it moves. */
export function termIndexAt(time: LocalTime, facts: TermFacts): number {
  const { known, find } = termsByDay(facts)
  const year = pair(time, 0) * 100 + pair(time, 2) - FIRST_YEAR
  if (year < 0 || year >= YEARS) return find(time)
  const day = year * 372 + (pair(time, 5) - 1) * 31 + pair(time, 8) - 1
  if (known[day] === UNKNOWN) known[day] = find(time)
  return known[day]!
}

/** The two digits at a place of `YYYY-MM-DD`. */
const pair = (time: LocalTime, at: number): number => time.charCodeAt(at) * 10 + time.charCodeAt(at + 1) - 528
