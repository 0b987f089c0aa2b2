import type { Assignment } from './assignment.ts'

/**
 * The rotation as people do it by hand: period by period, each place goes to whoever has had the fewest duties, and among
 * these to whom it is longest ago. The scarcest place of a period is given first. What it leaves open or unfair is
 * mended afterwards (`fair-counts.ts`); that it begins as a rotation is why the duties of one person lie far apart.
 */
export function takeTurns(assignment: Assignment): void {
  const { problem, people } = assignment
  const last = new Int32Array(people).fill(-1)
  const posts = 1 + Math.max(0, ...problem.places.map(({ post }) => post))
  const atPost = new Int32Array(people * posts)
  const byPeriod = new Map<number, number[]>()
  for (const [place, { period }] of problem.places.entries())
    byPeriod.set(period, [...(byPeriod.get(period) ?? []), place])
  const able = problem.places.map((_, place) => {
    let count = 0
    for (let person = 0; person < people; person++) if (assignment.isFree(place, person)) count++
    return count
  })
  for (const period of [...byPeriod.keys()].sort((a, b) => a - b))
    for (const place of byPeriod.get(period)!.sort((a, b) => able[a]! - able[b]!)) {
      const { post } = problem.places[place]!
      while (assignment.missing[place]! > 0) {
        let chosen = -1
        for (let person = 0; person < people; person++) {
          if (!assignment.isFree(place, person) || !assignment.hasRoom(person)) continue
          if (chosen < 0 || comesBefore(person, chosen)) chosen = person
        }
        if (chosen < 0) break
        assignment.give(place, chosen)
        last[chosen] = period
        atPost[chosen * posts + post]!++
      }
      function comesBefore(a: number, b: number): boolean {
        const byWeight = assignment.weight(a) - assignment.weight(b)
        if (byWeight !== 0) return byWeight < 0
        if (last[a] !== last[b]) return last[a]! < last[b]!
        return atPost[a * posts + post]! < atPost[b * posts + post]!
      }
    }
}
