import { labelOf, t } from '../../i18n/translate.ts'
import type { IncidentBreakdown, CountySummary, Tally } from '../../rules/bureau/summary/county-summary.ts'
import type { SchoolFact, SummaryScope } from '../../rules/bureau/summary/county-facts.ts'
import { periodAround } from '../../rules/bureau/summary/periods.ts'
import type { Counted } from '../../rules/bureau/summary/rows-behind.ts'
import { weekdays } from '../../tables/school/weekday-choices.ts'
import { spokenOption } from '../spoken.ts'
import type { Chart, Series } from './chart.ts'

/** A chart, and what each of its categories counts: the rows a bar leads to. */
export interface CountyChart {
  readonly chart: Chart
  readonly counted: readonly (Counted | null)[]
}

/** Further bars tell nothing; how many there are is said. */
const MOST_BARS = 12
const HOURS = { first: 7, last: 18 }

/** What the charts of 汇总 show, in their order; one that has nothing to tell is left out. */
export function countyCharts(summary: CountySummary, schools: readonly SchoolFact[]): CountyChart[] {
  return [
    foundByMonth(summary),
    closedByMonth(summary),
    byCategory(summary),
    bySchool(summary, schools),
    ofIncidents(summary, 'scene'),
    ofIncidents(summary, 'type'),
    ofIncidents(summary, 'class6'),
    byHour(summary),
    reportsByMonth(summary),
  ].filter((each) => each !== null)
}

/** A bar leads somewhere where something is counted; by which rows, `counted` says. */
function chartOf(
  chart: Omit<Chart, 'opens'>,
  table: string,
  counted: readonly (Counted | null)[],
): CountyChart | null {
  if (chart.categories.length === 0) return null
  const texts = counted.map((each) => (each === null ? null : ''))
  return { chart: { ...chart, opens: { table, column: '', also: {}, texts } }, counted }
}

const inMonth = (scope: SummaryScope, month: string): SummaryScope => ({
  ...scope,
  period: periodAround('month', `${month}-01`),
})

const series = (name: string, look: Series['look'], values: readonly number[]): Series => ({
  name,
  look,
  values,
})

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

function foundByMonth({ months, scope }: CountySummary): CountyChart | null {
  const found = months.map((each) => each.foundClosed + each.foundOpen + each.foundOverdue)
  if (total(found) === 0) return null
  return chartOf(
    {
      id: 'county-found',
      title: t('county.chart.found'),
      summary: t('county.chart.found-count', { count: total(found) }),
      is: 'columns',
      by: t('chart.month'),
      categories: months.map(({ month }) => month),
      series: [
        series(
          t('county.chart.closed-series'),
          'plain',
          months.map((each) => each.foundClosed),
        ),
        series(
          t('county.chart.open'),
          'dotted',
          months.map((each) => each.foundOpen),
        ),
        series(
          t('county.chart.overdue'),
          'striped',
          months.map((each) => each.foundOverdue),
        ),
      ],
    },
    'allHazards',
    months.map(({ month }) => ({ figure: 'found', scope: inMonth(scope, month) })),
  )
}

function closedByMonth({ months, scope }: CountySummary): CountyChart | null {
  const closed = months.map((each) => each.closed)
  if (total(closed) === 0) return null
  return chartOf(
    {
      id: 'county-closed',
      title: t('county.chart.closed'),
      summary: t('county.chart.found-count', { count: total(closed) }),
      is: 'columns',
      by: t('chart.month'),
      categories: months.map(({ month }) => month),
      series: [series(t('county.chart.closed-series'), 'plain', closed)],
    },
    'allHazards',
    months.map(({ month }) => ({ figure: 'closed', scope: inMonth(scope, month) })),
  )
}

/** The most first; equals in the order of their words, so that the same figures are the same picture. */
const byCount = (tally: Tally): [key: string, count: number][] =>
  [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))

function openAndOverdue(open: readonly number[], overdue: readonly number[]) {
  return {
    summary: t('county.chart.open-count', { count: total(open), overdue: total(overdue) }),
    series: [
      series(
        t('county.chart.open'),
        'dotted',
        open.map((count, at) => count - overdue[at]!),
      ),
      series(t('county.chart.overdue'), 'striped', overdue),
    ],
  }
}

