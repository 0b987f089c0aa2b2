import type { Declaration, ObligationFacts, Period, RowReader } from './declaration.ts'
import { workdaysFrom } from '../periods.ts'
import { daily, duringBreaks, weekly } from './school-periods.ts'

const plan = 'plan.dutyWeek'
const termAndWeek = (row: RowReader): string | null => {
  const term = row.target('terms', 'term')
  const week = row.cell('week')
  return term === null || typeof week !== 'number' ? null : `${term}|${week}`
}

/** What is written on the last school day of a week. */
function* weekEnds(facts: ObligationFacts, from: string, to: string): Generator<Period> {
  for (const week of weekly(facts, from, to)) yield { ...week, opens: week.due }
}

/** What has to be arranged before a week begins. */
function* beforeWeeks(facts: ObligationFacts, from: string, to: string): Generator<Period> {
  for (const week of weekly(facts, from, to))
    yield {
      ...week,
      opens: workdaysFrom(week.opens, -3, facts.calendar),
      due: workdaysFrom(week.opens, -1, facts.calendar),
    }
}

/** Pupils nobody knows the whereabouts of. */
const UNCLEAR = new Set<unknown>(['未知', '擅自离校', '疑似失联'])

/** 值周, attendance and duty in the holidays (plan 6, and plan 5 for the holidays). */
export const dutyObligations: readonly Declaration[] = [
  {
    id: 'duty.log',
    clause: 'P6-09',
    plan,
    periods: daily(),
    ahead: 0,
    keeps: 5,
    evidence: {
      table: 'dutyLog',
      proof: (row) => (row.cell('status') === '未填' ? null : { day: row.text('date') }),
    },
    who: 'leader',
  },
  {
    id: 'duty.attendance',
    clause: 'P6-18',
    plan,
    periods: daily(),
    ahead: 0,
    keeps: 2,
    evidence: {
      table: 'classAttendance',
      proof: (row) => {
        const of = row.target('classes', 'class')
        return of === null || row.cell('present') === null ? null : { day: row.text('date'), of: [of] }
      },
    },
    each: { table: 'classes' },
    column: 'present',
    who: 'leader',
  },
  {
    id: 'duty.absence',
    clause: 'P6-09',
    plan,
    table: 'absences',
    reads: ['classes'],
    keeps: 30,
    column: 'confirmed_by',
    owed: (row, book) => {
      const due = row.text('date')
      if (due === null || row.cell('confirmed_by') !== null || !UNCLEAR.has(row.cell('reason'))) return null
      const of = row.target('classes', 'class')
      return {
        due,
        opens: due,
        who: of === null ? null : book.idOf('staff', book.cell('classes', of, 'homeroom')),
      }
    },
  },
  {
    id: 'duty.summary',
    clause: 'P6-14',
    plan,
    periods: weekEnds,
    ahead: 0,
    evidence: {
      table: 'weeklySummaries',
      proof: (row) => (row.text('summary') === null ? null : { match: termAndWeek(row) }),
    },
    column: 'summary',
    who: 'leader',
  },
  {
    id: 'duty.rota',
    clause: 'P6-09',
    plan,
    periods: beforeWeeks,
    ahead: 3,
    keeps: 7,
    evidence: { table: 'rota', proof: (row) => ({ match: termAndWeek(row) }) },
    who: 'safety_vp',
  },
  {
    id: 'duty.holiday',
    clause: 'P5-07',
    plan: 'plan.county',
    periods: duringBreaks,
    evidence: { table: 'holidayDuty', proof: (row) => ({ day: row.text('date') }) },
    each: 'day',
    who: 'safety_office_head',
  },
]
