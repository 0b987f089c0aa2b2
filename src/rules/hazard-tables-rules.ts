import { monthlyReportsRules, quarterlySummariesRules, submissionsRules } from './hazard-reports-rules.ts'
import { hazardsRules } from './hazards-rules.ts'
import { inspectionItemsRules, inspectionPlanRules, inspectionsRules } from './inspections-rules.ts'
import { buildingsRules, chemicalsRules, equipmentRules, riskPointsRules } from './safety-ledgers-rules.ts'

/** The rules of the tables about hazards and of the ledgers beside them. */
export const hazardTablesRules = {
  hazards: hazardsRules,
  inspections: inspectionsRules,
  inspectionItems: inspectionItemsRules,
  inspectionPlan: inspectionPlanRules,
  monthlyReports: monthlyReportsRules,
  quarterlySummaries: quarterlySummariesRules,
  submissions: submissionsRules,
  riskPoints: riskPointsRules,
  buildings: buildingsRules,
  equipment: equipmentRules,
  chemicals: chemicalsRules,
} as const
