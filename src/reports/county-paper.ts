import { t } from '../i18n/translate.ts'
import {
  periodFigures,
  periodReads,
  type HazardCounts,
  type NamedSchool,
  type PeriodFigures,
} from '../rules/bureau/period-figures.ts'
import { quarterOf } from '../tables/school/report-periods.ts'
import type { Block, Print, TableBlock } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { running } from './sign-off.ts'
import { spokenChoice } from './spoken.ts'

const TABLE = 'bulletins'
/** Of the open major hazards; the table has them all. */
const MOST_MAJOR = 100

/** A month or quarter as people say it. */
export function spokenPeriod(period: string): string {
  const [year, part] = [period.slice(0, 4), Number(period.slice(-1))]
  return quarterOf(period) !== null
    ? t('report.county.quarter', { year, quarter: part })
    : t('report.county.month', { year, month: Number(period.slice(5)) })
}

/** The bulletins that were chosen, with the figures of their periods; those without a period are passed over. */
export const periodsOf = (
  source: PaperSource,
  rows: readonly string[],
): readonly { readonly row: string; readonly period: string; readonly figures: PeriodFigures }[] =>
  rows.flatMap((row) => {
    const period = source.text(TABLE, row, 'period')
    const figures = source.book.look(periodReads, (all, environment) =>
      periodFigures(all, environment, period),
    )
    return figures === null ? [] : [{ row, period, figures }]
  })

/** 县月报: the county's month or quarter in figures, as it goes to the government and into the file. */
export function countyPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  const periods = periodsOf(source, rows)
  if (periods.length === 0) return null
  const title = (period: string) =>
    t(quarterOf(period) === null ? 'report.county.title' : 'report.county.quarter-title', {
      period: spokenPeriod(period),
    })
  return {
    title: periods.length === 1 ? title(periods[0]!.period) : t('report.kind.county-monthly'),
    sheets: periods.map(({ period, figures }) => ({
      paper: countyPaper(source, title(period), figures),
      ...running(source, t('report.kind.county-monthly')),
    })),
  }
}

function countyPaper(source: PaperSource, title: string, figures: PeriodFigures): Block[] {
  const { files, late, missing, hazards, towns, categories, majors, incidents, before, span } = figures
  const several = figures.months.length > 1
  return [
    { is: 'title', text: title, under: source.letterhead.school },
    { is: 'facts', facts: [[t('report.monthly.period'), t('report.from-to', span)]] },
    {
      is: 'table',
      caption: t('report.county.sending'),
      head: ['due', 'come', 'in-time', 'late', 'missing'].map((key) =>
        t(`report.county.${key}` as 'report.county.due'),
      ),
      rows: [
        [files.due, files.come, files.inTime, files.come - files.inTime, files.due - files.come].map(String),
      ],
      numbers: [0, 1, 2, 3, 4],
    },
    ...namedBlock(source, t('report.county.late-schools', { count: late.length }), late, several),
    ...namedBlock(source, t('report.county.missing-schools', { count: missing.length }), missing, several),
    hazardTable(t('report.county.hazards'), t('report.county.town'), towns, hazards, (town) =>
      source.told('organisation', town),
    ),
    hazardTable(t('report.county.by-category'), t('report.hazard.category'), categories, null, (category) =>
      spokenChoice(source.book.tables['allHazards']!.columns['category']!, category),
    ),
    {
      is: 'text',
      text: t('report.county.before', { found: before.found, incidents: before.incidents }),
      soft: true,
    },
    ...majorBlock(source, majors),
    {
      is: 'table',
      caption: t('report.county.incidents'),
      head: ['all', 'fault', 'slight', 'medium', 'severe', 'dead', 'loss'].map((key) =>
        t(`report.county.${key}` as 'report.county.all'),
      ),
      rows: [
        [
          ...[
            incidents.all,
            incidents.fault,
            incidents.slight,
            incidents.medium,
            incidents.severe,
            incidents.dead,
          ].map(String),
          incidents.loss.toFixed(2),
        ],
      ],
      numbers: [0, 1, 2, 3, 4, 5, 6],
    },
    ...(incidents.types.length > 0
      ? [
          {
            is: 'text',
            text: t('report.county.types', {
              types: incidents.types
                .map(
                  ([type, count]) =>
                    `${spokenChoice(source.book.tables['allIncidents']!.columns['type']!, type)} ${count}`,
                )
                .join(t('report.semicolon')),
            }),
          } as const,
        ]
      : []),
    ...overdueBlock(source, figures),
    {
      is: 'signatures',
      labels: [t('report.sign.filled'), t('report.sign.checked'), t('report.sign.issued')],
    },
    { is: 'seal', lines: [source.letterhead.school, t('report.county.sealed')] },
    { is: 'text', text: t('report.county.printed', { at: source.letterhead.printedAt }), soft: true },
  ]
}

