import { daysBetween, type LocalTime } from '../shared/local-date.ts'

export interface LastCopy {
  readonly at: LocalTime
  /** Number of the last change that is in it. */
  readonly saved: number
}

/** How much is at stake if this computer dies now. */
export type Urgency = 'calm' | 'notice' | 'warning' | 'alarm'

export interface CopyAge {
  /** Whole days since the last copy, or since the workbook was begun when there is none. */
  readonly days: number
  readonly last: LastCopy | null
  /** Changes that are in no copy. */
  readonly changes: number
  readonly urgency: Urgency
}

/** A week is what a school can put together again from paper; a month it cannot. */
const STEPS = { notice: 7, warning: 14, alarm: 30 } as const
/** Without any copy everything is at stake from the first day. */
const STEPS_WITHOUT = { notice: 0, warning: 3, alarm: 14 } as const

/** How old the last copy outside the browser is. One that holds everything does not get old. */
export function copyAge({
  last,
  created,
  saved,
  now,
}: {
  readonly last: LastCopy | null
  /** Local time at which the workbook was begun here. */
  readonly created: LocalTime
  /** Number of the last durable change. */
  readonly saved: number
  readonly now: LocalTime
}): CopyAge {
  // A clock that was set back makes nothing younger than today.
  const days = Math.max(0, daysBetween(last?.at ?? created, now))
  const changes = Math.max(0, saved - (last?.saved ?? 0))
  return { days, last, changes, urgency: changes === 0 ? 'calm' : stepOf(days, last ? STEPS : STEPS_WITHOUT) }
}

function stepOf(days: number, steps: Readonly<Record<Exclude<Urgency, 'calm'>, number>>): Urgency {
  if (days >= steps.alarm) return 'alarm'
  if (days >= steps.warning) return 'warning'
  return days >= steps.notice ? 'notice' : 'calm'
}
