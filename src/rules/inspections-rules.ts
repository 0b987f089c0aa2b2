import { addDays, dateOf, type LocalDate } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import type { Row } from '../tables/table.ts'
import { rulesOf, type Environment, type RowsOf } from './rule.ts'
import { mondayOf } from './weeks.ts'

const inspection = rulesOf<Tables['inspections']>()
const item = rulesOf<Tables['inspectionItems']>()
const plan = rulesOf<Tables['inspectionPlan']>()

const items = { from: { inspectionItems: { by: 'insp', columns: ['result'] } } } as const
const looked = (result: string | null) => result === '合格' || result === '不合格'

export const inspectionsRules = inspection.all({
  counts: inspection.rule(items, ({ from }) =>
    from.inspectionItems.fold(0, (total, { result }) => total + (looked(result) ? 1 : 0)),
  ),
  failed: inspection.rule(items, ({ from }) =>
    from.inspectionItems.fold(0, (total, { result }) => total + (result === '不合格' ? 1 : 0)),
  ),
  unchecked: inspection.rule(items, ({ from }) =>
    from.inspectionItems.fold(
      0,
      (total, { result }) => total + (result === null || result === '未查' ? 1 : 0),
    ),
  ),
  hazards: inspection.rule({ from: { hazards: { by: 'inspection', columns: ['no'] } } }, ({ from }) =>
    from.hazards.fold(0, (total) => total + 1),
  ),
})

export const inspectionItemsRules = item.all({
  hazard: item.rule({ own: ['result'], via: { joined: ['no', 'state'] } }, ({ via }) =>
    via.joined === null ? null : [via.joined.no, via.joined.state].filter(Boolean).join(' '),
  ),
})

interface Window {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Vacations are no longer; a table that makes everything free must not hang. */
const LONGEST = 120

function workdayBefore(day: LocalDate, calendar: Environment['calendar']): LocalDate {
  let before = addDays(day, -1)
  for (let i = 0; i < LONGEST && !calendar.isWorkday(before); i++) before = addDays(before, -1)
  return before
}

/** Days of a week on which school is held: workdays inside a term; without terms, workdays. */
export function schoolDaysOf(
  monday: LocalDate,
  { calendar, terms }: Pick<Environment, 'calendar' | 'terms'>,
) {
  const dated = terms.filter(({ startDate, endDate }) => startDate !== null && endDate !== null)
  return [0, 1, 2, 3, 4, 5, 6]
    .map((n) => addDays(monday, n))
    .filter(
      (day) =>
        calendar.isWorkday(day) &&
        (dated.length === 0 || dated.some(({ startDate, endDate }) => day >= startDate! && day <= endDate!)),
    )
}

/**
 * When a planned inspection has to be made: a weekly one in its school days (O7: however few, from `inspect.minDays`),
 * one before a holiday on the last working days before it (O6), any other in its month or on its day. Null when none is
 * due: a week without enough school days.
 */
export function windowOf(
  kind: string | null,
  day: LocalDate | null,
  environment: Pick<Environment, 'calendar' | 'terms' | 'policy'>,
): Window | null {
  if (kind === null || day === null) return null
  const { calendar, policy } = environment
  if (kind === '每周必查') {
    const days = schoolDaysOf(mondayOf(day), environment)
    return days.length < policy['inspect.minDays'] ? null : { from: days[0]!, to: days.at(-1)! }
  }
  if (kind === '节前必查' || kind === '放假前' || kind === '开学前') {
    const to = workdayBefore(day, calendar)
    let from = to
    for (let n = 1; n < policy['inspect.preHolidayDays']; n++) from = workdayBefore(from, calendar)
    return { from, to }
  }
  if (kind === '月查') return { from: `${day.slice(0, 7)}-01`, to: day }
  return { from: day, to: day }
}

interface Made {
  readonly no: string
  readonly date: LocalDate
}

/** Inspections by kind, earliest first. */
function inspectionsByKind({
  inspections,
}: {
  readonly inspections: RowsOf<Pick<Row<Tables['inspections']>, 'no' | 'date' | 'kind'>>
}): Map<string, Made[]> {
  const found = inspections.all.fold(new Map<string, Made[]>(), (kinds, { no, date, kind }) => {
    if (date === null || kind === null) return kinds
    const made = kinds.get(kind)
    if (made) made.push({ no: no ?? '', date })
    else kinds.set(kind, [{ no: no ?? '', date }])
    return kinds
  })
  for (const made of found.values()) made.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return found
}

const planReads = {
  own: ['kind', 'day'],
  rows: { inspections: { columns: ['no', 'date', 'kind'] } },
} as const

/** The inspections of the kind that were made in the window. */
const madeIn = (kind: string | null, { from, to }: Window, made: ReadonlyMap<string, readonly Made[]>) =>
  (made.get(kind ?? '') ?? []).filter(({ date }) => date >= from && date <= to)

export const inspectionPlanRules = plan.all({
  window: plan.rule(
    { own: ['kind', 'day'] },
    ({ kind, day }, environment) => windowOf(kind, day, environment)?.from ?? null,
  ),
  window_to: plan.rule(
    { own: ['kind', 'day'] },
    ({ kind, day }, environment) => windowOf(kind, day, environment)?.to ?? null,
  ),
  record: plan.rule(planReads, ({ kind, day, gather }, environment) => {
    const window = windowOf(kind, day, environment)
    if (window === null) return null
    const made = madeIn(kind, window, gather(inspectionsByKind))
    return made.map(({ no }) => no).join('、') || null
  }),
  state: plan.rule(
    planReads,
    ({ kind, day, gather }, environment) => {
      const window = windowOf(kind, day, environment)
      if (window === null) return kind === null || day === null ? null : '不用查'
      if (madeIn(kind, window, gather(inspectionsByKind)).length > 0) return '已查'
      const today = dateOf(environment.now)
      return today < window.from ? '未到' : today > window.to ? '漏查' : '待查'
    },
    {
      why: ({ kind, day }, environment) => {
        const window = windowOf(kind, day, environment)
        if (window === null)
          return [{ code: 'inspection.no-school', params: { days: environment.policy['inspect.minDays'] } }]
        return [{ code: 'inspection.window', params: { from: window.from, to: window.to } }]
      },
    },
  ),
})
