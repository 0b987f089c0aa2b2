import type { Session } from '../../app/session.ts'
import {
  newestReported,
  periodAfter,
  periodAround,
  periodBefore,
  rowsCounted,
  summariseCounty,
  type Counted,
  type CountyFigure,
  type Period,
  type PeriodKind,
  type SummarisedCounty,
  type SummaryScope,
} from '../../app/bureau/summarise-county.ts'
import { t } from '../../i18n/translate.ts'
import { figureText, periodText } from '../../reports/county-words.ts'
import type { Desk } from './desk.svelte.ts'

/** So many schools stand side by side, no more. */
export const MOST_COMPARED = 4

/** What somebody looks at in 汇总, kept while he is among the rows: he comes back to the same figures. */
export class CountyView {
  period = $state.raw<Period>()!
  type = $state<string | null>(null)
  central = $state<string | null>(null)
  leader = $state<string | null>(null)
  /** By what schools are ranked, and whether the other way round. */
  by = $state<CountyFigure>('closingRate')
  reversed = $state(false)
  /** Rows of the schools that are compared. */
  compared = $state.raw<readonly string[]>([])
  /** How far it has been added up; null when it has. */
  share = $state<number | null>(null)
  result = $state.raw<SummarisedCounty | null>(null)
  /** How far down the screen had been scrolled. */
  scrolled = 0
  #stop: AbortController | null = null

  constructor(private readonly session: Session) {
    this.period = periodAround('month', `${newestReported(session.book)}-01`)
  }

  get scope(): SummaryScope {
    const { period, type, central, leader } = this
    return { period, type, central, leader }
  }

  /** The period of another length in which the one on show ends. */
  setKind(kind: PeriodKind): void {
    this.period = periodAround(kind, `${this.period.months.at(-1)!}-01`)
  }

  step(by: 1 | -1): void {
    this.period = by < 0 ? periodBefore(this.period) : periodAfter(this.period)
  }

  rankBy(figure: CountyFigure): void {
    this.reversed = this.by === figure && !this.reversed
    this.by = figure
  }

  /** False when there are as many as there may be. */
  compare(school: string, wanted: boolean): boolean {
    const others = this.compared.filter((each) => each !== school)
    if (wanted && others.length >= MOST_COMPARED) return false
    this.compared = wanted ? [...others, school] : others
    return true
  }

  /** Adds up anew; what is on show stays until it is done, and whatever was being added up is stopped. */
  async run(): Promise<void> {
    this.#stop?.abort()
    const stop = (this.#stop = new AbortController())
    const { book } = this.session
    try {
      const result = await summariseCounty(book, this.scope, {
        signal: stop.signal,
        onProgress: (share) => (this.share = share),
      })
      if (stop.signal.aborted) return
      this.result = result
      this.share = null
    } catch (error) {
      if (!stop.signal.aborted) throw error
    }
  }

  stop(): void {
    this.#stop?.abort()
  }

  /** Goes to the rows that a number counts; `of` says what of, where it is not the whole. */
  async open(desk: Desk, counted: Counted, of = ''): Promise<void> {
    const { table, ids } = await rowsCounted(this.session.book, counted)
    const told = { period: periodText(counted.scope.period), figure: figureText(counted.figure) }
    const why = of === '' ? t('ui.county.counted', told) : t('ui.county.counted-of', { ...told, of })
    desk.showAlone({ table, rows: ids, why })
  }
}

/** One for a workbook, however often one looks away. */
const views = new WeakMap<Session, CountyView>()

export function countyViewOf(session: Session): CountyView {
  let view = views.get(session)
  if (!view) views.set(session, (view = new CountyView(session)))
  return view
}