function byCategory({ categories: { open, overdue }, scope }: CountySummary): CountyChart | null {
  const sorted = byCount(open)
  return chartOf(
    {
      id: 'county-category',
      title: t('county.chart.category'),
      is: 'rows',
      by: t('county.chart.category-by'),
      categories: sorted.map(([key]) => spokenOption('hazards', 'category', key) || t('county.chart.unsaid')),
      ...openAndOverdue(
        sorted.map(([, count]) => count),
        sorted.map(([key]) => overdue.get(key) ?? 0),
      ),
    },
    'allHazards',
    sorted.map(([key]) => ({ figure: 'open', scope, by: { breakdown: 'category', key } })),
  )
}

function bySchool(summary: CountySummary, schools: readonly SchoolFact[]): CountyChart | null {
  const { counts, scope } = summary
  const open = summary.schools
    .filter((place) => counts.open[place]! > 0)
    .sort((a, b) => counts.open[b]! - counts.open[a]! || (schools[a]!.name < schools[b]!.name ? -1 : 1))
  const shown = open.slice(0, MOST_BARS)
  const told = openAndOverdue(
    shown.map((place) => counts.open[place]!),
    shown.map((place) => counts.overdue[place]!),
  )
  const others = open.length - shown.length
  return chartOf(
    {
      id: 'county-schools',
      title: t('county.chart.schools'),
      is: 'rows',
      by: t('county.chart.school-by'),
      categories: shown.map((place) => schools[place]!.name),
      series: told.series,
      summary: others > 0 ? t('county.chart.most-schools', { shown: shown.length, others }) : told.summary,
    },
    'allHazards',
    shown.map((place) => ({ figure: 'open', scope, school: place })),
  )
}

function ofIncidents(
  { incidents, scope }: CountySummary,
  breakdown: Exclude<IncidentBreakdown, 'hour'>,
): CountyChart | null {
  const sorted = byCount(incidents[breakdown])
  const values = sorted.map(([, count]) => count)
  const by = {
    scene: t('county.chart.scene-by'),
    type: t('county.chart.type-by'),
    class6: t('chart.class'),
  }[breakdown]
  return chartOf(
    {
      id: `county-${breakdown}`,
      title: t(`county.chart.${breakdown}`),
      summary: t('chart.incidents-count', { count: total(values) }),
      is: 'rows',
      by,
      categories: sorted.map(
        ([key]) => spokenOption('incidents', breakdown, key) || t('county.chart.unsaid'),
      ),
      series: [series(t('chart.incidents'), 'plain', values)],
    },
    'allIncidents',
    sorted.map(([key]) => ({ figure: 'incidents', scope, by: { breakdown, key } })),
  )
}

function byHour({ incidents }: CountySummary): CountyChart | null {
  const told = [...incidents.hour].filter(([key]) => key !== '')
  if (told.length === 0) return null
  const hours = told.map(([key]) => +key.slice(2))
  const [first, last] = [Math.min(HOURS.first, ...hours), Math.max(HOURS.last, ...hours)]
  const keys = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const at = (day: number, hour: number) => incidents.hour.get(`${day} ${String(hour).padStart(2, '0')}`) ?? 0
  const perHour = keys.map((hour) => total(weekdays.map((_, day) => at(day + 1, hour))))
  const peak = Math.max(...perHour)
  return chartOf(
    {
      id: 'county-hour',
      title: t('county.chart.hour'),
      summary: t('chart.peak-hour', { hour: keys[perHour.indexOf(peak)]!, count: peak }),
      is: 'squares',
      by: t('chart.hour'),
      categories: keys.map((hour) => t('chart.at-hour', { hour })),
      series: weekdays.map((day, place) =>
        series(
          labelOf(day),
          'plain',
          keys.map((hour) => at(place + 1, hour)),
        ),
      ),
    },
    'allIncidents',
    keys.map(() => null),
  )
}

function reportsByMonth({ reports, scope }: CountySummary): CountyChart | null {
  const of = (state: 'inTime' | 'late' | 'missing' | 'awaited') => reports.map((each) => each[state])
  const due = total(reports.map(({ inTime, late, missing, awaited }) => inTime + late + missing + awaited))
  return chartOf(
    {
      id: 'county-reports',
      title: t('county.chart.reports'),
      summary: t('county.chart.reports-count', { due, inTime: total(of('inTime')) }),
      is: 'columns',
      by: t('chart.month'),
      categories: reports.map(({ month }) => month),
      series: [
        series(t('county.figure.inTime'), 'plain', of('inTime')),
        series(t('county.figure.late'), 'dotted', of('late')),
        series(t('county.figure.missing'), 'striped', of('missing')),
        series(t('county.figure.awaited'), 'outlined', of('awaited')),
      ],
    },
    'schools',
    reports.map(({ month }) => ({ figure: 'reportsDue', scope: inMonth(scope, month) })),
  )
}
