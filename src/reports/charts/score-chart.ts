import { t } from '../../i18n/translate.ts'
import type { ChartFacts } from './chart-facts.ts'
import { counted, type Chart } from './chart.ts'

/** Any point at all, where a term's score has not been set to zero. */
const SOME = 0.01
/** Lowest score of each band, from the top; full marks by themselves, for most have them. */
const BANDS = [100, 90, 80, 70, 60, SOME, 0] as const

export const bandOf = (final: number): number => BANDS.findIndex((least) => final >= least)

/** How the scores of a term spread. Nobody is named. */
export function scoreCharts({ book, term }: ChartFacts): Chart[] {
  if (term === null) return []
  const finals = book
    .view('staff')
    .ids()
    .flatMap((person) => book.score(term.id, person)?.final ?? [])
  if (finals.length === 0) return []
  const mean = finals.reduce((sum, final) => sum + final, 0) / finals.length
  return [
    {
      id: 'scores',
      title: t('chart.scores'),
      summary: t('chart.scores-count', { count: finals.length, mean: Math.round(mean * 100) / 100 }),
      is: 'columns',
      by: t('chart.score'),
      categories: BANDS.map((least, at) => {
        if (least === 100 || least === 0) return String(least)
        if (least === SOME) return t('chart.below', { score: BANDS[at - 1]! })
        return `${least}–${BANDS[at - 1]! - 1}`
      }),
      series: [
        {
          name: t('chart.people'),
          values: counted(
            BANDS.map((_, at) => at),
            finals.map(bandOf),
          ),
          look: 'plain',
        },
      ],
    },
  ]
}
