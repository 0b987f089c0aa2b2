import { quarterOf } from '../../tables/school/report-periods.ts'
import type { Declaration } from '../obligations/declaration.ts'
import { ownTodo } from '../obligations/ledgers.ts'
import { everyQuarter, perYear } from '../obligations/school-periods.ts'
import { quarterSpan } from './spans.ts'

/** Workdays before a quarter ends on which what it still lacks is announced. */
const BEFORE_QUARTER_ENDS = 10

const quarters = everyQuarter((quarter) => quarterSpan(quarter).to, BEFORE_QUARTER_ENDS)

/** What a bureau's own plans want done by a day. */
export const bureauObligations: readonly Declaration[] = [
  {
    id: 'commendation.year',
    clause: 'P1-05',
    periods: perYear('12-31', { ahead: 31 }),
    keeps: 60,
    evidence: {
      table: 'bureauMeetings',
      proof: (row) => (row.cell('kind') === '年度总结表彰会' ? { day: row.text('date') } : null),
    },
    who: 'director',
  },
  {
    // Of whoever answers for schools; what is written but not sent has not been reported.
    id: 'section-report.quarter',
    clause: 'P1-37',
    periods: quarters,
    keeps: 60,
    evidence: {
      table: 'sectionReports',
      proof: (row) => {
        const section = row.target('sections', 'dept')
        const quarter = quarterOf(row.text('quarter') ?? '')
        return section === null || quarter === null || row.text('sent') === null
          ? null
          : { match: quarter, of: [section] }
      },
    },
    each: {
      table: 'sections',
      apart: true,
      reads: ['schoolContracts'],
      when: (row) => Number(row.cell('schools') ?? 0) > 0,
    },
    column: 'sent',
    who: { column: 'head' },
  },
  {
    id: 'dispatch.quarter',
    clause: 'P1-39',
    periods: quarters,
    keeps: 60,
    evidence: {
      table: 'bureauMeetings',
      proof: (row) => (row.cell('kind') === '季度调度会' ? { day: row.text('date') } : null),
    },
    who: 'deputy',
  },
  ownTodo,
]
