import type { TableName } from '../tables/index.ts'
import { absencesRules } from './absences-rules.ts'
import { classAttendanceRules } from './class-attendance-rules.ts'
import { contractsRules } from './contracts-rules.ts'
import { dutiesRules } from './duties-rules.ts'
import { dutyLogRules } from './duty-log-rules.ts'
import { holidayDutyRules } from './holiday-duty-rules.ts'
import { leadershipRules } from './leadership-rules.ts'
import { pledgesRules } from './pledges-rules.ts'
import { rotaRules } from './rota-rules.ts'
import { swapsRules } from './swaps-rules.ts'
import { weeklySummariesRules } from './weekly-summaries-rules.ts'
import { allowancesRules } from './allowances-rules.ts'
import { areasRules } from './areas-rules.ts'
import { deductionsRules } from './deductions-rules.ts'
import { findingsRules } from './findings-rules.ts'
import { hazardTablesRules } from './hazard-tables-rules.ts'
import { incidentsRules } from './incidents-rules.ts'
import { meetingsRules } from './meetings-rules.ts'
import { policyRules } from './policy-rules.ts'
import { profileRules } from './profile-rules.ts'
import { villageSchoolsRules } from './village-schools-rules.ts'
import { reportLegsRules } from './report-legs-rules.ts'
import type { RulesByTable } from './rule.ts'
import { staffRules } from './staff-rules.ts'
import { termScoresRules } from './term-scores-rules.ts'
import { termsRules } from './terms-rules.ts'
import { vetoesRules } from './vetoes-rules.ts'
import { activitiesRules } from './activities-rules.ts'
import { archivesRules } from './archives-rules.ts'
import { departmentReviewsRules } from './department-reviews-rules.ts'
import { directivesRules } from './directives-rules.ts'
import { drillsRules } from './drills-rules.ts'
import { opinionsRules } from './opinions-rules.ts'
import { petitionsRules } from './petitions-rules.ts'
import { plansRules } from './plans-rules.ts'
import { todosRules } from './todos-rules.ts'
import { trainingRules } from './training-rules.ts'

/** The rules of every table that has computed columns. */
export const allRules: RulesByTable<TableName> = {
  absences: absencesRules,
  classAttendance: classAttendanceRules,
  contracts: contractsRules,
  duties: dutiesRules,
  dutyLog: dutyLogRules,
  holidayDuty: holidayDutyRules,
  leadership: leadershipRules,
  pledges: pledgesRules,
  rota: rotaRules,
  swaps: swapsRules,
  weeklySummaries: weeklySummariesRules,
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
  villageSchools: villageSchoolsRules,
  terms: termsRules,
  policy: policyRules,
  activities: activitiesRules,
  archives: archivesRules,
  departmentReviews: departmentReviewsRules,
  directives: directivesRules,
  drills: drillsRules,
  opinions: opinionsRules,
  petitions: petitionsRules,
  plans: plansRules,
  todos: todosRules,
  training: trainingRules,
  ...hazardTablesRules,
}
