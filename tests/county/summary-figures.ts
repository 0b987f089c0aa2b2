import { daysBetween } from '../../src/shared/local-date.ts'
import type { County, Hazard, Life } from './county.ts'
import { classOf, type Counts } from './figures.ts'

/** What a bureau has of one school on a day: its life up to its newest file, and when each month's file came. */
export interface Seen {
  readonly life: Life
  /** Local time of the newest file; null while none has come. */
  readonly made: string | null
}

/** Days from … to, told of on a day. */
export interface Asked {
  readonly months: readonly string[]
  readonly from: string
  readonly to: string
  readonly today: string
}

/** Of the plan's table: more than 10,000 yuan. */
const SEVERE = '严重的'
const DUE_DAY = '28'

/**
 * The numbers of a county's summary, by walking over what has truly happened; keyed by figure and school, by figure and
 * kind, and `county` for rates of all schools together. Knows nothing of the program's rules.
 */
export function summaryFiguresOf(county: County, seen: readonly Seen[], asked: Asked): Counts {
  const { from, to, today } = asked
  const lastDay = today < to ? today : to
  const counts = new Map<string, number>()
  const add = (key: string, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by)
  const inside = (day: string | null) => day !== null && day >= from && day <= to
  const ofAll = (figure: string) =>
    seen.reduce((total, { life }) => total + (counts.get(`${figure} ${life.school.code}`) ?? 0), 0)
  for (const { life, made } of seen) {
    const { code, parent, pupils } = life.school
    add(`pupils ${code}`, pupils)
    const told = made?.slice(0, 10) ?? ''
    for (const hazard of life.hazards) {
      const { found_on, category, level, due } = hazard
      if (found_on > told) continue
      const closedOn = closedWhen(hazard, told)
      const closed = closedOn !== null && closedOn <= lastDay
      const open = found_on <= lastDay && !closed
      const overdue = open && due < lastDay
      if (inside(found_on)) {
        add(`found ${code}`)
        add(`category found ${category}`)
        if (level === '重大') add(`foundMajor ${code}`)
        if (closed) add(`foundClosed ${code}`)
        if (overdue) add(`foundOverdue ${code}`)
      }
      if (inside(closedOn)) add(`closed ${code}`)
      if (open) {
        add(`open ${code}`)
        add(`category open ${category}`)
        if (level === '重大') add(`openMajor ${code}`)
      }
      if (overdue) {
        add(`overdue ${code}`)
        add(`category overdue ${category}`)
      }
      if (level === '重大' && closedOn === null) {
        add(`watched ${code}`)
        add(`watched days ${code}`, daysBetween(found_on, today))
        if (due < today) add(`watched over ${code}`, daysBetween(due, today))
      }
    }
    for (const incident of life.incidents) {
      const { occurred_at, hurt, scene, type } = incident
      if (occurred_at > (made ?? '') || !inside(occurred_at.slice(0, 10))) continue
      const six = classOf(incident)
      add(`incidents ${code}`)
      if (six.endsWith('责任事故')) add(`atFault ${code}`)
      if (six.startsWith(SEVERE)) add(`severe ${code}`)
      add(`injured ${code}`, hurt)
      add(`class6 ${six}`)
      add(`scene ${scene}`)
      add(`type ${type}`)
      const weekday = new Date(`${occurred_at.slice(0, 10)}T12:00Z`).getUTCDay()
      add(`hour ${weekday === 0 ? 7 : weekday} ${occurred_at.slice(11, 13)}`)
    }
    if (parent !== null) continue
    for (const month of asked.months) {
      if (month < county.months[0]! || month > today.slice(0, 7)) continue
      const sent = life.sent[county.months.indexOf(month)] ?? null
      const due = `${month}-${DUE_DAY}`
      add(`reportsDue ${code}`)
      if (sent === null || sent.slice(0, 10) > today) add(`${today > due ? 'missing' : 'awaited'} ${code}`)
      else add(`${sent.slice(0, 10) <= due ? 'inTime' : 'late'} ${code}`)
    }
  }
  for (const [name, part, whole, times] of RATES) {
    if (ofAll(whole) > 0) add(`county ${name}`, Math.round((ofAll(part) / ofAll(whole)) * times * 10) / 10)
  }
  return Object.fromEntries([...counts].filter(([, count]) => count !== 0).sort())
}

const RATES = [
  ['closingRate', 'foundClosed', 'found', 100],
  ['overdueShare', 'overdue', 'open', 100],
  ['hazardRate', 'found', 'pupils', 1000],
  ['openRate', 'open', 'pupils', 1000],
  ['incidentRate', 'incidents', 'pupils', 1000],
  ['injuredRate', 'injured', 'pupils', 1000],
  ['punctuality', 'inTime', 'reportsDue', 100],
] as const

/** As far as the newest file can tell. */
const closedWhen = ({ closed_on }: Hazard, told: string): string | null =>
  closed_on !== null && closed_on <= told ? closed_on : null

/** How many hazards were found in each month and closed in each, as the newest files tell. */
export function monthlyHazardsOf(seen: readonly Seen[]): Counts {
  const counts = new Map<string, number>()
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { life, made } of seen) {
    const told = made?.slice(0, 10) ?? ''
    for (const hazard of life.hazards) {
      if (hazard.found_on > told) continue
      add(`found ${hazard.found_on.slice(0, 7)}`)
      const closed = closedWhen(hazard, told)
      if (closed !== null) add(`closed ${closed.slice(0, 7)}`)
    }
  }
  return Object.fromEntries([...counts].sort())
}
