import { isLocalDate, isLocalTime, dateOf, type LocalDate } from '../shared/local-date.ts'
import { labelOf, t } from '../i18n/translate.ts'
import type { Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import { MOST_PRINTED, type Print, type Sheet, type TableBlock } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice, TooLong } from './print-kind.ts'
import { widthNeeded } from './column-widths.ts'
import { headingOf, NUMBER_WIDTH, rowsBlock } from './rows-on-paper.ts'
import { running } from './sign-off.ts'
import { ordinal } from './spoken.ts'

/** The type area of a turned page, in CSS pixels. */
const WIDTH = 1010

/** 迎检包: a cover, an index, and the chosen ledgers, each from the top of a page. */
export function bundlePrint(
  source: PaperSource,
  { tables, days: [from, to] }: PrintChoice,
): Print | TooLong | null {
  const { book, letterhead } = source
  const parts = tables.flatMap((name) => {
    const table = book.tables[name]
    if (!table || source.columns(name).length === 0) return []
    return [{ table, rows: rowsWithin(source, table, from, to) }]
  })
  if (parts.length === 0) return null
  const count = parts.reduce((sum, { rows }) => sum + rows.length, 0)
  if (count > MOST_PRINTED) return { tooLong: count }
  const named = parts.map(({ table }, at) =>
    t('report.bundle.part', { number: ordinal(at + 1), table: labelOf(table) }),
  )
  const title = t('report.bundle.title')
  return {
    title: t('report.bundle.file', { school: letterhead.school, from, to }),
    sheets: [
      {
        paper: [
          {
            is: 'cover',
            school: letterhead.school,
            title,
            lines: [
              t('report.from-to', { from, to }),
              t('report.bundle.made', { date: dateOf(letterhead.printedAt) }),
            ],
          },
        ],
      },
      {
        paper: [
          { is: 'title', text: t('report.bundle.index') },
          {
            is: 'table',
            caption: '',
            head: [t('report.list.number'), t('report.bundle.name'), t('report.bundle.rows')],
            rows: parts.map(({ rows }, at) => [String(at + 1), named[at]!, String(rows.length)]),
            numbers: [2],
            widths: [1, 8, 2],
            tall: true,
          },
          { is: 'text', text: t('report.bundle.note', { from, to }), soft: true },
          {
            is: 'signatures',
            labels: [
              t('report.sign.maker'),
              t('report.sign.vp'),
              t('report.sign.principal'),
              t('report.sign.date'),
            ],
          },
        ],
        ...running(source, title),
      },
      ...parts.map(({ table, rows }, at): Sheet => ({
        paper: [
          {
            is: 'title',
            text: named[at]!,
            under: t('report.bundle.under', { school: letterhead.school, from, to }),
          },
          ...(rows.length === 0
            ? [{ is: 'text', text: t('report.bundle.none') } as const]
            : blocksOf(source, table, rows)),
        ],
        wide: true,
        ...running(source, named[at]!),
      })),
    ],
  }
}

/** Rows of things that happened are those of the time; what a school has and is stands in it whenever it came. */
export function rowsWithin(
  source: PaperSource,
  table: Table,
  from: LocalDate,
  to: LocalDate,
): readonly string[] {
  const { book, duty } = source
  const rows = book.view(table.name).ids()
  if (table.group === 'organisation' || table.group === 'settings') return rows
  const spans = new Map(book.environment().terms.map((term) => [term.id, term]))
  const dated = Object.entries(table.columns).find(
    ([, { type, computed }]) => (type === 'date' || type === 'time') && !computed,
  )?.[0]
  return rows.filter((row) => {
    const cell = dated === undefined ? null : book.stored(table.name, row, dated)
    if (typeof cell === 'string' && (isLocalDate(cell) || isLocalTime(cell)))
      return dateOf(cell) >= from && dateOf(cell) <= to
    const reference = table.columns['term'] ? book.value(table.name, row, 'term') : null
    const term = spans.get(duty.idOf('terms', reference as string | null) ?? '')
    // Without a day nobody can say that it is not of the time.
    return term === undefined || (term.from <= to && term.to >= from)
  })
}

/** A ledger has more columns than a page: those without any entry are left out, the others go on below, row by row. */
function blocksOf(source: PaperSource, table: Table, rows: readonly string[]): TableBlock[] {
  const { shownBy } = table
  const filled = source.columns(table.name).flatMap((key): PrintedColumn[] => {
    if (isForTheProgram(table.columns[key]!, key)) return []
    const texts = rows.map((row) => source.text(table.name, row, key))
    return texts.some((text) => text !== '')
      ? [{ key, width: widthNeeded(headingOf(source, table.name, key), texts) }]
      : []
  })
  const names = filled.filter(({ key }) => shownBy.includes(key))
  const parts = portions(names, filled)
  return parts.map((columns, at) =>
    rowsBlock(source, table.name, rows, columns, {
      caption: parts.length === 1 ? '' : t('report.bundle.portion', { number: at + 1, count: parts.length }),
      number: t('report.list.number'),
    }),
  )
}

interface PrintedColumn {
  readonly key: string
  readonly width: number
}

/** Why the program says what it does, what it has frozen, and a number that every list has anyway. */
const isForTheProgram = ({ type, holds, fixed }: Column, key: string): boolean =>
  type === 'steps' || holds === 'explanation' || fixed === true || key === 'seq'

/** Columns put together to pages; the names of the rows stand in each. */
function portions(names: readonly PrintedColumn[], columns: readonly PrintedColumn[]): string[][] {
  const sum = (list: readonly PrintedColumn[]) => list.reduce((all, { width }) => all + width, NUMBER_WIDTH)
  const heads = sum(names) > WIDTH / 2 ? names.slice(0, 1) : names
  const found: PrintedColumn[][] = []
  let page = [...heads]
  for (const column of columns.filter((each) => !heads.includes(each))) {
    if (page.length > heads.length && sum([...page, column]) > WIDTH) {
      found.push(page)
      page = [...heads]
    }
    page.push(column)
  }
  if (page.length > heads.length || found.length === 0) found.push(page)
  return found.map((list) => list.map(({ key }) => key))
}
