import { daysBetween, dateOf } from '../shared/local-date.ts'
import { classPoints, managementPoints } from '../rules/management.ts'
import type { Counts } from '../rules/score-facts.ts'
import type { ScoreBook } from './score-book.ts'
import type { ScoreSources } from './score-sources.ts'

/**
 * What the director of a line loses for it in a term, in points by the director's position. One entry as a rule; two
 * when the director changed within the term (M13): the points of each reached threshold go to whoever directed the
 * line on the day of the incident that reached it (`atNth`), or the whole is shared by days in office (`proportional`).
 */
export function lineShares(
  sources: ScoreSources,
  book: ScoreBook,
  line: number,
  termIndex: number,
): Map<number, number> {
  const { policy, terms } = sources.environment()
  const departments = sources.data('departments')
  if (!departments.isLive(line)) return new Map()
  const term = terms[termIndex]!
  const director = sources.link('departments', 'director').targetOf(line)
  const former = sources.link('departments', 'prior_director').targetOf(line)
  const since = departments.cell('director_since', line) as string | null
  const counts = book.lineCounts(line, termIndex)
  const changed = former >= 0 && since !== null && since > term.from && since <= term.to
  if (!changed) return new Map([[director, managementPoints(counts, 'director', policy)]])

  if (policy['mgmt.change'] === 'proportional') {
    const whole = managementPoints(counts, 'director', policy)
    const days = daysBetween(term.from, term.to) + 1
    const before = Math.round((whole * daysBetween(term.from, since) * 100) / days) / 100
    return new Map([
      [former, before],
      [director, Math.round((whole - before) * 100) / 100],
    ])
  }

  const taken = { former: [0, 0, 0], director: [0, 0, 0] }
  const days = countedDays(sources, book, line, termIndex)
  const thresholds = policy['mgmt.threshold.director']
  const points = policy['mgmt.points']
  for (let grade = 0; grade < 3; grade++) {
    const dates = policy['mgmt.carryDown'] ? days.slice(grade).flat().sort() : days[grade]!
    const earlier = dates.filter((day) => day < since).length
    const all = classPoints(dates.length, thresholds[grade]!, points[grade]!, policy['mgmt.repeat'])
    const first = classPoints(earlier, thresholds[grade]!, points[grade]!, policy['mgmt.repeat'])
    taken.former[grade] = first
    taken.director[grade] = all - first
  }
  const total = (parts: number[]) =>
    policy['mgmt.sum'] === 'max' ? Math.max(...parts) : parts[0]! + parts[1]! + parts[2]!
  return new Map([
    [former, total(taken.former)],
    [director, total(taken.director)],
  ])
}

/** Days of the line's counted incidents by class, in order. */
function countedDays(sources: ScoreSources, book: ScoreBook, line: number, term: number): string[][] {
  const days: string[][] = [[], [], []]
  for (const { incident, grade, cases } of countedIncidents(sources, book, 'line', line, term))
    for (let i = 0; i < cases; i++)
      days[grade]!.push(dateOf(sources.data('incidents').cell('occurred_at', incident) as string))
  for (const dates of days) dates.sort()
  return days
}

/** The incidents behind a count of a line, a vice principal or the school: what a receipt lists. */
export function countedIncidents(
  sources: ScoreSources,
  book: ScoreBook,
  what: 'line' | 'vp' | 'school',
  whose: number,
  term: number,
): { incident: number; grade: number; cases: number }[] {
  const found: { incident: number; grade: number; cases: number }[] = []
  const counts: Counts =
    what === 'line'
      ? book.lineCounts(whose, term)
      : what === 'vp'
        ? book.vpCounts(whose, term)
        : book.schoolCounts(term)
  if (!(counts[0] || counts[1] || counts[2])) return found
  const first = ((what === 'school' ? 0 : whose * book.terms) + term) * 3
  const findings = sources.data('findings').ids.length
  for (let finding = 0; finding < findings; finding++) {
    const index = book.countedAt(finding, what)
    if (index >= first && index < first + 3)
      found.push({ incident: book.enteredUnder(finding), grade: index - first, cases: book.casesOf(finding) })
  }
  return found
}
