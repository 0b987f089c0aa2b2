import type { LocalDate } from '../shared/local-date.ts'
import type { Policy } from './policy.ts'

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
 * The index in `terms` of the term a day is scored in, or -1. Days between two terms (vacation) belong to the term
 * before or after them by the setting `term.vacation` (D12) wherever the terms' own scoring days leave a gap; a day
 * before the first or after the last term belongs to none.
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
    const term = terms[i]!
    if (day < term.from) {
      const inGap = i > 0
      if (!inGap) return -1
      return policy['term.vacation'] === 'next' ? i : i - 1
    }
    if (day <= term.to) return vacationTerm(day, i, terms, policy)
  }
  return -1
}

/**
 * The owner's forms let `score_to` run to the eve of the next term, so the vacation lies inside the span of the term
 * before it; `next` moves the days after `end_date` to the following term.
 */
function vacationTerm(
  day: LocalDate,
  index: number,
  terms: readonly TermSpan[],
  policy: Pick<Policy, 'term.vacation'>,
): number {
  const { endDate } = terms[index]!
  const afterTerm = endDate !== null && day > endDate
  return afterTerm && policy['term.vacation'] === 'next' && index + 1 < terms.length ? index + 1 : index
}
