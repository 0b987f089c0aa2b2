import type { zh } from './bureau.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'problem.major.closed-before-checked':
    'It can be taken off only once it was found in order. Please fill in the outcome first.',
  'problem.stability.high-goes-ahead':
    'A matter of high risk cannot simply go ahead. Please change the level or the conclusion.',
  'problem.assessment.over-points': 'More was given on the spot than the item has points. Please check both.',
  'problem.bulletin.period': 'Please write 2026-09 for a month or 2026-Q3 for a quarter.',
  'ui.empty.receipts':
    'The files schools send, one row for each school and month. Written when a file is received; by hand for paper.',
  'ui.empty.bulletins':
    'One row for a month or a quarter. Reports, hazards, incidents and ranking are worked out; write the bulletin by them.',
  'ui.empty.allHazards':
    'Once ledgers of schools are received, all hazards stand here in one; the bureau fills in who watches them.',
  'ui.empty.majorHazards': 'Major hazards on the watch-list, one row each, until they are taken off.',
  'ui.empty.allIncidents':
    'Incidents of all schools as figures and choices, without names; the bureau fills in what becomes of them.',
  'ui.empty.schoolContracts':
    'Which leader and which section answer for a school, one row each. Visits owed this quarter are worked out.',
  'ui.empty.visits': 'One row for each visit to a school. Special visits count for the quarter.',
  'ui.empty.sectionReports':
    'One report of each section every quarter; visits, schools left out and hazards are worked out.',
  'ui.empty.bureauMeetings': 'Dispatch meetings, leading group and studies of sections, one row each.',
  'ui.empty.schoolPledges':
    'What the bureau and each school have pledged, one row a year; kept or not at its end.',
  'ui.empty.bureauActivities': 'Large activities with pupils: plan, risk, approval and who oversees them.',
  'ui.empty.urgentReports':
    'Take a first report down as soon as it comes; follow-ups and the final report name their first one.',
  'ui.empty.bureauOpinions':
    'One row for what is said in public: verified, dealt with, told to the offices, answered.',
  'ui.empty.bureauPetitions': 'One row for each petition; notice and answer deadlines are worked out.',
  'ui.empty.investigations':
    'Cases against those who neglected their duty; a year vetoed there is vetoed in the assessment too.',
  'ui.empty.stabilityRisks': 'What is assessed before a matter that concerns many is decided.',
  'ui.empty.schoolAssessment':
    'One row for each school and item; the points sum to 100. What can be worked out is, the rest is judged on the spot.',
  'ui.empty.sectionAssessment':
    'One row for each section and year; visits, studies, reports, hazards and incidents are worked out.',
  'ui.empty.awards': 'Awards and penalties, one row each, with the assessment or meeting they rest on.',
  'ui.empty.schools':
    'Enter the schools first, or import a list. Files are matched by the school code, so it must be the one schools use.',
  'ui.empty.sections': 'The business and safety duties of each section, one row each.',
  'ui.empty.bureauStaff': 'Leaders and staff of the bureau, one row each.',
  'ui.empty.bureauLeadership': 'Leader, deputies, members and office of the leading group, one row each.',
  'ui.empty.bureauDuty': 'Who leads and who is on duty, one row a day.',
  'ui.empty.bureauPlans':
    'Plans, notices and rules the bureau has issued; with a reply due, schools that have not replied are named.',
  'ui.empty.examSafety': 'One row for each exam: section, sites, secrecy of papers, plan and duty.',
  'ui.empty.privateSchools': 'Private and unlicensed schools, what is wrong there and what is done.',
  'ui.empty.buildingSafety': 'One row for each building: grade, yearly check, warning, certificates.',
  'ui.empty.bureauTraining': 'Study, training of principals, safety month and drills, one row each.',
  'ui.empty.bureauArchive': 'One row for each box; where it comes from and what it lacks is worked out.',
  'ui.empty.bureauProfile':
    'Name, leaders, leading section and deadlines of the bureau; everything goes by them.',
}
