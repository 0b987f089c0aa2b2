import { dateOf, weekdayOf, type LocalDate } from '../../../shared/local-date.ts'
import { isIn } from '../spans.ts'
import {
  eachRow,
  isWhole,
  schoolsIn,
  type CountyFacts,
  type ListedFact,
  type SummaryScope,
} from './county-facts.ts'
import {
  HAZARD_COLUMNS,
  HAZARD_FIGURES,
  INCIDENT_COLUMNS,
  INCIDENT_FIGURES,
  newCounts,
  reckon,
  slotOf,
  type CountsBySchool,
  type Figure,
  type HazardFigure,
  type HazardRow,
  type IncidentFigure,
  type IncidentRow,
  type Reckoned,
  type Reckoning,
} from './figures.ts'
import { daysOf, monthsOnChart, periodBefore, type Period } from './periods.ts'
import { pledgedBy } from './pledges.ts'
import { Reports } from './reports.ts'
import { byUrgency, goneFromLedger, isWatched, watched, type WatchedHazard } from './watch-list.ts'

export const HAZARD_KEYS = Object.keys(HAZARD_FIGURES) as HazardFigure[]
export const INCIDENT_KEYS = Object.keys(INCIDENT_FIGURES) as IncidentFigure[]

/** How often what is told of comes, by what it is told by; empty where a row does not say. */
export type Tally = ReadonlyMap<string, number>

export interface MonthOfHazards {
  readonly month: string
  /** Found in it, by what has become of them by today. */
  readonly foundClosed: number
  readonly foundOpen: number
  readonly foundOverdue: number
  readonly closed: number
}

export interface MonthOfReports {
  readonly month: string
  readonly inTime: number
  readonly late: number
  readonly missing: number
  readonly awaited: number
}

/** How incidents are broken down: each row has one key in each. */
export const INCIDENT_BREAKDOWNS = {
  class6: ({ class6 }) => class6 ?? '',
  type: ({ type }) => type ?? '',
  scene: ({ scene }) => scene ?? '',
  /** Day of the week from 1 and hour: `1 08`. */
  hour: ({ times }) => (times === null ? '' : `${weekdayOf(dateOf(times))} ${times.slice(11, 13)}`),
} as const satisfies Readonly<Record<string, (incident: IncidentRow) => string>>
export type IncidentBreakdown = keyof typeof INCIDENT_BREAKDOWNS

/** A county's figures of a period, beside those of the period before. */
export interface CountySummary {
  readonly scope: SummaryScope
  readonly reckoning: Reckoning
  readonly before: { readonly period: Period; readonly reckoning: Reckoning }
  /** Places of the schools that are told of. */
  readonly schools: readonly number[]
  readonly counts: CountsBySchool
  readonly countsBefore: CountsBySchool
  readonly categories: {
    readonly found: Tally
    readonly open: Tally
    readonly overdue: Tally
  }
  readonly incidents: Readonly<Record<IncidentBreakdown, Tally>>
  readonly months: readonly MonthOfHazards[]
  readonly reports: readonly MonthOfReports[]
  readonly watch: readonly WatchedHazard[]
  /** Hazards and incidents whose school is not in the directory; only told of when all schools are. */
  readonly unplaced: number
}

export const reckoningOf = (period: Period, today: LocalDate): Reckoning => {
  const span = daysOf(period)
  return { span, day: today < span.to ? today : span.to }
}

/**
 * Everything in one pass over each ledger. It is a generator so that the page goes on meanwhile: what it yields is the
 * share that is done, 0 … 1, after every thousand rows.
 */
export function* summarise(facts: CountyFacts, scope: SummaryScope): Generator<number, CountySummary, void> {
  const { schools, today, hazards, incidents } = facts
  const places = schoolsIn(facts, scope)
  const isTold = tellingOf(facts, scope)
  const reckoning = reckoningOf(scope.period, today)
  const earlier = periodBefore(scope.period)
  const before = { period: earlier, reckoning: reckoningOf(earlier, today) }
  const counts = newCounts(schools.length)
  const countsBefore = newCounts(schools.length)
  const rows = Math.max(1, hazards.ids.length + incidents.ids.length)

  const categories = { found: new Counter(), open: new Counter(), overdue: new Counter() }
  const months = new MonthsOfHazards(monthsOnChart(scope.period), today)
  const watch = new WatchList(facts.listed, today)
  for (const done of eachRow<HazardRow>(hazards, HAZARD_COLUMNS, facts.placeOf, isTold, (row, place, at) => {
    const slot = slotOf(place, counts)
    for (const figure of HAZARD_KEYS) {
      const counted = HAZARD_FIGURES[figure]
      if (counted(row, reckoning)) counts[figure][slot]!++
      if (counted(row, before.reckoning)) countsBefore[figure][slot]!++
    }
    const category = row.category ?? ''
    for (const figure of ['found', 'open', 'overdue'] as const)
      if (HAZARD_FIGURES[figure](row, reckoning)) categories[figure].add(category)
    months.add(row)
    watch.add(hazards.ids[at]!, row, place)
  }))
    yield done / rows

  const breakdowns = { class6: new Counter(), type: new Counter(), scene: new Counter(), hour: new Counter() }
  for (const done of eachRow<IncidentRow>(
    incidents,
    INCIDENT_COLUMNS,
    facts.placeOf,
    isTold,
    (row, place) => {
      const now = isIn(row.times, reckoning.span)
      if (!now && !isIn(row.times, before.reckoning.span)) return
      const into = now ? counts : countsBefore
      for (const figure of INCIDENT_KEYS)
        into[figure][slotOf(place, counts)]! += INCIDENT_FIGURES[figure](row)
      if (!now) return
      for (const [by, counter] of Object.entries(breakdowns))
        counter.add(INCIDENT_BREAKDOWNS[by as IncidentBreakdown](row))
    },
  ))
    yield (hazards.ids.length + done) / rows

  const reports = new Reports(facts)
  for (const [into, period, at] of [
    [counts, scope.period, reckoning],
    [countsBefore, earlier, before.reckoning],
  ] as const) {
    reports.count(into, places, period.months)
    const pledged = pledgedBy(facts, at.day)
    for (const place of places) {
      if (!schools[place]!.isOpen) continue
      into.pledging[place]!++
      if (pledged.has(place)) into.pledged[place]!++
    }
    for (const place of places) into.pupils[place] = schools[place]!.pupils ?? 0
  }
  const nowhere = slotOf(-1, counts)
  return {
    scope,
    reckoning,
    before,
    schools: places,
    counts,
    countsBefore,
    categories,
    incidents: breakdowns,
    months: months.result(),
    reports: monthsOfReports(reports, places, monthsOnChart(scope.period)),
    watch: watch.result(isWhole(scope)),
    unplaced: counts.found[nowhere]! + counts.incidents[nowhere]!,
  }
}

