import { t } from '../i18n/translate.ts'
import { pointsText, spokenOption, yesNo } from './spoken.ts'
import type { Paper } from './paper.ts'
import { insider, type Reader } from './reader.ts'
import type { Letterhead } from './receipt-paper.ts'

export interface TermListRow {
  readonly person: string
  readonly name: string
  readonly department: string
  readonly base: number
  readonly direct: number
  readonly mgmt: number
  readonly other: number
  readonly final: number
  readonly rank: number
  readonly veto: boolean
  readonly grade: string
  readonly amount: number
}

/** The whole term on a list, to be posted, signed and filed. */
export function termListPaper(
  term: string,
  rows: readonly TermListRow[],
  { school, printedAt, rules }: Letterhead & { readonly rules: string },
  reader: Reader = insider,
): Paper {
  const cents = rows.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)
  const lines = rows.map((row) => ({
    ...row,
    name: reader.person(row.person, row.name),
    department: reader.department(row.department),
  }))
  if (!reader.keepsOrder)
    lines.sort((a, b) => a.department.localeCompare(b.department) || b.final - a.final || a.rank - b.rank)
  return [
    { is: 'title', text: t('report.list.title', { term }), under: school },
    {
      is: 'table',
      caption: t('report.list.caption', { count: rows.length, total: (cents / 100).toFixed(2) }),
      head: [
        t('report.list.number'),
        t('report.receipt.person'),
        t('report.receipt.department'),
        t('ui.scores.base'),
        t('ui.scores.direct'),
        t('ui.scores.mgmt'),
        t('ui.scores.other'),
        t('ui.scores.final'),
        t('ui.scores.rank'),
        t('ui.scores.veto'),
        t('ui.scores.grade'),
        t('ui.scores.amount'),
        t('report.list.signature'),
      ],
      rows: lines.map((row, at) => [
        String(at + 1),
        row.name,
        row.department,
        ...[row.base, row.direct, row.mgmt, row.other, row.final, row.rank].map(pointsText),
        yesNo(row.veto),
        spokenOption('termScores', 'grade', row.grade),
        row.amount.toFixed(2),
        '',
      ]),
      numbers: [3, 4, 5, 6, 7, 8, 11],
      signed: true,
    },
    {
      is: 'signatures',
      labels: [
        t('report.sign.maker'),
        t('report.sign.vp'),
        t('report.sign.principal'),
        t('report.sign.date'),
      ],
    },
    { is: 'text', text: t('report.printed', { at: printedAt, rules }), soft: true },
  ]
}
