import type { ScoreFacts } from '../rules/score-facts.ts'
import type { Workbook } from '../engine/workbook.ts'
import { rowNamed } from './duty-book.ts'

/** How often something cost somebody points in the term before, and in this one. */
export interface ReasonCount {
  /** A class of incidents, or what else takes points. */
  readonly reason: string
  readonly before: number
  readonly now: number
}

export interface TermComparison {
  readonly person: string
  /** Null where the person was not assessed. */
  readonly before: ScoreFacts | null
  readonly now: ScoreFacts | null
  /** Points more than in the term before; null where one of the two is missing. */
  readonly difference: number | null
  /** Only those that differ. */
  readonly reasons: readonly ReasonCount[]
}

/** The term before another, in the order of their scoring days. */
export function termBefore(book: Workbook, term: string): string | null {
  const { terms } = book.environment()
  const at = terms.findIndex(({ id }) => id === term)
  return at > 0 ? terms[at - 1]!.id : null
}

/** Everybody's score beside the one of the term before, with what makes the difference. */
export function compareTerms(book: Workbook, before: string, now: string): TermComparison[] {
  const earlier = new Set(book.assessed(before))
  const people = new Set([...book.assessed(now), ...earlier])
  return [...people].map((person): TermComparison => {
    const [was, is] = [book.score(before, person), book.score(now, person)]
    const counts = [countsOf(book, before, person), countsOf(book, now, person)] as const
    const reasons = [...new Set([...counts[0].keys(), ...counts[1].keys()])]
      .map((reason) => ({ reason, before: counts[0].get(reason) ?? 0, now: counts[1].get(reason) ?? 0 }))
      .filter((count) => count.before !== count.now)
    return {
      person,
      before: was,
      now: is,
      difference: was && is ? Math.round((is.final - was.final) * 100) / 100 : null,
      reasons,
    }
  })
}

/** Counted lines of a receipt: incidents by their class, the rest by where it comes from. */
function countsOf(book: Workbook, term: string, person: string): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (reason: string) => counts.set(reason, (counts.get(reason) ?? 0) + 1)
  for (const { state, source, class6 } of book.receipt(term, person))
    if (state === '已确认') count(source === '事故(直接)' && class6 !== null ? class6 : source)
  for (const { table, by, ids } of book.children('staff', person)) {
    if (table !== 'deductions' || by !== 'person') continue
    for (const row of ids) {
      if (row.startsWith('#deduction:') || book.stored('deductions', row, 'state') !== '已确认') continue
      if (rowNamed(book, 'terms', book.stored('deductions', row, 'term')) === term) count('其他(手工)')
    }
  }
  return counts
}
