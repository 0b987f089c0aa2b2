import { addDays } from '../../shared/local-date.ts'
import type { Declaration, RowReader } from './declaration.ts'
import { perSchoolYear, perTerm, perYear } from './school-periods.ts'

/** Written by hand: `2026年度`, `2026-2027学年 第一学期`. */
const compact = (period: string): string => period.replace(/[\s年度学]/g, '')

const programme =
  (...kinds: readonly string[]) =>
  (row: RowReader) =>
    kinds.includes(row.text('kind') ?? '') ? { match: compact(row.text('period') ?? '') } : null

const termName = ({ name }: { readonly name: string }): string => compact(name)

/** Pledges, plans, assessments: what the year and the term ask for. */
export const responsibilityObligations: readonly Declaration[] = [
  {
    id: 'pledge.year',
    clause: 'P2-11',
    plan: 'plan.pledges',
    periods: perSchoolYear(({ policy }) => policy['programme.weeks']),
    keeps: 60,
    evidence: {
      table: 'pledges',
      proof: (row) => {
        const of = row.target('staff', 'party_b')
        return of === null || row.cell('signed_on') === null ? null : { of: [of], match: row.text('year') }
      },
    },
    each: {
      table: 'staff',
      // The principal signs with the bureau, in its workbook.
      when: (row) => row.cell('status') === '在岗' && !listed(row.cell('posts')).includes('校长'),
    },
    column: 'signed_on',
    who: 'safety_office_head',
  },
  {
    id: 'review.term',
    clause: 'P2-13',
    plan: 'plan.pledges',
    periods: perTerm(),
    evidence: {
      table: 'departmentReviews',
      proof: (row) => {
        const of = row.target('departments', 'dept')
        return of === null ? null : { of: [of], match: row.target('terms', 'term') }
      },
    },
    each: { table: 'departments', apart: true, when: (row) => row.cell('valid_to') === null },
    who: { column: 'director' },
  },
  {
    id: 'rules.confirm',
    clause: 'P4-31',
    plan: 'plan.scoring',
    periods: perTerm(({ policy }) => policy['programme.weeks'] + 2),
    evidence: { table: 'profile', proof: (row) => ({ day: row.text('ruleset_confirmed_on') }) },
    column: 'ruleset_confirmed_on',
    who: 'principal',
  },
  {
    id: 'score.seal',
    clause: 'P4-32',
    plan: 'plan.scoring',
    table: 'terms',
    ahead: 14,
    column: 'status',
    who: 'principal',
    owed: (row) => {
      const end = row.text('end_date')
      return end === null || row.cell('status') === '已封账'
        ? null
        : { due: addDays(end, 14), opens: addDays(end, 1) }
    },
  },
  {
    id: 'programme.term',
    clause: 'P4-30',
    periods: perTerm(({ policy }) => policy['programme.weeks'], termName),
    evidence: { table: 'programmes', proof: programme('学期计划') },
    who: 'safety_office_head',
  },
  {
    id: 'summary.term',
    clause: 'P4-30',
    periods: perTerm(undefined, termName),
    evidence: { table: 'programmes', proof: programme('学期总结') },
    who: 'safety_office_head',
  },
  {
    id: 'programme.year',
    clause: 'P4-30',
    periods: perYear('03-31'),
    evidence: { table: 'programmes', proof: programme('年度计划') },
    who: 'safety_office_head',
  },
  {
    id: 'summary.year',
    clause: 'P4-30',
    periods: perYear('12-31'),
    evidence: { table: 'programmes', proof: programme('年度总结') },
    who: 'safety_office_head',
  },
  {
    id: 'archive.year',
    clause: 'P4-30',
    periods: perYear('01-31', { of: -1 }),
    evidence: { table: 'archives', proof: (row) => ({ match: row.text('year') }) },
    who: 'safety_office_head',
  },
]

const listed = (cell: unknown): readonly unknown[] => (Array.isArray(cell) ? cell : [])
