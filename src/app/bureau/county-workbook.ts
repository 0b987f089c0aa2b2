import type { Result } from '../../shared/result.ts'
import {
  FIRST_DATA_ROW,
  type ExportCell,
  type ExportColumn,
  type ExportSheet,
} from '../../exchange/export-sheet.ts'
import { cellName, columnName } from '../../exchange/sheet-data.ts'
import { countyFigure, schoolFigure, type CountySummary } from '../../rules/bureau/summary/county-summary.ts'
import {
  COUNT_FIGURES,
  RATIO_FIGURES,
  RATIOS,
  type CountFigure,
  type Figure,
  type RatioFigure,
  type Reckoned,
} from '../../rules/bureau/summary/figures.ts'
import type { writeXlsxFile } from '../../workers/bridge.ts'
import type { SummarisedCounty } from './summarise-county.ts'

/** What stands in the file besides numbers. */
export interface CountyWords {
  readonly title: string
  readonly sheets: { readonly figures: string; readonly schools: string }
  readonly figure: (figure: Figure) => string
  readonly headings: Readonly<Record<'figure' | 'now' | 'before' | 'change' | 'school' | 'total', string>>
}

/** A table of words and numbers that stands on a sheet of its own: what a chart shows, the hazards to watch. */
export interface PlainSheet {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/**
 * The summary as a spreadsheet: counts as values, and whatever follows from them (rates, changes, sums) as live formulas
 * over these, so that whoever opens it sees how each came about.
 */
export function countySheets(
  { summary, schools }: SummarisedCounty,
  words: CountyWords,
  more: readonly PlainSheet[],
): ExportSheet[] {
  return [
    figuresSheet(summary, words),
    schoolsSheet(
      summary,
      schools.map(({ name }) => name),
      words,
    ),
    ...more.map(plainSheet(words.title)),
  ]
}

export async function countyWorkbook(
  sheets: readonly ExportSheet[],
  writer?: typeof writeXlsxFile,
): Promise<Result<Uint8Array>> {
  const write = writer ?? (await import('../../workers/bridge.ts')).writeXlsxFile
  const written = await write({ sheets })
  return written.ok ? { ok: true, value: written.value.bytes } : written
}

const ALL: readonly Figure[] = [...COUNT_FIGURES, ...RATIO_FIGURES]

const text = (heading: string, width: number): ExportColumn => ({
  heading,
  width,
  align: 'start',
  format: '@',
  wrap: true,
})
const number = (heading: string, width = 12): ExportColumn => ({ heading, width, align: 'end', wrap: true })

/** Where a rate is not the quotient of the two counts (a school whose pupils are not known), its value alone is right. */
function ratioCell(
  figure: RatioFigure,
  reckoned: Reckoned,
  countOf: (figure: CountFigure) => Reckoned,
  nameOf: (figure: CountFigure) => string,
): ExportCell {
  const { part, whole, times } = RATIOS[figure]
  if (reckoned.part !== countOf(part).value || reckoned.whole !== countOf(whole).value) return reckoned.value
  const quotient = `ROUND(${nameOf(part)}/${nameOf(whole)}*${times},1)`
  return { formula: `IF(${nameOf(whole)}=0,"",${quotient})`, value: reckoned.value ?? '' }
}

function figuresSheet(summary: CountySummary, { title, sheets, figure, headings }: CountyWords): ExportSheet {
  const told = new Map(ALL.map((each) => [each, countyFigure(summary, each)]))
  const rowOf = (each: Figure) => FIRST_DATA_ROW + ALL.indexOf(each)
  const cellOf = (each: Figure, when: 'now' | 'before'): ExportCell => {
    const reckoned = told.get(each)![when]
    if (!(each in RATIOS)) return reckoned.value
    return ratioCell(
      each as RatioFigure,
      reckoned,
      (count) => told.get(count)![when],
      (count) => cellName(rowOf(count), when === 'now' ? 1 : 2),
    )
  }
  const changeOf = (each: Figure): ExportCell => {
    const { now, before } = told.get(each)!
    if (now.value === null || before.value === null) return null
    const [a, b] = [cellName(rowOf(each), 1), cellName(rowOf(each), 2)]
    return { formula: `ROUND(${a}-${b},1)`, value: Math.round((now.value - before.value) * 10) / 10 }
  }
  return {
    name: sheets.figures,
    title,
    columns: [
      text(headings.figure, 28),
      number(headings.now),
      number(headings.before),
      number(headings.change),
    ],
    rows: ALL.map((each) => [figure(each), cellOf(each, 'now'), cellOf(each, 'before'), changeOf(each)]),
  }
}

function schoolsSheet(
  summary: CountySummary,
  names: readonly string[],
  { title, sheets, figure, headings }: CountyWords,
): ExportSheet {
  const columnOf = (each: Figure) => columnName(1 + ALL.indexOf(each))
  const rows = summary.schools.map((place, at): ExportCell[] => [
    names[place]!,
    ...ALL.map((each) => {
      const reckoned = schoolFigure(summary, each, place)
      if (!(each in RATIOS)) return reckoned.value
      return ratioCell(
        each as RatioFigure,
        reckoned,
        (count) => schoolFigure(summary, count, place),
        (count) => `${columnOf(count)}${FIRST_DATA_ROW + at + 1}`,
      )
    }),
  ])
  const [first, last] = [FIRST_DATA_ROW + 1, FIRST_DATA_ROW + rows.length]
  const total = COUNT_FIGURES.map((each): ExportCell => {
    const sum = summary.schools.reduce((all, place) => all + schoolFigure(summary, each, place).value!, 0)
    return rows.length === 0
      ? null
      : { formula: `SUM(${columnOf(each)}${first}:${columnOf(each)}${last})`, value: sum }
  })
  return {
    name: sheets.schools,
    title,
    columns: [text(headings.school, 26), ...ALL.map((each) => number(figure(each), 11))],
    rows,
    footer: [[headings.total, ...total]],
  }
}

const plainSheet =
  (title: string) =>
  ({ name, headings, rows }: PlainSheet): ExportSheet => ({
    name,
    title: `${title} ${name}`,
    columns: headings.map((heading, at) =>
      typeof rows[0]?.[at] === 'number' ? number(heading) : text(heading, at === 0 ? 26 : 20),
    ),
    rows,
  })
