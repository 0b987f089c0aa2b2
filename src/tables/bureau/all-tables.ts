import { formats } from '../own/formats.ts'
import { labels } from '../own/labels.ts'
import { ownColumns } from '../own/own-columns.ts'
import { ownTables } from '../own/own-tables.ts'
import { attachments } from '../school/attachments.ts'
import { exports } from '../school/exports.ts'
import { holidays } from '../school/holidays.ts'
import { policy } from '../school/policy.ts'
import { assessmentSettings } from './assessment-settings.ts'
import { allHazards } from './all-hazards.ts'
import { allIncidents } from './all-incidents.ts'
import { awards } from './awards.ts'
import { buildingSafety } from './building-safety.ts'
import { bulletins } from './bulletins.ts'
import { bureauActivities } from './bureau-activities.ts'
import { bureauArchive } from './bureau-archive.ts'
import { bureauChecklists } from './bureau-checklists.ts'
import { bureauDuty } from './bureau-duty.ts'
import { bureauLeadership } from './bureau-leadership.ts'
import { bureauMeetings } from './bureau-meetings.ts'
import { bureauOpinions } from './bureau-opinions.ts'
import { bureauPetitions } from './bureau-petitions.ts'
import { bureauPlans } from './bureau-plans.ts'
import { bureauProfile } from './bureau-profile.ts'
import { bureauStaff } from './bureau-staff.ts'
import { bureauTodos } from './bureau-todos.ts'
import { bureauTraining } from './bureau-training.ts'
import { examSafety } from './exam-safety.ts'
import { investigations } from './investigations.ts'
import { majorHazards } from './major-hazards.ts'
import { orderAnswers } from './order-answers.ts'
import { orders } from './orders.ts'
import { privateSchools } from './private-schools.ts'
import { receipts } from './receipts.ts'
import { schoolAssessment } from './school-assessment.ts'
import { schoolContracts } from './school-contracts.ts'
import { schoolPledges } from './school-pledges.ts'
import { schoolReports } from './school-reports.ts'
import { schools } from './schools.ts'
import { sectionAssessment } from './section-assessment.ts'
import { sectionReports } from './section-reports.ts'
import { sections } from './sections.ts'
import { stabilityRisks } from './stability-risks.ts'
import { urgentReports } from './urgent-reports.ts'
import { visits } from './visits.ts'

/** Every table of a bureau's workbook, in the order in which people find them. Some are the same as a school's. */
export const bureauTables = {
  receipts,
  schoolReports,
  bulletins,
  allHazards,
  majorHazards,
  allIncidents,
  schoolContracts,
  visits,
  orders,
  orderAnswers,
  checklists: bureauChecklists,
  sectionReports,
  bureauMeetings,
  schoolPledges,
  bureauActivities,
  urgentReports,
  bureauOpinions,
  bureauPetitions,
  investigations,
  stabilityRisks,
  schoolAssessment,
  sectionAssessment,
  awards,
  schools,
  sections,
  bureauStaff,
  bureauLeadership,
  bureauDuty,
  bureauPlans,
  examSafety,
  privateSchools,
  buildingSafety,
  bureauTraining,
  bureauArchive,
  todos: bureauTodos,
  attachments,
  bureauProfile,
  assessmentSettings,
  holidays,
  policy,
  exports,
  ownTables,
  ownColumns,
  labels,
  formats,
} as const

export type BureauTables = typeof bureauTables
