import { addDays, dateOf } from '../../shared/local-date.ts'
import type { Declaration } from './declaration.ts'
import { perTerm } from './school-periods.ts'

/** What somebody has written down for himself, in a school and in a bureau. */
export const ownTodo: Declaration = {
  id: 'todo.own',
  clause: '',
  table: 'todos',
  column: 'done_on',
  owed: (row, book) => {
    const due = row.text('due')
    // A row with the id of an obligation only says until when that one is put off.
    if (due === null || row.cell('done_on') !== null || row.cell('obligation') !== null) return null
    return { due, who: row.target(book.people ?? 'staff', 'who') }
  },
}

/** Rows that somebody has to answer by a day of their own. */
export const ledgerObligations: readonly Declaration[] = [
  {
    id: 'petition.notice',
    clause: 'P6-24',
    table: 'petitions',
    ahead: 15,
    column: 'noticed',
    owed: (row) => {
      const due = row.text('notice_due')
      return due === null || row.cell('noticed') !== null || row.cell('closed') !== null
        ? null
        : { due, who: row.target('staff', 'owner') }
    },
  },
  {
    id: 'petition.close',
    clause: 'P6-24',
    table: 'petitions',
    ahead: 20,
    column: 'closed',
    owed: (row) => {
      const due = row.text('due')
      return due === null || row.cell('closed') !== null ? null : { due, who: row.target('staff', 'owner') }
    },
  },
  {
    id: 'opinion.feed',
    clause: 'P6-23',
    table: 'opinions',
    reads: ['departments'],
    ahead: 3,
    column: 'fed_at',
    owed: (row, book) => {
      const by = row.text('feed_by')
      if (by === null || row.cell('fed_at') !== null || row.cell('closed') !== null) return null
      const dept = row.target('departments', 'dept')
      return {
        due: dateOf(by),
        who: dept === null ? null : book.idOf('staff', book.cell('departments', dept, 'director')),
      }
    },
  },
  {
    id: 'directive.due',
    clause: 'P6-25',
    table: 'directives',
    ahead: 7,
    column: 'done',
    owed: (row) => {
      const due = row.text('due')
      return due === null || row.text('done') !== null || row.cell('done_on') !== null
        ? null
        : { due, who: row.target('staff', 'owner') }
    },
  },
  {
    id: 'aftercare.open',
    clause: 'P4-26',
    table: 'aftercare',
    column: 'done',
    owed: (row) => {
      const due = row.text('date')
      return due === null || row.cell('done') === true ? null : { due, who: row.target('staff', 'target') }
    },
  },
  {
    id: 'feedback.term',
    clause: 'P2-17',
    plan: 'plan.pledges',
    periods: perTerm(),
    evidence: { table: 'feedback', proof: (row) => ({ day: row.text('date') }) },
    who: 'safety_office_head',
  },
  {
    id: 'feedback.decide',
    clause: 'P2-17',
    plan: 'plan.pledges',
    table: 'feedback',
    column: 'adopt',
    who: 'safety_vp',
    owed: (row) => {
      const date = row.text('date')
      const open = row.cell('adopt') === null || row.cell('adopt') === '待议'
      return date === null || !open ? null : { due: addDays(date, 30) }
    },
  },
  {
    id: 'insurance.expiry',
    clause: 'P5-08',
    table: 'profile',
    ahead: 30,
    column: 'liability_policy_until',
    who: 'principal',
    owed: (row) => {
      const due = row.text('liability_policy_until')
      return due === null ? null : { due }
    },
  },
  ownTodo,
]
