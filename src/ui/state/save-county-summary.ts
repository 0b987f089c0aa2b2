import { countySheets, countyWorkbook, type PlainSheet } from '../../app/bureau/county-workbook.ts'
import type { SummarisedCounty } from '../../app/bureau/summarise-county.ts'
import { t, tell } from '../../i18n/translate.ts'
import { countyCharts, type CountyChart } from '../../reports/charts/county-charts.ts'
import { figureText, periodText } from '../../reports/county-words.ts'
import { saveFile } from '../dialogs/export/save-file.ts'
import type { Desk } from './desk.svelte.ts'

/** Hands the summary over as a spreadsheet file. Schools and things stand in it, no persons. */
export async function saveCountySummary(desk: Desk, result: SummarisedCounty): Promise<void> {
  const period = periodText(result.summary.scope.period)
  const sheets = countySheets(
    result,
    {
      title: `${t('ui.screen.summary')} ${period}`,
      sheets: { figures: t('ui.county.figures'), schools: t('ui.county.school') },
      figure: figureText,
      headings: {
        figure: t('ui.county.figures'),
        now: t('ui.county.now'),
        before: t('ui.county.before'),
        change: t('ui.county.change'),
        school: t('ui.county.school'),
        total: t('ui.dashboard.sum'),
      },
    },
    [watchSheet(desk, result), ...countyCharts(result.summary, result.schools).map(chartSheet)],
  )
  const file = await countyWorkbook(sheets)
  if (!file.ok) return desk.say(tell(file.problem), 'attention')
  saveFile(file.value, t('ui.county.file', { period }))
}

function watchSheet(desk: Desk, { summary, schools }: SummarisedCounty): PlainSheet {
  const rows = desk.rows('allHazards')
  const cell = (hazard: string | null, column: string) => (hazard === null ? '' : rows.text(hazard, column))
  return {
    name: t('ui.county.watch'),
    headings: (['school', 'hazard', 'days-open', 'days-over', 'to-chase'] as const).map((key) =>
      t(`ui.county.${key}`),
    ),
    rows: summary.watch.map(({ school, hazard, daysOpen, daysOver, chase }) => [
      schools[school]?.name ?? '',
      hazard === null ? t('ui.county.not-there') : `${cell(hazard, 'no')} ${cell(hazard, 'content')}`,
      daysOpen,
      daysOver,
      chase.map((each) => t(`ui.county.chase.${each}`)).join('; '),
    ]),
  }
}

const chartSheet = ({ chart }: CountyChart): PlainSheet => ({
  name: chart.title,
  headings: [chart.by, ...chart.series.map(({ name }) => name)],
  rows: chart.categories.map((category, at) => [category, ...chart.series.map(({ values }) => values[at]!)]),
})
