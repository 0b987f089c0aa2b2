import { t } from '../i18n/translate.ts'
import { allowanceRowId, scoreRowId } from '../engine/generated.ts'
import { departmentPaper } from './department-paper.ts'
import type { Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { receiptPaper } from './receipt-paper.ts'
import { receiptOf } from './receipt.ts'
import { headingOf, rowsBlock } from './rows-on-paper.ts'
import { closing, running } from './sign-off.ts'

const SCORES = [
  'person',
  'department',
  'base',
  'direct',
  'mgmt',
  'other',
  'final',
  'rank',
  'veto',
  'grade',
] as const

/** 考核公示表: everybody of a term; where no person may be named, the departments. */
export function scoresPrint(source: PaperSource, { term }: PrintChoice): Print | null {
  const people = assessed(source, term)
  const name = termName(source, term)
  if (term === null || people.length === 0) return null
  const title = t('report.scores.title', { term: name })
  if (source.columns('termScores').length === 0) {
    const paper = departmentPaper(name, source.openDepartments(term), source.letterhead)
    return { title, sheets: [{ paper, ...running(source, t('report.kind.scores')) }] }
  }
  const rows = people.map((person) => scoreRowId(term, person))
  const list = rowsBlock(source, 'termScores', rows, SCORES, {
    caption: t('report.scores.count', { count: rows.length }),
    number: t('report.list.number'),
  })
  return {
    title,
    sheets: [
      {
        paper: [
          { is: 'title', text: title, under: source.letterhead.school },
          { is: 'text', text: t('report.scores.posted') },
          list,
          { is: 'text', text: t('report.scores.appeal') },
          ...closing(source, [t('report.sign.maker'), t('report.sign.vp'), t('report.sign.principal')]),
        ],
        ...running(source, t('report.kind.scores')),
      },
    ],
  }
}

/** 得分依据: one person's on each, what an appeal is argued with. */
export function receiptsPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  const { book } = source
  const receipts = rows.flatMap((row) => {
    const term = book.stored('termScores', row, 'term')
    const person = book.value('termScores', row, 'person')
    return typeof term === 'string' && typeof person === 'string' ? (receiptOf(book, term, person) ?? []) : []
  })
  const papers = receipts.map((receipt) => receiptPaper(receipt, source.letterhead, source))
  if (!source.keepsOrder) papers.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  const [only] = receipts
  return papers.length === 0
    ? null
    : {
        title:
          receipts.length === 1
            ? t('report.receipt.file', { name: source.named(only!.personId), term: source.label(only!.term) })
            : t('report.kind.receipts'),
        sheets: papers.map((paper) => ({ paper, ...running(source, t('report.kind.receipts')) })),
      }
}

const ALLOWANCES = ['person', 'standard', 'months', 'prorata', 'score', 'amount'] as const

/** Room to sign, in CSS pixels. */
const SIGNATURE_WIDTH = 110

/** 津贴表: what everybody gets for a term, to be signed on receipt, with the sum. */
export function allowancesPrint(source: PaperSource, { term }: PrintChoice): Print | null {
  const people = assessed(source, term)
  if (term === null || people.length === 0) return null
  const { book } = source
  const rows = people.map((person) => allowanceRowId(term, person))
  const cents = rows.reduce(
    (sum, row) => sum + Math.round(100 * Number(book.value('allowances', row, 'amount') ?? 0)),
    0,
  )
  const total = (cents / 100).toFixed(2)
  const list = rowsBlock(source, 'allowances', rows, ALLOWANCES, {
    caption: '',
    number: t('report.list.number'),
  })
  const blank = list.head.map(() => '')
  const amount = list.head.indexOf(headingOf(source, 'allowances', 'amount'))
  const title = t('report.allowances.title', { term: termName(source, term) })
  return {
    title,
    sheets: [
      {
        paper: [
          { is: 'title', text: title, under: source.letterhead.school },
          {
            ...list,
            head: [...list.head, headingOf(source, 'allowances', 'sign')],
            rows: [
              ...list.rows.map((cells) => [...cells, '']),
              [...blank.map((_, at) => (at === 1 ? t('report.sum') : at === amount ? total : '')), ''],
            ],
            widths: [...(list.widths ?? []), SIGNATURE_WIDTH],
            signed: true,
          },
          ...closing(source, [
            t('report.sign.maker'),
            t('report.sign.accountant'),
            t('report.sign.vp'),
            t('report.sign.principal'),
          ]),
        ],
        ...running(source, t('report.kind.allowances')),
      },
    ],
  }
}

/** Who has a score in the term, in the order of the staff list. */
const assessed = ({ book }: PaperSource, term: string | null): readonly string[] =>
  term === null
    ? []
    : book
        .view('staff')
        .ids()
        .filter((person) => book.score(term, person) !== null)

const termName = (source: PaperSource, term: string | null): string =>
  source.label(source.book.environment().terms.find(({ id }) => id === term)?.name ?? '')
