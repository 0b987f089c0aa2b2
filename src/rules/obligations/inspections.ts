import { addDays } from '../../shared/local-date.ts'
import type { Declaration, RowReader } from './declaration.ts'
import { beforeBreaks, weekly } from './school-periods.ts'

const inspected =
  (...kinds: readonly string[]) =>
  (row: RowReader) =>
    kinds.includes(row.text('kind') ?? '') ? { day: row.text('date') } : null

/** Days between two looks at what somebody answers for. */
const EVERY: Readonly<Record<string, number>> = { 每日: 1, 每周: 7, 每月: 31, 每季两次: 45 }

/** Inspections and hazards (plans 3 to 5). */
export const inspectionObligations: readonly Declaration[] = [
  {
    id: 'inspection.week',
    clause: 'P4-29',
    periods: (facts, from, to) => weekly(facts, from, to, facts.policy['inspect.minDays']),
    evidence: { table: 'inspections', proof: inspected('每周必查') },
    who: 'safety_office_head',
  },
  {
    id: 'inspection.holiday',
    clause: 'P4-29',
    periods: beforeBreaks(({ policy }) => policy['inspect.preHolidayDays']),
    evidence: { table: 'inspections', proof: inspected('节前必查', '放假前') },
    who: 'safety_vp',
  },
  {
    id: 'inspection.contract',
    clause: 'P3-11',
    plan: 'plan.contracts',
    table: 'contracts',
    reads: ['inspections'],
    ahead: 2,
    keeps: 60,
    owed: (row) => {
      const days = EVERY[row.text('freq') ?? '']
      const last = row.text('last_check') ?? row.text('valid')
      if (days === undefined || last === null) return null
      const due = addDays(last, days)
      const end = row.text('valid_to')
      // Whoever answered for it until then has nothing to look at any more.
      return end !== null && end < due ? null : { due, who: row.target('staff', 'owner') }
    },
  },
  {
    id: 'hazard.open',
    clause: 'P4-02',
    table: 'hazards',
    owed: (row) => {
      const state = row.text('state')
      if (state === '已销号' || state?.startsWith('挂账')) return null
      const due = row.text('extension') ?? row.text('due')
      if (due === null) return null
      const done = row.cell('done_on') !== null
      return {
        due,
        // Somebody else than the one who repaired it looks at it again.
        who: row.target('staff', done ? 'reviewer' : 'owner'),
        column: done ? 'reviewed_on' : 'done_on',
      }
    },
  },
  {
    id: 'hazard.major',
    clause: 'P5-24',
    table: 'hazards',
    column: 'reported_on',
    who: 'principal',
    owed: (row) => {
      const due = row.text('found_on')
      if (due === null || row.cell('level') !== '重大' || row.cell('closed_on') !== null) return null
      return row.cell('reported') === '立即上报' && row.cell('reported_on') !== null
        ? null
        : { due, opens: due }
    },
  },
  {
    id: 'risk.review',
    clause: 'P5-16',
    table: 'riskPoints',
    ahead: 14,
    column: 'review',
    owed: (row) => {
      const due = row.text('review_next')
      return due === null ? null : { due, who: row.target('staff', 'owner') }
    },
  },
]
