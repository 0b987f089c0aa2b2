import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Barred, Gap, RotaProblem, RotaSolution } from '../../../src/rules/rota/rota-problem.ts'
import { solveRota } from '../../../src/rules/rota/solve-rota.ts'
import { bestByTrying, canHaveGap, filledIn, gapOf, mostThatCanBeFilled, violations } from './judges.ts'

const BARRED = ['away', 'not-here', 'own-class', 'with-class'] as const

/** Rotas of any kind up to a size: few people, many posts, leave, caps, duties that stand. */
const problems = (sizes: {
  people: number
  periods: number
  places: number
  seats: number
  barred: number
}): fc.Arbitrary<RotaProblem> =>
  fc
    .tuple(fc.integer({ min: 1, max: sizes.people }), fc.integer({ min: 1, max: sizes.periods }))
    .chain(([people, periods]) => {
      const person = fc.integer({ min: 0, max: people - 1 })
      const period = fc.integer({ min: 0, max: periods - 1 })
      return fc.record({
        periods: fc.constant(periods),
        people: fc.array(
          fc.record({
            most: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.integer({ min: 0, max: periods })),
            had: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 2 })),
            before: fc.integer({ min: 0, max: 9 }),
          }),
          { minLength: people, maxLength: people },
        ),
        places: fc.array(
          fc.record({
            period,
            post: fc.integer({ min: 0, max: 3 }),
            weekday: fc.integer({ min: 0, max: 7 }),
            seats: fc.integer({ min: 1, max: sizes.seats }),
            barred: fc.uniqueArray(fc.tuple(person, fc.constantFrom(...BARRED)), {
              selector: ([who]) => who,
              maxLength: Math.min(people, sizes.barred),
              size: 'max',
            }),
          }),
          { maxLength: sizes.places, size: 'max' },
        ),
        standing: fc.uniqueArray(fc.tuple(person, period), {
          selector: ([who, when]) => `${who}@${when}`,
          maxLength: 3,
        }),
      })
    })

/** Schools as they are: every week has the same posts, some people are away for a while, most posts take anybody. */
const school = fc
  .record({
    people: fc.integer({ min: 4, max: 24 }),
    weeks: fc.integer({ min: 2, max: 12 }),
    posts: fc.array(fc.record({ seats: fc.integer({ min: 1, max: 2 }), homeroom: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    }),
    seed: fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
  })
  .map(({ people, weeks, posts, seed }): RotaProblem => {
    const chance = (share: number) => (seed.next().value as number) < share
    const homeroom = Array.from({ length: people }, () => chance(40))
    const leave = Array.from({ length: people }, () =>
      chance(20)
        ? [(seed.next().value as number) % weeks, (seed.next().value as number) % weeks].sort((a, b) => a - b)
        : null,
    )
    return {
      periods: weeks,
      people: homeroom.map(() => ({
        most: chance(10) ? (seed.next().value as number) % 4 : null,
        had: chance(5) ? 1 : 0,
        before: (seed.next().value as number) % 5,
      })),
      places: Array.from({ length: weeks }, (_, period) => period).flatMap((period) =>
        posts.map(({ seats, homeroom: takesThem }, post) => ({
          period,
          post,
          weekday: 0,
          seats,
          barred: homeroom.flatMap((isHomeroom, who): (readonly [number, Barred])[] => {
            const away = leave[who]
            if (away && period >= away[0]! && period <= away[1]!) return [[who, 'away']]
            return isHomeroom && !takesThem ? [[who, 'with-class']] : []
          }),
        })),
      ),
      standing: chance(30) ? [[0, 0]] : [],
    }
  })

/** Is what is said of a gap so? Looked up in the problem, without the solver's own reckoning. */
function holds(
  gap: Gap,
  { people, places, standing }: RotaProblem,
  { holders, counts }: RotaSolution,
): boolean {
  const given = counts[gap.person]! - people[gap.person]!.had
  const may = ({ barred, period }: RotaProblem['places'][number], person: number) =>
    !barred.some(([other]) => other === person) &&
    !standing.some(([other, when]) => other === person && when === period)
  switch (gap.why) {
    case 'cap':
      return given === people[gap.person]!.most
    case 'few-periods': {
      const open = new Set(places.filter((place) => may(place, gap.person)).map(({ period }) => period))
      return open.size === gap.periods && gap.periods <= given
    }
    case 'standing':
      return gap.others.some((person) => counts[person] === gap.most && people[person]!.had === gap.most)
    case 'only-they': {
      // What somebody with most has, nobody outside is free for and may do.
      const most = gap.others.filter((person) => counts[person] === gap.most)
      const theirs = places.filter((_, place) => holders[place]!.some((person) => most.includes(person)))
      const isFree = (person: number, period: number) =>
        !places.some((place, at) => place.period === period && holders[at]!.includes(person))
      return theirs.every((place) =>
        [...people.keys()].every(
          (person) => gap.others.includes(person) || !may(place, person) || !isFree(person, place.period),
        ),
      )
    }
  }
}

const runs = Math.max(500, Number(process.env['FUZZ_RUNS'] ?? 0))

describe('the rota', () => {
  it('is as full and as fair as the best of all rotas, on schools small enough to try them all', () => {
    fc.assert(
      fc.property(problems({ people: 4, periods: 3, places: 5, seats: 2, barred: 3 }), (problem) => {
        const solution = solveRota(problem)
        expect(violations(problem, solution)).toEqual([])
        const best = bestByTrying(problem)
        expect({ filled: filledIn(solution), gap: gapOf(solution.counts) }).toEqual(best)
        // Everybody who lags behind is told why, and nobody else is.
        const most = Math.max(...solution.counts)
        expect(solution.gaps.map(({ person }) => person)).toEqual(
          [...solution.counts.entries()].filter(([, count]) => count < most - 1).map(([person]) => person),
        )
        for (const gap of solution.gaps) expect(holds(gap, problem, solution)).toBe(true)
        for (const { place, why } of solution.shortages) {
          const told = why.flatMap(({ people }) => people)
          // Everybody is either there or named once.
          expect([...told, ...solution.holders[place]!].sort((a, b) => a - b)).toEqual([
            ...problem.people.keys(),
          ])
        }
        expect(solution.shortages.map(({ place, missing }) => [place, missing])).toEqual(
          problem.places.flatMap(({ seats }, place) => {
            const missing = seats - solution.holders[place]!.length
            return missing > 0 ? [[place, missing]] : []
          }),
        )
      }),
      { numRuns: Math.max(300, Number(process.env['FUZZ_RUNS'] ?? 0)) },
    )
  })

  it('breaks nothing in 500 schools, and has a gap above 1 only where a flow with bounds has no smaller one', () => {
    let wide = 0
    let short = 0
    fc.assert(
      fc.property(school, (problem) => {
        const solution = solveRota(problem)
        expect(violations(problem, solution)).toEqual([])
        const filled = filledIn(solution)
        const wanted = problem.places.reduce((sum, { seats }) => sum + seats, 0)
        if (filled < wanted) {
          short++
          expect(filled).toBe(mostThatCanBeFilled(problem))
        }
        const gap = gapOf(solution.counts)
        if (gap <= 1) return
        wide++
        expect(canHaveGap(problem, filled, gap)).toBe(true)
        expect(canHaveGap(problem, filled, gap - 1)).toBe(false)
      }),
      { numRuns: runs },
    )
    // Otherwise the judges were never asked.
    expect(wide).toBeGreaterThan(20)
    expect(short).toBeGreaterThan(20)
  })
})
