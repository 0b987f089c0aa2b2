import { t } from '../i18n/translate.ts'
import type { Block, Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { fieldsOf, headingOf } from './rows-on-paper.ts'
import { closing, running } from './sign-off.ts'
import { ordinal } from './spoken.ts'

const TABLE = 'quarterlySummaries'
const PARAGRAPHS = ['stats', 'done', 'problems', 'next'] as const

/** 季度总结: what was written of each quarter, under our headings. */
export function quarterlyPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  if (rows.length === 0 || source.columns(TABLE).length === 0) return null
  const [only] = rows
  const quarter = rows.length === 1 ? source.text(TABLE, only!, 'quarter') : ''
  return {
    title: t('report.quarterly.title', { quarter }).trim(),
    sheets: rows.map((row) => ({
      paper: quarterlyPaper(source, row),
      ...running(source, t('report.kind.quarterly')),
    })),
  }
}

const quarterlyPaper = (source: PaperSource, row: string): Block[] => [
  {
    is: 'title',
    text: t('report.quarterly.title', { quarter: source.text(TABLE, row, 'quarter') }),
    under: source.letterhead.school,
  },
  {
    is: 'facts',
    facts: fieldsOf(source, TABLE, row, ['due_sent', 'sent_at', 'signed']).map(({ label, value }) => [
      label,
      value || '—',
    ]),
  },
  ...PARAGRAPHS.flatMap((column, at): Block[] => [
    {
      is: 'heading',
      text: t('report.numbered', { number: ordinal(at + 1), what: headingOf(source, TABLE, column) }),
    },
    { is: 'text', text: source.text(TABLE, row, column) || t('report.not-written') },
  ]),
  ...closing(source, [t('report.sign.maker'), t('report.sign.issued')]),
]
