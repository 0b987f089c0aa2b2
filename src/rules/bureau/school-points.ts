import { dateOf, type LocalDate } from '../../shared/local-date.ts'
import type { Step } from '../../tables/column.ts'
import type { Children, RowsOf } from '../rule.ts'
import { settingColumns, settingsOf, type BureauSettings } from './bureau-settings.ts'
import { count, isAtFault, isOpen, isSevereFault, yearSpan, type IncidentFacts } from './county-figures.ts'
import { cameInTime, dueIn, hasCome, isOfMonth, type ReceiptFacts } from './reporting-schools.ts'
import { isIn } from './spans.ts'
import { tenth } from './tenth.ts'

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

/** Rows that a number stands on, of one table. */
export interface RowsBehind {
  readonly table: 'receipts' | 'allHazards' | 'allIncidents' | 'schoolPledges'
  readonly rows: readonly string[]
}

/**
 * What an item's points stand on. `share` is the part of the points a school has by what it sent, 0 to 1; null for the
 * items nobody can see from here, and while there is nothing to judge by.
 */
export interface Behind {
  readonly share: number | null
  readonly steps: readonly Step[]
  /** Rows that speak for the school, and rows that cost it points. */
  readonly earned: RowsBehind | null
  readonly lost: RowsBehind | null
}

const nothing = (share: number | null, code: string): Behind => ({
  share,
  steps: [{ code: `assessment.${code}` }],
  earned: null,
  lost: null,
})

const idsOf = <R extends { readonly id: string }>(rows: Children<R>, holds: (row: R) => boolean): string[] =>
  rows.fold<string[]>([], (found, row) => {
    if (holds(row)) found.push(row.id)
    return found
  })

export function behindItem(
  item: string,
  school: string,
  year: string,
  rows: Evidence,
  today: LocalDate,
): Behind {
  switch (item) {
    case '责任制与责任书': {
      const signed = idsOf(
        rows.schoolPledges.where(school),
        (row) => row.year === year && row.signed !== null,
      )
      if (signed.length === 0) return nothing(0, 'no-pledge')
      return { ...nothing(1, 'pledge'), earned: { table: 'schoolPledges', rows: signed } }
    }
    case '检查与隐患':
      return closedHazards(school, year, rows)
    case '月报季报按时率':
      return filesInTime(school, year, rows.receipts, settingsOf(rows.bureauProfile), today)
    case '演练':
      return drillsHeld(school, year, rows)
    case '事故':
      return incidentsAtFault(school, year, rows)
    default:
      return nothing(null, 'on-the-spot')
  }
}

/** Of the hazards found in the year, how many are off the list. None found, but files sent: nothing is left undone. */
function closedHazards(school: string, year: string, { allHazards, receipts }: Evidence): Behind {
  const span = yearSpan(year)
  const [open, closed]: [string[], string[]] = [[], []]
  allHazards.where(school).fold(null, (none, hazard) => {
    if (isIn(hazard.found_on, span)) (isOpen(hazard) ? open : closed).push(hazard.id)
    return none
  })
  const found = open.length + closed.length
  if (found === 0) {
    const sent = idsOf(receipts.where(school), (row) => hasCome(row) && row.month?.startsWith(year) === true)
    if (sent.length === 0) return nothing(null, 'nothing-yet')
    return { ...nothing(1, 'no-hazards'), earned: { table: 'receipts', rows: sent } }
  }
  return {
    share: closed.length / found,
    steps: [{ code: 'assessment.hazards', params: { found, closed: closed.length } }],
    earned: { table: 'allHazards', rows: closed },
    lost: { table: 'allHazards', rows: open },
  }
}

