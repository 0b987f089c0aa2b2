import { t } from '../../i18n/translate.ts'
import { ageOf, type ChartFacts } from './chart-facts.ts'
import { counted, type Chart } from './chart.ts'

/** Days since a hazard was found, up to which it is in a band; older ones are in the last. */
const AGES = [7, 30, 90] as const

/** What of a hazard is counted; its day is the day it was found. */
interface Found {
  readonly month: string
  readonly day: string
  readonly is: 'closed' | 'open' | 'overdue'
}

export const hazardsIn = (facts: ChartFacts): readonly string[] =>
  facts.rows('hazards').filter((row) => facts.within(facts.day('hazards', row, 'found_on')))

export function hazardCharts(facts: ChartFacts): Chart[] {
  const found = hazardsIn(facts).map((row): Found => {
    const day = facts.day('hazards', row, 'found_on')!
    const closed = facts.cell('hazards', row, 'state') === '已销号'
    const overdue = facts.cell('hazards', row, 'overdue') === true
    return { day, month: day.slice(0, 7), is: closed ? 'closed' : overdue ? 'overdue' : 'open' }
  })
  if (found.length === 0) return []
  const open = found.filter(({ is }) => is !== 'closed')
  return [byMonth(facts, found), ...(open.length > 0 ? [byAge(facts, open)] : [])]
}

function byMonth(facts: ChartFacts, found: readonly Found[]): Chart {
  const months = facts.months(found.map(({ day }) => day))
  const of = (is: Found['is']) =>
    counted(
      months,
      found.filter((hazard) => hazard.is === is).map(({ month }) => month),
    )
  const closed = found.filter(({ is }) => is === 'closed').length
  return {
    id: 'hazards-month',
    title: t('chart.hazards-month'),
    summary: t('chart.hazards-count', {
      count: found.length,
      closed,
      rate: Math.round((100 * closed) / found.length),
    }),
    is: 'columns',
    by: t('chart.month-found'),
    categories: months,
    series: [
      { name: t('chart.closed'), values: of('closed'), look: 'plain' },
      { name: t('chart.open'), values: of('open'), look: 'dotted' },
      { name: t('chart.overdue'), values: of('overdue'), look: 'striped' },
    ],
  }
}

function byAge(facts: ChartFacts, open: readonly Found[]): Chart {
  const bandOf = (days: number) => {
    const band = AGES.findIndex((most) => days <= most)
    return band < 0 ? AGES.length : band
  }
  const bands = [0, 1, 2, 3]
  const of = (is: Found['is']) =>
    counted(
      bands,
      open.filter((hazard) => hazard.is === is).map(({ day }) => bandOf(ageOf(day, facts.today))),
    )
  return {
    id: 'hazards-age',
    title: t('chart.hazards-age'),
    summary: t('chart.hazards-open', {
      count: open.length,
      overdue: open.filter(({ is }) => is === 'overdue').length,
    }),
    is: 'rows',
    by: t('chart.age'),
    categories: [
      t('chart.age-to', { days: AGES[0] }),
      t('chart.age-between', { from: AGES[0] + 1, to: AGES[1] }),
      t('chart.age-between', { from: AGES[1] + 1, to: AGES[2] }),
      t('chart.age-over', { days: AGES[2] }),
    ],
    series: [
      { name: t('chart.not-overdue'), values: of('open'), look: 'dotted' },
      { name: t('chart.is-overdue'), values: of('overdue'), look: 'striped' },
    ],
  }
}
