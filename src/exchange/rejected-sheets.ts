import { t, tell } from '../i18n/translate.ts'
import type { ImportPlan, SheetPlan } from './import-plan.ts'
import { columnName, placeOf, type SheetData } from './sheet-data.ts'
import type { ExportSheet } from './xlsx-write.ts'

/**
 * The rows of a file that were turned away, sheet by sheet, in the columns of the file and with the reason beside: put
 * right, they can be imported as they are. The reason stands under a heading that means nothing to an import.
 */
export const rejectedSheets = (sheets: readonly SheetData[], plan: ImportPlan): ExportSheet[] =>
  plan.sheets
    .filter(({ rejected }) => rejected.length > 0)
    .map((sheet) => rejectedSheet(sheets[sheet.at]!, sheet))

function rejectedSheet(sheet: SheetData, { mapping, rejected }: SheetPlan): ExportSheet {
  const reasons = new Map<number, string[]>()
  for (const { row, column, problem } of rejected) {
    const told = column === '' ? tell(problem) : t('ui.import.reason-of', { column, reason: tell(problem) })
    reasons.set(row, [...(reasons.get(row) ?? []), told])
  }
  const text = { width: 16, align: 'start', format: '@', wrap: true } as const
  return {
    name: sheet.name,
    title: t('ui.import.rejected-title', { sheet: sheet.name, count: reasons.size }),
    columns: [
      ...mapping.map(({ heading }, at) => ({ ...text, heading: heading || columnName(at) })),
      { ...text, width: 48, heading: t('ui.import.rejected-reason') },
    ],
    rows: [...reasons].map(([row, told]) => [
      ...mapping.map((_, at) => sheet.shown?.get(placeOf(row - 1, at)) ?? sheet.rows[row - 1]![at] ?? null),
      told.join('\n'),
    ]),
  }
}
