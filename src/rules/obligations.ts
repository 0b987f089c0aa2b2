import { addDays, type LocalDate } from '../shared/local-date.ts'
import {
  isPerRow,
  type Declaration,
  type ObligationBook,
  type ObligationFacts,
  type Period,
  type Periodic,
  type PerRow,
  type Who,
} from './obligations/declaration.ts'
import type { ObligationReader } from './obligations/filed-evidence.ts'

export type ObligationState = 'upcoming' | 'due' | 'overdue' | 'done'

/** One thing that is, was or will be due. */
export interface Obligation {
  /** The same on every computer and every day, so that it can be put off and is never raised twice. */
  readonly id: string
  readonly obligation: string
  readonly clause: string
  /** `2026-09`, a Monday, a school year …; null when it is owed by a single row. */
  readonly period: string | null
  readonly opens: LocalDate
  readonly due: LocalDate
  readonly state: ObligationState
  /** Where it is settled: a table, and the row and the column once there is one. */
  readonly table: string
  readonly row: string | null
  readonly column: string | null
  /** What it is about: a class, a department; of several, those that are missing. */
  readonly about: { readonly table: string; readonly rows: readonly string[] } | null
  /** How many there are of what is missing. */
  readonly of: number
  /** The row of the person, when it is known. */
  readonly who: string | null
}

/** How far ahead a period is announced, and how long a missed one is listed, when a declaration does not say. */
const AHEAD = 7
const KEEPS = 30

/**
 * What is due on a day, by every declaration (design: one declarative list). Depends on nothing but its arguments; the
 * reader keeps what it has read of the tables, so that asking again costs the days and not the rows.
 */
export function obligationsOn(
  facts: ObligationFacts,
  reader: ObligationReader,
  declarations: readonly Declaration[],
): Obligation[] {
  const found: Obligation[] = []
  for (const declaration of declarations) {
    const { plan, applies } = declaration
    if (plan !== undefined && !planIsOn(plan, facts)) continue
    if (applies && !applies(facts)) continue
    if (!tablesOf(declaration).every((table) => reader.book.has(table))) continue
    if (isPerRow(declaration)) owedByRows(declaration, facts, reader, found)
    else owedByPeriods(declaration, facts, reader, found)
  }
  return found.sort(
    (a, b) => compare(a.due, b.due) || compare(a.obligation, b.obligation) || compare(a.id, b.id),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A switch of a plan is on until the school turns it off. */
const planIsOn = (plan: string, { policy }: ObligationFacts): boolean =>
  (policy as Readonly<Record<string, unknown>>)[plan] !== false

function tablesOf(declaration: Declaration): readonly string[] {
  if (isPerRow(declaration)) return [declaration.table, ...(declaration.reads ?? [])]
  const { evidence, each } = declaration
  return typeof each === 'object' ? [evidence.table, each.table] : [evidence.table]
}

function stateOf(opens: LocalDate, due: LocalDate, done: boolean, today: LocalDate): ObligationState {
  if (done) return 'done'
  if (due < today) return 'overdue'
  return opens > today ? 'upcoming' : 'due'
}

function owedByRows(
  declaration: PerRow,
  facts: ObligationFacts,
  reader: ObligationReader,
  found: Obligation[],
) {
  const { id, clause, ahead = AHEAD, keeps = Infinity, table, who } = declaration
  const { today } = facts
  for (const owed of reader.debtsOf(declaration)) {
    const opens = owed.opens ?? addDays(owed.due, -ahead)
    if (opens > today) continue
    if (keeps !== Infinity && addDays(owed.due, keeps) < today) continue
    found.push({
      id: `${id}/${owed.row}`,
      obligation: id,
      clause,
      period: null,
      opens,
      due: owed.due,
      state: stateOf(opens, owed.due, false, today),
      table,
      row: owed.row,
      column: owed.column ?? declaration.column ?? null,
      about: { table, rows: [owed.row] },
      of: 1,
      who: owed.who ?? (who ? personFor(who, owed.due, facts, reader.book) : null),
    })
  }
}

function owedByPeriods(
  declaration: Periodic,
  facts: ObligationFacts,
  reader: ObligationReader,
  found: Obligation[],
) {
  const { ahead = AHEAD, keeps = KEEPS, each } = declaration
  const { today } = facts
  const [first, last] = [addDays(today, -keeps), addDays(today, ahead)]
  // A period that opened long ago may be due only now; generators cut what lies outside by themselves.
  for (const period of declaration.periods(facts, addDays(first, -31), addDays(last, 31))) {
    if (period.due < first || period.opens > last) continue
    if (typeof each === 'object' && each.apart) {
      const column = typeof declaration.who === 'object' ? declaration.who.column : null
      for (const subject of reader.subjectsOf(declaration.id, each, column))
        found.push(oneOf(declaration, period, facts, reader, subject))
    } else found.push(oneOf(declaration, period, facts, reader, null))
  }
}

function oneOf(
  declaration: Periodic,
  period: Period,
  facts: ObligationFacts,
  reader: ObligationReader,
  subject: { readonly id: string; readonly person: string | null } | null,
): Obligation {
  const { id, clause, evidence, each, who, column = null } = declaration
  const filed = reader.evidence(id, evidence)
  const settles = (of: string | null) => filed.settles(of, period.from, period.to, period.match)
  const wanted =
    subject !== null
      ? [subject.id]
      : typeof each === 'object'
        ? reader.subjectsOf(id, each, null).map((one) => one.id)
        : null
  const missing =
    each === 'day'
      ? daysWithout(period, filed)
      : wanted === null
        ? settles(null) === null
          ? ['']
          : []
        : wanted.filter((one) => settles(one) === null)
  const done = missing.length === 0 && wanted?.length !== 0
  return {
    id: subject === null ? `${id}/${period.key}` : `${id}/${period.key}/${subject.id}`,
    obligation: id,
    clause,
    period: period.key,
    opens: period.opens,
    due: period.due,
    // Nobody to do it for: there are no classes yet, and nothing is owed.
    state: wanted?.length === 0 ? 'done' : stateOf(period.opens, period.due, done, facts.today),
    table: evidence.table,
    row: done && each !== 'day' ? settles(subject?.id ?? null) : null,
    column,
    about: typeof each === 'object' ? { table: each.table, rows: missing } : null,
    of: each === 'day' ? missing.length : (wanted?.length ?? 1),
    who: subject?.person ?? personFor(who, period.due, facts, reader.book),
  }
}

function daysWithout(
  { from, to }: Period,
  filed: { settles: (of: null, from: string, to: string) => string | null },
) {
  const missing: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1))
    if (filed.settles(null, day, day) === null) missing.push(day)
  return missing
}

const ANSWERS_TO: Readonly<Partial<Record<Extract<Who, string>, Who>>> = {
  safety_office_head: 'safety_vp',
  safety_vp: 'principal',
  deputy: 'director',
}

function personFor(who: Who, day: LocalDate, facts: ObligationFacts, book: ObligationBook): string | null {
  if (typeof who === 'object') return null
  if (who === 'leader') return facts.leaderOn(day)
  const named = book.idOf(book.people ?? 'staff', facts.profile(who))
  // Nobody is named to the office: what it would do falls to whom it answers to.
  const above = ANSWERS_TO[who]
  return named !== null || above === undefined ? named : personFor(above, day, facts, book)
}
