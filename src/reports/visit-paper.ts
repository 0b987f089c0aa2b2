import { t } from '../i18n/translate.ts'
import type { Block, Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { fieldsOf } from './rows-on-paper.ts'
import { running } from './sign-off.ts'

const TABLE = 'visits'

/** 督导检查通知书: to a school before or after a visit, with a slip to send back. */
export function visitPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  if (rows.length === 0 || source.columns(TABLE).length === 0) return null
  const no = rows.length === 1 ? source.text(TABLE, rows[0]!, 'no') : ''
  return {
    title: t('report.visit.file', { no }).trim(),
    sheets: rows.map((row) => ({
      paper: visitPaper(source, row),
      ...running(source, t('report.kind.visit-notice')),
    })),
  }
}

function visitPaper(source: PaperSource, row: string): Block[] {
  const text = (column: string) => source.text(TABLE, row, column)
  const blank = t('report.blank')
  const found = text('issues') !== ''
  const params = { date: text('date') || blank, form: text('form') || blank }
  return [
    {
      is: 'title',
      text: t('report.visit.title'),
      under: t('report.notice.under', { school: source.letterhead.school, no: text('no') }),
    },
    { is: 'text', text: t('report.visit.to', { school: text('school') || blank }) },
    {
      is: 'text',
      indent: true,
      text: found ? t('report.visit.found', params) : t('report.visit.planned', params),
    },
    {
      is: 'form',
      fields: [
        ...fieldsOf(source, TABLE, row, ['date', 'form', 'who', 'checked']),
        ...(found ? fieldsOf(source, TABLE, row, ['issues', 'advice'], { whole: true, lines: 4 }) : []),
      ],
    },
    {
      is: 'text',
      indent: true,
      text: !found
        ? t('report.visit.prepare')
        : source.book.stored(TABLE, row, 'urgent') === true
          ? t('report.visit.order-at-once')
          : t('report.visit.order'),
    },
    { is: 'signatures', labels: [t('report.visit.inspectors'), t('report.visit.school')] },
    { is: 'seal', lines: [source.letterhead.school, t('report.county.sealed')] },
    ...(found
      ? ([
          { is: 'cut' },
          { is: 'heading', text: t('report.visit.slip', { no: text('no') }) },
          { is: 'form', fields: fieldsOf(source, TABLE, row, ['feedback'], { whole: true, lines: 5 }) },
          { is: 'signatures', labels: [t('report.visit.principal'), t('report.sign.date')] },
        ] as const)
      : []),
  ]
}
