import { dateOf, daysBetween } from '../shared/local-date.ts'
import { closedOn, deadlineOf, stateOf } from '../tables/school/hazard-steps.ts'
import type { Step } from '../tables/column.ts'
import type { Tables } from '../tables/index.ts'
import { monthlyPeriods } from './report-due.ts'
import { rulesOf, type Environment, type RowsOf } from './rule.ts'
import { termIndexOf } from './terms.ts'

const { rule, all } = rulesOf<Tables['hazards']>()

const STEPS = [
  'found_on',
  'measure',
  'owner',
  'done_on',
  'reviewer',
  'reviewed_on',
  'review',
  'closed_on',
  'shelved',
  'taken_over',
] as const
const reads = { own: [...STEPS, 'due', 'extension'] } as const

type Numbered = { readonly id: string; readonly found_on: string | null; readonly no: string | null }

/** Hazards are numbered anew each year, in the order in which they were found. */
function sequence({ hazards }: { readonly hazards: RowsOf<Omit<Numbered, 'id'>> }): Map<string, number> {
  const rows = hazards.all.fold<Numbered[]>([], (found, { id, found_on, no }) => {
    if (found_on !== null) found.push({ id, found_on, no })
    return found
  })
  const key = ({ found_on, no }: Numbered) => `${found_on} ${no ?? ''}`
  rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
  const numbers = new Map<string, number>()
  const last = new Map<string, number>()
  for (const { id, found_on } of rows) {
    const year = found_on!.slice(0, 4)
    const number = (last.get(year) ?? 0) + 1
    last.set(year, number)
    numbers.set(id, number)
  }
  return numbers
}

interface Placed {
  readonly found_on: string | null
  readonly area: string | null
  readonly category: string | null
  readonly no: string | null
}

/** How many hazards of the same kind the same place had before, in the same term (查反复、反复查). */
function repetitions(
  { hazards }: { readonly hazards: RowsOf<Placed> },
  { terms, policy }: Environment,
): Map<string, number> {
  const rows = hazards.all.fold<{ id: string; key: string; order: string }[]>([], (found, row) => {
    const { id, found_on, area, category, no } = row
    if (found_on === null || area === null || category === null) return found
    const term = termIndexOf(found_on, terms, policy)
    if (term >= 0) found.push({ id, key: `${term} ${category} ${area}`, order: `${found_on} ${no ?? ''}` })
    return found
  })
  rows.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  const seen = new Map<string, number>()
  return new Map(
    rows.map(({ id, key }) => {
      const before = seen.get(key) ?? 0
      seen.set(key, before + 1)
      return [id, before]
    }),
  )
}

function daysOver(
  row: Parameters<typeof stateOf>[0] & Parameters<typeof deadlineOf>[0],
  today: string,
): number {
  const deadline = deadlineOf(row)
  // Also while it waits to be looked at again: until then nobody knows that it is right.
  if (deadline === null || closedOn(row) !== null) return 0
  return Math.max(0, daysBetween(deadline, today))
}

export const hazardsRules = all({
  seq: rule(
    { rows: { hazards: { columns: ['found_on', 'no'] } } },
    ({ id, gather }) => gather(sequence).get(id) ?? null,
  ),
  state: rule({ own: STEPS }, (row) => stateOf(row)),
  overdue: rule(reads, (row, { now }) => daysOver(row, dateOf(now)) > 0, {
    why: (row, { now }): Step[] => {
      const deadline = deadlineOf(row)
      const closed = closedOn(row)
      if (closed !== null) return [{ code: 'hazard.closed', params: { closed } }]
      if (deadline === null) return []
      const days = daysOver(row, dateOf(now))
      return [
        { code: row.extension === null ? 'hazard.due' : 'hazard.extended', params: { deadline } },
        days > 0
          ? { code: 'hazard.overdue', params: { days, state: stateOf(row) } }
          : { code: 'hazard.in-time', params: { state: stateOf(row) } },
      ]
    },
  }),
  overdue_days: rule(reads, (row, { now }) => daysOver(row, dateOf(now)) || null),
  repeat: rule(
    { rows: { hazards: { columns: ['found_on', 'area', 'category', 'no'] } } },
    ({ id, gather }) => gather(repetitions).get(id) || null,
  ),
  /** Kept, so that the cell it asks for is marked by the policy in force. */
  photo_asked: rule(
    { own: ['done_on'] },
    ({ done_on }, { policy }) => done_on !== null && policy['photo.required'],
    { eager: true },
  ),
  /** The first report whose period holds the day it was found. */
  month: rule(
    { own: ['found_on'], rows: { monthlyReports: { columns: ['month', 'sent_at', 'snapshot'] } } },
    ({ found_on, gather }) => {
      if (found_on === null) return null
      const period = gather(monthlyPeriods).inOrder.find(({ from, to }) => found_on >= from && found_on <= to)
      return period?.month ?? null
    },
  ),
  /** Still open when the year began: it stands in the new year's ledger too, and is not copied into it. */
  carried: rule({ own: STEPS }, (row, { now }) => {
    if (row.found_on === null) return null
    const newYear = `${now.slice(0, 4)}-01-01`
    const closed = closedOn(row)
    return row.found_on < newYear && (closed === null || closed >= newYear)
  }),
})
