import { dateOf } from '../shared/local-date.ts'
import { termIndexOf } from '../rules/terms.ts'
import type { Environment } from '../rules/rule.ts'
import type { Link } from './link.ts'
import type { ScoreBook } from './score-book.ts'
import type { TableData } from './table-data.ts'

const CENT = 100

export interface ConcealmentSources {
  readonly data: (table: string) => TableData
  readonly link: (table: string, column: string) => Link
  readonly environment: () => Environment
  /** Minutes a leg was done after its time, grace taken off; 0 when in time, null when it cannot be said. */
  readonly lateMinutes: (leg: number) => number | null
}

interface LegEffect {
  /** Scores made zero and honours lost. */
  readonly zeroed: readonly number[]
  /** Hundredths of a point taken instead, where the school has a lighter scale for short delays (R13). */
  readonly taken: readonly (readonly [slot: number, cents: number])[]
}

const VERDICTS = new Set(['迟报', '漏报', '隐瞒'])

/**
 * What stands beside the incidents' own points: reports found late, missing or concealed (P4-37), adjustments entered
 * by hand, and vetoes lifted by a meeting. There are few of them, so each is kept with what it did.
 */
export class Concealment {
  private terms = new Map<string, number>()
  private book!: ScoreBook
  private legs = new Map<number, LegEffect>()
  private zeroes = new Map<number, number>()
  private takings = new Map<number, number>()
  /** Points by hand; what settles an account of a sealed term counts in full, up and down. */
  private manual = new Map<number, readonly [slot: number, cents: number, settles: boolean]>()
  private liftings = new Map<number, number>()
  private manualVetoes = new Map<number, number>()

  constructor(private readonly sources: ConcealmentSources) {}

  zeroed(slot: number): boolean {
    return (this.zeroes.get(slot) ?? 0) > 0
  }

  vetoes(slot: number): boolean {
    return this.zeroed(slot) || (this.manualVetoes.get(slot) ?? 0) > 0
  }

  /** True when every veto of this person and term was lifted by a meeting (V6). */
  lifted(slot: number): boolean {
    return (this.liftings.get(slot) ?? 0) > 0
  }

  /** Points given and taken beside the incidents, in points. */
  given(slot: number): number {
    return this.adjusted(slot, (cents, settles) => cents > 0 && !settles)
  }

  taken(slot: number): number {
    return (
      -this.adjusted(slot, (cents, settles) => cents < 0 || settles) + (this.takings.get(slot) ?? 0) / CENT
    )
  }

  private adjusted(slot: number, which: (cents: number, settles: boolean) => boolean): number {
    let cents = 0
    for (const [at, amount, settles] of this.manual.values())
      if (at === slot && which(amount, settles)) cents += amount
    return cents / CENT
  }

  rebuild(terms: Map<string, number>, book: ScoreBook): void {
    this.terms = terms
    this.book = book
    this.legs.clear()
    this.zeroes.clear()
    this.takings.clear()
    this.manual.clear()
    this.liftings.clear()
    this.manualVetoes.clear()
    const { data } = this.sources
    const silent = () => {}
    for (let leg = 0; leg < data('reportLegs').ids.length; leg++) this.legMoved(leg, silent)
    for (let row = 0; row < data('deductions').ids.length; row++) this.deductionMoved(row, silent)
    this.readVetoes()
  }

  legMoved(leg: number, moved: (slot: number) => void): void {
    const before = this.legs.get(leg)
    if (before) {
      for (const slot of before.zeroed) this.add(this.zeroes, slot, -1, moved)
      for (const [slot, cents] of before.taken) this.add(this.takings, slot, -cents, moved)
      this.legs.delete(leg)
    }
    const after = this.effectOf(leg)
    if (!after) return
    this.legs.set(leg, after)
    for (const slot of after.zeroed) this.add(this.zeroes, slot, 1, moved)
    for (const [slot, cents] of after.taken) this.add(this.takings, slot, cents, moved)
  }

