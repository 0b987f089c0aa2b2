import { addDays, dateOf, daysInMonth, type LocalDate } from '../shared/local-date.ts'
import { monthOf, quarterOf } from '../tables/school/report-periods.ts'
import type { Calendar } from './calendar.ts'
import type { Policy } from './policy.ts'
import { snapshotFrom, type Snapshot } from './report-snapshot.ts'
import type { Environment, RowsOf } from './rule.ts'

/** What the day of a report depends on. */
export interface DueFacts {
  readonly policy: Pick<Policy, 'monthly.day' | 'monthly.inclusive' | 'monthly.shift' | 'monthly.vacation'>
  readonly calendar: Pick<Calendar, 'isWorkday' | 'nextWorkday'>
  readonly terms: Environment['terms']
}

const previousMonth = (month: string): string =>
  month.endsWith('-01') ? `${+month.slice(0, 4) - 1}-12` : addDays(`${month}-01`, -1).slice(0, 7)

const lastDay = (month: string): LocalDate =>
  `${month}-${String(daysInMonth(+month.slice(0, 4), +month.slice(5))).padStart(2, '0')}`

/** The day the policy names in a month, or the month's last where it has no such day. */
function dayIn(month: string, day: number): LocalDate {
  const last = lastDay(month)
  const named = `${month}-${String(day).padStart(2, '0')}`
  return named < last ? named : last
}

/** A month in which no term has a school day; without terms nobody can say, and none is. */
function isVacation(month: string, terms: DueFacts['terms']): boolean {
  const [from, to] = [`${month}-01`, lastDay(month)]
  const dated = terms.filter(({ startDate, endDate }) => startDate !== null && endDate !== null)
  return dated.length > 0 && dated.every(({ startDate, endDate }) => endDate! < from || startDate! > to)
}

/** The last day on which a month's report is in time (O1, O2); null where none is asked for (O4). */
export function monthlyDue(month: string, { policy, calendar, terms }: DueFacts): LocalDate | null {
  if (policy['monthly.vacation'] === 'skip' && isVacation(month, terms)) return null
  return dueDay(month, { policy, calendar })
}

/** Before the same day of a quarter's last month (P5-26). A vacation does not excuse it. */
export const quarterlyDue = (quarter: string, facts: Omit<DueFacts, 'terms'>): LocalDate =>
  dueDay(`${quarter.slice(0, 4)}-${String(+quarter.slice(6) * 3).padStart(2, '0')}`, facts)

function dueDay(month: string, { policy, calendar }: Omit<DueFacts, 'terms'>): LocalDate {
  const named = dayIn(month, policy['monthly.day'])
  const day = policy['monthly.inclusive'] ? named : addDays(named, -1)
  if (policy['monthly.shift'] === 'none' || calendar.isWorkday(day)) return day
  if (policy['monthly.shift'] === 'nextWorkday') return calendar.nextWorkday(day)
  let before = addDays(day, -1)
  // No break is longer than a summer; a calendar that is all free must not hang.
  for (let i = 0; i < 120 && !calendar.isWorkday(before); i++) before = addDays(before, -1)
  return before
}

/** The due day of a period as the register of submissions writes it: a month or a quarter; null for anything else. */
export function dueOfPeriod(item: string | null, period: string | null, facts: DueFacts): LocalDate | null {
  const month = item === '隐患月报' && period !== null ? monthOf(period) : null
  if (month !== null) return monthlyDue(month, facts)
  const quarter = item === '季度总结' && period !== null ? quarterOf(period) : null
  return quarter === null ? null : quarterlyDue(quarter, facts)
}

export interface Period {
  readonly id: string
  readonly month: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly due: LocalDate | null
}

interface Reported {
  readonly id: string
  readonly month: string
  readonly sent: LocalDate | null
  readonly frozen: Snapshot | null
}

export interface Periods {
  readonly inOrder: readonly Period[]
  readonly of: ReadonlyMap<string, Period>
}

/**
 * Which days each monthly report covers (O3). By default a report begins on the day after the last one's end and ends on
 * the day it is sent, so that no hazard falls between two; one that is still open ends today, at most on its due day.
 */
export function monthlyPeriods(
  {
    monthlyReports,
  }: {
    readonly monthlyReports: RowsOf<{
      readonly month: string | null
      readonly sent_at: string | null
      readonly snapshot: string | null
    }>
  },
  environment: DueFacts & { readonly policy: Policy; readonly now: string },
): Periods {
  const reports = monthlyReports.all.fold<Reported[]>(
    [],
    (found, { id, month: written, sent_at, snapshot }) => {
      const month = written === null ? null : monthOf(written)
      if (month !== null)
        found.push({
          id,
          month,
          sent: sent_at === null ? null : dateOf(sent_at),
          frozen: snapshotFrom(snapshot),
        })
      return found
    },
  )
  reports.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
  const inOrder: Period[] = []
  for (const { id, month, sent, frozen } of reports)
    // What was sent keeps its days, also when the policy reads them otherwise now.
    if (frozen !== null) inOrder.push({ id, month, due: frozen.due, from: frozen.from, to: frozen.to })
    else
      inOrder.push({
        id,
        month,
        due: monthlyDue(month, environment),
        ...daysOf(month, sent, inOrder.at(-1) ?? null, environment),
      })
  return { inOrder, of: new Map(inOrder.map((period) => [period.id, period])) }
}

function daysOf(
  month: string,
  sent: LocalDate | null,
  before: Period | null,
  environment: DueFacts & { readonly policy: Policy; readonly now: string },
): { from: LocalDate; to: LocalDate } {
  const { policy } = environment
  if (policy['monthly.period'] === 'calendar') return { from: `${month}-01`, to: lastDay(month) }
  if (policy['monthly.period'] === '26to25') return { from: `${previousMonth(month)}-26`, to: `${month}-25` }
  const day = policy['monthly.day']
  const from = before === null ? addDays(dayIn(previousMonth(month), day), 1) : addDays(before.to, 1)
  const due = monthlyDue(month, environment) ?? dayIn(month, day)
  const today = dateOf(environment.now)
  const to = sent ?? (today < due ? today : due)
  // Sent before it could begin, or not begun yet: a period of its first day.
  return { from, to: to < from ? from : to }
}
