import { addDays, dateOf } from '../../shared/local-date.ts'
import type { Declaration, ObligationFacts, RowReader } from './declaration.ts'
import { beforeBreaks, monthEnds, monthly, perTerm, quarterly, weekly } from './school-periods.ts'

/** Kindergartens practise every quarter, schools every month, unless the policy says otherwise. */
function practisesQuarterly({ policy, profile }: ObligationFacts): boolean {
  const period = policy['drill.period']
  return period === 'bySchool' ? profile('school_type') === '幼儿园' : period === 'quarter'
}

const drilled = (row: RowReader) => {
  const at = row.text('at')
  return at === null || row.cell('counts') !== true ? null : { day: dateOf(at) }
}

const taught = (row: RowReader) => ({
  day: row.text('date'),
  of: row.cell('whole') === true ? null : row.targets('classes', 'target'),
})

const BEFORE_HOLIDAYS = new Set(['30分钟节前', '家长会告知书'])

/** Meetings, study, safety education, drills and activities. */
export const educationObligations: readonly Declaration[] = [
  {
    id: 'meeting.month',
    clause: 'P3-12',
    plan: 'plan.contracts',
    periods: monthEnds,
    evidence: {
      table: 'meetings',
      proof: (row) => {
        const at = row.text('at')
        return at === null || row.cell('kind') !== '安全稳定领导小组例会(月底)' ? null : { day: dateOf(at) }
      },
    },
    who: 'principal',
  },
  {
    id: 'training.term',
    clause: 'P2-08',
    periods: perTerm(),
    evidence: { table: 'training', proof: (row) => ({ day: row.text('date') }) },
    who: 'safety_vp',
  },
  {
    id: 'drill.month',
    clause: 'P5-16',
    applies: (facts) => !practisesQuarterly(facts),
    periods: monthly,
    evidence: { table: 'drills', proof: drilled },
    who: 'safety_vp',
  },
  {
    id: 'drill.quarter',
    clause: 'P5-16',
    applies: practisesQuarterly,
    periods: quarterly,
    evidence: { table: 'drills', proof: drilled },
    who: 'safety_vp',
  },
  {
    id: 'lesson.week',
    clause: 'P6-18',
    periods: (facts, from, to) => weekly(facts, from, to),
    keeps: 14,
    evidence: { table: 'safetyLessons', proof: taught },
    each: { table: 'classes' },
    who: 'safety_office_head',
  },
  {
    id: 'lesson.holiday',
    clause: 'P4-09',
    periods: beforeBreaks(({ policy }) => policy['inspect.preHolidayDays']),
    keeps: 14,
    evidence: {
      table: 'safetyLessons',
      proof: (row) => (BEFORE_HOLIDAYS.has(row.text('kind') ?? '') ? taught(row) : null),
    },
    each: { table: 'classes' },
    who: 'safety_office_head',
  },
  {
    id: 'plan.review',
    clause: 'P5-16',
    table: 'plans',
    ahead: 30,
    column: 'reviewed',
    owed: (row) => {
      const due = row.text('next')
      return due === null ? null : { due, who: row.target('staff', 'owner') }
    },
  },
  {
    id: 'activity.approve',
    clause: 'P1-10',
    table: 'activities',
    ahead: 14,
    // What has been held without approval cannot be approved any more.
    keeps: 30,
    column: 'approval',
    owed: (row) => {
      const due = row.text('approve_by')
      const open = row.cell('approval') === null || row.cell('approval') === '待批'
      return due === null || !open ? null : { due, who: row.target('staff', 'host') }
    },
  },
  {
    id: 'activity.summary',
    clause: 'P1-10',
    table: 'activities',
    ahead: 6,
    keeps: 60,
    column: 'after',
    owed: (row) => {
      const begins = row.text('when_where')
      const held = row.cell('approval') === '同意' || row.cell('approval') === '已备案'
      if (begins === null || !held || row.text('after') !== null) return null
      const end = row.text('ends') ?? dateOf(begins)
      return { due: addDays(end, 7), opens: addDays(end, 1), who: row.target('staff', 'host') }
    },
  },
]
