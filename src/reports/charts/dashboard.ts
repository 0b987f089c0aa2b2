import type { TermSpan } from '../../rules/terms.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { attendanceCharts } from './attendance-chart.ts'
import { ChartFacts } from './chart-facts.ts'
import type { Chart } from './chart.ts'
import { hazardCharts } from './hazard-charts.ts'
import { incidentCharts } from './incident-charts.ts'
import { inspectionCharts } from './inspection-chart.ts'
import { scoreCharts } from './score-chart.ts'

/** 看板: the fixed charts, in their order; one that has nothing to tell is left out. */
const KINDS = [incidentCharts, hazardCharts, inspectionCharts, attendanceCharts, scoreCharts] as const

/** Of a term, or (null) of everything there is. */
export function dashboardCharts(book: Workbook, term: TermSpan | null): Chart[] {
  const facts = new ChartFacts(book, term)
  return KINDS.flatMap((charts) => charts(facts))
}
