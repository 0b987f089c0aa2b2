import { dateOf, type LocalDate } from '../../shared/local-date.ts'
import type { Environment, RowsInputs } from '../rule.ts'
import { settingColumns, settingsOf } from './bureau-settings.ts'
import { count, daysOverdue, isAtFault, isOpen, percent } from './county-figures.ts'
import { cameInTime, dueIn, hasCome, isOfMonth, reportingSchools } from './reporting-schools.ts'
import { isIn, monthsBefore, monthsIn, spanOf, type Span } from './spans.ts'

/** What the figures of a month or quarter read. */
export const periodReads = {
  schools: { columns: ['name', 'state', 'parent', 'town'] },
  receipts: { by: 'school', columns: ['month', 'received', 'returned'] },
  allHazards: {
    by: 'school',
    columns: ['school', 'found_on', 'category', 'level', 'state', 'closed_on', 'due', 'extension'],
  },
  allIncidents: {
    columns: [
      'school',
      'times',
      'type',
      'class6',
      'confirmed',
      'cas',
      'cas_medium',
      'cas_severe',
      'cas_dead',
      'loss',
    ],
  },
  bureauProfile: settingColumns,
} as const

type Rows = RowsInputs<typeof periodReads>

/** Hazards of a town, a category or all. */
export interface HazardCounts {
  readonly found: number
  readonly major: number
  readonly closed: number
  readonly open: number
  readonly overdue: number
}

/** A school and the months it is named for. */
export interface NamedSchool {
  readonly id: string
  readonly name: string
  readonly months: readonly string[]
}

export interface PeriodFigures {
  readonly months: readonly string[]
  readonly span: Span
  readonly files: { readonly due: number; readonly come: number; readonly inTime: number }
  readonly late: readonly NamedSchool[]
  readonly missing: readonly NamedSchool[]
  readonly hazards: HazardCounts
  readonly before: { readonly found: number; readonly incidents: number }
  /** The most first. */
  readonly towns: readonly (readonly [town: string, counts: HazardCounts])[]
  readonly categories: readonly (readonly [category: string, counts: HazardCounts])[]
  /** Open major hazards of the county, by row. */
  readonly majors: readonly { readonly id: string; readonly overdue: number }[]
  readonly incidents: {
    readonly all: number
    readonly fault: number
    readonly slight: number
    readonly medium: number
    readonly severe: number
    readonly dead: number
    readonly loss: number
    readonly types: readonly (readonly [type: string, count: number])[]
    readonly rows: readonly string[]
  }
  /** Of what each school found in the period, per cent closed; the best first, without those that found nothing. */
  readonly closing: readonly { readonly name: string; readonly found: number; readonly rate: number }[]
  /** Schools with hazards past their day, the most first. */
  readonly overdue: readonly { readonly id: string; readonly name: string; readonly count: number }[]
}

/**
 * The county in a month (`2026-09`) or quarter (`2026-Q3`), for a bulletin and for the county's report; null for what is
 * no period. What is open or overdue is so on the period's last day, or today while it runs.
 */
export function periodFigures(rows: Rows, { now }: Environment, period: string): PeriodFigures | null {
  const months = monthsIn(period)
  if (months === null) return null
  const span = spanOf(months)
  const day = dateOf(now) < span.to ? dateOf(now) : span.to
  const earlier = spanOf(monthsBefore(months))
  return {
    months,
    span,
    ...sending(rows, months, settingsOf(rows.bureauProfile).monthlyDay),
    ...hazardFigures(rows, span, day),
    before: {
      found: count(rows.allHazards.all, ({ found_on }) => isIn(found_on, earlier)),
      incidents: count(rows.allIncidents.all, ({ times }) => isIn(times, earlier)),
    },
    incidents: incidentFigures(rows, span),
  }
}

function sending(rows: Rows, months: readonly string[], monthlyDay: number) {
  const schools = reportingSchools(rows.schools)
  let [come, inTime] = [0, 0]
  const [late, missing]: [NamedSchool[], NamedSchool[]] = [[], []]
  for (const { id, name } of schools) {
    const receipts = rows.receipts.where(id)
    const came = months.filter((month) => count(receipts, (row) => isOfMonth(row, month) && hasCome(row)) > 0)
    const good = came.filter(
      (month) =>
        count(receipts, (row) => isOfMonth(row, month) && cameInTime(row, dueIn(month, monthlyDay))) > 0,
    )
    come += came.length
    inTime += good.length
    const named = (of: readonly string[], list: NamedSchool[]) => {
      if (of.length > 0) list.push({ id, name, months: of })
    }
    named(
      came.filter((month) => !good.includes(month)),
      late,
    )
    named(
      months.filter((month) => !came.includes(month)),
      missing,
    )
  }
  return { files: { due: schools.length * months.length, come, inTime }, late, missing }
}

