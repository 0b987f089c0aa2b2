import { monthOf, quarterOf } from '../../tables/school/report-periods.ts'
import { monthlyDue, quarterlyDue } from '../report-due.ts'
import type { Declaration } from './declaration.ts'
import { everyMonth, everyQuarter } from './school-periods.ts'

const plan = 'plan.county'

/** What goes up (plan 5): days, shifts and vacations as the policy reads them (O1, O2, O4). */
export const reportObligations: readonly Declaration[] = [
  {
    id: 'report.month',
    clause: 'P5-25',
    plan,
    periods: everyMonth(monthlyDue),
    evidence: {
      table: 'monthlyReports',
      proof: (row) => (row.cell('sent_at') === null ? null : { match: monthOf(row.text('month') ?? '') }),
    },
    column: 'sent_at',
    who: 'safety_office_head',
  },
  {
    id: 'report.quarter',
    clause: 'P5-26',
    plan,
    periods: everyQuarter(quarterlyDue),
    evidence: {
      table: 'quarterlySummaries',
      proof: (row) => (row.cell('sent_at') === null ? null : { match: quarterOf(row.text('quarter') ?? '') }),
    },
    column: 'sent_at',
    who: 'safety_office_head',
  },
  {
    id: 'report.submission',
    clause: 'P5-27',
    table: 'submissions',
    keeps: 90,
    column: 'sent_at',
    who: 'safety_office_head',
    owed: (row) => {
      const due = row.text('due')
      return due === null || row.cell('sent_at') !== null ? null : { due }
    },
  },
]