/** Of the months whose day has passed, those whose file came by it. A year before anything was received says nothing. */
function filesInTime(
  school: string,
  year: string,
  receipts: Evidence['receipts'],
  { monthlyDay }: BureauSettings,
  today: LocalDate,
): Behind {
  const due = monthsOf(year)
    .map((month) => ({ month, due: dueIn(month, monthlyDay) }))
    .filter((each) => each.due < today)
  const own = receipts.where(school)
  const known = count(own, ({ month }) => month?.startsWith(year) === true)
  if (due.length === 0 || known === 0) return nothing(null, 'nothing-yet')
  const [inTime, late, missing]: [string[], string[], string[]] = [[], [], []]
  let months = 0
  for (const each of due) {
    const all = idsOf(own, (row) => isOfMonth(row, each.month))
    const came = idsOf(own, (row) => isOfMonth(row, each.month) && cameInTime(row, each.due))
    if (came.length > 0) {
      months++
      inTime.push(...came)
    } else if (all.length > 0) late.push(...all)
    else missing.push(each.month)
  }
  return {
    share: months / due.length,
    steps: [
      { code: 'assessment.files', params: { due: due.length, inTime: months } },
      ...(missing.length > 0
        ? [{ code: 'assessment.files-missing', params: { months: missing.join('、') } }]
        : []),
    ],
    earned: { table: 'receipts', rows: inTime },
    lost: { table: 'receipts', rows: late },
  }
}

/** A drill a month, in kindergartens one a quarter; counted over the months whose file has come. */
function drillsHeld(school: string, year: string, { receipts, schools }: Evidence): Behind {
  const told: string[] = []
  let drills = 0
  receipts.where(school).fold(null, (none, row) => {
    if (!hasCome(row) || row.drill_rows === null || row.month?.startsWith(year) !== true) return none
    told.push(row.id)
    drills += row.drill_rows
    return none
  })
  if (told.length === 0) return nothing(null, 'nothing-yet')
  const kindergarten = schools.named(school)?.type === '幼儿园'
  const needed = kindergarten ? Math.max(1, Math.floor(told.length / 3)) : told.length
  const params = { months: told.length, needed, drills }
  return {
    share: Math.min(1, drills / needed),
    steps: [{ code: kindergarten ? 'assessment.drills-quarterly' : 'assessment.drills', params }],
    earned: { table: 'receipts', rows: told },
    lost: null,
  }
}

function incidentsAtFault(school: string, year: string, { allIncidents }: Evidence): Behind {
  const own = allIncidents.where(school)
  const counts = new Map<string, number>()
  const lost = idsOf(own, (incident) => {
    if (!isIn(incident.times, yearSpan(year)) || !isAtFault(incident)) return false
    counts.set(incident.class6!, (counts.get(incident.class6!) ?? 0) + 1)
    return true
  })
  if (lost.length === 0) return nothing(1, 'no-incidents')
  const taken = [...counts].reduce((sum, [class6, n]) => sum + n * (TAKEN[class6] ?? 0), 0)
  return {
    share: Math.max(0, 1 - taken),
    steps: [...counts].map(([class6, n]) => ({
      code: 'assessment.incidents',
      params: { class: class6, count: n, percent: Math.round(100 * (TAKEN[class6] ?? 0)) },
    })),
    earned: null,
    lost: { table: 'allIncidents', rows: lost },
  }
}

/** Why a year is vetoed: which rows say so. */
export interface VetoCauses {
  readonly incidents: readonly string[]
  readonly investigations: readonly string[]
}

/** A severe incident at fault, or an investigation into one of its incidents that says the year is vetoed (P5-23). */
export function vetoCauses(school: string, year: string, rows: Evidence): VetoCauses {
  const incidents = idsOf(
    rows.allIncidents.where(school),
    (incident) => isIn(incident.times, yearSpan(year)) && isSevereFault(incident),
  )
  const cases = rows.investigations.all.fold<{ id: string; incident: string }[]>(
    [],
    (found, { id, incident, veto }) => {
      if (veto === year && incident !== null) found.push({ id, incident })
      return found
    },
  )
  if (cases.length === 0) return { incidents, investigations: [] }
  const own = new Set(idsOf(rows.allIncidents.where(school), () => true))
  const investigations = cases
    .filter(({ incident }) => own.has(rows.allIncidents.named(incident)?.id ?? ''))
    .map(({ id }) => id)
  return { incidents, investigations }
}

export function isVetoed(school: string, year: string, rows: Evidence): boolean {
  const { incidents, investigations } = vetoCauses(school, year, rows)
  return incidents.length + investigations.length > 0
}

/** An item's points by what came in; null where it is judged on the spot. */
export function autoPoints(
  row: { readonly item: string | null; readonly points: number | null },
  school: string | null,
  year: string | null,
  rows: Evidence,
  now: string,
): number | null {
  if (row.item === null || row.points === null || school === null || year === null) return null
  const { share } = behindItem(row.item, school, year, rows, dateOf(now))
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
