import { t } from '../i18n/translate.ts'
import type { Block, Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { childrenOf, fieldsOf, rowsBlock } from './rows-on-paper.ts'
import { closing, running } from './sign-off.ts'
import { spokenOption } from './spoken.ts'

/** 检查表, to be filled in by hand while walking round: a page or more for each list. */
export function checklistPrint(source: PaperSource, { lists }: PrintChoice): Print | null {
  const sheets = lists.flatMap((list) => {
    const rows = itemsOf(source, list)
    return rows.length === 0
      ? []
      : [{ paper: blankPaper(source, list, rows), ...running(source, t('report.kind.checklist')) }]
  })
  const title = t('report.checklist.title', { list: lists.length === 1 ? source.label(lists[0]!) : '' })
  return sheets.length === 0 ? null : { title, sheets }
}

/** The items of a list, in their order. */
export function itemsOf({ book }: PaperSource, list: string): readonly string[] {
  const place = (row: string) => Number(book.stored('checklists', row, 'seq') ?? 0)
  return book
    .view('checklists')
    .ids()
    .filter((row) => book.stored('checklists', row, 'list') === list)
    .sort((a, b) => place(a) - place(b))
}

/** The names of all lists, in the order in which they stand. */
export const listsIn = (book: PaperSource['book']): string[] => [
  ...new Set(
    book
      .view('checklists')
      .ids()
      .map((row) => String(book.stored('checklists', row, 'list') ?? '')),
  ),
]

function blankPaper(source: PaperSource, list: string, rows: readonly string[]): Block[] {
  const results = ['合格', '不合格', '不适用'].map(
    (result) => `□${spokenOption('inspectionItems', 'result', result)}`,
  )
  const text = (row: string, column: string) => source.text('checklists', row, column)
  return [
    {
      is: 'title',
      text: t('report.checklist.title', { list: source.label(list) }),
      under: source.letterhead.school,
    },
    {
      is: 'form',
      fields: [
        { label: t('report.inspection.date'), value: '' },
        { label: t('report.inspection.place'), value: '' },
        { label: t('report.inspection.inspectors'), value: '' },
        { label: t('report.inspection.present'), value: '' },
      ],
    },
    {
      is: 'table',
      caption: '',
      head: [
        t('report.list.number'),
        t('report.inspection.item'),
        t('report.inspection.standard'),
        t('report.inspection.result'),
        t('report.inspection.issue'),
      ],
      rows: rows.map((row, at) => [
        String(at + 1),
        text(row, 'item'),
        text(row, 'standard'),
        results.join('\u3000'),
        '',
      ]),
      widths: [4, 11, 22, 19, 14],
      tall: true,
    },
    ...closing(source, [t('report.sign.inspectors'), t('report.sign.inspected')]),
  ]
}

/** 检查记录: what was looked at on one day, and what was found. */
export function inspectionPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  if (rows.length === 0 || source.columns('inspections').length === 0) return null
  const [only] = rows
  const no = rows.length === 1 ? source.text('inspections', only!, 'no') : ''
  return {
    title: t('report.inspection.file', { no }).trim(),
    sheets: rows.map((row) => ({
      paper: filledPaper(source, row),
      ...running(source, t('report.kind.inspection')),
    })),
  }
}

const FACTS = ['no', 'date', 'kind', 'lists', 'inspectors', 'leader', 'external', 'areas'] as const
const FIGURES = ['counts', 'failed', 'unchecked', 'hazards'] as const
const ITEMS = ['item', 'area', 'result', 'issue', 'fixed_now', 'hazard'] as const

function filledPaper(source: PaperSource, row: string): Block[] {
  const items = childrenOf(source, 'inspections', row, 'inspectionItems', 'insp')
  return [
    { is: 'title', text: t('report.inspection.title'), under: source.letterhead.school },
    {
      is: 'form',
      fields: [
        ...fieldsOf(source, 'inspections', row, FACTS),
        ...fieldsOf(source, 'inspections', row, FIGURES).map(({ label, value }) => ({
          label,
          value: value || '0',
        })),
        ...fieldsOf(source, 'inspections', row, ['summary'], { whole: true, lines: 3 }),
      ],
    },
    ...(items.length === 0
      ? [{ is: 'text', text: t('report.inspection.no-items'), soft: true } as const]
      : [
          rowsBlock(source, 'inspectionItems', items, ITEMS, {
            caption: t('report.inspection.items', { count: items.length }),
            number: t('report.list.number'),
          }),
        ]),
    ...closing(source, [t('report.sign.inspectors'), t('report.sign.inspected')]),
  ]
}
