import { labelOf } from '../i18n/translate.ts'
import { tables } from '../tables/index.ts'
import type { Table } from '../tables/table.ts'
import { widthNeeded } from './column-widths.ts'
import type { FormField, TableBlock } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import { spokenOption } from './spoken.ts'

/** What a column is called. */
export const headingOf = (source: PaperSource, table: string, column: string): string =>
  labelOf(source.book.tables[table]!.columns[column]!)

/** What was chosen, in the reader's language; what was typed instead of a choice could be anything, and goes as such. */
export function chosen(
  source: PaperSource,
  table: keyof typeof tables,
  column: string,
  value: string | null,
): string {
  if (value === null) return ''
  const { options = [] } = (tables[table] as Table).columns[column]!
  return options.some(({ zh }) => zh === value)
    ? spokenOption(table, column, value)
    : source.told('narrative', value)
}

/** Fields of one row, those that go to the reader, each with its label. */
export function fieldsOf(
  source: PaperSource,
  table: string,
  row: string,
  columns: readonly string[],
  more: Omit<FormField, 'label' | 'value'> = {},
): FormField[] {
  const shown = new Set(source.columns(table))
  return columns
    .filter((column) => shown.has(column))
    .map((column) => ({
      label: headingOf(source, table, column),
      value: source.text(table, row, column),
      ...more,
    }))
}

/** Room for the number of a row, in CSS pixels. */
export const NUMBER_WIDTH = 40

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'number', 'money'])

/** Rows of a table with a number each, in the columns that go to the reader. */
export function rowsBlock(
  source: PaperSource,
  table: string,
  rows: readonly string[],
  columns: readonly string[],
  {
    caption,
    number,
    by,
  }: {
    readonly caption: string
    readonly number: string
    /** The column to go by where the order of the table may not be told; else the first one. */
    readonly by?: string | undefined
  },
): TableBlock {
  const definition = source.book.tables[table]!
  const shown = new Set(source.columns(table))
  const keys = columns.filter((column) => shown.has(column))
  const lines = rows.map((row) =>
    keys.map((column) => {
      const text = source.text(table, row, column)
      return definition.columns[column]!.type === 'number' ? withoutNoise(text) : text
    }),
  )
  const heads = keys.map((column) => headingOf(source, table, column))
  if (source.hidesOrder(table)) lines.sort(byWhatIsSaid(Math.max(0, keys.indexOf(by ?? ''))))
  return {
    is: 'table',
    caption,
    head: [number, ...heads],
    rows: lines.map((cells, at) => [String(at + 1), ...cells]),
    widths: [number, ...heads].map((head, at) =>
      at === 0
        ? NUMBER_WIDTH
        : widthNeeded(
            head,
            lines.map((cells) => cells[at - 1]!),
          ),
    ),
    numbers: keys.flatMap((column, at) => (NUMBERS.has(definition.columns[column]!.type) ? [at + 1] : [])),
  }
}

/** A third has no end on paper. */
const withoutNoise = (text: string): string =>
  /^-?\d+\.\d{5,}$/.test(text) ? String(Math.round(Number(text) * 10_000) / 10_000) : text

const byWhatIsSaid =
  (first: number) =>
  (a: readonly string[], b: readonly string[]): number => {
    const [one, other] = [a, b].map((cells) => [cells[first], ...cells].join('\u0000'))
    return one! < other! ? -1 : one! > other! ? 1 : 0
  }

/** Rows that point at this one by a column, in the order in which they stand in their table. */
export function childrenOf(
  source: PaperSource,
  table: string,
  row: string,
  child: string,
  by: string,
): readonly string[] {
  const of = new Set(
    source.book
      .children(table, row)
      .filter((children) => children.table === child && children.by === by)
      .flatMap(({ ids }) => ids),
  )
  return source.book
    .view(child)
    .ids()
    .filter((id) => of.has(id))
}
