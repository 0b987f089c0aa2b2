import type { LocalDate } from '../../../shared/local-date.ts'
import { spanOf, type Span } from '../spans.ts'

export const PERIOD_KINDS = ['month', 'quarter', 'term', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** Whole months that figures are told of: `2026-09`, `2026-Q3`, `2026-2027-1`, `2026`. */
export interface Period {
  readonly kind: PeriodKind
  readonly key: string
  readonly months: readonly string[]
}

/** A bureau keeps no terms: the first runs from September, the second from February. */
const TERMS = { first: 9, second: 2 } as const
const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, term: 0, year: 12 }

/** The period a day lies in. */
export function periodAround(kind: PeriodKind, day: LocalDate): Period {
  const [year, month] = [+day.slice(0, 4), +day.slice(5, 7)]
  switch (kind) {
    case 'month':
      return periodOf(kind, year, month)
    case 'quarter':
      return periodOf(kind, year, month - ((month - 1) % 3))
    case 'year':
      return periodOf(kind, year, 1)
    case 'term':
      if (month >= TERMS.first) return periodOf(kind, year, TERMS.first)
      return month < TERMS.second ? periodOf(kind, year - 1, TERMS.first) : periodOf(kind, year, TERMS.second)
  }
}

export const periodBefore = ({ kind, months }: Period): Period =>
  periodAround(kind, `${monthsFrom(months[0]!, -1)[0]!}-01`)

export const periodAfter = ({ kind, months }: Period): Period =>
  periodAround(kind, `${monthsFrom(months.at(-1)!, 1)[0]!}-01`)

export const daysOf = ({ months }: Period): Span => spanOf(months)

/** As many months as a chart shows, the last of them the period's last; a longer period shows its own. */
export function monthsOnChart({ months }: Period): readonly string[] {
  const least = MONTHS.year
  return months.length >= least ? months : monthsFrom(monthsFrom(months.at(-1)!, 1 - least)[0]!, 0, least)
}

function periodOf(kind: PeriodKind, year: number, month: number): Period {
  const isFirst = month === TERMS.first
  const count = kind === 'term' ? (isFirst ? 5 : 7) : MONTHS[kind]
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  return { kind, key: keyOf(kind, year, month), months: monthsFrom(first, 0, count) }
}

function keyOf(kind: PeriodKind, year: number, month: number): string {
  switch (kind) {
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'term':
      return month === TERMS.first ? `${year}-${year + 1}-1` : `${year - 1}-${year}-2`
    case 'year':
      return String(year)
  }
}

/** So many months, the first so many after a month. */
function monthsFrom(month: string, by: number, count = 1): string[] {
  const first = +month.slice(0, 4) * 12 + +month.slice(5, 7) - 1 + by
  return Array.from({ length: count }, (_, n) => {
    const at = first + n
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
