import { rowsIn, type ColumnsOf, type ExportSummary } from '../../../app/export-summary.ts'
import { labelOf, t, type MessageKey } from '../../../i18n/translate.ts'
import type { Table } from '../../../tables/table.ts'
import { audienceWords } from './audience-words.ts'

type Tables = Readonly<Record<string, Table>>

export const tableLabel = (tables: Tables, name: string): string => {
  const table = tables[name]
  return table ? labelOf(table) : name
}

export const columnLabel = (tables: Tables, table: string, key: string): string => {
  const column = tables[table]?.columns[key]
  return column ? labelOf(column) : key
}

/** The labels of columns of several tables, each once. */
export const columnLabels = (tables: Tables, of: readonly ColumnsOf[]): string =>
  [
    ...new Set(of.flatMap(({ table, columns }) => columns.map((key) => columnLabel(tables, table, key)))),
  ].join('、')

/** What a file holds, line by line, for the sheet that says so. */
export function aboutLines(
  summary: ExportSummary,
  tables: Tables,
): (readonly [item: string, content: string])[] {
  const columnsOf = ({ table, columns }: ColumnsOf): string =>
    t('about.columns-of', {
      table: tableLabel(tables, table),
      columns: columns.map((key) => columnLabel(tables, table, key)).join('、'),
    })
  const line = (item: MessageKey & `about.${string}`, content: string) =>
    content === '' ? [] : [[t(item as 'about.school'), content] as const]
  const whom = audienceWords(summary.audience, tables)
  const { period, staffNamed, pupilsNamed, pupilsBySurname } = summary
  return [
    ...line('about.school', summary.school),
    ...line('about.for', `${whom.name}：${whom.hint}`),
    ...line('about.term', summary.term ?? ''),
    ...line('about.period', period ? t('about.period-is', { from: period[0], to: period[1] }) : ''),
    ...summary.tables.flatMap(({ table, rows }) =>
      line('about.tables', t('about.table-rows', { table: tableLabel(tables, table), count: rows })),
    ),
    ...line(
      'about.below',
      summary.schoolsBelow > 0 ? t('about.below-is', { count: summary.schoolsBelow }) : '',
    ),
    ...line('about.rows', String(rowsIn(summary))),
    ...summary.leftOut.flatMap((each) => line('about.left-out', columnsOf(each))),
    ...summary.changed.flatMap((each) => line('about.changed', columnsOf(each))),
    ...summary.valuesOnly.flatMap((each) => line('about.values-only', columnsOf(each))),
    ...line(
      'about.tables-left-out',
      summary.tablesLeftOut.map((name) => tableLabel(tables, name)).join('、'),
    ),
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
