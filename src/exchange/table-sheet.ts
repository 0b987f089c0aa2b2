import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Column, Step } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import type { MadeSheet } from '../sync/package.ts'
import { ROW_ID_HEADING } from './row-ids.ts'
import type { ExportCell, ExportColumn, ExportSheet } from './xlsx-write.ts'

/** The rows to export, as the open workbook shows them. */
export interface TableRows {
  readonly ids: readonly string[]
  value(row: string, column: string): Cell | readonly Step[]
}

export interface TableSheetOptions {
  readonly language?: 'zh' | 'en'
  /** Which columns go out, for masks; all when left out. */
  readonly columns?: readonly string[]
  /** With a hidden column of the rows' ids, so that what people change in the file finds its row again. */
  readonly rowIds?: boolean
}

/** A table as a sheet to print and to send: our own headings, so that it comes back by itself. */
export function tableSheet(
  table: Table,
  rows: TableRows,
  context: CellContext,
  options: TableSheetOptions = {},
): ExportSheet {
  const language = options.language ?? 'zh'
  const keys = options.columns ?? Object.keys(table.columns)
  const formats = new Map<string, string>()
  const shown = keys.map((key) => ({
    key,
    column: table.columns[key]!,
    type: cellTypeOf(table.columns[key]!),
  }))
  const known = knowingNames(context)
  const body = rows.ids.map((id) => {
    const cells = shown.map(({ key, column, type }): ExportCell => {
      const { value, format } = type.toSheet(rows.value(id, key), column, known)
      if (format) formats.set(key, format)
      return value
    })
    if (options.rowIds) cells.push(id)
    return cells
  })
  const columns = keys.map((key) => exportColumn(table.columns[key]!, language, formats.get(key), context))
  return {
    name: table[language],
    id: table.name,
    title: table[language],
    columns: options.rowIds ? [...columns, ROW_IDS] : columns,
    rows: body,
  }
}

/** The same context, which looks for each name once: 20,000 incidents name 200 people, and nothing is renamed meanwhile. */
function knowingNames(context: CellContext): CellContext {
  const names = new Map<string, string | null>()
  return {
    ...context,
    nameOf: (id) => {
      let name = names.get(id)
      if (name === undefined) names.set(id, (name = context.nameOf(id)))
      return name
    },
  }
}

const ROW_IDS: ExportColumn = {
  heading: ROW_ID_HEADING,
  width: 20,
  align: 'start',
  format: '@',
  hidden: true,
}

/** What a sheet made with these options shows where. */
export function madeSheet(table: Table, options: TableSheetOptions = {}): MadeSheet {
  const language = options.language ?? 'zh'
  const keys = options.columns ?? Object.keys(table.columns)
  return {
    name: table[language],
    table: table.name,
    columns: keys.map((key) => ({ key, heading: table.columns[key]![language] })),
  }
}

/** The same rows as text, headings first, for CSV. */
export function tableTexts(
  table: Table,
  rows: TableRows,
  context: CellContext,
  options: TableSheetOptions = {},
): string[][] {
  const language = options.language ?? 'zh'
  const keys = options.columns ?? Object.keys(table.columns)
  const heading = keys.map((key) => table.columns[key]![language])
  const body = rows.ids.map((id) =>
    keys.map((key) => {
      const column = table.columns[key]!
      return cellTypeOf(column).format(rows.value(id, key), column, context)
    }),
  )
  return [heading, ...body]
}

const FORMATS: Partial<Record<Column['type'], string>> = {
  text: '@',
  long: '@',
  choice: '@',
  choices: '@',
  reference: '@',
  references: '@',
  date: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm',
  integer: '0',
  money: '#,##0.00',
}

function exportColumn(
  column: Column,
  language: 'zh' | 'en',
  seen: string | undefined,
  context: CellContext,
): ExportColumn {
  const type = cellTypeOf(column)
  const choices =
    column.computed || column.open || !column.options || column.type === 'choices'
      ? undefined
      : column.options.map((option) => context.optionLabel?.(option.zh, option.en) ?? option.zh)
  const alarms = (column.options ?? [])
    .filter(({ alarm }) => alarm)
    .map((option) => context.optionLabel?.(option.zh, option.en) ?? option.zh)
  // Seven pixels are about one character of half width; the heading must fit in two lines.
  const width = Math.max((column.width ?? type.width) / 7, Math.min(24, column[language].length * 1.2), 8)
  return {
    heading: column[language],
    width: Math.min(60, Math.round(width)),
    align: type.align,
    // In a cell that is text a formula, once touched, would be shown instead of worked out.
    format:
      column.formula && (seen ?? FORMATS[column.type]) === '@' ? undefined : (seen ?? FORMATS[column.type]),
    choices,
    ...(alarms.length > 0 ? { alarms } : {}),
    wrap: column.type === 'long' || column.type === 'steps' || column.type === 'text',
  }
}
