import { sayEach, t } from '../i18n/translate.ts'
import {
  schoolReceipt,
  sectionReceipt,
  type AssessmentLine,
  type Counted,
  type SchoolReceipt,
} from '../engine/assessment.ts'
import type { Block, Print, TableBlock } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { running } from './sign-off.ts'
import { pointsText, spokenChoice } from './spoken.ts'

const SCHOOLS = 'schoolAssessment'
const SECTIONS = 'sectionAssessment'

/** 学校考核表: a school's year, item by item with its reasons. Rows of one school and year are one paper. */
export function schoolAssessmentPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  if (source.columns(SCHOOLS).length === 0) return null
  const papers = new Map<string, { readonly title: string; readonly paper: Block[] }>()
  for (const row of rows) {
    const year = source.text(SCHOOLS, row, 'year')
    const cell = source.book.stored(SCHOOLS, row, 'school')
    const school = typeof cell === 'string' ? cell : ''
    const key = `${year} ${source.text(SCHOOLS, row, 'school')}`
    if (papers.has(key)) continue
    const receipt = schoolReceipt(source.book, year, school)
    if (receipt !== null)
      papers.set(key, {
        title: t('report.assessment.school-title', { year }),
        paper: schoolPaper(source, year, receipt),
      })
  }
  return printOf(source, papers, 'report.kind.school-assessment')
}

/** 科室考核表: the same for a section of the bureau. */
export function sectionAssessmentPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  if (source.columns(SECTIONS).length === 0) return null
  const papers = new Map<string, { readonly title: string; readonly paper: Block[] }>()
  for (const row of rows) {
    const year = source.text(SECTIONS, row, 'year')
    const receipt = sectionReceipt(source.book, year, row)
    if (receipt === null) continue
    const { result, lines } = receipt
    const counted = lines.filter(({ score }) => score !== null)
    const title = t('report.assessment.section-title', { year })
    papers.set(row, {
      title,
      paper: [
        { is: 'title', text: title, under: source.letterhead.school },
        {
          is: 'facts',
          facts: [
            [t('ui.yearly.section'), source.told('department', result.name)],
            [t('ui.yearly.score'), points(result.score)],
            [t('ui.yearly.grade'), gradeText(source, result.grade)],
          ],
        },
        linesTable(source, lines, [sumOf(counted, 'most'), sumOf(counted, 'score')]),
        ...(result.score === null
          ? []
          : [
              {
                is: 'text',
                text: t('ui.yearly.section-scale', {
                  got: pointsText(sumOf(counted, 'score')),
                  most: pointsText(sumOf(counted, 'most')),
                  score: pointsText(result.score),
                }),
              } as const,
            ]),
        ...signed(source, [t('report.assessment.assessor'), t('report.assessment.head')]),
      ],
    })
  }
  return printOf(source, papers, 'report.kind.section-assessment')
}

function printOf(
  source: PaperSource,
  papers: ReadonlyMap<string, { readonly title: string; readonly paper: Block[] }>,
  kind: 'report.kind.school-assessment' | 'report.kind.section-assessment',
): Print | null {
  if (papers.size === 0) return null
  return {
    title: papers.size === 1 ? [...papers.values()][0]!.title : t(kind),
    sheets: [...papers.values()].map(({ paper }) => ({ paper, ...running(source, t(kind)) })),
  }
}

function schoolPaper(source: PaperSource, year: string, receipt: SchoolReceipt): Block[] {
  const { result, lines, vetoedBy } = receipt
  const open = lines.filter(({ score }) => score === null).length
  return [
    {
      is: 'title',
      text: t('report.assessment.school-title', { year }),
      under: source.letterhead.school,
    },
    {
      is: 'facts',
      facts: [
        [t('ui.yearly.school'), source.told('organisation', result.name)],
        [t('ui.yearly.town'), source.told('organisation', result.town)],
        [t('ui.yearly.total'), points(result.total)],
        [t('ui.yearly.rank'), result.rank === null ? '—' : String(result.rank)],
        [t('ui.yearly.grade'), gradeText(source, result.grade) || '—'],
        [
          t('ui.yearly.veto'),
          result.veto ? t('report.assessment.vetoed') : t('report.assessment.not-vetoed'),
        ],
      ],
    },
    ...(open > 0
      ? [{ is: 'text', text: t('ui.yearly.not-whole', { count: open }), soft: true } as const]
      : []),
    ...(vetoedBy.length > 0
      ? [{ is: 'text', text: `${t('ui.yearly.vetoed-by')}${causes(source, vetoedBy)}` } as const]
      : []),
    linesTable(source, lines, [sumOf(lines, 'most'), result.total ?? 0]),
    ...signed(source, [
      t('report.assessment.assessor'),
      t('report.assessment.leader'),
      t('report.assessment.principal'),
    ]),
  ]
}

const signed = (source: PaperSource, labels: readonly string[]): readonly Block[] => [
  { is: 'signatures', labels: [...labels, t('report.sign.date')] },
  { is: 'seal', lines: [source.letterhead.school, t('report.county.sealed')] },
  { is: 'text', text: t('report.county.printed', { at: source.letterhead.printedAt }), soft: true },
]

const causes = (source: PaperSource, counted: readonly Counted[]): string =>
  counted
    .flatMap(({ table, rows }) =>
      rows.map((row) =>
        table === 'allIncidents'
          ? [source.text(table, row, 'no'), source.text(table, row, 'class6')].join(' ')
          : t('report.assessment.investigation', { date: source.text(table, row, 'opened') }),
      ),
    )
    .join(t('report.semicolon'))

function linesTable(
  source: PaperSource,
  lines: readonly AssessmentLine[],
  [most, score]: readonly [number, number],
): TableBlock {
  const column = source.book.tables['assessmentSettings']!.columns['item']!
  return {
    is: 'table',
    caption: '',
    head: [
      t('report.list.number'),
      t('report.assessment.item'),
      t('report.assessment.most'),
      t('ui.yearly.score'),
      t('report.assessment.why'),
      t('report.assessment.basis'),
    ],
    rows: [
      ...lines.map((line, at) => [
        String(at + 1),
        spokenChoice(column, line.what),
        points(line.most),
        points(line.score),
        [
          ...sayEach(line.steps).map((sentence) => source.sentence(sentence)),
          line.item === null ? '' : source.text(SCHOOLS, line.item.row, 'why'),
        ]
          .filter(Boolean)
          .join('\n'),
        line.basis,
      ]),
      ['', t('report.sum'), pointsText(most), pointsText(score), '', ''],
    ],
    numbers: [2, 3],
    widths: [2, 6, 3, 3, 14, 10],
  }
}

const points = (value: number | null): string => (value === null ? '—' : pointsText(value))

const gradeText = (source: PaperSource, grade: string): string =>
  spokenChoice(source.book.tables[SCHOOLS]!.columns['grade']!, grade)

const sumOf = (lines: readonly AssessmentLine[], of: 'most' | 'score'): number =>
  Math.round(lines.reduce((sum, line) => sum + (line[of] ?? 0), 0) * 100) / 100
