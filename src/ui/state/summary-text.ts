import { average, type Summary } from '../../grid/summary.ts'
import { t } from '../../i18n/translate.ts'

/** What the status line says of several selected cells. */
export function summaryText(rows: number, columns: number, summary: Summary): string {
  const counted = t('ui.summary', { rows, columns, filled: summary.filled })
  if (summary.numbers === 0) return counted
  const { sum, least, most } = summary
  return `${counted}${t('ui.summary-numbers', { sum, average: average(summary), least, most })}`
}