  /** Legs that made a score zero or took points from it; for receipts. */
  legsOf(slot: number): number[] {
    const found: number[] = []
    for (const [leg, effect] of this.legs)
      if (effect.zeroed.includes(slot) || effect.taken.some(([at]) => at === slot)) found.push(leg)
    return found.sort((a, b) => a - b)
  }

  /** Points a leg took from a score; 0 when it made the score zero. */
  pointsOf(leg: number, slot: number): number {
    return (this.legs.get(leg)?.taken.find(([at]) => at === slot)?.[1] ?? 0) / CENT
  }

  /** Legs that made scores zero, with those scores. */
  *zeroedLegs(): Iterable<[leg: number, slots: readonly number[]]> {
    for (const [leg, { zeroed }] of this.legs) if (zeroed.length) yield [leg, zeroed]
  }

  /** The verdict that counts: the meeting's, or by setting R11 the clock's. Null when there is none. */
  verdictOf(leg: number): string | null {
    const { data, environment, lateMinutes } = this.sources
    const verdict = data('reportLegs').cell('verdict', leg) as string | null
    if (verdict !== null) return VERDICTS.has(verdict) ? verdict : null
    if (environment().policy['conceal.auto'] !== 'autoLate') return null
    return (lateMinutes(leg) ?? 0) > 0 ? '迟报' : null
  }

  private effectOf(leg: number): LegEffect | null {
    const { data, environment } = this.sources
    if (!data('reportLegs').isLive(leg)) return null
    const verdict = this.verdictOf(leg)
    if (verdict === null) return null
    const term = this.termOf(leg)
    if (term < 0) return null
    const slots = this.accountable(leg).map((person) => this.book.slotOf(person, term))
    const lighter = verdict === '迟报' ? this.lighter(leg, environment().policy['conceal.lightScale']) : null
    return lighter === null
      ? { zeroed: slots, taken: [] }
      : { zeroed: [], taken: slots.map((slot) => [slot, Math.round(lighter * CENT)] as const) }
  }

  /** R13: the points of the first step whose minutes the delay does not exceed; null for the full zero. */
  private lighter(leg: number, scale: readonly (readonly [number, number])[]): number | null {
    const late = this.sources.lateMinutes(leg)
    if (late === null) return null
    for (const [minutes, points] of [...scale].sort((a, b) => a[0] - b[0])) if (late <= minutes) return points
    return null
  }

  /** R12: the person, the head of his department, or everybody in it; where a department is named, its head alone. */
  private accountable(leg: number): number[] {
    const { data, link, environment } = this.sources
    const person = link('reportLegs', 'accountable').targetOf(leg)
    const named = link('reportLegs', 'department').targetOf(leg)
    const department = named >= 0 ? named : person >= 0 ? link('staff', 'dept').targetOf(person) : -1
    const scope = environment().policy['conceal.scope']
    if (scope === 'wholeDept' && department >= 0)
      return link('staff', 'dept')
        .childrenOf(department)
        .filter((member) => data('staff').isLive(member))
    const director = department >= 0 ? link('departments', 'director').targetOf(department) : -1
    if (scope === 'director' || named >= 0) return director >= 0 ? [director] : person >= 0 ? [person] : []
    return person >= 0 ? [person] : []
  }

  /** R14: the term of the incident, or the one in which the meeting found it out. */
  private termOf(leg: number): number {
    const { data, link, environment } = this.sources
    const { policy, terms } = environment()
    const incident = link('reportLegs', 'incident').targetOf(leg)
    if (incident < 0) return -1
    const own = this.terms.get(data('incidents').cell('term', incident) as string) ?? -1
    const meeting = link('incidents', 'decided_at').targetOf(incident)
    const found = meeting >= 0 ? (data('meetings').cell('at', meeting) as string | null) : null
    if (found === null) return own
    const sealedBefore =
      own >= 0 && terms[own]!.sealed && terms[own]!.closedOn !== null && dateOf(found) > terms[own]!.closedOn!
    if (policy['conceal.term'] === 'incident' && !sealedBefore) return own
    const later = termIndexOf(dateOf(found), terms, policy)
    return later >= 0 ? later : own
  }

