import { otherPoints } from '../rules/final-score.ts'
import { managementPoints } from '../rules/management.ts'
import { inPost, type InPost } from '../rules/months-in-post.ts'
import { lineShares } from './director-change.ts'
import { IncidentEntry } from './incident-entry.ts'
import { PersonScore, type Everybody } from './person-score.ts'
import type { ScoreSources } from './score-sources.ts'
import { ScoreBook, type Touched } from './score-book.ts'
import { Seals } from './seals.ts'
import type { ScoreFacts } from '../rules/score-facts.ts'

const NONE = -1
const CENT = 100

/**
 * The scores of every person in every term, kept right edit by edit. Rows say what happened, `ScoreBook` adds it up,
 * and a person's facts are worked out from the sums when somebody asks for them.
 */
export class Scores implements Everybody {
  private book!: ScoreBook
  private entry!: IncidentEntry
  private terms = new Map<string, number>()
  /** Departments by the position of their director, present or former. */
  private directed = new Map<number, number[]>()
  private vicePrincipals = new Set<number>()
  private readonly dirty = new Set<number>()
  private readonly dirtyLegs = new Set<number>()
  private readonly dirtyLegsOf = new Set<number>()
  private readonly cache = new Map<number, PersonScore | null>()
  private ranks = new Map<number, Map<number, number>>()
  /** Months in post by term and days of coming and going: nearly everybody shares one answer, which takes a while to find. */
  private readonly posts = new Map<string, InPost>()
  private readonly touched: Touched = {
    slot: (slot) => this.forget(slot),
    line: (index) => this.forgetLine(index),
    school: (index) => this.forgetSchool(index),
  }
  private readonly seals: Seals
  /** Moves whenever a score may have moved. */
  version = 0

  constructor(private readonly sources: ScoreSources) {
    this.seals = new Seals(sources)
  }

  get sums(): ScoreBook {
    return this.book
  }

  /** Counts everything afresh: at the start, after the organisation, the terms or the policy moved, and to check. */
  rebuild(): void {
    const { data, environment } = this.sources
    const { terms, policy } = environment()
    this.terms = new Map(terms.map((term, index) => [term.id, index]))
    const findings = data('findings')
    this.book = new ScoreBook(
      data('staff').ids.length,
      data('departments').ids.length,
      terms.length,
      findings.ids.length,
      policy,
    )
    this.entry = new IncidentEntry(this.sources, this.terms, this.book)
    this.readOrganisation()
    this.posts.clear()
    this.cache.clear()
    this.ranks.clear()
    this.dirty.clear()
    this.dirtyLegs.clear()
    this.dirtyLegsOf.clear()
    this.entry.enterAll(data('incidents'))
    this.sources.concealment.rebuild(this.terms, this.book)
    this.seals.rebuild(this.terms, this.book)
    this.version++
  }

  private readOrganisation(): void {
    const { data, link } = this.sources
    const departments = data('departments')
    this.directed = new Map()
    this.vicePrincipals = new Set()
    for (let department = 0; department < departments.ids.length; department++) {
      if (!departments.isLive(department)) continue
      for (const column of ['director', 'prior_director']) {
        const director = link('departments', column).targetOf(department)
        if (director < 0) continue
        const lines = this.directed.get(director) ?? []
        if (!lines.includes(department)) lines.push(department)
        this.directed.set(director, lines)
      }
      const vp = link('departments', 'vp').targetOf(department)
      if (vp >= 0) this.vicePrincipals.add(vp)
    }
  }

  /** A finding, or an input of one, moved: its incident now and the one it was counted under are counted anew. */
  findingMoved(finding: number): void {
    const under = this.book.enteredUnder(finding)
    if (under >= 0) this.dirty.add(under)
    const incident = this.sources.link('findings', 'incident').targetOf(finding)
    if (incident >= 0) this.dirty.add(incident)
    else this.book.withdraw(finding, this.touched)
  }

  incidentMoved(incident: number): void {
    this.dirty.add(incident)
    this.dirtyLegsOf.add(incident)
  }

  /** Somebody hurt came, went or moved: matters to the sums only where incidents count by heads (A8). */
  personMoved(person: number): void {
    if (this.sources.environment().policy['classify.countBy'] !== 'injured') return
    const incident = this.sources.link('incidentPeople', 'incident').targetOf(person)
    if (incident >= 0) this.dirty.add(incident)
  }

  /** A leg's lateness depends on the legs before it and on the incident, so all legs of the incident are read anew. */
  legMoved(leg: number): void {
    this.dirtyLegs.add(leg)
    const incident = this.sources.link('reportLegs', 'incident').targetOf(leg)
    if (incident >= 0) this.dirtyLegsOf.add(incident)
  }

