import type { TableName } from '../tables/index.ts'
import { allowancesRules } from './allowances-rules.ts'
import { areasRules } from './areas-rules.ts'
import { deductionsRules } from './deductions-rules.ts'
import { findingsRules } from './findings-rules.ts'
import { hazardTablesRules } from './hazard-tables-rules.ts'
import { incidentsRules } from './incidents-rules.ts'
import { meetingsRules } from './meetings-rules.ts'
import { policyRules } from './policy-rules.ts'
import { profileRules } from './profile-rules.ts'
import { reportLegsRules } from './report-legs-rules.ts'
import type { Rule } from './rule.ts'
import { staffRules } from './staff-rules.ts'
import { termScoresRules } from './term-scores-rules.ts'
import { termsRules } from './terms-rules.ts'
import { vetoesRules } from './vetoes-rules.ts'

/** The rules of every table that has computed columns. */
export const allRules: Readonly<Partial<Record<TableName, Readonly<Record<string, Rule>>>>> = {
  incidents: incidentsRules,
  findings: findingsRules,
  reportLegs: reportLegsRules,
  termScores: termScoresRules,
  deductions: deductionsRules,
  allowances: allowancesRules,
  vetoes: vetoesRules,
  staff: staffRules,
  areas: areasRules,
  meetings: meetingsRules,
  profile: profileRules,
  terms: termsRules,
  policy: policyRules,
  ...hazardTablesRules,
}