  /** Adjustments entered by hand count once a meeting has confirmed them. */
  deductionMoved(row: number, moved: (slot: number) => void): void {
    const before = this.manual.get(row)
    if (before) {
      this.manual.delete(row)
      moved(before[0])
    }
    const { data, link } = this.sources
    const deductions = data('deductions')
    if (!deductions.isLive(row) || deductions.ids[row]!.startsWith('#deduction:')) return
    const person = link('deductions', 'person').targetOf(row)
    const termRow = link('deductions', 'term').targetOf(row)
    const term = termRow >= 0 ? (this.terms.get(data('terms').ids[termRow]!) ?? -1) : -1
    const points = deductions.cell('manual_points', row) as number | null
    if (person < 0 || term < 0 || points === null || deductions.cell('state', row) !== '已确认') return
    const slot = this.book.slotOf(person, term)
    const settles = deductions.cell('adjusts', row) !== null
    this.manual.set(row, [slot, Math.round(points * CENT), settles])
    moved(slot)
  }

  /** Manual rows of a person's adjustments; for receipts. */
  manualOf(slot: number): number[] {
    return [...this.manual].filter(([, [at]]) => at === slot).map(([row]) => row)
  }

  /**
   * The register's own rows: vetoes entered by hand, and automatic ones lifted by a meeting (V6). A term's veto is lifted
   * only when every automatic veto of the person in it is.
   */
  private readVetoes(): void {
    const { data, link, environment } = this.sources
    const vetoes = data('vetoes')
    const { terms } = environment()
    const liftedBy = new Map<number, number>()
    for (let row = 0; row < vetoes.ids.length; row++) {
      if (!vetoes.isLive(row)) continue
      const lifted = vetoes.cell('lifted', row) !== null
      const automatic = vetoes.ids[row]!.startsWith('#veto:')
      if (automatic) {
        const slot = lifted ? this.vetoSlot(vetoes.ids[row]!) : -1
        if (slot >= 0) liftedBy.set(slot, (liftedBy.get(slot) ?? 0) + 1)
        continue
      }
      if (lifted) continue
      const person = link('vetoes', 'who').targetOf(row)
      const year = vetoes.cell('year', row) as string | null
      if (person < 0 || year === null) continue
      terms.forEach((term, index) => {
        if (term.schoolYear === year || term.from.slice(0, 4) === year)
          this.add(this.manualVetoes, this.book.slotOf(person, index), 1, () => {})
      })
    }
    for (const [slot, count] of liftedBy)
      if (count >= this.book.vetoes[slot]! + (this.zeroes.get(slot) ?? 0)) this.liftings.set(slot, 1)
  }

  private vetoSlot(id: string): number {
    const { term, person } = partsOfVetoId(id)
    const position = this.sources.data('staff').positions.get(person)
    const index = this.terms.get(term)
    return position === undefined || index === undefined ? -1 : this.book.slotOf(position, index)
  }

  private add(map: Map<number, number>, slot: number, by: number, moved: (slot: number) => void): void {
    const sum = (map.get(slot) ?? 0) + by
    if (sum === 0) map.delete(slot)
    else map.set(slot, sum)
    moved(slot)
  }
}

/** The id of an automatic veto says what it stands for, so what people write beside it finds it again. */
export const vetoId = (term: string, person: string, cause: string): string =>
  `#veto:${term}|${person}|${cause}`

function partsOfVetoId(id: string): { term: string; person: string } {
  const [term = '', person = ''] = id.slice('#veto:'.length).split('|')
  return { term, person }
}
