import type { BureauTables } from '../../tables/bureau/all-tables.ts'
import { opinionsRules } from '../opinions-rules.ts'
import { policyRules } from '../policy-rules.ts'
import { petitionsRules } from '../petitions-rules.ts'
import type { RulesByTable } from '../rule.ts'
import { todosRules } from '../todos-rules.ts'
import { schoolAssessmentRules, sectionAssessmentRules } from './assessment-rules.ts'
import { bulletinsRules } from './bulletins-rules.ts'
import { bureauArchiveRules } from './bureau-archive-rules.ts'
import { orderAnswersRules, ordersRules } from './orders-rules.ts'
import { schoolContractsRules, schoolsRules, sectionsRules } from './organisation-rules.ts'
import {
  allHazardsRules,
  allIncidentsRules,
  buildingSafetyRules,
  bureauPlansRules,
  receiptsRules,
  urgentReportsRules,
} from './reception-rules.ts'
import {
  bureauMeetingsRules,
  schoolPledgesRules,
  sectionReportsRules,
  visitsRules,
} from './supervision-rules.ts'

/** The rules of every table of a bureau that has computed columns. */
export const bureauRules: RulesByTable<keyof BureauTables> = {
  receipts: receiptsRules,
  bulletins: bulletinsRules,
  allHazards: allHazardsRules,
  allIncidents: allIncidentsRules,
  schoolContracts: schoolContractsRules,
  visits: visitsRules,
  orders: ordersRules,
  orderAnswers: orderAnswersRules,
  policy: policyRules,
  sectionReports: sectionReportsRules,
  bureauMeetings: bureauMeetingsRules,
  schoolPledges: schoolPledgesRules,
  urgentReports: urgentReportsRules,
  // The clocks of the school's tables: what is read of a row is the same.
  bureauOpinions: opinionsRules,
  bureauPetitions: petitionsRules,
  schoolAssessment: schoolAssessmentRules,
  sectionAssessment: sectionAssessmentRules,
  schools: schoolsRules,
  sections: sectionsRules,
  bureauPlans: bureauPlansRules,
  buildingSafety: buildingSafetyRules,
  bureauArchive: bureauArchiveRules,
  todos: todosRules,
}
