import type { TableName } from '../index.ts'

/**
 * The tables of which a school tells its bureau row by row, as far as the bureau may read them: who the school is, its
 * hazards and incidents, what it has sent, and the evidence of what it has done.
 */
export const REPORTED = [
  'profile',
  'hazards',
  'incidents',
  'monthlyReports',
  'quarterlySummaries',
  'inspections',
  'drills',
  'meetings',
  'training',
  'opinions',
  'petitions',
  'directives',
] as const satisfies readonly TableName[]
