import { t } from '../i18n/translate.ts'
import { percent } from '../rules/bureau/county-figures.ts'
import type { PeriodFigures } from '../rules/bureau/period-figures.ts'
import { periodsOf, spokenPeriod } from './county-paper.ts'
import type { Block, Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { running } from './sign-off.ts'

const TABLE = 'bulletins'

/** 通报: the text that was written of a month or quarter as a document, with the figures behind it. */
export function bulletinPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  const periods = periodsOf(source, rows)
  if (periods.length === 0) return null
  const title = (period: string) => t('report.bulletin.title', { period: spokenPeriod(period) })
  return {
    title: periods.length === 1 ? title(periods[0]!.period) : t('report.kind.bulletin'),
    sheets: periods.map(({ row, period, figures }) => ({
      paper: bulletinPaper(source, row, title(period), figures),
      ...running(source, t('report.kind.bulletin')),
    })),
  }
}

function bulletinPaper(source: PaperSource, row: string, title: string, figures: PeriodFigures): Block[] {
  const body = source.text(TABLE, row, 'body')
  const { files, hazards, incidents, before } = figures
  const lines: readonly (readonly [string, string, string])[] = [
    [t('report.county.in-time'), `${files.inTime} / ${files.due}`, rate(percent(files.inTime, files.due))],
    [t('report.county.found'), String(hazards.found), t('report.bulletin.before', { count: before.found })],
    [t('report.county.closed'), String(hazards.closed), ''],
    [t('report.county.open'), String(hazards.open), t('report.bulletin.overdue', { count: hazards.overdue })],
    [t('report.county.all'), String(incidents.all), t('report.bulletin.before', { count: before.incidents })],
    [t('report.county.fault'), String(incidents.fault), ''],
  ]
  return [
    { is: 'title', text: title },
    {
      is: 'facts',
      facts: [[t('report.sign.issued'), source.text(TABLE, row, 'by') || t('report.blank')]],
    },
    { is: 'text', text: t('report.bulletin.to') },
    ...(body === '' ? [t('report.not-written')] : body.split('\n'))
      .map((line) => line.trim())
      .filter(Boolean)
      .map((text): Block => ({ is: 'text', text, indent: true })),
    {
      is: 'seal',
      lines: [source.letterhead.school, t('report.county.sealed')],
    },
    {
      is: 'table',
      caption: t('report.bulletin.figures'),
      head: [t('report.bulletin.what'), t('report.bulletin.figure'), t('report.bulletin.note')],
      rows: lines,
      numbers: [1],
      widths: [4, 2, 4],
    },
  ]
}

const rate = (percent: number | null): string => (percent === null ? '' : `${percent}%`)
