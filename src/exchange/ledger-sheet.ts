import { labelOf, t } from '../i18n/translate.ts'
import type { Table } from '../tables/table.ts'
import type { ImportPlan } from './import-plan.ts'
import type { ExportSheet } from './xlsx-write.ts'

/** Every value that is taken otherwise than it was shown, as a sheet to keep with the file it is about. */
export function ledgerSheet(plan: ImportPlan, tables: Readonly<Record<string, Table>>): ExportSheet {
  const column = (heading: string, width: number) =>
    ({ heading, width, align: 'start', format: '@', wrap: true }) as const
  const rows = plan.sheets.flatMap(({ sheet, table, ledger }) =>
    ledger.map(({ row, key, shown, taken, kind }) => [
      sheet,
      String(row),
      labelOf(tables[table]!.columns[key]!),
      shown,
      taken,
      t(`ui.import.ledger.${kind}`),
    ]),
  )
  return {
    name: t('ui.import.ledger'),
    title: t('ui.import.ledger-title', { count: rows.length }),
    columns: [
      column(t('ui.import.sheet'), 16),
      column(t('ui.import.row'), 8),
      column(t('ui.import.column'), 16),
      column(t('ui.import.shown'), 32),
      column(t('ui.import.taken'), 32),
      column(t('ui.import.reason'), 40),
    ],
    rows,
  }
}
