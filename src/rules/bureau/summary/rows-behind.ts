import { isIn } from '../spans.ts'
import { eachRow, schoolsIn, type CountyFacts, type SummaryScope } from './county-facts.ts'
import {
  HAZARD_COLUMNS,
  HAZARD_FIGURES,
  INCIDENT_COLUMNS,
  INCIDENT_FIGURES,
  REPORT_FIGURES,
  type CountFigure,
  type HazardFigure,
  type HazardRow,
  type IncidentFigure,
  type IncidentRow,
  type ReportFigure,
} from './figures.ts'
import { INCIDENT_BREAKDOWNS, reckoningOf, tellingOf, type IncidentBreakdown } from './county-summary.ts'
import { pledgedBy } from './pledges.ts'
import { Reports } from './reports.ts'

/** A number of the summary, by what it counts. */
export interface Counted {
  readonly figure: CountFigure
  readonly scope: SummaryScope
  /** Only of this school, by its place. */
  readonly school?: number
  /** Only what has this key in a breakdown. */
  readonly by?: { readonly breakdown: 'category' | IncidentBreakdown; readonly key: string }
}

export interface RowsBehind {
  readonly table: 'allHazards' | 'allIncidents' | 'receipts' | 'schoolPledges' | 'schools'
  readonly ids: readonly string[]
}

/**
 * The rows that a number counts: by the same words, so that there are as many as it says. A generator, as the summary
 * itself: a ledger of 100,000 rows is gone through once more.
 */
export function* rowsBehind(facts: CountyFacts, counted: Counted): Generator<number, RowsBehind, void> {
  const { figure, scope, school } = counted
  const told = tellingOf(facts, scope)
  const isTold = (place: number) => told(place) && (school === undefined || place === school)
  if (Object.hasOwn(HAZARD_FIGURES, figure))
    return yield* hazardsBehind(facts, counted, figure as HazardFigure, isTold)
  if (Object.hasOwn(INCIDENT_FIGURES, figure))
    return yield* incidentsBehind(facts, counted, figure as IncidentFigure, isTold)
  const places = schoolsIn(facts, scope).filter(isTold)
  if ((REPORT_FIGURES as readonly string[]).includes(figure))
    return reportsBehind(facts, counted, figure as ReportFigure, places)
  if (figure === 'pledged') {
    const signed = pledgedBy(facts, reckoningOf(scope.period, facts.today).day)
    const rows = places.filter((place) => facts.schools[place]!.isOpen).map((place) => signed.get(place))
    return { table: 'schoolPledges', ids: rows.filter((id) => id !== undefined) }
  }
  const holds = figure === 'pledging' ? isOpenAt(facts) : hasPupilsAt(facts)
  return { table: 'schools', ids: places.filter(holds).map((place) => facts.schools[place]!.id) }
}

const isOpenAt =
  ({ schools }: CountyFacts) =>
  (place: number) =>
    schools[place]!.isOpen
const hasPupilsAt =
  ({ schools }: CountyFacts) =>
  (place: number) =>
    (schools[place]!.pupils ?? 0) > 0

type IsTold = (place: number) => boolean

function* hazardsBehind(
  facts: CountyFacts,
  { scope, by }: Counted,
  figure: HazardFigure,
  isTold: IsTold,
): Generator<number, RowsBehind, void> {
  const reckoning = reckoningOf(scope.period, facts.today)
  const ids: string[] = []
  const visit = (row: HazardRow, _place: number, at: number) => {
    if (by && (row.category ?? '') !== by.key) return
    if (HAZARD_FIGURES[figure](row, reckoning)) ids.push(facts.hazards.ids[at]!)
  }
  yield* eachRow(facts.hazards, HAZARD_COLUMNS, facts.placeOf, isTold, visit)
  return { table: 'allHazards', ids }
}

function* incidentsBehind(
  facts: CountyFacts,
  { scope, by }: Counted,
  figure: IncidentFigure,
  isTold: IsTold,
): Generator<number, RowsBehind, void> {
  const { span } = reckoningOf(scope.period, facts.today)
  const ids: string[] = []
  const visit = (row: IncidentRow, _place: number, at: number) => {
    if (!isIn(row.times, span)) return
    if (by && INCIDENT_BREAKDOWNS[by.breakdown as IncidentBreakdown](row) !== by.key) return
    if (INCIDENT_FIGURES[figure](row) > 0) ids.push(facts.incidents.ids[at]!)
  }
  yield* eachRow(facts.incidents, INCIDENT_COLUMNS, facts.placeOf, isTold, visit)
  return { table: 'allIncidents', ids }
}

/** Of a file that has come its receipt; of one that has not, the school that owes it. */
function reportsBehind(
  facts: CountyFacts,
  { scope }: Counted,
  figure: ReportFigure,
  places: readonly number[],
): RowsBehind {
  const reports = new Reports(facts)
  const come = figure === 'inTime' || figure === 'late'
  const ids = new Set<string>()
  for (const place of places)
    for (const month of scope.period.months) {
      const state = reports.stateOf(place, month)
      if (state === null || (figure !== 'reportsDue' && state !== figure)) continue
      ids.add(come ? reports.receiptOf(place, month)! : facts.schools[place]!.id)
    }
  return { table: come ? 'receipts' : 'schools', ids: [...ids] }
}
