import type { Selected } from '../../grid/grid-callbacks.ts'
import { average, type Summary } from '../../grid/summary.ts'
import { t } from '../../i18n/translate.ts'

/** What the status line says of several selected cells. */
export function summaryText({ ranges, cells, rows, columns }: Selected, summary: Summary): string {
  const { filled } = summary
  const counted =
    ranges > 1
      ? t('ui.summary-ranges', { ranges, cells, filled })
      : t('ui.summary', { rows, columns, filled })
  if (summary.numbers === 0) return counted
  const { sum, least, most } = summary
  return `${counted}${t('ui.summary-numbers', { sum, average: average(summary), least, most })}`
}