  deductionMoved(row: number): void {
    this.sources.concealment.deductionMoved(row, (slot) => this.forget(slot))
  }

  /** What is written beside a made row of the term scores; its seal is all that moves a score. */
  scoreRowMoved(row: number): void {
    this.seals.rowMoved(row, (slot) => this.forget(slot))
  }

  /** Counts what moved. Returns true when any score may have moved. */
  settle(): boolean {
    const before = this.version
    this.settleIncidents()
    this.settleLegs()
    return this.version !== before
  }

  private settleIncidents(): void {
    if (!this.dirty.size) return
    const findings = this.sources.link('findings', 'incident')
    for (const incident of this.dirty)
      for (let f = findings.first(incident); f >= 0; f = findings.next(f)) this.book.withdraw(f, this.touched)
    const incidents = this.sources.data('incidents')
    for (const incident of this.dirty)
      if (incidents.isLive(incident)) this.entry.enter(incident, this.touched)
    this.dirty.clear()
  }

  private settleLegs(): void {
    if (!this.dirtyLegs.size && !this.dirtyLegsOf.size) return
    const legs = this.sources.link('reportLegs', 'incident')
    for (const incident of this.dirtyLegsOf)
      for (let leg = legs.first(incident); leg >= 0; leg = legs.next(leg)) this.dirtyLegs.add(leg)
    for (const leg of this.dirtyLegs) this.sources.concealment.legMoved(leg, this.touched.slot)
    this.dirtyLegs.clear()
    this.dirtyLegsOf.clear()
  }

  /** A person's result in a term, or null when he is not assessed: as it was sealed, else as the rows say now. */
  of(person: number, term: number): ScoreFacts | null {
    if (!this.seals.isSealed(term)) return this.live(person, term)
    const sealed = this.seals.of(this.book.slotOf(person, term))
    return (
      sealed && {
        person: this.sources.data('staff').ids[person]!,
        term: this.sources.environment().terms[term]!.id,
        department: this.departmentOf(person),
        posts: postsOf(this.sources.data('staff').cell('posts', person)),
        ...sealed,
        termTotal: this.seals.totalOf(term),
      }
    )
  }

  isAssessed(person: number, term: number): boolean {
    return this.seals.isSealed(term)
      ? this.seals.of(this.book.slotOf(person, term)) !== null
      : this.isScored(person)
  }

  isSealed(term: number): boolean {
    return this.seals.isSealed(term)
  }

  /** What the rows come to now, whether or not the term is sealed. */
  live(person: number, term: number): PersonScore | null {
    const slot = this.book.slotOf(person, term)
    const known = this.cache.get(slot)
    if (known !== undefined) return known
    const facts = this.work(person, term)
    this.cache.set(slot, facts)
    return facts
  }

  termIndex(id: string): number {
    return this.terms.get(id) ?? NONE
  }

  isScored(person: number): boolean {
    const staff = this.sources.data('staff')
    return staff.isLive(person) && staff.cell('scored', person) !== false
  }

  private work(person: number, termIndex: number): PersonScore | null {
    if (!this.isScored(person)) return null
    const { environment, data, concealment } = this.sources
    const { policy, terms } = environment()
    const slot = this.book.slotOf(person, termIndex)
    const mgmt = this.managementOf(person, termIndex)
    const vetoed =
      this.book.vetoes[slot]! > 0 || concealment.vetoes(slot) || (policy['veto.managers'] && mgmt > 0)
    const staff = data('staff')
    return new PersonScore(
      {
        position: person,
        termIndex,
        person: staff.ids[person]!,
        term: terms[termIndex]!.id,
        department: this.departmentOf(person),
        posts: postsOf(staff.cell('posts', person)),
        direct: this.book.direct[slot]! / CENT,
        mgmt,
        other: otherPoints(concealment.given(slot), concealment.taken(slot), policy),
        expected: this.book.expected[slot]! / CENT,
        zeroed: concealment.zeroed(slot),
        veto: vetoed && !concealment.lifted(slot),
        post: this.postOf(person, termIndex),
      },
      policy,
      this,
    )
  }

  /** Its row, also where its name was typed before it was on the list; else the name as typed. */
  private departmentOf(person: number): string | null {
    const { data, link } = this.sources
    const department = link('staff', 'dept').targetOf(person)
    return department >= 0
      ? data('departments').ids[department]!
      : (data('staff').stored(person, 'dept') as string | null)
  }

  private postOf(person: number, termIndex: number): InPost {
    const staff = this.sources.data('staff')
    const joined = staff.cell('valid', person) as string | null
    const left = staff.cell('valid_to', person) as string | null
    const key = `${termIndex}|${joined}|${left}`
    let post = this.posts.get(key)
    if (!post) {
      const { policy, terms } = this.sources.environment()
      this.posts.set(key, (post = inPost(terms[termIndex]!, joined, left, policy)))
    }
    return post
  }

