import { STANDS, type Assignment } from './assignment.ts'
import { Exchanges } from './exchanges.ts'
import type { Barred, Gap, Shortage, Why } from './rota-problem.ts'

/** What is not filled, and what keeps everybody who is not there away. */
export function shortagesOf(assignment: Assignment): Shortage[] {
  const barredAt = barredOf(assignment)
  return [...assignment.missing.entries()].flatMap(([place, missing]) => {
    if (missing <= 0) return []
    const why = new Map<Why, number[]>()
    for (let person = 0; person < assignment.people; person++) {
      const reason = barredAt(place, person)
      if (reason) why.set(reason, [...(why.get(reason) ?? []), person])
    }
    return [{ place, missing, why: [...why].map(([why, people]) => ({ why, people })) }]
  })
}

/** Why a person is not at a place; null for one who is. */
function barredOf(assignment: Assignment): (place: number, person: number) => Why | null {
  const { problem, at } = assignment
  const barred = problem.places.map((place) => new Map<number, Barred>(place.barred))
  return (place, person) => {
    const held = at[assignment.entry(person, problem.places[place]!.period)]!
    if (held === place) return null
    if (held === STANDS) return 'standing'
    const own = barred[place]!.get(person)
    if (own) return own
    if (held >= 0) return 'elsewhere'
    // Free and allowed, so only the cap is left: without it the flow would have come this way.
    return 'cap'
  }
}

/**
 * For each person with two duties less than another, or more: why. The counts are an optimum, so there is no chain of
 * exchanges from anybody with most to this person, and what is told is where all of them end.
 */
export function gapsOf(assignment: Assignment): Gap[] {
  const { problem, counts, given } = assignment
  if (counts.length === 0) return []
  const most = Math.max(...counts)
  const gaps: Gap[] = []
  const barredAt = barredOf(assignment)
  let bound: ReturnType<typeof boundOf> | null = null
  for (const [person, count] of counts.entries()) {
    if (count > most - 2) continue
    const gap = { person, count, most }
    const { most: cap, had } = problem.people[person]!
    if (cap !== null && given[person]! >= cap) {
      gaps.push({ ...gap, why: 'cap', cap: cap + had })
      continue
    }
    const open = periodsFor(assignment, person)
    if (open.size <= given[person]!) {
      gaps.push({
        ...gap,
        why: 'few-periods',
        periods: open.size,
        because: mostOften(assignment, person, barredAt),
      })
      continue
    }
    bound ??= boundOf(assignment, most)
    const others = bound.people.filter((other) => other !== person)
    gaps.push(
      bound.seats === 0
        ? { ...gap, why: 'standing', others }
        : { ...gap, why: 'only-they', others, seats: bound.seats },
    )
  }
  return gaps
}

/** The periods in which a person could be somewhere, if everybody else made room. */
function periodsFor(assignment: Assignment, person: number): Set<number> {
  const { places } = assignment.problem
  const periods = new Set<number>()
  for (const [place, { period, seats }] of places.entries())
    if (
      seats > 0 &&
      assignment.allows(place, person) &&
      assignment.at[assignment.entry(person, period)] !== STANDS
    )
      periods.add(period)
  return periods
}

function mostOften(
  assignment: Assignment,
  person: number,
  barredAt: (place: number, person: number) => Why | null,
): Why | null {
  const times = new Map<Why, number>()
  for (const [place] of assignment.problem.places.entries()) {
    const why = barredAt(place, person)
    if (why && why !== 'elsewhere' && why !== 'cap') times.set(why, (times.get(why) ?? 0) + 1)
  }
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/**
 * The people among whom the duties of those with most can go round, and the places they hold: nobody else who is free then
 * may come in, and whoever of them could take one more has but one less than the most, or is at their limit. That is the
 * proof that the most cannot be smaller.
 */
function boundOf(assignment: Assignment, most: number): { people: number[]; seats: number } {
  const exchanges = new Exchanges(assignment)
  const people = new Set<number>()
  const places = new Set<number>()
  for (const [person, count] of assignment.counts.entries()) {
    if (count < most) continue
    people.add(person)
    const reached = exchanges.fromPerson(person)
    for (const place of reached.places) places.add(place)
    for (const other of reached.people) people.add(other)
  }
  for (const place of places)
    for (let person = 0; person < assignment.people; person++)
      if (assignment.at[assignment.entry(person, assignment.problem.places[place]!.period)] === place)
        people.add(person)
  const seats = [...places].reduce(
    (sum, place) => sum + assignment.problem.places[place]!.seats - assignment.missing[place]!,
    0,
  )
  return { people: [...people].sort((a, b) => a - b), seats }
}