function namedBlock(
  source: PaperSource,
  caption: string,
  schools: readonly NamedSchool[],
  several: boolean,
): Block[] {
  if (schools.length === 0) return []
  return [
    {
      is: 'table',
      caption,
      head: [
        t('report.list.number'),
        t('report.county.school'),
        t('report.county.section'),
        ...(several ? [t('report.county.months')] : []),
      ],
      rows: schools.map(({ id, name, months }, at) => [
        String(at + 1),
        source.told('organisation', name),
        source.text('schools', id, 'dept'),
        ...(several ? [months.map(spokenPeriod).join(t('report.semicolon'))] : []),
      ]),
      widths: several ? [1, 5, 4, 5] : [1, 7, 5],
    },
  ]
}

function hazardTable(
  caption: string,
  first: string,
  lines: readonly (readonly [what: string, counts: HazardCounts])[],
  sum: HazardCounts | null,
  spoken: (what: string) => string,
): TableBlock {
  const figures = ({ found, major, closed, open, overdue }: HazardCounts) =>
    [found, major, closed, open, overdue].map(String)
  return {
    is: 'table',
    caption,
    head: [
      first,
      ...['found', 'major', 'closed', 'open', 'overdue'].map((key) =>
        t(`report.county.${key}` as 'report.county.found'),
      ),
    ],
    rows: [
      ...lines.map(([what, counts]) => [
        what === '' ? t('report.county.unknown') : spoken(what),
        ...figures(counts),
      ]),
      ...(sum === null ? [] : [[t('report.sum'), ...figures(sum)]]),
    ],
    numbers: [1, 2, 3, 4, 5],
    widths: [4, 2, 2, 2, 2, 2],
  }
}

function majorBlock(source: PaperSource, majors: PeriodFigures['majors']): Block[] {
  if (majors.length === 0) return [{ is: 'text', text: t('report.county.no-majors') }]
  const text = (row: string, column: string) => source.text('allHazards', row, column)
  return [
    {
      is: 'table',
      caption: t('report.county.majors', { count: majors.length }),
      head: [
        t('report.list.number'),
        t('report.county.school'),
        t('report.hazard.no'),
        t('report.hazard.category'),
        t('report.hazard.content'),
        t('report.hazard.deadline'),
        t('report.county.days-overdue'),
      ],
      rows: majors
        .slice(0, MOST_MAJOR)
        .map(({ id, overdue }, at) => [
          String(at + 1),
          text(id, 'school'),
          text(id, 'no'),
          text(id, 'category'),
          text(id, 'content'),
          text(id, 'extension') || text(id, 'due'),
          overdue > 0 ? String(overdue) : '',
        ]),
      numbers: [6],
      widths: [2, 6, 6, 3, 8, 5, 3],
    },
    ...(majors.length > MOST_MAJOR
      ? [
          {
            is: 'text',
            text: t('report.county.more-majors', { count: majors.length - MOST_MAJOR }),
            soft: true,
          } as const,
        ]
      : []),
  ]
}

function overdueBlock(source: PaperSource, { overdue }: PeriodFigures): Block[] {
  if (overdue.length === 0) return [{ is: 'text', text: t('report.county.none-overdue') }]
  return [
    {
      is: 'table',
      caption: t('report.county.overdue-schools', { count: overdue.length }),
      head: [
        t('report.list.number'),
        t('report.county.school'),
        t('report.county.section'),
        t('report.county.overdue'),
      ],
      rows: overdue.map(({ id, name, count }, at) => [
        String(at + 1),
        source.told('organisation', name),
        source.text('schools', id, 'dept'),
        String(count),
      ]),
      numbers: [3],
      widths: [1, 6, 4, 2],
    },
  ]
}
