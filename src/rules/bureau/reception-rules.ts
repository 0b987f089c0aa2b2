import { addMinutes, dateOf } from '../../shared/local-date.ts'
import { monthOf } from '../../tables/school/report-periods.ts'
import type { KnownTables } from '../../tables/known-tables.ts'
import { monthsAfter } from '../periods.ts'
import { rulesOf } from '../rule.ts'
import { expiryState } from '../safety-ledgers-rules.ts'
import { settingColumns, settingsOf } from './bureau-settings.ts'
import { currentContract } from './contracts-in-force.ts'
import { daysOverdue, listed } from './county-figures.ts'
import { nationalLevel } from './national-level.ts'
import { cameInTime, dueIn, hasCome, reportingSchools } from './reporting-schools.ts'

const receipt = rulesOf<KnownTables['receipts']>()
const plan = rulesOf<KnownTables['bureauPlans']>()
const hazard = rulesOf<KnownTables['allHazards']>()
const incident = rulesOf<KnownTables['allIncidents']>()
const urgent = rulesOf<KnownTables['urgentReports']>()
const building = rulesOf<KnownTables['buildingSafety']>()

const LAST_OF_QUARTER = new Set(['03', '06', '09', '12'])

export const receiptsRules = receipt.all({
  due: receipt.rule({ own: ['month'], rows: { bureauProfile: settingColumns } }, ({ month, rows }) => {
    const named = month === null ? null : monthOf(month)
    return named === null ? null : dueIn(named, settingsOf(rows.bureauProfile).monthlyDay)
  }),
  /** The day itself is still in time; while it has not passed, nobody is late. */
  on_time: receipt.rule({ own: ['due', 'received', 'returned'] }, ({ due, received, returned }, { now }) => {
    if (due === null) return null
    if (hasCome({ received, returned })) return cameInTime({ received, returned }, due)
    return dateOf(now) > due ? false : null
  }),
  quarterly_state: receipt.rule(
    { own: ['month', 'received', 'returned', 'quarterly'], rows: { bureauProfile: settingColumns } },
    ({ month, received, returned, quarterly, rows }, { now }) => {
      const named = month === null ? null : monthOf(month)
      if (named === null) return null
      if (!LAST_OF_QUARTER.has(named.slice(5))) return '无需'
      if (quarterly === true && hasCome({ received, returned })) return '已收'
      return dateOf(now) > dueIn(named, settingsOf(rows.bureauProfile).quarterlyDay) ? '逾期' : '待报'
    },
  ),
  state: receipt.rule({ own: ['due', 'received', 'returned'] }, ({ due, received, returned }, { now }) => {
    if (returned === true) return '退回'
    if (received !== null) return '已收'
    return due !== null && dateOf(now) > due ? '逾期' : '未报'
  }),
})

const answering = {
  own: ['date', 'due'],
  rows: {
    schools: { columns: ['name', 'state', 'parent'] },
    receipts: { by: 'school', columns: ['received', 'returned'] },
  },
} as const

export const bureauPlansRules = plan.all({
  replies: plan.rule(answering, ({ date, due, rows }) => {
    if (date === null || due === null) return null
    return reportingSchools(rows.schools).filter(({ id }) => answered(rows.receipts.where(id), date)).length
  }),
  unreplied: plan.rule(answering, ({ date, due, rows }) => {
    if (date === null || due === null) return null
    const silent = reportingSchools(rows.schools).filter(({ id }) => !answered(rows.receipts.where(id), date))
    return silent.length === 0 ? '无' : listed(silent.map(({ name }) => name))
  }),
})

/** A file of the school came on the day the document was issued, or later. */
const answered = (
  receipts: {
    fold: (
      start: boolean,
      step: (found: boolean, row: { received: string | null; returned: boolean | null }) => boolean,
    ) => boolean
  },
  issued: string,
): boolean => receipts.fold(false, (found, row) => found || (hasCome(row) && dateOf(row.received!) >= issued))

export const allHazardsRules = hazard.all({
  overdue: hazard.rule(
    { own: ['state', 'closed_on', 'due', 'extension'] },
    (row, { now }) => daysOverdue(row, dateOf(now)) || null,
  ),
  leader: hazard.rule(
    {
      own: ['school'],
      rows: { schoolContracts: { by: 'school', columns: ['valid', 'valid_to', 'leader', 'dept'] } },
    },
    ({ school, rows }, { now }) =>
      currentContract(rows.schoolContracts.where(school), dateOf(now))?.leader ?? null,
  ),
})

export const allIncidentsRules = incident.all({
  /**
   * From when it was known. An ordinary one comes with the month's file, so that it is late only if somebody told late;
   * a severe one that nobody tells of is late as soon as its hours are over.
   */
  on_time: incident.rule(
    {
      own: ['times', 'known_at', 'reported_at', 'class6', 'cas_severe', 'cas_dead'],
      rows: { bureauProfile: settingColumns },
    },
    ({ times, known_at, reported_at, class6, cas_severe, cas_dead, rows }, { now }) => {
      const known = known_at ?? times
      if (known === null) return null
      const severe = class6?.startsWith('严重') === true || (cas_severe ?? 0) + (cas_dead ?? 0) > 0
      const { hours, severeHours } = settingsOf(rows.bureauProfile)
      const due = addMinutes(known, 60 * (severe ? severeHours : hours))
      if (reported_at !== null) return reported_at <= due
      return severe && now > due ? false : null
    },
  ),
  nat_level: incident.rule({ own: ['cas_dead', 'cas_severe', 'loss'] }, ({ cas_dead, cas_severe, loss }) =>
    nationalLevel({ deaths: cas_dead ?? 0, injuries: cas_severe ?? 0, loss: loss ?? 0 }),
  ),
})

export const urgentReportsRules = urgent.all({
  /** Of a first report: what came after it (P1-15). */
  followed: urgent.rule(
    { own: ['kind'], rows: { urgentReports: { by: 'first', columns: ['kind'] } } },
    ({ id, kind, rows }) => {
      if (kind !== '首报') return null
      return rows.urgentReports
        .where(id)
        .fold<'待续报' | '已续报' | '已终报'>('待续报', (state, later) =>
          state === '已终报' || later.kind === '终报' ? '已终报' : later.kind === '续报' ? '已续报' : state,
        )
    },
  ),
})

export const buildingSafetyRules = building.all({
  check_due: building.rule({ own: ['checked'] }, ({ checked }) =>
    checked === null ? null : monthsAfter(checked, 12),
  ),
  check_state: building.rule({ own: ['check_due'] }, ({ check_due }, environment) =>
    check_due === null ? null : expiryState(check_due, environment),
  ),
})
