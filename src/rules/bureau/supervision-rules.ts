import { dateOf, type LocalDate } from '../../shared/local-date.ts'
import { quarterOf } from '../../tables/school/report-periods.ts'
import type { KnownTables } from '../../tables/known-tables.ts'
import { rulesOf } from '../rule.ts'
import { settingColumns, settingsOf } from './bureau-settings.ts'
import { schoolsOf, type ContractedSchool } from './contracts-in-force.ts'
import { count, isOpen, isSpecialVisit, listed, specialVisitsIn } from './county-figures.ts'
import { isIn, quarterAround, quarterSpan, type Span } from './spans.ts'

const visit = rulesOf<KnownTables['visits']>()
const report = rulesOf<KnownTables['sectionReports']>()
const meeting = rulesOf<KnownTables['bureauMeetings']>()
const pledge = rulesOf<KnownTables['schoolPledges']>()

export const visitsRules = visit.all({
  /** Those linked to the visit, and those the school took down that day as found by a higher office. */
  hazards: visit.rule(
    {
      own: ['school', 'date'],
      rows: {
        allHazards: { by: 'school', columns: ['visit', 'found_on', 'source'] },
        visits: { columns: [] },
      },
    },
    ({ id, school, date, rows }) =>
      count(rows.allHazards.where(school), (hazard) =>
        hazard.visit === null
          ? date !== null && hazard.found_on === date && hazard.source === '上级检查'
          : rows.visits.named(hazard.visit)?.id === id,
      ),
  ),
  counts: visit.rule({ own: ['form', 'date'] }, ({ form, date }) => date !== null && isSpecialVisit(form)),
})

const quarterOfRow = (quarter: string | null): Span | null => {
  const named = quarter === null ? null : quarterOf(quarter)
  return named === null ? null : quarterSpan(named)
}

/** Who answers for a school on the quarter's last day, or today while it runs, answers for its quarter. */
const reckoned = (quarter: Span, today: LocalDate): LocalDate => (quarter.to < today ? quarter.to : today)

const contracted = {
  schoolContracts: { by: 'dept', columns: ['school', 'valid', 'valid_to'] },
  schools: { columns: ['name', 'state'] },
} as const

const visited = { by: 'school', columns: ['date', 'form'] } as const
const found = { by: 'school', columns: ['found_on', 'state', 'closed_on'] } as const

const sum = (schools: readonly ContractedSchool[], of: (id: string) => number): number =>
  schools.reduce((total, { id }) => total + of(id), 0)

export const sectionReportsRules = report.all({
  visits: report.rule(
    { own: ['quarter', 'dept'], rows: { ...contracted, visits: visited } },
    ({ quarter, dept, rows }, { now }) => {
      const span = quarterOfRow(quarter)
      if (span === null) return null
      const schools = schoolsOf(rows.schoolContracts.where(dept), rows.schools, reckoned(span, dateOf(now)))
      return sum(schools, (id) => count(rows.visits.where(id), ({ date }) => isIn(date, span)))
    },
  ),
  visit_schools: report.rule(
    { own: ['quarter', 'dept'], rows: { ...contracted, visits: visited } },
    ({ quarter, dept, rows }, { now }) => {
      const span = quarterOfRow(quarter)
      if (span === null) return null
      const schools = schoolsOf(rows.schoolContracts.where(dept), rows.schools, reckoned(span, dateOf(now)))
      return sum(schools, (id) =>
        Math.min(
          1,
          count(rows.visits.where(id), ({ date }) => isIn(date, span)),
        ),
      )
    },
  ),
  missing: report.rule(
    { own: ['quarter', 'dept'], rows: { ...contracted, visits: visited, bureauProfile: settingColumns } },
    ({ quarter, dept, rows }, { now }) => {
      const span = quarterOfRow(quarter)
      if (span === null) return null
      const due = settingsOf(rows.bureauProfile).visits
      const lacking = schoolsOf(rows.schoolContracts.where(dept), rows.schools, reckoned(span, dateOf(now)))
        .map(({ id, name }) => ({ name, owed: due - specialVisitsIn(rows.visits.where(id), span) }))
        .filter(({ owed }) => owed > 0)
      return lacking.length === 0 ? '无' : listed(lacking.map(({ name, owed }) => `${name}(欠${owed}次)`))
    },
  ),
  hazards: report.rule(
    { own: ['quarter', 'dept'], rows: { ...contracted, allHazards: found } },
    ({ quarter, dept, rows }, { now }) => {
      const span = quarterOfRow(quarter)
      if (span === null) return null
      const schools = schoolsOf(rows.schoolContracts.where(dept), rows.schools, reckoned(span, dateOf(now)))
      return sum(schools, (id) => count(rows.allHazards.where(id), ({ found_on }) => isIn(found_on, span)))
    },
  ),
  hazards_open: report.rule(
    { own: ['quarter', 'dept'], rows: { ...contracted, allHazards: found } },
    ({ quarter, dept, rows }, { now }) => {
      const span = quarterOfRow(quarter)
      if (span === null) return null
      const schools = schoolsOf(rows.schoolContracts.where(dept), rows.schools, reckoned(span, dateOf(now)))
      return sum(schools, (id) =>
        count(rows.allHazards.where(id), (hazard) => isIn(hazard.found_on, span) && isOpen(hazard)),
      )
    },
  ),
  hazards_fixed: report.rule({ own: ['hazards', 'hazards_open'] }, ({ hazards, hazards_open }) =>
    hazards === null || hazards_open === null ? null : hazards - hazards_open,
  ),
  /** The last day is still in time. */
  state: report.rule({ own: ['quarter', 'due_sent', 'sent'] }, ({ quarter, due_sent, sent }, { now }) => {
    const due = due_sent ?? quarterOfRow(quarter)?.to ?? null
    if (due === null) return null
    if (sent !== null) return sent <= due ? '按时' : '逾期'
    return dateOf(now) > due ? '未报' : '待报'
  }),
})

