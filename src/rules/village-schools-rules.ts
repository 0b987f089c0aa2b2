import { dateOf, type LocalTime } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { monthlyDue } from './report-due.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['villageSchools']>()

const reports = { schoolReports: { by: 'school', columns: ['period', 'received'] } } as const

export const villageSchoolsRules = all({
  /** The day itself is still in time, as for the school's own report; in a month without one nobody is late. */
  month_state: rule({ own: ['state'], rows: reports }, ({ id, state, rows }, environment) => {
    const today = dateOf(environment.now)
    const month = today.slice(0, 7)
    const due = monthlyDue(month, environment)
    const has = rows.schoolReports.where(id).fold(false, (found, { period }) => found || period === month)
    if (has) return '已报'
    if (state === '停办' || due === null) return null
    return today > due ? '逾期' : '未报'
  }),
  last_month: rule({ rows: reports }, ({ id, rows }) =>
    rows.schoolReports.where(id).fold<string | null>(null, (last, { period }) => later(last, period)),
  ),
  last_file: rule({ rows: reports }, ({ id, rows }) =>
    rows.schoolReports.where(id).fold<LocalTime | null>(null, (last, { received }) => later(last, received)),
  ),
})

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one