/** Is a school told of? Rows of no school are when no school is left out. */
export function tellingOf(facts: CountyFacts, scope: SummaryScope): (place: number) => boolean {
  const told = new Set(schoolsIn(facts, scope))
  const whole = isWhole(scope)
  return (place) => (place < 0 ? whole : told.has(place))
}

/** A figure of all that is told of. */
export function countyFigure({ scope, schools, counts, countsBefore }: CountySummary, figure: Figure) {
  const slots = isWhole(scope) ? [...schools, slotOf(-1, counts)] : schools
  return { now: reckon(figure, counts, slots), before: reckon(figure, countsBefore, slots) }
}

/** A figure of one school. */
export const schoolFigure = ({ counts }: CountySummary, figure: Figure, place: number): Reckoned =>
  reckon(figure, counts, [place])

class Counter extends Map<string, number> {
  add(key: string): void {
    this.set(key, (this.get(key) ?? 0) + 1)
  }
}

class MonthsOfHazards {
  private readonly found = { closed: new Counter(), open: new Counter(), overdue: new Counter() }
  private readonly closed = new Counter()
  private readonly reckoning: Reckoning

  constructor(
    private readonly months: readonly string[],
    today: LocalDate,
  ) {
    this.reckoning = { span: { from: today, to: today }, day: today }
  }

  add(row: HazardRow): void {
    const { found_on, closed_on } = row
    const isOpen = HAZARD_FIGURES.open(row, this.reckoning)
    if (found_on !== null) {
      const become = !isOpen ? 'closed' : HAZARD_FIGURES.overdue(row, this.reckoning) ? 'overdue' : 'open'
      this.found[become].add(found_on.slice(0, 7))
    }
    if (closed_on !== null && !isOpen) this.closed.add(closed_on.slice(0, 7))
  }

  result(): MonthOfHazards[] {
    const { found, closed } = this
    return withoutEmptyStart(
      this.months.map((month) => ({
        month,
        foundClosed: found.closed.get(month) ?? 0,
        foundOpen: found.open.get(month) ?? 0,
        foundOverdue: found.overdue.get(month) ?? 0,
        closed: closed.get(month) ?? 0,
      })),
    )
  }
}

class WatchList {
  private readonly byHazard = new Map<string, ListedFact>()
  private readonly found: WatchedHazard[] = []
  private readonly listed: readonly ListedFact[]

  constructor(
    listed: readonly ListedFact[],
    private readonly today: LocalDate,
  ) {
    this.listed = listed
    // Listed twice: what is not taken off yet is what counts.
    for (const each of listed)
      if (each.hazard !== null && (each.closed === null || !this.byHazard.has(each.hazard)))
        this.byHazard.set(each.hazard, each)
  }

  add(id: string, hazard: HazardRow, school: number): void {
    const listed = this.byHazard.get(id)
    if (isWatched(hazard, listed)) this.found.push(watched({ id, school, hazard }, listed, this.today))
  }

  result(whole: boolean): WatchedHazard[] {
    const gone = whole ? this.listed.filter(({ hazard, closed }) => hazard === null && closed === null) : []
    return [...this.found, ...gone.map(goneFromLedger)].sort(byUrgency)
  }
}

function monthsOfReports(
  reports: Reports,
  places: readonly number[],
  months: readonly string[],
): MonthOfReports[] {
  return withoutEmptyStart(
    months.map((month) => {
      const states = { inTime: 0, late: 0, missing: 0, awaited: 0 }
      for (const place of places) {
        const state = reports.stateOf(place, month)
        if (state !== null) states[state]++
      }
      return { month, ...states }
    }),
  )
}

/** A county that began this spring has no bars for last autumn, and none for months that are to come. */
function withoutEmptyStart<Month extends { readonly month: string }>(months: readonly Month[]): Month[] {
  const tells = (each: Month) => Object.values(each).some((value) => typeof value === 'number' && value > 0)
  const first = months.findIndex(tells)
  return first < 0 ? [] : months.slice(first, months.findLastIndex(tells) + 1)
}
