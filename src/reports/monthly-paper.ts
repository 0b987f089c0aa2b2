import { t } from '../i18n/translate.ts'
import type { Block, Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { chosen, fieldsOf } from './rows-on-paper.ts'
import { closing, running } from './sign-off.ts'

const TABLE = 'monthlyReports'
const FIGURES = ['carried', 'new', 'new_major', 'closed', 'open', 'overdue', 'rate', 'fund'] as const

/** 月报表: as it was sent, whatever has become of the ledger; one that is not sent yet says so. */
export function monthlyPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  const papers = rows.flatMap((row) => {
    const paper = monthlyPaper(source, row)
    return paper === null ? [] : [paper]
  })
  const [only] = rows
  const month = papers.length === 1 ? source.text(TABLE, only!, 'month') : ''
  return papers.length === 0
    ? null
    : {
        title: t('report.monthly.file', { month }).trim(),
        sheets: papers.map((paper) => ({ paper, wide: true, ...running(source, t('report.kind.monthly')) })),
      }
}

function monthlyPaper(source: PaperSource, row: string): Block[] | null {
  const report = source.monthlyReport(row)
  if (report === null) return null
  const { hazards, figures, period, sent } = report
  const note = source.text(TABLE, row, 'zero_note')
  const figureFields = fieldsOf(source, TABLE, row, FIGURES)
  return [
    {
      is: 'title',
      text: t('report.monthly.title', { month: source.text(TABLE, row, 'month') }),
      under: source.letterhead.school,
    },
    {
      is: 'facts',
      facts: [
        [t('report.monthly.period'), t('report.from-to', { from: period.from, to: period.to })],
        ...fieldsOf(source, TABLE, row, ['due_on', 'sent_at', 'signers', 'hash']).map(
          ({ label, value }): [string, string] => [label, value || '—'],
        ),
        [t('report.monthly.state'), t(sent ? 'report.monthly.sent' : 'report.monthly.draft')],
      ],
    },
    {
      is: 'table',
      caption: t('report.monthly.figures'),
      head: figureFields.map(({ label }) => label),
      rows: [figureFields.map(({ value }) => value || '0')],
      numbers: figureFields.map((_, at) => at),
    },
    ...(figures.categories.length > 0
      ? [
          {
            is: 'text',
            text: t('report.monthly.categories', {
              categories: figures.categories
                .map(([category, count]) => `${chosen(source, 'hazards', 'category', category)} ${count}`)
                .join(t('report.semicolon')),
            }),
          } as const,
        ]
      : []),
    ...(figures.new === 0
      ? [
          { is: 'heading', text: t('report.monthly.zero') } as const,
          { is: 'text', text: note === '' ? t('report.monthly.zero-unsaid') : note } as const,
        ]
      : []),
    ...(hazards.length > 0
      ? [
          {
            is: 'table',
            caption: t('report.monthly.hazards', { count: hazards.length }),
            head: [
              t('report.list.number'),
              t('report.hazard.no'),
              t('report.hazard.found'),
              t('report.hazard.place'),
              t('report.hazard.category'),
              t('report.hazard.level'),
              t('report.hazard.content'),
              t('report.hazard.deadline'),
              t('report.hazard.done'),
              t('report.hazard.closed'),
              t('report.hazard.fund'),
            ],
            rows: hazards.map((hazard, at) => [
              String(at + 1),
              source.told('incident-number', hazard.no),
              source.told('moment', hazard.found),
              source.told('place', hazard.area),
              chosen(source, 'hazards', 'category', hazard.category),
              chosen(source, 'hazards', 'level', hazard.level),
              source.told('label', hazard.content),
              source.told('moment', hazard.deadline ?? ''),
              source.told('moment', hazard.done ?? ''),
              source.told('moment', hazard.closed ?? ''),
              hazard.fund === 0 ? '' : hazard.fund.toFixed(2),
            ]),
            numbers: [10],
            widths: [3, 9, 6, 7, 6, 4, 18, 6, 6, 6, 6],
          } as const,
        ]
      : []),
    ...closing(source, [t('report.sign.filled'), t('report.sign.checked'), t('report.sign.principal')]),
  ]
}
