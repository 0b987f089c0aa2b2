import { FREE, STANDS, type Assignment } from './assignment.ts'

const UNSEEN = -1
/** Where the walk begins, so that it does not come back there. */
const BEGINNING = 0
/** An entry that is looked at because its person gives it up. */
const GIVEN_UP = -2

/**
 * Chains of exchanges: A takes the place of B, who takes that of C, who is free. A walk, breadth first, over the places
 * and people that could change so that somebody is relieved or an open place is filled, and at whose cost.
 */
export class Exchanges {
  /** Of an entry: the place it would take, or that it is given up. */
  readonly #entryFrom: Int32Array
  /** Of a place: the entry that would leave it. */
  readonly #placeFrom: Int32Array
  /** Of a person: the entry by which they would get one more. */
  readonly #personFrom: Int32Array
  #startPerson = -1
  #startPlace = -1

  constructor(private readonly assignment: Assignment) {
    this.#entryFrom = new Int32Array(assignment.at.length)
    this.#placeFrom = new Int32Array(assignment.problem.places.length)
    this.#personFrom = new Int32Array(assignment.people)
  }

  /** Who could end up with one duty more if somebody came to this place. */
  fromPlace(place: number): Reached {
    this.#clear()
    this.#startPlace = place
    this.#placeFrom[place] = BEGINNING
    return this.#walk([], [place])
  }

  /** Who could end up with one duty more if this person had one less. */
  fromPerson(person: number): Reached {
    this.#clear()
    this.#startPerson = person
    this.#personFrom[person] = BEGINNING
    return this.#walk([person], [])
  }

  #clear(): void {
    this.#entryFrom.fill(UNSEEN)
    this.#placeFrom.fill(UNSEEN)
    this.#personFrom.fill(UNSEEN)
    this.#startPerson = this.#startPlace = -1
  }

  #walk(people: number[], places: number[]): Reached {
    const { assignment } = this
    const { problem, at, periods } = assignment
    let best = -1
    for (let p = 0, k = 0; p < people.length || k < places.length;) {
      if (p < people.length) {
        const person = people[p++]!
        for (let period = 0; period < periods; period++) {
          const entry = assignment.entry(person, period)
          if (at[entry]! < 0 || this.#entryFrom[entry] !== UNSEEN) continue
          this.#entryFrom[entry] = GIVEN_UP
          this.#openPlace(at[entry]!, entry, places)
        }
        continue
      }
      const place = places[k++]!
      const { period } = problem.places[place]!
      for (let person = 0; person < assignment.people; person++) {
        const entry = assignment.entry(person, period)
        const held = at[entry]!
        if (held === STANDS || held === place || this.#entryFrom[entry] !== UNSEEN) continue
        if (!assignment.allows(place, person)) continue
        this.#entryFrom[entry] = place
        if (held !== FREE) this.#openPlace(held, entry, places)
        else if (this.#personFrom[person] === UNSEEN) {
          this.#personFrom[person] = entry
          people.push(person)
          if (assignment.hasRoom(person) && (best < 0 || assignment.weight(person) < assignment.weight(best)))
            best = person
        }
      }
    }
    return { best, people, places }
  }

  #openPlace(place: number, entry: number, places: number[]): void {
    if (this.#placeFrom[place] !== UNSEEN) return
    this.#placeFrom[place] = entry
    places.push(place)
  }

  /** Carries out the chain that ends with one more for this person. */
  move(end: number): void {
    const { assignment } = this
    const { at, periods } = assignment
    assignment.tally(end, 1)
    for (let person = end; ;) {
      // Each of these takes the place before it in the chain, up to one who gives theirs up.
      let entry = this.#personFrom[person]!
      while (this.#entryFrom[entry] !== GIVEN_UP) {
        const place = this.#entryFrom[entry]!
        at[entry] = place
        if (place === this.#startPlace) return
        entry = this.#placeFrom[place]!
      }
      at[entry] = FREE
      person = Math.floor(entry / periods)
      if (person === this.#startPerson) {
        assignment.tally(person, -1)
        return
      }
    }
  }
}

export interface Reached {
  /** Whoever would bear it best; -1 for nobody. */
  readonly best: number
  /** Everybody, and every place, that could take part. */
  readonly people: readonly number[]
  readonly places: readonly number[]
}
