import { rowsIn, type ColumnsOf, type ExportSummary } from '../../../app/export-summary.ts'
import { labelOf, t, type MessageKey } from '../../../i18n/translate.ts'
import { isTableName, tables } from '../../../tables/index.ts'
import type { Table } from '../../../tables/table.ts'

const tableOf = (name: string): Table | null => (isTableName(name) ? tables[name] : null)

export const tableLabel = (name: string): string => {
  const table = tableOf(name)
  return table ? labelOf(table) : name
}

export const columnLabel = (table: string, key: string): string => {
  const column = tableOf(table)?.columns[key]
  return column ? labelOf(column) : key
}

const columnsOf = ({ table, columns }: ColumnsOf): string =>
  t('about.columns-of', {
    table: tableLabel(table),
    columns: columns.map((key) => columnLabel(table, key)).join('、'),
  })

/** The labels of columns of several tables, each once. */
export const columnLabels = (of: readonly ColumnsOf[]): string =>
  [...new Set(of.flatMap(({ table, columns }) => columns.map((key) => columnLabel(table, key))))].join('、')

/** What a file holds, line by line, for the sheet that says so. */
export function aboutLines(summary: ExportSummary): (readonly [item: string, content: string])[] {
  const line = (item: MessageKey & `about.${string}`, content: string) =>
    content === '' ? [] : [[t(item as 'about.school'), content] as const]
  const { audience, period, staffNamed, pupilsNamed, pupilsBySurname } = summary
  return [
    ...line('about.school', summary.school),
    ...line('about.for', `${t(`ui.export.for.${audience}`)}：${t(`ui.export.for.${audience}-hint`)}`),
    ...line('about.term', summary.term ?? ''),
    ...line('about.period', period ? t('about.period-is', { from: period[0], to: period[1] }) : ''),
    ...summary.tables.flatMap(({ table, rows }) =>
      line('about.tables', t('about.table-rows', { table: tableLabel(table), count: rows })),
    ),
    ...line('about.rows', String(rowsIn(summary))),
    ...summary.leftOut.flatMap((each) => line('about.left-out', columnsOf(each))),
    ...summary.changed.flatMap((each) => line('about.changed', columnsOf(each))),
    ...line('about.tables-left-out', summary.tablesLeftOut.map(tableLabel).join('、')),
    ...line(
      'about.names',
      t('about.names-are', { staff: staffNamed, pupils: pupilsNamed, surnames: pupilsBySurname }),
    ),
    ...line('about.texts', summary.texts > 0 ? t('about.texts-are', { count: summary.texts }) : ''),
    ...line('about.attachments', t('ui.export.attachments-none')),
    ...line('about.merge', summary.mergeable ? t('ui.export.mergeable') : ''),
    ...line('about.made', t('about.made-by', { at: summary.madeAt, by: summary.madeBy }).trim()),
    ...line(
      'about.program',
      t('about.program-is', {
        program: t('ui.title'),
        build: document.documentElement.dataset['build'] ?? '',
        rules: summary.rules,
      }),
    ),
  ]
}