const alike = {
  own: ['date', 'kind', 'dept'],
  rows: {
    bureauMeetings: { by: 'kind', columns: ['date', 'dept'] },
    sections: { columns: [] },
    bureauProfile: settingColumns,
  },
} as const

export const bureauMeetingsRules = meeting.all({
  nth: meeting.rule(alike, ({ id, date, kind, dept, rows }) => {
    if (date === null || kind === null) return null
    const same = sameSeries(kind, dept, rows.sections)
    const quarter = quarterAround(date)
    return count(
      rows.bureauMeetings.where(kind),
      (other) =>
        isIn(other.date, quarter) &&
        same(other.dept) &&
        (other.date! < date || (other.date === date && other.id <= id)),
    )
  }),
  /** One dispatch meeting a quarter (P1-39), and as many studies of each section as the bureau has set (P1-07). */
  counts: meeting.rule(alike, ({ date, kind, dept, rows }) => {
    if (date === null || (kind !== '科室专题研究' && kind !== '季度调度会')) return null
    const needed = kind === '季度调度会' ? 1 : settingsOf(rows.bureauProfile).studies
    const same = sameSeries(kind, dept, rows.sections)
    const quarter = quarterAround(date)
    return (
      count(rows.bureauMeetings.where(kind), (other) => isIn(other.date, quarter) && same(other.dept)) >=
      needed
    )
  }),
})

/** Studies are each section's own; of the other kinds the bureau has one series. */
function sameSeries(
  kind: string,
  dept: string | null,
  sections: { readonly named: (cell: string | null) => { readonly id: string } | null },
): (other: string | null) => boolean {
  if (kind !== '科室专题研究') return () => true
  const idOf = (cell: string | null) => sections.named(cell)?.id ?? cell
  const own = idOf(dept)
  return (other) => idOf(other) === own
}

export const schoolPledgesRules = pledge.all({
  /** By the last file of the year that told. */
  inner: pledge.rule(
    {
      own: ['year', 'school'],
      rows: { receipts: { by: 'school', columns: ['month', 'received', 'pledge_rate'] } },
    },
    ({ year, school, rows }) => {
      if (year === null) return null
      return (
        rows.receipts
          .where(school)
          .fold<{ received: string; rate: number } | null>(null, (last, { month, received, pledge_rate }) =>
            received !== null &&
            pledge_rate !== null &&
            month?.startsWith(year) === true &&
            (last === null || received > last.received)
              ? { received, rate: pledge_rate }
              : last,
          )?.rate ?? null
      )
    },
  ),
})
