import { Workbook } from '../../../src/engine/workbook.ts'
import { tables } from '../../../src/tables/index.ts'
import {
  benchSchool,
  DEPARTMENTS,
  personId,
  rightScores,
  STAFF,
  termId,
  TERMS,
  VICE_PRINCIPALS,
  type BenchSchool,
  type Facts,
  type SeverityEdit,
} from '../school.ts'

export { benchSchool, rightScores, DEPARTMENTS, STAFF, TERMS, VICE_PRINCIPALS }

/** What takes part in the race: each keeps every score of the school right by its own means. */
export interface Contender {
  /** Everything worked out afresh, up to all 1,200 scores. */
  full(): void
  /** One severity changed, up to all 1,200 scores right. */
  edit(edit: SeverityEdit): void
  /** By person × 6 + term. */
  scores(): { raw: ArrayLike<number>; final: ArrayLike<number> }
}

const scoreIds = Array.from({ length: STAFF * TERMS }, (_, i) => ({
  term: termId(i % TERMS),
  person: personId(Math.floor(i / TERMS)),
}))

/** The engine as the program runs it: a policy change for all, a change of one cell through the one door. */
export class Ours implements Contender {
  private readonly book = new Workbook({ tables, now: () => '2024-12-01 08:00' })
  private readonly facts: Facts
  private readonly raw = new Float64Array(STAFF * TERMS)
  private readonly final = new Float64Array(STAFF * TERMS)
  private amount = 100

  constructor(school: BenchSchool) {
    this.facts = school.facts
    for (const [table, content] of Object.entries(school.tables)) this.book.load(table, content)
    this.book.load('policy', { ids: ['#amount'], columns: { key: ['allow.amount'], value: ['100'] } })
    this.book.start()
    for (let slot = 0; slot < scoreIds.length; slot++) this.read(slot)
  }

  private read(slot: number): void {
    const { term, person } = scoreIds[slot]!
    const score = this.book.score(term, person)!
    this.raw[slot] = score.raw
    this.final[slot] = score.final
  }

  /** A setting that moves no score still has every class, finding, sum and score worked out anew. */
  full(): void {
    this.amount = 300 - this.amount
    this.book.apply({
      source: 'user',
      label: { code: 'grid.edit' },
      edits: [{ table: 'policy', row: '#amount', column: 'value', from: null, to: String(this.amount) }],
      added: [],
    })
    for (let slot = 0; slot < scoreIds.length; slot++) this.read(slot)
  }

  edit({ table, row, column, value, incident }: SeverityEdit): void {
    this.book.apply({
      source: 'user',
      label: { code: 'grid.edit' },
      edits: [{ table, row, column, from: this.book.stored(table, row, column), to: value }],
      added: [],
    })
    const person = this.facts.person[incident]!
    const term = this.facts.term[incident]!
    const department = this.facts.department[person]!
    this.read(person * TERMS + term)
    this.read((VICE_PRINCIPALS + department) * TERMS + term)
    this.read((department % VICE_PRINCIPALS) * TERMS + term)
  }

  scores() {
    return { raw: this.raw, final: this.final }
  }
}

const DILIGENT = [0, 10, 20, 30]
const UNDILIGENT = [0, 20, 50, 100]
const MANAGEMENT = [0, 10, 20, 40]

/**
 * The limit: typed arrays indexed by person and term, written for this one question. It cannot be asked another, explain
 * itself, or follow a setting.
 */
export class Limit implements Contender {
  private readonly facts: Facts
  private readonly severity: Uint8Array
  private readonly direct = new Int32Array(STAFF * TERMS)
  private readonly late = new Int32Array(STAFF * TERMS)
  private readonly lines = new Int32Array(DEPARTMENTS * TERMS * 4)
  private readonly raw = new Int32Array(STAFF * TERMS)
  private readonly final = new Int32Array(STAFF * TERMS)

  constructor(school: BenchSchool) {
    this.facts = school.facts
    this.severity = school.facts.severity.slice()
    this.full()
  }

  full(): void {
    this.direct.fill(0)
    this.late.fill(0)
    this.lines.fill(0)
    for (let incident = 0; incident < this.severity.length; incident++) this.add(incident, 1)
    for (let slot = 0; slot < STAFF * TERMS; slot++) this.settle(slot)
  }

  edit({ incident, severity }: SeverityEdit): void {
    this.add(incident, -1)
    this.severity[incident] = severity
    this.add(incident, 1)
    const person = this.facts.person[incident]!
    const term = this.facts.term[incident]!
    const department = this.facts.department[person]!
    this.settle(person * TERMS + term)
    this.settle((VICE_PRINCIPALS + department) * TERMS + term)
    this.settle((department % VICE_PRINCIPALS) * TERMS + term)
  }

  scores() {
    return { raw: this.raw, final: this.final }
  }

  private add(incident: number, weight: 1 | -1): void {
    const { person, term, undiligent, late, department } = this.facts
    const severity = this.severity[incident]!
    const slot = person[incident]! * TERMS + term[incident]!
    this.direct[slot]! += weight * (undiligent[incident] ? UNDILIGENT : DILIGENT)[severity]!
    this.late[slot]! += weight * late[incident]!
    if (undiligent[incident])
      this.lines[(department[person[incident]!]! * TERMS + term[incident]!) * 4 + severity]! += weight
  }

  private settle(slot: number): void {
    const person = Math.floor(slot / TERMS)
    const term = slot % TERMS
    let raw = 100 - this.direct[slot]!
    if (person < VICE_PRINCIPALS)
      for (let severity = 1; severity <= 3; severity++) {
        let count = 0
        for (let line = person; line < DEPARTMENTS; line += VICE_PRINCIPALS)
          count += this.lines[(line * TERMS + term) * 4 + severity]!
        raw -= Math.floor(count / 4) * MANAGEMENT[severity]!
      }
    else if (person < VICE_PRINCIPALS + DEPARTMENTS)
      for (let severity = 1; severity <= 3; severity++)
        raw -=
          Math.floor(this.lines[((person - VICE_PRINCIPALS) * TERMS + term) * 4 + severity]! / 2) *
          MANAGEMENT[severity]!
    this.raw[slot] = raw
    this.final[slot] = this.late[slot] ? 0 : Math.max(0, raw)
  }
}
