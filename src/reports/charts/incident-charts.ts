import { isLocalTime, weekdayOf, dateOf } from '../../shared/local-date.ts'
import { labelOf, t } from '../../i18n/translate.ts'
import { classLabels, severityLabels } from '../../tables/school/incident-choices.ts'
import { weekdays } from '../../tables/school/weekday-choices.ts'
import { spokenOption } from '../spoken.ts'
import type { ChartFacts } from './chart-facts.ts'
import { counted, type Chart, type ChartLook } from './chart.ts'

/** Further places stand together: a list of forty bars tells nothing. */
const PLACES = 12
const HOURS = { first: 7, last: 18 }

const SEVERITY_LOOKS: Readonly<Record<string, ChartLook>> = {
  一般: 'plain',
  较严重: 'dotted',
  严重: 'striped',
  不计入: 'outlined',
  待定: 'crossed',
}

/** The incidents of the term they count in; without a term, all that there are. */
export const incidentsIn = (facts: ChartFacts): readonly string[] =>
  facts
    .rows('incidents')
    .filter((row) => facts.term === null || facts.cell('incidents', row, 'term') === facts.term.id)

export function incidentCharts(facts: ChartFacts): Chart[] {
  const rows = incidentsIn(facts)
  if (rows.length === 0) return []
  return [byClass(facts, rows), byPlace(facts, rows), byHour(facts, rows), byMonth(facts, rows)]
}

function byClass(facts: ChartFacts, rows: readonly string[]): Chart {
  const known = rows.map((row) => facts.cell('incidents', row, 'class6') as string | null)
  const keys = [...classLabels.map(({ zh }) => zh as string | null), null]
  const values = counted(keys, known)
  const shown = keys.map((_, at) => at).filter((at) => values[at]! > 0)
  return {
    id: 'incidents-class',
    title: t('chart.incidents-class'),
    summary: t('chart.incidents-count', { count: rows.length }),
    is: 'rows',
    by: t('chart.class'),
    categories: shown.map((at) => spokenOption('incidents', 'class6', keys[at]!) || t('chart.pending')),
    series: [{ name: t('chart.incidents'), values: shown.map((at) => values[at]!), look: 'plain' }],
    opens: {
      table: 'incidents',
      column: 'class6',
      also: ofTerm(facts),
      texts: shown.map((at) => spokenOption('incidents', 'class6', keys[at]!)),
    },
  }
}

function byPlace(facts: ChartFacts, rows: readonly string[]): Chart {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const place = facts.book.text('incidents', row, 'area')
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const most = sorted.slice(0, sorted.length > PLACES + 1 ? PLACES : undefined)
  const others = sorted.slice(most.length)
  const rest = others.reduce((sum, [, count]) => sum + count, 0)
  const ends = rest > 0 ? [t('chart.other-places', { count: others.length })] : []
  return {
    id: 'incidents-place',
    title: t('chart.incidents-place'),
    summary: t('chart.places-count', { count: counts.size }),
    is: 'rows',
    by: t('chart.place'),
    categories: [...most.map(([place]) => place || t('chart.no-place')), ...ends],
    series: [
      {
        name: t('chart.incidents'),
        values: [...most.map(([, count]) => count), ...(rest > 0 ? [rest] : [])],
        look: 'plain',
      },
    ],
    opens: {
      table: 'incidents',
      column: 'area',
      also: ofTerm(facts),
      texts: [...most.map(([place]) => place), ...(rest > 0 ? [null] : [])],
    },
  }
}

/** Days of the week by hours; from morning to evening at least, further where something happened. */
function byHour(facts: ChartFacts, rows: readonly string[]): Chart {
  const moments = rows
    .map((row) => facts.cell('incidents', row, 'occurred_at'))
    .filter((cell): cell is string => typeof cell === 'string' && isLocalTime(cell))
  const hours = moments.map((moment) => +moment.slice(11, 13))
  const [first, last] = [Math.min(HOURS.first, ...hours), Math.max(HOURS.last, ...hours)]
  const keys = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const counts = counted(keys, hours)
  const peak = Math.max(...counts)
  return {
    id: 'incidents-hour',
    title: t('chart.incidents-hour'),
    summary:
      peak > 0
        ? t('chart.peak-hour', { hour: keys[counts.indexOf(peak)]!, count: peak })
        : t('chart.no-times'),
    is: 'squares',
    by: t('chart.hour'),
    categories: keys.map((hour) => t('chart.at-hour', { hour })),
    series: weekdays.map((day, at) => ({
      name: labelOf(day),
      values: counted(
        keys,
        moments
          .filter((moment) => weekdayOf(dateOf(moment)) === at + 1)
          .map((moment) => +moment.slice(11, 13)),
      ),
      look: 'plain',
    })),
  }
}

function byMonth(facts: ChartFacts, rows: readonly string[]): Chart {
  const dated = rows.flatMap((row) => {
    const day = facts.day('incidents', row, 'occurred_at')
    return day === null ? [] : [{ day, severity: facts.cell('incidents', row, 'severity') ?? '待定' }]
  })
  const months = facts.months(dated.map(({ day }) => day))
  const series = severityLabels.map((option) => ({
    name: labelOf(option),
    look: SEVERITY_LOOKS[option.zh]!,
    values: counted(
      months,
      dated.filter(({ severity }) => severity === option.zh).map(({ day }) => day.slice(0, 7)),
    ),
  }))
  return {
    id: 'incidents-month',
    title: t('chart.incidents-month'),
    summary: t('chart.incidents-count', { count: dated.length }),
    is: 'columns',
    by: t('chart.month'),
    categories: months,
    series: series.filter(({ values }) => values.some((value) => value > 0)),
  }
}

const ofTerm = ({ term }: ChartFacts): Readonly<Record<string, string>> =>
  term === null ? {} : { term: term.name }
