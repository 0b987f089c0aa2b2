import type { LocalDate } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { ObligationBook } from './obligations/declaration.ts'
import type { Policy } from './policy.ts'
import type { TermSpan } from './terms.ts'

/** What should be settled before a term is sealed, in the order in which it is best done. */
export const TERM_CHECKS = [
  'undecided',
  'findings',
  'reports',
  'manual',
  'leaders',
  'pledges',
  'rules',
  'disputes',
  'problems',
] as const
export type TermCheckName = (typeof TERM_CHECKS)[number]

/** A cell in which something is still to be done. */
export interface OpenPlace {
  readonly table: string
  readonly row: string
  readonly column: string
}

export interface TermCheck {
  readonly check: TermCheckName
  /** The plan's item it comes from. */
  readonly clause: string
  /** What is open; nothing when it is done. */
  readonly open: readonly OpenPlace[]
}

export interface TermCheckFacts {
  readonly term: Pick<TermSpan, 'id' | 'from' | 'schoolYear'>
  readonly policy: Policy
  readonly book: ObligationBook
  /** Cells in which copies of the workbook differ, and cells that are not right, in any table. */
  readonly disputes: readonly OpenPlace[]
  readonly problems: readonly OpenPlace[]
}

/** Tables that scores are worked out from. */
export const SCORED_FROM: readonly string[] = [
  'incidents',
  'incidentPeople',
  'findings',
  'reportLegs',
  'deductions',
  'vetoes',
  'staff',
  'departments',
  'terms',
  'policy',
]

/** Nobody has judged them, or somebody has to judge them again. */
const UNDECIDED = new Set<Cell>([null, '初判', '申诉中', '复核'])

/** 期末清单: what of a term is still open. Depends on nothing but its arguments. */
export function termChecklist(facts: TermCheckFacts): TermCheck[] {
  const { term, policy, book } = facts
  const incidents = new Set(
    book.rows('incidents').filter((row) => book.cell('incidents', row, 'term') === term.id),
  )
  const ofTerm = (table: string) =>
    book.rows(table).filter((row) => {
      const incident = book.idOf('incidents', book.cell(table, row, 'incident'))
      return incident !== null && incidents.has(incident)
    })
  const at = (table: string, column: string, rows: readonly string[]): OpenPlace[] =>
    rows.map((row) => ({ table, row, column }))
  const scored = ({ table }: OpenPlace) => SCORED_FROM.includes(table)
  const open: Readonly<Record<TermCheckName, readonly OpenPlace[]>> = {
    undecided: at(
      'incidents',
      'state',
      [...incidents].filter((row) => UNDECIDED.has(book.cell('incidents', row, 'state'))),
    ),
    findings: at(
      'findings',
      'educated',
      ofTerm('findings').filter((row) => book.cell('findings', row, 'finding') === '待认定'),
    ),
    reports: at(
      'reportLegs',
      'verdict',
      ofTerm('reportLegs').filter(
        (row) =>
          book.cell('reportLegs', row, 'suspicion') !== null &&
          book.cell('reportLegs', row, 'verdict') === null,
      ),
    ),
    manual: at('deductions', 'state', unconfirmedByHand(book, term.id)),
    leaders: at('departments', 'director', headless(book)),
    pledges: policy['plan.pledges'] === false ? [] : unsigned(book, term.schoolYear),
    rules: unconfirmedRules(book, term.from),
    disputes: facts.disputes.filter(scored),
    problems: facts.problems.filter(scored),
  }
  return TERM_CHECKS.map((check) => ({ check, clause: CLAUSES[check], open: open[check] }))
}

const CLAUSES: Readonly<Record<TermCheckName, string>> = {
  undecided: 'P4-31',
  findings: 'P4-31',
  reports: 'P4-37',
  manual: 'P4-32',
  leaders: 'P4-34',
  pledges: 'P2-11',
  rules: 'P4-31',
  disputes: '',
  problems: '',
}

/** Points entered by hand that no meeting has confirmed: they do not count. */
function unconfirmedByHand(book: ObligationBook, term: string): string[] {
  return book
    .rows('deductions')
    .filter(
      (row) =>
        book.cell('deductions', row, 'source') === '其他(手工)' &&
        book.cell('deductions', row, 'state') === '预计' &&
        book.idOf('terms', book.cell('deductions', row, 'term')) === term,
    )
}

/** Departments in which somebody works and nobody directs: the points of their line would fall on nobody. */
function headless(book: ObligationBook): string[] {
  const used = new Set(
    book
      .rows('staff')
      .filter((row) => book.cell('staff', row, 'status') === '在岗')
      .map((row) => book.idOf('departments', book.cell('staff', row, 'dept'))),
  )
  return book
    .rows('departments')
    .filter((row) => used.has(row) && book.cell('departments', row, 'director') === null)
}

/** Who is at work and has not signed for the year: the pledge that waits for the signature, or the person. */
function unsigned(book: ObligationBook, year: string): OpenPlace[] {
  const pledges = new Map<string, { row: string; signed: boolean }>()
  for (const row of book.rows('pledges')) {
    if (book.cell('pledges', row, 'year') !== year) continue
    const person = book.idOf('staff', book.cell('pledges', row, 'party_b'))
    if (person === null) continue
    const signed = book.cell('pledges', row, 'signed_on') !== null
    if (signed || !pledges.has(person)) pledges.set(person, { row, signed })
  }
  return book.rows('staff').flatMap((row): OpenPlace[] => {
    if (book.cell('staff', row, 'status') !== '在岗') return []
    const posts = book.cell('staff', row, 'posts')
    // The principal signs with the bureau, in its workbook.
    if (Array.isArray(posts) && posts.includes('校长')) return []
    const pledge = pledges.get(row)
    if (pledge?.signed) return []
    return [
      pledge
        ? { table: 'pledges', row: pledge.row, column: 'signed_on' }
        : { table: 'staff', row, column: 'name' },
    ]
  })
}

/** The rules of the scores stand once a meeting has confirmed them; in each term anew. */
function unconfirmedRules(book: ObligationBook, from: LocalDate): OpenPlace[] {
  return book.rows('profile').flatMap((row): OpenPlace[] => {
    if (book.cell('profile', row, 'ruleset_confirmed') === null)
      return [{ table: 'profile', row, column: 'ruleset_confirmed' }]
    const on = book.cell('profile', row, 'ruleset_confirmed_on')
    return typeof on === 'string' && on >= from
      ? []
      : [{ table: 'profile', row, column: 'ruleset_confirmed_on' }]
  })
}
