import type { Policy } from '../rules/policy.ts'
import type { Counts, SeverityGrade } from '../rules/score-facts.ts'

/** What one finding brings to the scores of its incident's term, as positions; -1 where there is none. */
export interface FindingFacts {
  person: number
  term: number
  severity: SeverityGrade
  liable: boolean
  /** The incident has been decided; other incidents are shown as expected and do not count. */
  decided: boolean
  /** Hundredths of a point, for all cases together. */
  points: number
  /** How many incidents the row stands for (A8). */
  cases: number
  department: number
  director: number
  vp: number
}

const NONE = -1

/** Fields of one entered finding, side by side in one array. */
const SLOT = 0
const POINTS = 1
const DECIDED = 2
const LINE = 3
const VP = 4
const SCHOOL = 5
const VETO = 6
const INCIDENT = 7
const CASES = 8
const FIELDS = 9

/**
 * The accumulators behind every score: points by person and term, incidents by line, vice principal and school, and
 * who may not be honoured. What each finding has entered is kept with it, so taking it out again needs no memory of how
 * things stood then: an edit costs what it touches, at any number of incidents.
 *
 * Points are hundredths and counts are whole, so that adding and taking away in any order gives the same numbers as
 * counting afresh.
 */
export class ScoreBook {
  readonly direct: Int32Array
  readonly expected: Int32Array
  readonly vetoes: Int32Array
  private readonly lines: Int32Array
  private readonly vps: Int32Array
  private readonly school: Int32Array
  private entered: Int32Array<ArrayBuffer>
  private readonly vetoFrom: number
  private readonly oneLine: boolean
  private readonly skipOwn: boolean

  constructor(
    readonly persons: number,
    readonly departments: number,
    readonly terms: number,
    findings: number,
    policy: Policy,
  ) {
    this.vetoFrom = vetoFrom(policy)
    this.oneLine = policy['mgmt.multiLine'] === 'primaryOnly'
    this.skipOwn = policy['mgmt.ownIncident'] === 'skip'
    this.direct = new Int32Array(persons * terms)
    this.expected = new Int32Array(persons * terms)
    this.vetoes = new Int32Array(persons * terms)
    this.lines = new Int32Array(departments * terms * 3)
    this.vps = new Int32Array(persons * terms * 3)
    this.school = new Int32Array(terms * 3)
    this.entered = new Int32Array(Math.max(64, findings) * FIELDS).fill(NONE)
  }

  slotOf(person: number, term: number): number {
    return person * this.terms + term
  }

  lineCounts(department: number, term: number): Counts {
    return this.countsAt(this.lines, department * this.terms + term)
  }

  vpCounts(person: number, term: number): Counts {
    return this.countsAt(this.vps, person * this.terms + term)
  }

  schoolCounts(term: number): Counts {
    return this.countsAt(this.school, term)
  }

  private countsAt(counts: Int32Array, at: number): Counts {
    return [counts[at * 3]!, counts[at * 3 + 1]!, counts[at * 3 + 2]!]
  }

  /** Where this finding stands for its incident in the count of its line, vice principal or school; -1 when it does not. */
  countedAt(finding: number, what: 'line' | 'vp' | 'school'): number {
    const field = what === 'line' ? LINE : what === 'vp' ? VP : SCHOOL
    return this.entered[finding * FIELDS + field] ?? NONE
  }

  /** What a finding entered for its person: where, how much (hundredths of a point), and whether it counts yet. */
  enteredBy(finding: number): { slot: number; points: number; decided: boolean; veto: boolean } | null {
    const at = finding * FIELDS
    const slot = this.entered[at + SLOT] ?? NONE
    if (slot < 0) return null
    return {
      slot,
      points: this.entered[at + POINTS]!,
      decided: this.entered[at + DECIDED] === 1,
      veto: this.entered[at + VETO]! >= 0,
    }
  }

  casesOf(finding: number): number {
    return this.entered[finding * FIELDS + CASES] ?? 0
  }

  /** Position of the incident a finding was entered under, or -1. */
  enteredUnder(finding: number): number {
    return this.entered[finding * FIELDS + INCIDENT] ?? NONE
  }

