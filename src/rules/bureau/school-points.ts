import { dateOf, type LocalDate } from '../../shared/local-date.ts'
import type { Children, RowsOf } from '../rule.ts'
import { settingColumns, settingsOf, type BureauSettings } from './bureau-settings.ts'
import { count, isAtFault, isOpen, yearSpan, type IncidentFacts } from './county-figures.ts'
import { cameInTime, dueIn, hasCome, isOfMonth, type ReceiptFacts } from './reporting-schools.ts'
import { isIn } from './spans.ts'

/** What the computed items of a school's assessment read. */
export const evidence = {
  receipts: { by: 'school', columns: ['month', 'received', 'returned', 'drill_rows'] },
  allHazards: { by: 'school', columns: ['found_on', 'state', 'closed_on'] },
  allIncidents: { by: 'school', columns: ['school', 'times', 'class6', 'confirmed'] },
  schoolPledges: { by: 'school', columns: ['year', 'signed'] },
  investigations: { columns: ['incident', 'veto'] },
  schools: { columns: ['type'] },
  bureauProfile: settingColumns,
} as const

type Where<R> = Pick<RowsOf<R>, 'where'>
export interface Evidence {
  readonly receipts: Where<ReceiptFacts & { readonly drill_rows: number | null }>
  readonly allHazards: Where<{
    readonly found_on: LocalDate | null
    readonly state: string | null
    readonly closed_on: LocalDate | null
  }>
  readonly allIncidents: RowsOf<IncidentFacts & { readonly school: string | null }>
  readonly schoolPledges: Where<{ readonly year: string | null; readonly signed: LocalDate | null }>
  readonly investigations: RowsOf<{ readonly incident: string | null; readonly veto: string | null }>
  readonly schools: Pick<RowsOf<{ readonly type: string | null }>, 'named'>
  readonly bureauProfile: RowsOf<{
    readonly deadlines: number | null
    readonly quarter_deadline: number | null
    readonly visits: number | null
    readonly studies: number | null
    readonly report_hours: number | null
    readonly severe_hours: number | null
  }>
}

/** What one incident takes of the points for incidents: a fifth, half or all, as plan 4 takes of a person's hundred. */
const TAKEN: Readonly<Record<string, number>> = {
  一般安全责任事故: 0.2,
  较严重的安全责任事故: 0.5,
  严重的安全责任事故: 1,
}

const monthsOf = (year: string): string[] =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)

/**
 * The part of an item's points a school has by what it sent, 0 to 1. Null for the items nobody can see from here, and
 * while there is nothing to judge by.
 */
export function shareOf(
  item: string,
  school: string,
  year: string,
  rows: Evidence,
  today: LocalDate,
): number | null {
  switch (item) {
    case '责任制与责任书':
      return count(rows.schoolPledges.where(school), (row) => row.year === year && row.signed !== null) > 0
        ? 1
        : 0
    case '检查与隐患':
      return closedShare(school, year, rows)
    case '月报季报按时率':
      return inTimeShare(school, year, rows.receipts, settingsOf(rows.bureauProfile), today)
    case '演练':
      return drillShare(school, year, rows)
    case '事故':
      return Math.max(0, 1 - taken(rows.allIncidents.where(school), year))
    default:
      return null
  }
}

/** Of the hazards found in the year, how many are off the list. None found, but files sent: nothing is left undone. */
function closedShare(school: string, year: string, { allHazards, receipts }: Evidence): number | null {
  const span = yearSpan(year)
  const found = count(allHazards.where(school), ({ found_on }) => isIn(found_on, span))
  if (found === 0)
    return count(receipts.where(school), (row) => hasCome(row) && row.month?.startsWith(year) === true) > 0
      ? 1
      : null
  const open = count(allHazards.where(school), (hazard) => isIn(hazard.found_on, span) && isOpen(hazard))
  return (found - open) / found
}

/** Of the months whose day has passed, those whose file came by it. A year before anything was received says nothing. */
function inTimeShare(
  school: string,
  year: string,
  receipts: Evidence['receipts'],
  { monthlyDay }: BureauSettings,
  today: LocalDate,
): number | null {
  const due = monthsOf(year)
    .map((month) => ({ month, due: dueIn(month, monthlyDay) }))
    .filter((each) => each.due < today)
  const own = receipts.where(school)
  const known = count(own, ({ month }) => month?.startsWith(year) === true)
  if (due.length === 0 || known === 0) return null
  const inTime = due.filter((each) =>
    own.fold(false, (found, row) => found || (isOfMonth(row, each.month) && cameInTime(row, each.due))),
  )
  return inTime.length / due.length
}

/** A drill a month, in kindergartens one a quarter; counted over the months whose file has come. */
function drillShare(school: string, year: string, { receipts, schools }: Evidence): number | null {
  const { months, drills } = receipts
    .where(school)
    .fold({ months: 0, drills: 0 }, (so, row) =>
      hasCome(row) && row.drill_rows !== null && row.month?.startsWith(year) === true
        ? { months: so.months + 1, drills: so.drills + row.drill_rows }
        : so,
    )
  if (months === 0) return null
  const kindergarten = schools.named(school)?.type === '幼儿园'
  const needed = kindergarten ? Math.max(1, Math.floor(months / 3)) : months
  return Math.min(1, drills / needed)
}

const taken = (incidents: Children<IncidentFacts>, year: string): number =>
  incidents.fold(0, (sum, incident) =>
    isIn(incident.times, yearSpan(year)) && isAtFault(incident) ? sum + (TAKEN[incident.class6!] ?? 0) : sum,
  )

/** A severe incident at fault, or an investigation into one of its incidents that says the year is vetoed (P5-23). */
export function isVetoed(school: string, year: string, rows: Evidence): boolean {
  const severe = count(
    rows.allIncidents.where(school),
    (incident) =>
      isIn(incident.times, yearSpan(year)) && isAtFault(incident) && incident.class6 === '严重的安全责任事故',
  )
  if (severe > 0) return true
  const cases = rows.investigations.all.fold<string[]>([], (found, { incident, veto }) => {
    if (veto === year && incident !== null) found.push(incident)
    return found
  })
  if (cases.length === 0) return false
  const own = new Set<string>()
  rows.allIncidents.where(school).fold(null, (nothing, { id }) => {
    own.add(id)
    return nothing
  })
  return cases.some((incident) => own.has(rows.allIncidents.named(incident)?.id ?? ''))
}

export const tenth = (value: number): number => Math.round(value * 10) / 10

/** An item's points by what came in; null where it is judged on the spot. */
export function autoPoints(
  row: { readonly item: string | null; readonly points: number | null },
  school: string | null,
  year: string | null,
  rows: Evidence,
  now: string,
): number | null {
  if (row.item === null || row.points === null || school === null || year === null) return null
  const share = shareOf(row.item, school, year, rows, dateOf(now))
  return share === null ? null : tenth(row.points * share)
}

/** What was found on the spot counts; else what came in. */
export const pointsOf = (
  onsite: number | null,
  auto: number | null,
  points: number | null,
): number | null => {
  const given = onsite ?? auto
  return given === null ? null : Math.max(0, points === null ? given : Math.min(points, given))
}

export const gradeOf = (score: number): '优秀' | '良好' | '合格' | '不合格' => {
  if (score >= 90) return '优秀'
  if (score >= 80) return '良好'
  return score >= 60 ? '合格' : '不合格'
}
