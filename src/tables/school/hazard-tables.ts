import { buildings } from './buildings.ts'
import { canteenLog } from './canteen-log.ts'
import { checklists } from './checklists.ts'
import { chemicals } from './chemicals.ts'
import { equipment } from './equipment.ts'
import { funds } from './funds.ts'
import { hazards } from './hazards.ts'
import { inspectionItems } from './inspection-items.ts'
import { inspectionPlan } from './inspection-plan.ts'
import { inspections } from './inspections.ts'
import { monthlyReports } from './monthly-reports.ts'
import { quarterlySummaries } from './quarterly-summaries.ts'
import { riskPoints } from './risk-points.ts'
import { submissions } from './submissions.ts'

/** Hazards from finding to closing, the inspections that find them and the reports they go into. */
export const hazardTables = {
  hazards,
  inspections,
  inspectionItems,
  inspectionPlan,
  monthlyReports,
  quarterlySummaries,
  submissions,
  riskPoints,
  checklists,
} as const

/** What is kept safe by being looked after: buildings, equipment, chemicals, food and the money for it. */
export const safetyLedgers = {
  buildings,
  equipment,
  chemicals,
  canteenLog,
  funds,
} as const
