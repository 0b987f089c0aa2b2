import type { SheetChoice } from '../../../exchange/choose-table.ts'
import { monthTold, schoolTold, wordsAt, type ListedSchool } from '../../../exchange/told-by-file.ts'
import type { Workbook } from '../../../engine/workbook.ts'
import type { Result } from '../../../shared/result.ts'
import type { planPlainFile } from '../../../workers/bridge.ts'
import type { PlannedPlain } from '../../../workers/plain-work.ts'
import type { PlainFile } from '../../../workers/report-work.ts'
import { isOlder, standing, type ReportFacts } from '../../../sync/standing-reports.ts'
import type { KnownReport } from '../known-reports.ts'
import { readingOf, type PlainReadings } from './plain-readings.ts'

/** What somebody has decided about a school's own spreadsheet; what is left open is found, or asked. */
export interface PlainDecision {
  readonly school?: string
  /** `YYYY-MM` */
  readonly month?: string
  /** Its rows are those of the month alone. */
  readonly monthly?: boolean
  readonly bySheet?: readonly (SheetChoice | null | undefined)[]
  /** Somebody has looked at which column is what. */
  readonly agreed?: boolean
  /** What was found before anybody decided anything: a file is known again by it. */
  readonly shapes?: PlainPlan['shapes']
}

export type PlainQuestion = 'school' | 'month' | 'columns'

/** A school's own spreadsheet, read, and what has to be asked before it can be taken in. */
export interface PlainPlan extends PlannedPlain {
  /** Row of 学校名录. */
  readonly school: string | null
  readonly schoolName: string
  /** The month it names itself. */
  readonly told: string | null
  readonly month: string | null
  readonly monthly: boolean
  /** Of this school there is something newer: the ledgers stay as they are. */
  readonly older: boolean
  /** Spreadsheets of the same month that were taken in before and whose place this one takes. */
  readonly replaces: readonly string[]
  readonly bySheet: readonly (SheetChoice | null | undefined)[]
  readonly asks: readonly PlainQuestion[]
  /** The shape of each sheet, by where it stands in the file, as it was found before anybody decided anything. */
  readonly shapes: ReadonlyMap<number, string>
}

/** What the bureau knows of its schools and of their files. */
export interface KnownPlain {
  readonly schools: readonly ListedSchool[]
  readonly readings: PlainReadings
  /** All there ever were. */
  readonly reports: readonly KnownReport[]
}

export const listedSchools = (book: Workbook): ListedSchool[] =>
  book
    .view('schools')
    .ids()
    .map((id) => ({
      id,
      code: String(book.stored('schools', id, 'code') ?? '').trim(),
      name: String(book.stored('schools', id, 'name') ?? '').trim(),
    }))

/**
 * Reads a spreadsheet as the last of its kind was read, and finds out whose it is and of which month.
 *
 * @param name the name of the file, with the folders it was in
 * @param now local wall time
 */
export async function planPlainReport(
  { sheets, saved, hash }: PlainFile,
  name: string,
  now: string,
  known: KnownPlain,
  decided: PlainDecision = {},
  planner?: typeof planPlainFile,
): Promise<Result<PlainPlan>> {
  const plan = planner ?? (await import('../../../workers/bridge.ts')).planPlainFile
  const words = wordsAt(name, sheets)
  const file = name.split('/').at(-1)!
  const school = decided.school ?? schoolTold(words, known.schools) ?? known.readings.schoolBy(file)
  const first = await plan({ sheets, bySheet: decided.bySheet ?? [], now })
  if (!first.ok) return first
  const shapes = decided.shapes ?? new Map(first.value.seen.map(({ at, shape }) => [at, shape]))
  let planned = first.value
  let bySheet = decided.bySheet
  if (!bySheet) {
    bySheet = recalled(first.value.seen, sheets.length, school, known.readings)
    if (bySheet.some((each) => each)) {
      const again = await plan({ sheets, bySheet, now })
      if (!again.ok) return again
      planned = again.value
    }
  }
  const told = monthTold(words, now.slice(0, 10))
  const month = decided.month ?? told
  const ledgers = planned.plan.sheets
  const isKnown = ledgers.every(({ at }) => known.readings.recall(school, shapes.get(at) ?? '') !== null)
  const monthly = decided.monthly ?? monthlyBy(planned, shapes, school, month, known.readings)
  const before = known.reports.filter((each) => each.school === school)
  const tells = [...planned.rows.tables.keys()]
  const facts = (period: string): ReportFacts => ({
    ...{ hash, period, vector: null, corrects: null, saved, tells, monthly },
  })
  return {
    ok: true,
    value: {
      ...planned,
      ...{ school, told, month, monthly, bySheet, shapes },
      schoolName: known.schools.find(({ id }) => id === school)?.name ?? '',
      ...(month === null ? { older: false, replaces: [] } : placeAmong(facts(month), before)),
      asks: [
        ...(school === null ? (['school'] as const) : []),
        ...(month === null ? (['month'] as const) : []),
        ...(ledgers.length > 0 && (decided.agreed || isKnown) ? [] : (['columns'] as const)),
      ],
    },
  }
}

/** What it comes to among all that has come from the school before. */
function placeAmong(
  facts: ReportFacts,
  before: readonly KnownReport[],
): Pick<PlainPlan, 'older' | 'replaces'> {
  if (before.some((each) => isOlder(facts, each))) return { older: true, replaces: [] }
  const replaced = standing(before).filter(
    (each) => each.vector === null && each.period === facts.period && isOlder(each, facts),
  )
  return { older: false, replaces: replaced.map(({ file }) => file) }
}

const recalled = (
  seen: PlannedPlain['seen'],
  count: number,
  school: string | null,
  readings: PlainReadings,
) =>
  Array.from({ length: count }, (_, at): SheetChoice | undefined => {
    const sheet = seen.find((each) => each.at === at)
    const reading = sheet && readings.recall(school, sheet.shape)
    // Under headings that somebody has pointed at there may be fewer columns, or more.
    if (!reading || (!reading.header && reading.columns.length !== sheet.width)) return undefined
    const { table, header } = reading
    const columns = new Map(reading.columns.entries())
    return { table, columns, remembered: true, ...(header ? { header } : {}) }
  })

/** A list that has rows of other months as well is the whole list, unless files of its kind were said to be otherwise. */
function monthlyBy(
  { rows, plan }: PlannedPlain,
  shapes: ReadonlyMap<number, string>,
  school: string | null,
  month: string | null,
  readings: PlainReadings,
): boolean {
  const [first] = plan.sheets
  const before = first && readings.isMonthly(school, shapes.get(first.at) ?? '')
  if (before !== null && before !== undefined) return before
  const days = [...rows.tables.values()].flatMap(
    ({ columns }) => columns['found_on'] ?? columns['occurred_at'] ?? [],
  )
  return month !== null && days.length > 0 && days.every((day) => String(day).startsWith(month))
}

/** How the sheets were read, to be remembered with the report. */
export const readingsOf = ({ plan, shapes, bySheet }: PlainPlan) =>
  plan.sheets.map((sheet) => ({
    ...readingOf(sheet, bySheet[sheet.at]?.header),
    shape: shapes.get(sheet.at) ?? sheet.shape,
  }))
