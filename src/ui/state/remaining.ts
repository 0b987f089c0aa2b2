import type { LocalTime } from '../../shared/local-date.ts'

/** How a deadline stands: `soon` is the last third of the time given. */
export interface Remaining {
  readonly state: 'running' | 'soon' | 'over'
  /** Seconds left, or since it ran out. */
  readonly seconds: number
  /** `09:58`; from an hour on `1:05:00`. */
  readonly text: string
}

/**
 * How a deadline stands. It counts down to the minute it names and is over when that minute is: due 10:25, a report at
 * 10:25:40 is written down as 10:25 and in time.
 */
export function remaining(due: LocalTime, now: number, base: LocalTime | null = null): Remaining {
  const end = instantOf(due)
  const left = end - now
  if (left <= -MINUTE) {
    const seconds = Math.floor(-left / SECOND)
    return { state: 'over', seconds, text: clockText(seconds) }
  }
  const given = base === null ? 0 : end - instantOf(base)
  const seconds = Math.max(0, Math.ceil(left / SECOND))
  return { state: left * 3 <= given ? 'soon' : 'running', seconds, text: clockText(seconds) }
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The instant of a local wall time on this computer. */
export const instantOf = (time: LocalTime): number =>
  new Date(
    +time.slice(0, 4),
    +time.slice(5, 7) - 1,
    +time.slice(8, 10),
    +time.slice(11, 13),
    +time.slice(14, 16),
  ).getTime()

function clockText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3600)]
  return hours === 0
    ? `${two(minutes)}:${two(seconds % 60)}`
    : `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`
}
