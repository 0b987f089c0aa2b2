import type { LocalDate } from '../shared/local-date.ts'
import { closedOn, deadlineOf, type HazardSteps } from '../tables/school/hazard-steps.ts'
import { monthlyPeriods, type DueFacts, type Period } from './report-due.ts'
import { snapshotFrom, type ReportedHazard } from './report-snapshot.ts'
import type { Policy } from './policy.ts'
import type { RowsOf } from './rule.ts'

export interface Figures {
  readonly new: number
  readonly new_major: number
  /** Open when the period began. */
  readonly carried: number
  readonly closed: number
  /** Open when it ended. */
  readonly open: number
  readonly overdue: number
  readonly fund: number
  /** New ones by category, most first. */
  readonly categories: readonly (readonly [category: string, count: number])[]
}

interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

const within = (day: LocalDate | null, { from, to }: Span): boolean =>
  day !== null && day >= from && day <= to

/** Does a report of this period have to speak of it: was it open on any day of it, or is it told too late? */
export const concerns = (hazard: ReportedHazard, period: Span, late: boolean): boolean =>
  hazard.found <= period.to && (late || hazard.closed === null || hazard.closed >= period.from)

/**
 * Counts the hazards of a period. `late` says of one found before it whether no earlier report told of it: it is new in
 * this one, else it would be in none. Opening balance + new − closed is the closing balance, because each of the four is
 * counted by itself over the same hazards.
 */
export function figuresOf(
  hazards: Iterable<ReportedHazard>,
  period: Span,
  late: (hazard: ReportedHazard) => boolean = () => false,
): Figures {
  const figures = { new: 0, new_major: 0, carried: 0, closed: 0, open: 0, overdue: 0, fund: 0 }
  const categories = new Map<string, number>()
  for (const hazard of hazards) {
    const { found, closed, deadline, level, category } = hazard
    const isLate = found < period.from && late(hazard)
    if (!concerns(hazard, period, isLate)) continue
    if (isLate || found >= period.from) {
      figures.new++
      if (level === '重大') figures.new_major++
      categories.set(category, (categories.get(category) ?? 0) + 1)
    } else figures.carried++
    if (closed !== null && closed <= period.to) figures.closed++
    else {
      figures.open++
      if (deadline !== null && deadline < period.to) figures.overdue++
    }
    if (within(hazard.done, period)) figures.fund += hazard.fund
  }
  return {
    ...figures,
    fund: Math.round(figures.fund * 100) / 100,
    categories: [...categories].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  }
}

type Ledger = RowsOf<
  Omit<HazardSteps, 'measure' | 'shelved'> & {
    readonly no: string | null
    readonly area: string | null
    readonly category: string | null
    readonly content: string | null
    readonly level: string | null
    readonly due: LocalDate | null
    readonly extension: LocalDate | null
    readonly fund: number | null
  }
>
type Places = RowsOf<{ readonly area: string | null }>
type Reports = RowsOf<{
  readonly month: string | null
  readonly sent_at: string | null
  readonly snapshot: string | null
}>

/** The ledger as reports see it: hazards with a day, in the order in which they were found. */
function reportedHazards({
  hazards,
  areas,
}: {
  readonly hazards: Ledger
  readonly areas: Places
}): ReportedHazard[] {
  const found = hazards.all.fold<ReportedHazard[]>([], (list, row) => {
    if (row.found_on === null) return list
    list.push({
      id: row.id,
      no: row.no ?? '',
      found: row.found_on,
      area: areas.named(row.area)?.area ?? row.area ?? '',
      category: row.category ?? '其他',
      level: row.level ?? '一般',
      content: row.content ?? '',
      deadline: deadlineOf(row),
      done: row.done_on,
      closed: closedOn(row),
      fund: row.fund ?? 0,
    })
    return list
  })
  const order = ({ found: day, no }: ReportedHazard) => `${day} ${no}`
  return found.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
}

export interface MonthlyReport {
  readonly period: Period
  readonly figures: Figures
  /** What the report speaks of, as it was sent or as it stands. */
  readonly hazards: readonly ReportedHazard[]
  readonly sent: boolean
  /** The ledger now says something else about the days of a report that is sent. */
  readonly changed: boolean
}

/** All monthly reports, each by the id of its row. */
export function monthlyReports(
  rows: { readonly hazards: Ledger; readonly areas: Places; readonly monthlyReports: Reports },
  environment: DueFacts & { readonly policy: Policy; readonly now: string },
): ReadonlyMap<string, MonthlyReport> {
  const ledger = reportedHazards(rows)
  const snapshots = rows.monthlyReports.all.fold(new Map<string, string>(), (found, { id, snapshot }) =>
    snapshot === null ? found : found.set(id, snapshot),
  )
  const told = new Told()
  const reports = new Map<string, MonthlyReport>()
  for (const period of monthlyPeriods(rows, environment).inOrder) {
    const snapshot = snapshotFrom(snapshots.get(period.id) ?? null)
    const late = told.lateFor(period)
    const live = figuresOf(ledger, period, late)
    if (snapshot === null) {
      const hazards = ledger.filter((hazard) =>
        concerns(hazard, period, hazard.found < period.from && late(hazard)),
      )
      reports.set(period.id, { period, figures: live, hazards, sent: false, changed: false })
      told.live(period)
      continue
    }
    const { hazards } = snapshot
    const figures = figuresOf(hazards, period, late)
    reports.set(period.id, { period, figures, hazards, sent: true, changed: !sameCounts(figures, live) })
    told.frozen(period, hazards)
  }
  return reports
}

const COUNTED = ['new', 'new_major', 'carried', 'closed', 'open'] as const

const sameCounts = (a: Figures, b: Figures): boolean => COUNTED.every((key) => a[key] === b[key])

/** Of which hazards earlier reports have told. */
class Told {
  private readonly ids = new Set<string>()
  private readonly spans: Span[] = []
  private since: LocalDate | null = null

  live(period: Span): void {
    this.spans.push(period)
  }

  frozen(period: Span, hazards: readonly ReportedHazard[]): void {
    this.since ??= period.from
    for (const { id } of hazards) this.ids.add(id)
  }

  /** Nothing is late before the first report that was sent; what was over by then was told on paper. */
  lateFor(period: Span): (hazard: ReportedHazard) => boolean {
    const ids = new Set(this.ids)
    const spans = [...this.spans]
    const { since } = this
    return ({ id, found, closed }) =>
      since !== null &&
      found < period.from &&
      !ids.has(id) &&
      found >= since &&
      (closed === null || closed >= since) &&
      !spans.some((span) => within(found, span))
  }
}