type Tally = { -readonly [Key in keyof HazardCounts]: HazardCounts[Key] }
const none = (): Tally => ({ found: 0, major: 0, closed: 0, open: 0, overdue: 0 })

function hazardFigures(rows: Rows, span: Span, day: LocalDate) {
  const hazards = none()
  const [towns, categories] = [new Map<string, Tally>(), new Map<string, Tally>()]
  const majors: { id: string; overdue: number }[] = []
  const schools = new Map<string, { found: number; closed: number; overdue: number }>()
  rows.allHazards.all.fold(null, (nothing, hazard) => {
    const school = rows.schools.named(hazard.school)
    const isNew = isIn(hazard.found_on, span)
    const open = isOpen(hazard) && hazard.found_on !== null && hazard.found_on <= span.to
    const late = open ? daysOverdue(hazard, day) : 0
    const tallies = [hazards, tallyOf(towns, school?.town), tallyOf(categories, hazard.category)]
    for (const tally of tallies) {
      if (isNew) tally.found++
      if (isNew && hazard.level === '重大') tally.major++
      if (isIn(hazard.closed_on, span)) tally.closed++
      if (open) tally.open++
      if (late > 0) tally.overdue++
    }
    if (open && hazard.level === '重大') majors.push({ id: hazard.id, overdue: late })
    if (school !== null) {
      let own = schools.get(school.id)
      if (!own) schools.set(school.id, (own = { found: 0, closed: 0, overdue: 0 }))
      if (isNew) own.found++
      if (isNew && !isOpen(hazard)) own.closed++
      if (late > 0) own.overdue++
    }
    return nothing
  })
  const known = reportingSchools(rows.schools).map(({ id, name }) => ({
    id,
    name,
    ...(schools.get(id) ?? { found: 0, closed: 0, overdue: 0 }),
  }))
  return {
    hazards,
    towns: theMostFirst(towns),
    categories: theMostFirst(categories),
    majors: majors.sort((a, b) => b.overdue - a.overdue),
    closing: known
      .filter(({ found }) => found > 0)
      .map(({ name, found, closed }) => ({ name, found, rate: percent(closed, found)! }))
      .sort((a, b) => b.rate - a.rate || byName(a, b)),
    overdue: known
      .filter(({ overdue }) => overdue > 0)
      .map(({ id, name, overdue }) => ({ id, name, count: overdue }))
      .sort((a, b) => b.count - a.count || byName(a, b)),
  }
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0

function tallyOf(of: Map<string, Tally>, what: string | null | undefined): Tally {
  const key = what ?? ''
  let tally = of.get(key)
  if (!tally) of.set(key, (tally = none()))
  return tally
}

/** What nothing is known of stands last. */
const theMostFirst = (of: ReadonlyMap<string, HazardCounts>) =>
  [...of].sort(
    ([a, one], [b, other]) =>
      Number(a === '') - Number(b === '') ||
      other.found - one.found ||
      other.open - one.open ||
      (a < b ? -1 : 1),
  )

function incidentFigures({ allIncidents }: Rows, span: Span): PeriodFigures['incidents'] {
  const types = new Map<string, number>()
  const found: string[] = []
  const sums = { fault: 0, slight: 0, medium: 0, severe: 0, dead: 0, loss: 0 }
  allIncidents.all.fold(null, (nothing, incident) => {
    if (!isIn(incident.times, span)) return nothing
    found.push(incident.id)
    if (incident.type !== null) types.set(incident.type, (types.get(incident.type) ?? 0) + 1)
    if (isAtFault(incident)) sums.fault++
    sums.slight += incident.cas ?? 0
    sums.medium += incident.cas_medium ?? 0
    sums.severe += incident.cas_severe ?? 0
    sums.dead += incident.cas_dead ?? 0
    sums.loss += incident.loss ?? 0
    return nothing
  })
  return {
    ...sums,
    all: found.length,
    rows: found,
    types: [...types].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)),
  }
}
