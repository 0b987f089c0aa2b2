import type { Assignment } from './assignment.ts'
import { Exchanges } from './exchanges.ts'

/**
 * Fills every place that can be filled and makes the counts as equal as they can be, exactly.
 *
 * It is a flow: a duty goes from a person through a period of theirs to a place, one at a time. Duties over open places are
 * added along augmenting paths until none is left, and so as many as possible are filled (Ford and Fulkerson). Then load
 * is moved along paths from whoever has more to whoever has less, until no path makes the sum of squares smaller (the
 * cost-reducing paths of Harvey, Ladner, Lovász and Tamir, "Semi-matchings for bipartite graphs and load balancing", 2006).
 * The loads that are possible form an M-convex set, in which such an optimum has at once the smallest maximum, the
 * largest minimum and so the smallest gap (Frank and Murota, "Decreasing minimization on M-convex sets", 2022).
 */
export function fairCounts(assignment: Assignment, onProgress: (share: number) => void = () => {}): void {
  const exchanges = new Exchanges(assignment)
  const { places } = assignment.problem
  for (const [place] of places.entries())
    while (assignment.missing[place]! > 0) {
      const found = exchanges.fromPlace(place)
      if (found.best < 0) break
      exchanges.move(found.best)
      assignment.missing[place]!--
    }
  const everybody = Array.from({ length: assignment.people }, (_, person) => person)
  for (let moved = true; moved;) {
    moved = false
    everybody.sort((a, b) => assignment.weight(b, 0) - assignment.weight(a, 0))
    for (const [done, person] of everybody.entries()) {
      onProgress(done / everybody.length)
      while (relieve(assignment, exchanges, person)) moved = true
    }
  }
}

/** Takes a duty from this person where somebody with less can have one for it, at the end of a chain of exchanges. */
function relieve(assignment: Assignment, exchanges: Exchanges, person: number): boolean {
  if (assignment.given[person] === 0) return false
  const { best } = exchanges.fromPerson(person)
  if (best < 0 || assignment.weight(best) >= assignment.weight(person, 0)) return false
  exchanges.move(best)
  return true
}
