import { FREE, type Assignment } from './assignment.ts'

/** What one pass may cost at most; a rota of 200 people and five posts a day for a term is looked through a few times. */
const MOST_LOOKS = 30_000_000
/** Two duties in neighbouring periods weigh as much as this many at one post. */
const NEAR = 2

/**
 * Spreads everybody's duties over posts, weekdays and the term by swapping two people at a time: nobody gets more or fewer
 * by it, so the counts stay as fair as they are. It ends where no swap makes it better.
 */
export function spread(assignment: Assignment, onProgress: (share: number) => void = () => {}): void {
  const { problem, at, periods, people } = assignment
  const posts = 1 + Math.max(0, ...problem.places.map(({ post }) => post))
  const atPost = new Int32Array(people * posts)
  const onWeekday = new Int32Array(people * 8)
  /** Entries that hold a place, which is all that can be swapped. */
  const held: number[] = []
  for (const [entry, place] of at.entries()) {
    if (place < 0) continue
    const { post, weekday } = problem.places[place]!
    const person = ownerOf(entry)
    atPost[person * posts + post]!++
    onWeekday[person * 8 + weekday]!++
    held.push(entry)
  }
  /** Periods between two duties, if they all lay equally far apart; what is nearer than that is too near. */
  const wanted = Math.min(MOST_APART, Math.floor((people * periods) / Math.max(1, held.length)))

  function ownerOf(entry: number): number {
    return Math.floor(entry / periods)
  }

  /** How much too near the person's other duties are to a period. */
  function nearness(person: number, period: number, leavingOut: number): number {
    let sum = 0
    const first = Math.max(0, period - wanted + 1)
    const end = Math.min(periods, period + wanted)
    for (let other = first; other < end; other++) {
      if (other === period || other === leavingOut) continue
      const held = at[person * periods + other]!
      if (held !== FREE) sum += wanted - Math.abs(other - period)
    }
    return sum
  }

  /** What it does to a person's squares to have one `to` more for one `from`; twice the half of it. */
  function turned(counts: Int32Array, from: number, to: number): number {
    return from === to ? 0 : counts[to]! - counts[from]! + 1
  }

  /** Below nothing, the swap makes it better. */
  function change(a: number, b: number): number {
    const [personA, personB] = [ownerOf(a), ownerOf(b)]
    const [placeA, placeB] = [problem.places[at[a]!]!, problem.places[at[b]!]!]
    let sum =
      turned(atPost, personA * posts + placeA.post, personA * posts + placeB.post) +
      turned(atPost, personB * posts + placeB.post, personB * posts + placeA.post) +
      turned(onWeekday, personA * 8 + placeA.weekday, personA * 8 + placeB.weekday) +
      turned(onWeekday, personB * 8 + placeB.weekday, personB * 8 + placeA.weekday)
    const [whenA, whenB] = [placeA.period, placeB.period]
    if (whenA !== whenB && wanted > 1)
      sum +=
        (NEAR *
          (nearness(personA, whenB, whenA) -
            nearness(personA, whenA, -1) +
            nearness(personB, whenA, whenB) -
            nearness(personB, whenB, -1))) /
        wanted
    return sum
  }

  function mayTake(person: number, place: number, instead: number): boolean {
    const { period } = problem.places[place]!
    const free = period === instead || at[person * periods + period] === FREE
    return free && assignment.allows(place, person)
  }

  function swap(i: number, j: number): void {
    const [a, b] = [held[i]!, held[j]!]
    const [personA, personB] = [ownerOf(a), ownerOf(b)]
    const [takenByB, takenByA] = [at[a]!, at[b]!]
    const [placeA, placeB] = [problem.places[takenByB]!, problem.places[takenByA]!]
    at[a] = at[b] = FREE
    held[i] = personA * periods + placeB.period
    held[j] = personB * periods + placeA.period
    at[held[i]] = takenByA
    at[held[j]] = takenByB
    atPost[personA * posts + placeA.post]!--
    atPost[personA * posts + placeB.post]!++
    atPost[personB * posts + placeB.post]!--
    atPost[personB * posts + placeA.post]!++
    onWeekday[personA * 8 + placeA.weekday]!--
    onWeekday[personA * 8 + placeB.weekday]!++
    onWeekday[personB * 8 + placeB.weekday]!--
    onWeekday[personB * 8 + placeA.weekday]!++
  }

  let looks = 0
  for (let better = true; better && looks < MOST_LOOKS;) {
    better = false
    for (let i = 0; i < held.length && looks < MOST_LOOKS; i++) {
      onProgress(looks / MOST_LOOKS)
      for (let j = i + 1; j < held.length; j++) {
        looks++
        const [a, b] = [held[i]!, held[j]!]
        const [placeA, placeB] = [at[a]!, at[b]!]
        if (placeA === placeB || ownerOf(a) === ownerOf(b)) continue
        if (!mayTake(ownerOf(a), placeB, problem.places[placeA]!.period)) continue
        if (!mayTake(ownerOf(b), placeA, problem.places[placeB]!.period)) continue
        if (change(a, b) >= -TOO_LITTLE) continue
        swap(i, j)
        better = true
      }
    }
  }
}

const MOST_APART = 10
/** Less than this is the rounding of fractions, after which one could go round for ever. */
const TOO_LITTLE = 1e-9
