import type { LocalTime } from '../../shared/local-date.ts'

/** How a deadline stands: `soon` is the last third of the time given. */
export interface Remaining {
  readonly state: 'running' | 'soon' | 'over'
  /** Seconds left, or since it ran out. */
  readonly seconds: number
  /** `09:58`; from an hour on `1:05:00`. */
  readonly text: string
}

/** A deadline at the minute it names: due 10:25 is in time until 10:25:59, as minutes are all anybody writes down. */
export function remaining(due: LocalTime, now: number, base: LocalTime | null = null): Remaining {
  const end = instantOf(due) + MINUTE
  const left = end - now
  const given = base === null ? 0 : end - instantOf(base)
  const seconds = left > 0 ? Math.ceil(left / SECOND) : Math.floor(-left / SECOND)
  const state = left <= 0 ? 'over' : given > 0 && left * 3 <= given ? 'soon' : 'running'
  return { state, seconds, text: clockText(seconds) }
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
