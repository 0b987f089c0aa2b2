import type { Incident, Life } from './county.ts'

/** A county's figures as counts by what they are counted by: what every way to them must come to. */
export type Counts = Readonly<Record<string, number>>

/** What one school's newest file can tell: its life as far as it had come by then. */
export interface Told {
  readonly life: Life
  /** Local time of the file, `YYYY-MM-DD HH:mm`. */
  readonly made: string
}

/** Class by the grade of the loss and whether somebody was at fault, as the plan's table has it. */
const CLASSES = [
  ['一般安全事故', '一般安全责任事故'],
  ['较严重的安全事故', '较严重的安全责任事故'],
  ['严重的安全事故', '严重的安全责任事故'],
] as const

export function classOf({ loss, fault }: Incident): string {
  if (loss <= 0) return '不计入'
  return CLASSES[loss < 1000 ? 0 : loss < 10_000 ? 1 : 2][fault ? 1 : 0]
}

/** Counted by walking over everything once, by nobody's rules but the words of the plans. */
export function figuresOf(told: readonly Told[]): Counts {
  const counts = new Map<string, number>()
  const add = (key: string, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by)
  for (const { life, made } of told) {
    const { code } = life.school
    const today = made.slice(0, 10)
    /** The same two by the program's own last report: it must come to what its rows come to. */
    const reported = (key: string) => add(`reported ${key} ${code}`)
    for (const { found_on, category, level, due, fund, done_on, closed_on } of life.hazards) {
      if (found_on > today) continue
      const closed = closed_on !== null && closed_on <= today
      add(`new ${code} ${category} ${level} ${found_on.slice(0, 7)}`)
      if (closed) add(`closed ${code} ${closed_on.slice(0, 7)}`)
      else add(`open ${code} ${category}`)
      if (!closed) reported('open')
      if (!closed && due < today) {
        add(`overdue ${code}`)
        reported('overdue')
      }
      if (done_on !== null && done_on <= today) add(`fund ${code}`, Math.round(fund * 100))
    }
    for (const incident of life.incidents)
      if (incident.occurred_at <= made)
        add(`incident ${code} ${classOf(incident)} ${incident.occurred_at.slice(0, 7)}`)
    for (const { date, kind } of life.inspections)
      if (date <= today) add(`inspection ${code} ${kind} ${date.slice(0, 7)}`)
    for (const { at, kind, count } of life.drills)
      if (at <= made) {
        add(`drill ${code} ${kind} ${at.slice(0, 7)}`)
        add(`drilled ${code}`, count)
      }
    for (const sent of life.sent)
      if (sent !== null && sent <= made) add(`sent ${code} ${sent.slice(8, 10) === '20'}`)
  }
  return Object.fromEntries([...counts].filter(([, count]) => count !== 0).sort())
}
