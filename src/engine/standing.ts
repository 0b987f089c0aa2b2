import type { ScoreFacts } from '../rules/score-facts.ts'
import type { Workbook } from './workbook.ts'

/** What a score comes to, without the getters of the live facts: it can be kept, compared and sent to a worker. */
export type ScoreStanding = Pick<
  ScoreFacts,
  | 'term'
  | 'person'
  | 'base'
  | 'direct'
  | 'mgmt'
  | 'other'
  | 'expected'
  | 'raw'
  | 'zeroed'
  | 'final'
  | 'rank'
  | 'veto'
  | 'grade'
  | 'months'
  | 'amount'
>

/** Everything a setting or an edit can move in the scores: taken twice and compared, it says who changed. */
export interface Standing {
  readonly scores: ReadonlyMap<string, ScoreStanding>
  /** The class of each incident, by its id; null while it is pending. */
  readonly classes: ReadonlyMap<string, string | null>
  /** What was found about each examined person, with the points. */
  readonly findings: ReadonlyMap<string, string>
}

export interface ScoreDifference {
  readonly term: string
  readonly person: string
  /** Null when the person is assessed on one side only. */
  readonly from: ScoreStanding | null
  readonly to: ScoreStanding | null
}

export interface ClassDifference {
  readonly incident: string
  readonly from: string | null
  readonly to: string | null
}

export interface Differences {
  readonly scores: readonly ScoreDifference[]
  readonly classes: readonly ClassDifference[]
  /** Findings whose result or points differ, by row id. */
  readonly findings: readonly string[]
  /** How many of each were compared. */
  readonly compared: { readonly scores: number; readonly classes: number; readonly findings: number }
}

const keyOf = (term: string, person: string) => `${term}|${person}`

function scoreStanding(facts: ScoreFacts): ScoreStanding {
  const {
    term,
    person,
    base,
    direct,
    mgmt,
    other,
    expected,
    raw,
    zeroed,
    final,
    rank,
    veto,
    grade,
    months,
    amount,
  } = facts
  return {
    term,
    person,
    base,
    direct,
    mgmt,
    other,
    expected,
    raw,
    zeroed,
    final,
    rank,
    veto,
    grade,
    months,
    amount,
  }
}

/** Reads the standing off a workbook, in pieces: between two of them the page can answer a key. */
export function* standingInPieces(book: Workbook, rowsAPiece = 2_000): Generator<void, Standing> {
  const scores = new Map<string, ScoreStanding>()
  for (const term of book.environment().terms) {
    for (const person of book.view('staff').ids()) {
      const facts = book.score(term.id, person)
      if (facts) scores.set(keyOf(term.id, person), scoreStanding(facts))
    }
    yield
  }
  const classes = new Map<string, string | null>()
  let read = 0
  for (const incident of book.view('incidents').ids()) {
    classes.set(incident, book.value('incidents', incident, 'class6') as string | null)
    if (++read % rowsAPiece === 0) yield
  }
  const findings = new Map<string, string>()
  for (const finding of book.view('findings').ids()) {
    const result = book.value('findings', finding, 'finding') as string | null
    findings.set(finding, `${result ?? ''} ${String(book.value('findings', finding, 'points') ?? '')}`)
    if (++read % rowsAPiece === 0) yield
  }
  return { scores, classes, findings }
}

export function standingOf(book: Workbook): Standing {
  const pieces = standingInPieces(book)
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value
  }
}

/** What a person is told about: a rank moves with everybody's score, and below the floor a raw score means nothing. */
const TOLD = ['final', 'veto', 'amount', 'grade', 'expected'] as const
const ALL = ['base', 'direct', 'mgmt', 'other', 'zeroed', 'rank', 'months', 'raw', ...TOLD] as const

export const toldDifferences = (from: Standing, to: Standing): Differences => differences(from, to, TOLD)

export const allDifferences = (from: Standing, to: Standing): Differences => differences(from, to, ALL)

function differences(from: Standing, to: Standing, fields: readonly (keyof ScoreStanding)[]): Differences {
  const scores: ScoreDifference[] = []
  const same = (a: ScoreStanding, b: ScoreStanding) => fields.every((field) => a[field] === b[field])
  for (const key of new Set([...from.scores.keys(), ...to.scores.keys()])) {
    const [before, after] = [from.scores.get(key) ?? null, to.scores.get(key) ?? null]
    if (before && after && same(before, after)) continue
    const { term, person } = (before ?? after)!
    scores.push({ term, person, from: before, to: after })
  }
  const classes: ClassDifference[] = []
  const incidents = allKeys(from.classes, to.classes)
  for (const incident of incidents) {
    const [before, after] = [from.classes.get(incident) ?? null, to.classes.get(incident) ?? null]
    if (before !== after) classes.push({ incident, from: before, to: after })
  }
  const rows = allKeys(from.findings, to.findings)
  const findings = [...rows].filter((row) => from.findings.get(row) !== to.findings.get(row))
  return {
    scores,
    classes,
    findings,
    compared: { scores: from.scores.size, classes: incidents.size, findings: rows.size },
  }
}

const allKeys = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>) =>
  new Set([...a.keys(), ...b.keys()])
