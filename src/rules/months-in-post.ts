import { addDays, daysBetween, daysInMonth, type LocalDate } from '../shared/local-date.ts'
import type { Policy } from './policy.ts'

export interface InPost {
  /** Months of the term that count, in post and in all. With `day`, days; with `none`, both are 1. */
  readonly counted: number
  readonly whole: number
  /** counted / whole, 0…1. */
  readonly share: number
}

/** A month counts for a person with at least this many days in post (D1). */
const DAYS_OF_A_MONTH = 15

/**
 * How much of a term somebody was in post (D1): months of the term (from its first to its last day) in each of which
 * at least 15 days were in post, by the months of the term counted alike. `joined` and `left` are the first and last
 * day in post; null means from before, and until after, the term.
 */
export function inPost(
  term: { readonly from: LocalDate; readonly to: LocalDate },
  joined: LocalDate | null,
  left: LocalDate | null,
  policy: Policy,
): InPost {
  const from = joined !== null && joined > term.from ? joined : term.from
  const to = left !== null && left < term.to ? left : term.to
  if (policy['allow.prorata'] === 'none') return { counted: 1, whole: 1, share: 1 }
  if ((joined !== null || left !== null) && from > to) return { counted: 0, whole: 1, share: 0 }
  if (from === term.from && to === term.to) {
    const whole = policy['allow.prorata'] === 'day' ? daysOf(from, to) : months(term.from, term.to, term)
    return { counted: whole, whole, share: 1 }
  }
  const count =
    policy['allow.prorata'] === 'day' ? daysOf : (a: LocalDate, b: LocalDate) => months(a, b, term)
  const whole = count(term.from, term.to)
  const counted = count(from, to)
  return { counted, whole, share: whole ? Math.min(1, counted / whole) : 1 }
}

const daysOf = (from: LocalDate, to: LocalDate) => daysBetween(from, to) + 1

/** Calendar months between the two days with at least 15 of their days inside; a short first month of the term counts. */
function months(
  from: LocalDate,
  to: LocalDate,
  term: { readonly from: LocalDate; readonly to: LocalDate },
): number {
  let count = 0
  let month = `${term.from.slice(0, 8)}01`
  while (month <= to) {
    const last = addDays(month, daysInMonth(+month.slice(0, 4), +month.slice(5, 7)) - 1)
    const start = from > month ? from : month
    const end = to < last ? to : last
    if (start <= end && daysOf(start, end) >= DAYS_OF_A_MONTH) count++
    month = addDays(last, 1)
  }
  return count
}
