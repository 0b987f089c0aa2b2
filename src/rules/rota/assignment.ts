import type { RotaProblem } from './rota-problem.ts'

export const FREE = -1
/** A duty that is not the solver's to move. */
export const STANDS = -2

/**
 * Who is where, while it is worked out. An entry is a person in a period, numbered `person * periods + period`, and holds
 * the place they have then.
 */
export class Assignment {
  readonly people: number
  readonly periods: number
  readonly at: Int32Array
  /** Duties of the term, standing ones included. */
  readonly counts: Int32Array
  /** Duties given here. */
  readonly given: Int32Array
  readonly missing: Int32Array
  readonly #allowed: Uint8Array

  constructor(readonly problem: RotaProblem) {
    const { people, places, periods, standing } = problem
    this.people = people.length
    this.periods = periods
    this.at = new Int32Array(people.length * periods).fill(FREE)
    for (const [person, period] of standing) this.at[this.entry(person, period)] = STANDS
    this.counts = Int32Array.from(people, ({ had }) => had)
    this.given = new Int32Array(people.length)
    this.missing = Int32Array.from(places, ({ seats }) => seats)
    this.#allowed = new Uint8Array(people.length * places.length).fill(1)
    for (const [place, { barred }] of places.entries())
      for (const [person] of barred) this.#allowed[place * this.people + person] = 0
  }

  entry(person: number, period: number): number {
    return person * this.periods + period
  }

  /** May this person ever have this place? Not whether they are free. */
  allows(place: number, person: number): boolean {
    return this.#allowed[place * this.people + person] === 1
  }

  hasRoom(person: number): boolean {
    const { most } = this.problem.people[person]!
    return most === null || this.given[person]! < most
  }

  isFree(place: number, person: number): boolean {
    const entry = this.entry(person, this.problem.places[place]!.period)
    return this.at[entry] === FREE && this.allows(place, person)
  }

  give(place: number, person: number): void {
    this.at[this.entry(person, this.problem.places[place]!.period)] = place
    this.missing[place]!--
    this.tally(person, 1)
  }

  tally(person: number, more: number): void {
    this.counts[person]! += more
    this.given[person]! += more
  }

  /**
   * What one duty more would weigh, and, one duty earlier, what the last one weighs: this term's count first, then the
   * terms before. Sums of rising weights are smallest where counts are as equal as they can be.
   */
  weight(person: number, more = 1): number {
    return (this.counts[person]! + more) * EARLIER + this.problem.people[person]!.before
  }

  holders(): number[][] {
    const holders: number[][] = this.problem.places.map(() => [])
    for (let person = 0; person < this.people; person++)
      for (let period = 0; period < this.periods; period++) {
        const place = this.at[this.entry(person, period)]!
        if (place >= 0) holders[place]!.push(person)
      }
    return holders
  }
}

/** More duties than anybody has had in all terms before. */
const EARLIER = 1_000_000
