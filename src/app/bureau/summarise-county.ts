import type { Workbook } from '../../engine/workbook.ts'
import { summarise, type CountySummary } from '../../rules/bureau/summary/county-summary.ts'
import type { SchoolFact, SummaryScope } from '../../rules/bureau/summary/county-facts.ts'
import { rowsBehind, type Counted, type RowsBehind } from '../../rules/bureau/summary/rows-behind.ts'
import { monthOf } from '../../tables/school/report-periods.ts'
import { Stopped, turn, type Work } from '../book-copy.ts'
import { countyFactsOf } from './county-facts.ts'

export { countyFigure, schoolFigure, type CountySummary } from '../../rules/bureau/summary/county-summary.ts'
export {
  BETTER,
  isRatio,
  RATIOS,
  type CountFigure,
  type Figure as CountyFigure,
  type Ratio,
  type Reckoned,
} from '../../rules/bureau/summary/figures.ts'
export {
  PERIOD_KINDS,
  periodAfter,
  periodAround,
  periodBefore,
  type Period,
  type PeriodKind,
} from '../../rules/bureau/summary/periods.ts'
export { isLessFirst, ranksOf, type Rank } from '../../rules/bureau/summary/ranks.ts'
export type { WatchedHazard } from '../../rules/bureau/summary/watch-list.ts'
export type { Counted, RowsBehind, SchoolFact, SummaryScope }

/** So long the page may wait, in milliseconds; then it has its turn. */
const FRAME = 10

export interface SummarisedCounty {
  readonly schools: readonly SchoolFact[]
  readonly summary: CountySummary
}

/**
 * The county's summary, worked out between frames. Throws `Stopped` when it is stopped; whoever asks stops it when the
 * workbook changes, for rows that are read meanwhile must all be of one moment.
 */
export async function summariseCounty(
  book: Workbook,
  scope: SummaryScope,
  { onProgress, signal, frame = FRAME }: Work & { readonly frame?: number } = {},
): Promise<SummarisedCounty> {
  const facts = countyFactsOf(book)
  const work = summarise(facts, scope)
  let began = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return { schools: facts.schools, summary: step.value }
    if (performance.now() - began < frame) continue
    onProgress?.(step.value)
    await turn()
    if (signal?.aborted) throw new Stopped()
    began = performance.now()
  }
}

/** The rows behind a number of the summary, as they are now. */
export const rowsCounted = (book: Workbook, counted: Counted): RowsBehind =>
  rowsBehind(countyFactsOf(book), counted)

/** The newest month that schools have reported, no later than today's; today's where nothing has come yet. */
export function newestReported(book: Workbook): string {
  const month = book.environment().now.slice(0, 7)
  const reported = book
    .view('receipts')
    .ids()
    .filter((id) => book.stored('receipts', id, 'received') !== null)
    .flatMap((id) => monthOf(String(book.stored('receipts', id, 'month') ?? '')) ?? [])
    .filter((each) => each <= month)
    .sort()
  return reported.at(-1) ?? month
}