  /** Takes out what a finding brought; persons and departments whose numbers moved go to `touched`. */
  withdraw(finding: number, touched: Touched): void {
    const at = finding * FIELDS
    if (at >= this.entered.length || this.entered[at + INCIDENT] === NONE) return
    const { entered } = this
    const slot = entered[at + SLOT]!
    if (slot >= 0) {
      const points = entered[at + POINTS]!
      if (entered[at + DECIDED]) this.direct[slot]! -= points
      else this.expected[slot]! -= points
      if (entered[at + VETO]! >= 0) this.vetoes[entered[at + VETO]!]!--
      touched.slot(slot)
    }
    const line = entered[at + LINE]!
    if (line >= 0) {
      this.lines[line]! -= entered[at + CASES]!
      touched.line(line)
    }
    const vp = entered[at + VP]!
    if (vp >= 0) {
      this.vps[vp]! -= entered[at + CASES]!
      touched.slot(Math.floor(vp / 3))
    }
    const school = entered[at + SCHOOL]!
    if (school >= 0) {
      this.school[school]! -= entered[at + CASES]!
      touched.school(school)
    }
    for (let field = 0; field < FIELDS; field++) entered[at + field] = NONE
  }

  /**
   * Enters a finding. `earlier` are the findings of the same incident entered before it: an incident is counted once for
   * a line, once for a vice principal and once for the school, however many of their people are found not diligent.
   * Nobody need be told (`touched` null) while everything is counted afresh.
   */
  enter(
    finding: number,
    incident: number,
    facts: FindingFacts,
    earlier: Earlier,
    touched: Touched | null,
  ): void {
    this.reserve(finding)
    const { entered, skipOwn } = this
    const at = finding * FIELDS
    entered[at + INCIDENT] = incident
    entered[at + CASES] = facts.cases
    if (facts.term < 0 || facts.severity === 0) return
    const grade = facts.severity - 1
    if (facts.person >= 0) {
      const slot = facts.person * this.terms + facts.term
      entered[at + SLOT] = slot
      entered[at + POINTS] = facts.points
      entered[at + DECIDED] = facts.decided ? 1 : 0
      if (facts.decided) this.direct[slot]! += facts.points
      else this.expected[slot]! += facts.points
      if (facts.decided && facts.liable && facts.severity >= this.vetoFrom) {
        entered[at + VETO] = slot
        this.vetoes[slot]!++
      }
      touched?.slot(slot)
    }
    if (!facts.decided || !facts.liable) return
    this.count(SCHOOL, this.school, at, facts.term * 3 + grade, earlier, touched)
    if (facts.department < 0) return
    if (this.oneLine && this.any(LINE, earlier)) return
    if (!(skipOwn && facts.person === facts.director))
      this.count(
        LINE,
        this.lines,
        at,
        (facts.department * this.terms + facts.term) * 3 + grade,
        earlier,
        touched,
      )
    if (facts.vp >= 0 && !(skipOwn && facts.person === facts.vp))
      this.count(VP, this.vps, at, (facts.vp * this.terms + facts.term) * 3 + grade, earlier, touched)
  }

  private count(
    field: number,
    counts: Int32Array,
    at: number,
    index: number,
    earlier: Earlier,
    touched: Touched | null,
  ): void {
    for (let i = 0; i < earlier.count; i++)
      if (this.entered[earlier.findings[i]! * FIELDS + field] === index) return
    this.entered[at + field] = index
    counts[index]! += this.entered[at + CASES]!
    if (touched === null) return
    if (field === LINE) touched.line(index)
    else if (field === VP) touched.slot(Math.floor(index / 3))
    else touched.school(index)
  }

  private any(field: number, { findings, count }: Earlier): boolean {
    for (let i = 0; i < count; i++) if (this.entered[findings[i]! * FIELDS + field]! >= 0) return true
    return false
  }

  private reserve(finding: number): void {
    if ((finding + 1) * FIELDS <= this.entered.length) return
    const larger = new Int32Array(Math.max((finding + 1) * FIELDS, this.entered.length * 2)).fill(NONE)
    larger.set(this.entered)
    this.entered = larger
  }
}

/** The first `count` findings of an incident. */
export interface Earlier {
  readonly findings: readonly number[]
  readonly count: number
}

function vetoFrom(policy: Policy): number {
  return policy['veto.min'] === '严重' ? 3 : policy['veto.min'] === '较严重' ? 2 : 1
}

/** Which scores moved, told while accumulators move. Indexes are those of the accumulators. */
export interface Touched {
  readonly slot: (slot: number) => void
  readonly line: (index: number) => void
  readonly school: (index: number) => void
}