  /** D10: what low scores leave over stays in the fund, or is shared by what each has earned himself. */
  leftOverFor(own: number, term: number): number {
    if (this.sources.environment().policy['allow.leftover'] === 'keep') return 0
    let earned = 0
    let whole = 0
    for (let person = 0; person < this.book.persons; person++) {
      const score = this.live(person, term)
      if (!score) continue
      earned += score.own
      whole += score.standard * score.prorata
    }
    return earned > 0 ? ((whole - earned) * own) / earned : 0
  }

  /** What the whole school would be paid for a term by the rows as they are, to the cent. */
  totalOf(term: number): number {
    let cents = 0
    for (let person = 0; person < this.book.persons; person++) {
      const facts = this.live(person, term)
      if (facts) cents += Math.round(facts.amount * CENT)
    }
    return cents / CENT
  }

  /** P4-34 … P4-36: for the lines somebody directs, the lines he is vice principal of, and the school he heads. */
  private managementOf(person: number, term: number): number {
    const { policy } = this.sources.environment()
    let points = 0
    const lines = this.directed.get(person)
    if (lines) {
      if (policy['mgmt.directorScope'] === 'school')
        points += managementPoints(this.book.schoolCounts(term), 'director', policy)
      else
        for (const line of lines) points += lineShares(this.sources, this.book, line, term).get(person) ?? 0
    }
    if (policy['mgmt.vpScope'] === 'safetyVpOnly') {
      if (this.profilePerson('safety_vp') === person)
        points += managementPoints(this.book.schoolCounts(term), 'vp', policy)
    } else if (this.vicePrincipals.has(person)) {
      const counts =
        policy['mgmt.vpScope'] === 'school' ? this.book.schoolCounts(term) : this.book.vpCounts(person, term)
      points += managementPoints(counts, 'vp', policy)
    }
    if (this.profilePerson('principal') === person)
      points += managementPoints(this.book.schoolCounts(term), 'principal', policy)
    return points
  }

  /** Lines a person directs or directed; for receipts. */
  linesOf(person: number): readonly number[] {
    return this.directed.get(person) ?? []
  }

  isVicePrincipal(person: number): boolean {
    return this.sources.environment().policy['mgmt.vpScope'] === 'safetyVpOnly'
      ? this.profilePerson('safety_vp') === person
      : this.vicePrincipals.has(person)
  }

  isPrincipal(person: number): boolean {
    return this.profilePerson('principal') === person
  }

  private profilePerson(column: string): number {
    const profile = this.sources.data('profile')
    for (let row = 0; row < profile.ids.length; row++)
      if (profile.isLive(row)) return this.sources.link('profile', column).targetOf(row)
    return NONE
  }

  rankOf(person: number, term: number): number {
    let ranks = this.ranks.get(term)
    if (!ranks) {
      ranks = new Map()
      const finals: [number, number][] = []
      for (let p = 0; p < this.book.persons; p++) {
        const facts = this.live(p, term)
        if (facts) finals.push([p, facts.final])
      }
      finals.sort((a, b) => b[1] - a[1])
      finals.forEach(([p, final], index) =>
        ranks!.set(
          p,
          index > 0 && finals[index - 1]![1] === final ? ranks!.get(finals[index - 1]![0])! : index + 1,
        ),
      )
      this.ranks.set(term, ranks)
    }
    return ranks.get(person) ?? 0
  }

  private forget(slot: number): void {
    this.version++
    this.cache.delete(slot)
    this.ranks.delete(slot % this.book.terms)
  }

  private forgetLine(index: number): void {
    const at = Math.floor(index / 3)
    const department = Math.floor(at / this.book.terms)
    const term = at % this.book.terms
    for (const column of ['director', 'prior_director']) {
      const director = this.sources.link('departments', column).targetOf(department)
      if (director >= 0) this.forget(this.book.slotOf(director, term))
    }
  }

  private forgetSchool(index: number): void {
    const { policy } = this.sources.environment()
    const term = Math.floor(index / 3)
    const principal = this.profilePerson('principal')
    if (principal >= 0) this.forget(this.book.slotOf(principal, term))
    if (policy['mgmt.directorScope'] === 'school')
      for (const director of this.directed.keys()) this.forget(this.book.slotOf(director, term))
    if (policy['mgmt.vpScope'] !== 'lines') {
      for (const vp of this.vicePrincipals) this.forget(this.book.slotOf(vp, term))
      const safety = this.profilePerson('safety_vp')
      if (safety >= 0) this.forget(this.book.slotOf(safety, term))
    }
  }
}

const postsOf = (posts: unknown): string | null =>
  Array.isArray(posts) && posts.length ? posts.join('、') : null
