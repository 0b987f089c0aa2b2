import { t } from '../i18n/translate.ts'
import type { Block, Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { fieldsOf } from './rows-on-paper.ts'
import { running } from './sign-off.ts'

const TABLE = 'hazards'
const FACTS = ['found_on', 'source', 'area', 'category', 'level', 'found_by', 'owner', 'supervisor'] as const
const WHOLE = ['content', 'impact', 'measure', 'interim'] as const

/** 整改通知书: to whoever puts a hazard right, with a slip to send back. */
export function noticePrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  if (rows.length === 0) return null
  const [only] = rows
  const no = rows.length === 1 ? source.text(TABLE, only!, 'no') : ''
  return {
    title: t('report.notice.file', { no }).trim(),
    sheets: rows.map((row) => ({
      paper: noticePaper(source, row),
      ...running(source, t('report.kind.notice')),
    })),
  }
}

function noticePaper(source: PaperSource, row: string): Block[] {
  const text = (column: string) => source.text(TABLE, row, column)
  const blank = t('report.blank')
  const deadline = text('extension') || text('due') || blank
  return [
    {
      is: 'title',
      text: t('report.notice.title'),
      under: t('report.notice.under', { school: source.letterhead.school, no: text('no') }),
    },
    { is: 'text', text: t('report.notice.to', { department: text('dept') || blank }) },
    {
      is: 'text',
      text: t('report.notice.found', { date: text('found_on') || blank, source: text('source') || blank }),
    },
    {
      is: 'form',
      fields: [
        ...fieldsOf(source, TABLE, row, FACTS),
        ...fieldsOf(source, TABLE, row, WHOLE, { whole: true, lines: 2 }),
      ],
    },
    { is: 'text', text: t('report.notice.order', { deadline }) },
    {
      is: 'signatures',
      labels: [
        t('report.sign.issuer'),
        t('report.sign.date'),
        t('report.sign.receiver'),
        t('report.sign.date'),
      ],
    },
    { is: 'cut' },
    { is: 'heading', text: t('report.notice.slip', { no: text('no') }) },
    {
      is: 'form',
      fields: [
        ...fieldsOf(source, TABLE, row, ['done_text'], { whole: true, lines: 4 }),
        ...fieldsOf(source, TABLE, row, [
          'done_on',
          'owner',
          'review',
          'reviewer',
          'reviewed_on',
          'closed_on',
        ]),
      ],
    },
    { is: 'signatures', labels: [t('report.sign.rectifier'), t('report.sign.reviewer')] },
    {
      is: 'text',
      text: t('report.printed', { at: source.letterhead.printedAt, rules: source.letterhead.rules }),
      soft: true,
    },
  ]
}
