import type { RotaProblem, RotaSolution } from '../../../src/rules/rota/rota-problem.ts'

/** What is wrong with a rota, by the problem alone. */
export function violations(problem: RotaProblem, { holders, counts }: RotaSolution): string[] {
  const wrong: string[] = []
  const busy = new Set(problem.standing.map(([person, period]) => `${person}@${period}`))
  const given = problem.people.map(() => 0)
  for (const [place, { period, seats, barred }] of problem.places.entries()) {
    if (holders[place]!.length > seats) wrong.push(`place ${place} has ${holders[place]!.length} of ${seats}`)
    for (const person of holders[place]!) {
      if (busy.has(`${person}@${period}`)) wrong.push(`person ${person} twice in period ${period}`)
      busy.add(`${person}@${period}`)
      if (barred.some(([other]) => other === person)) wrong.push(`person ${person} barred at ${place}`)
      given[person]!++
    }
  }
  for (const [person, { most, had }] of problem.people.entries()) {
    if (most !== null && given[person]! > most) wrong.push(`person ${person} above the cap`)
    if (counts[person] !== had + given[person]!) wrong.push(`person ${person} counted as ${counts[person]}`)
  }
  return wrong
}

export const gapOf = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts)
export const filledIn = ({ holders }: RotaSolution): number =>
  holders.reduce((sum, people) => sum + people.length, 0)

/** Every rota there is, one after the other: the most that can be filled, and the smallest gap with so much filled. */
export function bestByTrying(problem: RotaProblem): { readonly filled: number; readonly gap: number } {
  const seats = problem.places.flatMap(({ seats }, place) => Array.from({ length: seats }, () => place))
  const counts = problem.people.map(({ had }) => had)
  const given = problem.people.map(() => 0)
  const busy = new Set(problem.standing.map(([person, period]) => `${person}@${period}`))
  let best = { filled: -1, gap: Infinity }
  const go = (seat: number, filled: number) => {
    if (filled + seats.length - seat < best.filled) return
    if (seat === seats.length) {
      const gap = gapOf(counts)
      if (filled > best.filled || gap < best.gap) best = { filled, gap }
      return
    }
    const { period, barred } = problem.places[seats[seat]!]!
    for (const [person, { most }] of problem.people.entries()) {
      const when = `${person}@${period}`
      if (busy.has(when) || barred.some(([other]) => other === person)) continue
      if (most !== null && given[person] === most) continue
      busy.add(when)
      counts[person]!++
      given[person]!++
      go(seat + 1, filled + 1)
      busy.delete(when)
      counts[person]!--
      given[person]!--
    }
    go(seat + 1, filled)
  }
  go(0, 0)
  return best
}

/** A network with capacities, filled by shortest augmenting paths (Edmonds and Karp): nothing of it is in the program. */
class Network {
  readonly to: number[] = []
  readonly room: number[] = []
  readonly out: number[][] = []

  constructor(nodes: number) {
    for (let node = 0; node < nodes; node++) this.out.push([])
  }

  edge(from: number, to: number, room: number): void {
    this.out[from]!.push(this.to.push(to) - 1)
    this.room.push(room)
    this.out[to]!.push(this.to.push(from) - 1)
    this.room.push(0)
  }

  flow(source: number, sink: number): number {
    let total = 0
    for (;;) {
      const by = new Map<number, number>([[source, -1]])
      const queue = [source]
      for (let at = 0; at < queue.length && !by.has(sink); at++)
        for (const edge of this.out[queue[at]!]!)
          if (this.room[edge]! > 0 && !by.has(this.to[edge]!)) {
            by.set(this.to[edge]!, edge)
            queue.push(this.to[edge]!)
          }
      if (!by.has(sink)) return total
      let least = Infinity
      for (let node = sink; node !== source; node = this.to[by.get(node)! ^ 1]!)
        least = Math.min(least, this.room[by.get(node)!]!)
      for (let node = sink; node !== source; node = this.to[by.get(node)! ^ 1]!) {
        this.room[by.get(node)!]! -= least
        this.room[by.get(node)! ^ 1]! += least
      }
      total += least
    }
  }
}

/** The most seats that can be filled when everybody's count lies within bounds; −1 where the bounds cannot be kept. */
function mostFilled(problem: RotaProblem, least: number, most: number): number {
  const { people, places, periods, standing } = problem
  // 0 source, 1 sink, 2 and 3 the same for the bounds, then people, entries, places.
  const person = (who: number) => 4 + who
  const entry = (who: number, when: number) => 4 + people.length + who * periods + when
  const placeAt = (place: number) => 4 + people.length * (periods + 1) + place
  const build = (bounds: boolean) => {
    const network = new Network(placeAt(places.length))
    let owed = 0
    for (const [who, { had, most: cap }] of people.entries()) {
      const low = bounds ? Math.max(0, least - had) : 0
      const high = Math.min(cap ?? Infinity, most - had)
      if (high < low) return null
      network.edge(0, person(who), high - low)
      if (low > 0) {
        network.edge(2, person(who), low)
        network.edge(0, 3, low)
        owed += low
      }
      const busy = new Set(standing.filter(([other]) => other === who).map(([, when]) => when))
      for (let when = 0; when < periods; when++)
        if (!busy.has(when)) network.edge(person(who), entry(who, when), 1)
    }
    for (const [place, { period, seats, barred }] of places.entries()) {
      const out = new Set(barred.map(([who]) => who))
      for (let who = 0; who < people.length; who++)
        if (!out.has(who)) network.edge(entry(who, period), placeAt(place), 1)
      network.edge(placeAt(place), 1, seats)
    }
    return { network, owed }
  }
  const bounded = build(true)
  if (!bounded) return -1
  const { network, owed } = bounded
  network.edge(1, 0, 1e9)
  if (network.flow(2, 3) < owed) return -1
  // The bounds are met; more goes along what is left of the same network.
  const back = network.to.length - 2
  const already = network.room[back + 1]!
  network.room[back] = network.room[back + 1] = 0
  return already + network.flow(0, 1)
}

/** Is there a rota with so many seats filled and this gap? Asked of an independent flow with bounds. */
export function canHaveGap(problem: RotaProblem, filled: number, gap: number): boolean {
  const lowest = Math.min(...problem.people.map(({ had }) => had))
  const highest = Math.max(...problem.people.map(({ had }) => had))
  const last = Math.max(highest, lowest + problem.periods)
  for (let least = Math.max(0, highest - gap); least <= last; least++)
    if (mostFilled(problem, least, least + gap) >= filled) return true
  return false
}

export const mostThatCanBeFilled = (problem: RotaProblem): number => mostFilled(problem, 0, 1e9)
