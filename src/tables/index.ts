import { formats } from './own/formats.ts'
import { labels } from './own/labels.ts'
import { ownColumns } from './own/own-columns.ts'
import { ownTables } from './own/own-tables.ts'
import { absences } from './school/absences.ts'
import { aftercare } from './school/aftercare.ts'
import { classAttendance } from './school/class-attendance.ts'
import { contracts } from './school/contracts.ts'
import { duties } from './school/duties.ts'
import { dutyLibrary } from './school/duty-library.ts'
import { dutyLog } from './school/duty-log.ts'
import { holidayDuty } from './school/holiday-duty.ts'
import { leadership } from './school/leadership.ts'
import { patrols } from './school/patrols.ts'
import { pledges } from './school/pledges.ts'
import { rota } from './school/rota.ts'
import { rotaPosts } from './school/rota-posts.ts'
import { staffAttendance } from './school/staff-attendance.ts'
import { swaps } from './school/swaps.ts'
import { villageReports } from './school/village-reports.ts'
import { villageSchools } from './school/village-schools.ts'
import { weeklySummaries } from './school/weekly-summaries.ts'
import { allowances } from './school/allowances.ts'
import { attachments } from './school/attachments.ts'
import { areas } from './school/areas.ts'
import { classes } from './school/classes.ts'
import { deductions } from './school/deductions.ts'
import { departments } from './school/departments.ts'
import { exports } from './school/exports.ts'
import { findings } from './school/findings.ts'
import { hazardTables, safetyLedgers } from './school/hazard-tables.ts'
import { holidays } from './school/holidays.ts'
import { incidentPeople } from './school/incident-people.ts'
import { incidents } from './school/incidents.ts'
import { meetings } from './school/meetings.ts'
import { options } from './school/options.ts'
import { policy } from './school/policy.ts'
import { profile } from './school/profile.ts'
import { reportLegs } from './school/report-legs.ts'
import { staff } from './school/staff.ts'
import { termScores } from './school/term-scores.ts'
import { terms } from './school/terms.ts'
import { vetoes } from './school/vetoes.ts'
import { activities } from './school/activities.ts'
import { archives } from './school/archives.ts'
import { departmentReviews } from './school/department-reviews.ts'
import { directives } from './school/directives.ts'
import { disputes } from './school/disputes.ts'
import { drills } from './school/drills.ts'
import { feedback } from './school/feedback.ts'
import { opinions } from './school/opinions.ts'
import { petitions } from './school/petitions.ts'
import { plans } from './school/plans.ts'
import { programmes } from './school/programmes.ts'
import { rewards } from './school/rewards.ts'
import { safetyLessons } from './school/safety-lessons.ts'
import { todos } from './school/todos.ts'
import { training } from './school/training.ts'

/** Every table, in the order in which people find them: the most used group first. */
export const tables = {
  dutyLog,
  classAttendance,
  absences,
  staffAttendance,
  rota,
  weeklySummaries,
  holidayDuty,
  swaps,
  rotaPosts,
  patrols,
  ...hazardTables,
  incidents,
  incidentPeople,
  findings,
  reportLegs,
  aftercare,
  termScores,
  deductions,
  allowances,
  vetoes,
  rewards,
  departmentReviews,
  staff,
  departments,
  classes,
  areas,
  villageSchools,
  schoolReports: villageReports,
  leadership,
  dutyLibrary,
  duties,
  contracts,
  pledges,
  meetings,
  training,
  safetyLessons,
  plans,
  drills,
  activities,
  opinions,
  petitions,
  disputes,
  feedback,
  directives,
  programmes,
  archives,
  todos,
  ...safetyLedgers,
  attachments,
  profile,
  terms,
  policy,
  holidays,
  options,
  exports,
  ownTables,
  ownColumns,
  labels,
  formats,
} as const

export type Tables = typeof tables
export type TableName = keyof Tables & string

export const tableOrder = Object.keys(tables) as readonly TableName[]

export const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name)
