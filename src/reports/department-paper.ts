import { t } from '../i18n/translate.ts'
import type { Paper } from './paper.ts'
import { pointsText } from './spoken.ts'
import type { Letterhead } from './receipt-paper.ts'

/** A department of a term; null for a number that is too small to be told. */
export interface DepartmentRow {
  readonly name: string
  readonly people: number | null
  /** Null too where it would be the score of one or two people. */
  readonly mean: number | null
  readonly incidents: number | null
}

/** What a notice board may say of a term's scores: no persons. */
export function departmentPaper(
  term: string,
  rows: readonly DepartmentRow[],
  { school, printedAt, rules }: Letterhead & { readonly rules: string },
): Paper {
  const told = (count: number | null) => (count === null ? t('report.departments.few') : String(count))
  return [
    { is: 'title', text: t('report.departments.title', { term }), under: school },
    {
      is: 'table',
      caption: t('report.departments.caption', { count: rows.length }),
      head: [
        t('report.receipt.department'),
        t('report.departments.people'),
        t('report.departments.mean'),
        t('report.departments.incidents'),
      ],
      rows: rows.map(({ name, people, mean, incidents }) => [
        name,
        told(people),
        mean === null ? '—' : pointsText(mean),
        told(incidents),
      ]),
      numbers: [1, 2, 3],
    },
    { is: 'text', text: t('report.departments.note'), soft: true },
    { is: 'text', text: t('report.printed', { at: printedAt, rules }), soft: true },
  ]
}
