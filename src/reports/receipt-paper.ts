import { say, sayEach, t } from '../i18n/translate.ts'
import { pointsText, signedPoints, spokenOption, yesNo } from './spoken.ts'
import type { Block, Paper } from './paper.ts'
import { insider, type Reader } from './reader.ts'
import type { Receipt, ReceiptLine } from './receipt.ts'

export interface Letterhead {
  readonly school: string
  /** Local time of printing, `YYYY-MM-DD HH:mm`. */
  readonly printedAt: string
}

/** One person's receipt on A4, with lines to sign: what somebody takes to an appeal. */
export function receiptPaper(
  receipt: Receipt,
  { school, printedAt }: Letterhead,
  reader: Reader = insider,
): Paper {
  const { score, personId } = receipt
  const said = (sentences: readonly string[]) =>
    sentences.map((each) => reader.sentence(each)).filter(Boolean)
  return [
    { is: 'title', text: t('report.receipt.title', { term: reader.label(receipt.term) }), under: school },
    {
      is: 'facts',
      facts: [
        [t('report.receipt.person'), reader.person(personId, receipt.person)],
        [t('report.receipt.department'), reader.department(receipt.department)],
        [t('report.receipt.posts'), reader.posts(personId, receipt.posts)],
        [
          t('report.receipt.final'),
          `${pointsText(score.final)}（${spokenOption('termScores', 'grade', score.grade)}）`,
        ],
        [t('report.receipt.state'), reader.label(spokenOption('termScores', 'state', receipt.state))],
        [t('report.receipt.veto'), yesNo(score.veto)],
      ],
    },
    ...linesBlocks(receipt.lines, reader, t('report.receipt.lines'), t('report.receipt.no-lines')),
    { is: 'heading', text: t('report.receipt.working') },
    { is: 'list', items: said([...sayEach(receipt.scoreSteps), ...sayEach(receipt.allowanceSteps)]) },
    ...vetoBlocks(receipt, reader),
    ...(receipt.expected.length
      ? [
          ...linesBlocks(receipt.expected, reader, t('report.receipt.expected'), ''),
          { is: 'text', text: t('report.receipt.expected-note'), soft: true } as const,
        ]
      : []),
    { is: 'text', text: t('report.receipt.appeal'), soft: true },
    {
      is: 'signatures',
      labels: [
        t('report.sign.person'),
        t('report.sign.director'),
        t('report.sign.principal'),
        t('report.sign.date'),
      ],
    },
    { is: 'text', text: t('report.printed', { at: printedAt, rules: receipt.rules }), soft: true },
  ]
}

/** The receipts of several people, each from the top of a page. */
export function receiptsPaper(
  receipts: readonly Receipt[],
  letterhead: Letterhead,
  reader: Reader = insider,
): Paper {
  const papers = receipts.map((receipt) => receiptPaper(receipt, letterhead, reader))
  if (!reader.keepsOrder) papers.sort(byWhatIsSaid)
  return papers.flatMap((paper, at) => [...(at ? [{ is: 'new-page' } as const] : []), ...paper])
}

function byWhatIsSaid(a: Paper, b: Paper): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

function linesBlocks(lines: readonly ReceiptLine[], reader: Reader, caption: string, none: string): Block[] {
  if (!lines.length)
    return [
      { is: 'heading', text: caption },
      { is: 'text', text: none },
    ]
  return [
    {
      is: 'table',
      caption,
      head: [
        t('report.receipt.date'),
        t('report.receipt.incident'),
        t('report.receipt.source'),
        t('report.receipt.explained'),
        t('report.receipt.points'),
      ],
      rows: lines.map((line) => [
        line.date ?? '',
        line.incidents.map(({ no }) => reader.number(no)).join('、'),
        [spokenOption('deductions', 'source', line.source), spokenOption('incidents', 'class6', line.class6)]
          .filter(Boolean)
          .join(' '),
        [reader.sentence(say(line.steps)), reader.sentence(say(line.classSteps)), line.clause]
          .filter(Boolean)
          .join(' '),
        signedPoints(line.points),
      ]),
      numbers: [4],
    },
  ]
}

function vetoBlocks({ vetoes }: Receipt, reader: Reader): Block[] {
  if (!vetoes.length) return []
  return [
    { is: 'heading', text: t('report.receipt.vetoes') },
    {
      is: 'list',
      items: vetoes.map(({ year, reason, incident, lifted }) =>
        lifted === null
          ? t('report.receipt.veto-line', {
              year,
              reason: spokenOption('vetoes', 'reason', reason),
              no: reader.number(incident?.no ?? ''),
            })
          : t('report.receipt.veto-lifted', {
              year,
              reason: spokenOption('vetoes', 'reason', reason),
              meeting: reader.label(lifted),
            }),
      ),
    },
  ]
}
