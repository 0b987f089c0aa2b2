import type { Declaration } from './declaration.ts'
import { dutyObligations } from './duty.ts'
import { educationObligations } from './education.ts'
import { facilityObligations } from './facilities.ts'
import { inspectionObligations } from './inspections.ts'
import { ledgerObligations } from './ledgers.ts'
import { reportObligations } from './reports.ts'
import { responsibilityObligations } from './responsibility.ts'

/** Everything the six plans want done by a day. */
export const allObligations: readonly Declaration[] = [
  ...dutyObligations,
  ...inspectionObligations,
  ...reportObligations,
  ...educationObligations,
  ...ledgerObligations,
  ...responsibilityObligations,
  ...facilityObligations,
]
