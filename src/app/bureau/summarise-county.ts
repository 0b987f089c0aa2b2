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

/** So long the page may wait; then it has its turn. */
const FRAME = 10

interface FramedWork extends Work {
  /** How long the page may wait at most, in milliseconds. */
  readonly frame?: number
}

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
  work?: FramedWork,
): Promise<SummarisedCounty> {
  const facts = countyFactsOf(book)
  const summary = await betweenFrames(summarise(facts, scope), work)
  return { schools: facts.schools, summary }
}

/** The rows behind a number of the summary, as they are now. */
export const rowsCounted = (book: Workbook, counted: Counted, work?: FramedWork): Promise<RowsBehind> =>
  betweenFrames(rowsBehind(countyFactsOf(book), counted), work)

async function betweenFrames<Result>(
  work: Generator<number, Result, void>,
  { onProgress, signal, frame = FRAME }: FramedWork = {},
): Promise<Result> {
  let began = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - began < frame) continue
    onProgress?.(step.value)
    await turn()
    if (signal?.aborted) throw new Stopped()
    began = performance.now()
  }
}

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
