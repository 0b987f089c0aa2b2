import { labels } from './own/labels.ts'
import { ownColumns } from './own/own-columns.ts'
import { ownTables } from './own/own-tables.ts'
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

/** Every table, in the order in which people find them: the most used group first. */
export const tables = {
  incidents,
  incidentPeople,
  findings,
  reportLegs,
  termScores,
  deductions,
  allowances,
  vetoes,
  staff,
  departments,
  classes,
  areas,
  ...hazardTables,
  meetings,
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
} as const

export type Tables = typeof tables
export type TableName = keyof Tables & string

export const tableOrder = Object.keys(tables) as readonly TableName[]

export const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name)
