import { gradeOfSeverity, liableFor, pointsFor } from '../rules/points.ts'
import type { Policy } from '../rules/policy.ts'
import type { SeverityGrade } from '../rules/score-facts.ts'
import type { Cells } from './cells.ts'
import type { ScoreBook, FindingFacts, Touched } from './score-book.ts'
import type { ScoreSources } from './score-sources.ts'
import type { TableData } from './table-data.ts'

const NONE = -1
const CENT = 100

/**
 * Reads an incident with its findings and enters it in the book. Columns, links and the settings it goes by are fetched
 * once, for one policy: entering 100,000 incidents is what a changed setting costs, and then a lookup by name or a setting
 * read for each finding would be most of the time.
 */
export class IncidentEntry {
  private readonly incidents
  private readonly findings
  private readonly people
  private readonly links
  private readonly scope: Pick<Policy, 'classify.scope'>
  private readonly countProvisional: boolean
  private readonly byHeads: boolean
  private readonly toDirector: boolean
  private readonly multi: Policy['score.multi']
  /** Whole deductions in points, by twice the severity plus one when at fault. */
  private readonly points: readonly number[]
  private readonly rows: number[] = []
  /** The rows before the one that is being entered. One object for all: at 100,000 incidents a list each is felt. */
  private readonly earlier = { findings: this.rows, count: 0 }
  private count = 0
  private readonly facts: FindingFacts = {
    person: NONE,
    term: NONE,
    severity: 0,
    liable: false,
    decided: false,
    points: 0,
    cases: 1,
    department: NONE,
    director: NONE,
    vp: NONE,
  }

  constructor(
    { data, link, environment }: ScoreSources,
    private readonly terms: ReadonlyMap<string, number>,
    private readonly book: ScoreBook,
  ) {
    const cells = (table: string, column: string): Cells => data(table).columns[column]!.cells
    this.incidents = {
      severity: cells('incidents', 'severity'),
      liability: cells('incidents', 'liability'),
      term: cells('incidents', 'term'),
      state: cells('incidents', 'state'),
    }
    this.findings = {
      finding: cells('findings', 'finding'),
      share: cells('findings', 'share'),
    }
    this.people = { role: cells('incidentPeople', 'role'), who: cells('incidentPeople', 'who') }
    this.links = {
      findings: link('findings', 'incident'),
      people: link('incidentPeople', 'incident'),
      person: link('findings', 'person'),
      department: link('findings', 'department'),
      departmentOf: link('staff', 'dept'),
      director: link('departments', 'director'),
      vp: link('departments', 'vp'),
    }
    const { policy } = environment()
    this.scope = { 'classify.scope': policy['classify.scope'] }
    this.countProvisional = policy['score.countProvisional']
    this.byHeads = policy['classify.countBy'] === 'injured'
    this.toDirector = policy['score.noPerson'] === 'director'
    this.multi = policy['score.multi']
    this.points = ([0, 1, 2, 3] as const).flatMap((severity) =>
      [false, true].map((liable) => pointsFor(severity, liable, policy)),
    )
  }

  /** A loop of its own and nothing after it: so the compiler takes it whole, the first time as well as the tenth. */
  enterAll(incidents: TableData): void {
    for (let incident = 0; incident < incidents.ids.length; incident++)
      if (incidents.isLive(incident)) this.enter(incident, null)
  }

  /** Enters the incident's findings, in the order of their rows. */
  enter(incident: number, touched: Touched | null): void {
    this.readRows(incident)
    if (this.count === 0) return
    const { incidents, facts } = this
    const liability = incidents.liability.at(incident) as string | null
    facts.severity = gradeOfSeverity(incidents.severity.at(incident) as string | null)
    facts.term = this.terms.get((incidents.term.at(incident) as string | null) ?? '') ?? NONE
    facts.decided = this.countProvisional || incidents.state.at(incident) === '已认定'
    facts.cases = this.byHeads ? Math.max(1, this.injuredPupils(incident)) : 1
    for (let i = 0; i < this.count; i++) {
      const finding = this.rows[i]!
      this.read(finding, i, liability)
      this.earlier.count = i
      this.book.enter(finding, incident, facts, this.earlier, touched)
    }
  }

  private readRows(incident: number): void {
    const { rows } = this
    const { findings } = this.links
    let count = 0
    let sorted = true
    for (let finding = findings.first(incident); finding >= 0; finding = findings.next(finding)) {
      if (count > 0 && finding < rows[count - 1]!) sorted = false
      rows[count++] = finding
    }
    // A row that came back or was moved here hangs at the end of the chain, but counts in its own place.
    if (!sorted) {
      rows.length = count
      rows.sort((a, b) => a - b)
    }
    this.count = count
  }

  /** What one finding brings, into `facts`. */
  private read(finding: number, index: number, liability: string | null): void {
    const { facts, links } = this
    const liable = liableFor(this.findings.finding.at(finding) as string | null, liability, this.scope)
    facts.person = links.person.targetOf(finding)
    facts.liable = liable === true
    facts.department =
      facts.person >= 0 ? links.departmentOf.targetOf(facts.person) : links.department.targetOf(finding)
    facts.director = facts.department >= 0 ? links.director.targetOf(facts.department) : NONE
    facts.vp = facts.department >= 0 ? links.vp.targetOf(facts.department) : NONE
    facts.points = liable === null ? 0 : this.centsOf(finding, index, facts.severity, liable) * facts.cases
    if (facts.person < 0 && this.toDirector) facts.person = facts.director
  }

  private injuredPupils(incident: number): number {
    const { people } = this.links
    const { role, who } = this.people
    let count = 0
    for (let person = people.first(incident); person >= 0; person = people.next(person))
      if (role.at(person) === '受伤者' && who.at(person) === '学生') count++
    return count
  }

  /** D3: each the whole deduction, a share of it, or only the first person of the incident. Hundredths of a point. */
  private centsOf(finding: number, index: number, severity: SeverityGrade, liable: boolean): number {
    const whole = this.points[severity * 2 + (liable ? 1 : 0)]!
    if (this.multi === 'each') return whole * CENT
    if (this.multi === 'primaryOnly') return index === 0 ? whole * CENT : 0
    return Math.round(whole * ((this.findings.share.at(finding) as number | null) ?? CENT / this.count))
  }
}
