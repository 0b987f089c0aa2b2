import { dateOf } from '../shared/local-date.ts'
import { t } from '../i18n/translate.ts'
import type { Block, Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { childrenOf, fieldsOf } from './rows-on-paper.ts'
import { running } from './sign-off.ts'
import { ordinal } from './spoken.ts'

const TABLE = 'pledges'

/** 责任状: each on a page of its own, ready to be signed by both. */
export function pledgesPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  if (rows.length === 0) return null
  const [only] = rows
  const no = rows.length === 1 ? source.text(TABLE, only!, 'no') : ''
  return {
    title: t('report.pledge.file', { no }).trim(),
    sheets: rows.map((row) => ({
      paper: pledgePaper(source, row),
      ...running(source, t('report.kind.pledges')),
    })),
  }
}

function pledgePaper(source: PaperSource, row: string): Block[] {
  const duties = dutiesOf(source, row)
  const text = (column: string) => source.text(TABLE, row, column)
  return [
    {
      is: 'title',
      text: t('report.pledge.title'),
      under: t('report.pledge.under', { school: source.letterhead.school, year: text('year') }),
    },
    {
      is: 'form',
      fields: fieldsOf(source, TABLE, row, ['no', 'tier', 'party_a', 'party_b', 'report_dept', 'valid_to']),
    },
    { is: 'text', text: t('report.pledge.preamble') },
    { is: 'heading', text: t('report.numbered', { number: ordinal(1), what: t('report.pledge.goals') }) },
    { is: 'text', text: text('goals') || t('report.pledge.goals-usual') },
    { is: 'heading', text: t('report.numbered', { number: ordinal(2), what: t('report.pledge.duties') }) },
    duties.length > 0
      ? { is: 'list', items: duties }
      : {
          is: 'list',
          items: [1, 2, 3, 4].map((number) => t(`report.pledge.duty-${number as 1 | 2 | 3 | 4}`)),
        },
    { is: 'heading', text: t('report.numbered', { number: ordinal(3), what: t('report.pledge.reporting') }) },
    {
      is: 'text',
      text: t('report.pledge.reporting-to', { department: text('report_dept') || t('report.blank') }),
    },
    {
      is: 'heading',
      text: t('report.numbered', { number: ordinal(4), what: t('report.pledge.consequences') }),
    },
    { is: 'text', text: t('report.pledge.consequence', { until: text('valid_to') || t('report.blank') }) },
    {
      is: 'signatures',
      labels: [
        t('report.pledge.party-a'),
        t('report.pledge.party-b'),
        t('report.sign.date'),
        t('report.sign.date'),
      ],
    },
  ]
}

/** What the one who signs answers for by his posts, as the list of duties has it today. */
function dutiesOf(source: PaperSource, row: string): string[] {
  const { book, duty } = source
  const person = duty.idOf('staff', book.stored(TABLE, row, 'party_b'))
  if (person === null) return []
  const today = dateOf(book.environment().now)
  return childrenOf(source, 'staff', person, 'duties', 'person').flatMap((id) => {
    const ends = book.stored('duties', id, 'valid_to')
    if (typeof ends === 'string' && ends < today) return []
    const safety = source.text('duties', id, 'safety')
    const post = source.text('duties', id, 'post')
    return safety === '' ? [] : [post === '' ? safety : t('report.pledge.duty', { post, safety })]
  })
}
