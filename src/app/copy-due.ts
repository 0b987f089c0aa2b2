import { dateOf, minutesBetween, type LocalTime } from '../shared/local-date.ts'

/** Ten minutes of work are what somebody still has in his head; a copy takes a second and a stick does not wear out. */
const MINUTES = 10
/** The page is out of sight, perhaps for good. */
const MINUTES_HIDDEN = 1
/** A slow stick takes about as much in three seconds: so photos do not keep it writing more than a twentieth of the time. */
const BYTES_A_MINUTE = 15 * 1024 * 1024

/**
 * Is it time for a copy into the folder? After changes, not more often than every ten minutes; and once a day in any
 * case, for that is how somebody learns that the folder is not there any more.
 */
export function isCopyDue({
  tried,
  changed,
  hidden,
  size,
  now,
}: {
  /** When a copy was last made, or could not be; null when never. */
  readonly tried: LocalTime | null
  /** There are changes that are not in the last copy. */
  readonly changed: boolean
  readonly hidden: boolean
  /** Bytes of the last copy; 0 when there is none. */
  readonly size: number
  readonly now: LocalTime
}): boolean {
  if (tried === null || dateOf(tried) !== dateOf(now)) return true
  // A clock that was set back must not stop the copies.
  const minutes = Math.abs(minutesBetween(tried, now))
  return changed && minutes >= Math.max(hidden ? MINUTES_HIDDEN : MINUTES, size / BYTES_A_MINUTE)
}
