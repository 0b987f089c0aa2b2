import { t } from '../i18n/translate.ts'
import type { Content } from '../tables/column.ts'
import { dashboardCharts } from './charts/dashboard.ts'
import type { Chart } from './charts/chart.ts'
import type { Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { running } from './sign-off.ts'

/** 看板 on paper: the same charts, two or three on a page. */
export function dashboardPrint(source: PaperSource, { term }: PrintChoice): Print | null {
  const { book, letterhead } = source
  const span = book.environment().terms.find(({ id }) => id === term) ?? null
  const charts = dashboardCharts(book, span).flatMap((chart) => toldChart(source, chart) ?? [])
  if (charts.length === 0) return null
  const title = t('report.dashboard.title', { term: span ? source.label(span.name) : t('ui.dashboard.all') })
  return {
    title,
    sheets: [
      {
        paper: [
          { is: 'title', text: title, under: letterhead.school },
          ...charts.map((chart) => ({ is: 'chart', chart }) as const),
          {
            is: 'text',
            text: t('report.printed', { at: letterhead.printedAt, rules: letterhead.rules }),
            soft: true,
          },
        ],
        ...running(source, t('report.kind.dashboard')),
      },
    ],
  }
}

/** Charts whose categories are names a school has given, and of what. */
const NAMED: Readonly<Record<string, Content>> = { 'incidents-place': 'place', attendance: 'class' }

/** Null where one of its names may not go to this reader: a chart without names says nothing. */
function toldChart(source: PaperSource, chart: Chart): Chart | null {
  const content = NAMED[chart.id]
  // Nobody presses a bar on paper, and the texts it leads by are those of the tables.
  const { opens: _, ...printed } = chart
  if (content === undefined) return printed
  const categories = chart.categories.map((name) => source.told(content, name))
  return categories.includes('') ? null : { ...printed, categories }
}
