import type { Session } from '../../app/session.ts'
import { groupOf } from '../../app/due-work.ts'
import { dueWorkOf } from './due-work.svelte.ts'
import { whenQuiet } from './idle.ts'

/** Until nobody types any more; a number on an icon can wait. */
const QUIET = 3_000
/** A new day makes other things due, though nobody has touched anything. */
const HOUR = 3_600_000

/** A part of `navigator` that only some browsers have. */
interface Badging {
  setAppBadge?: (count: number) => Promise<void>
  clearAppBadge?: () => Promise<void>
}

/**
 * How many things are overdue or due today, on the icon of the installed program; gone with the workbook. Where there is
 * no icon, or the system refuses, nothing happens: it is said on the screen as well.
 */
export function keepBadge(session: Session, badging: Badging = navigator): () => void {
  const set = badging.setAppBadge?.bind(badging)
  const clear = badging.clearAppBadge?.bind(badging)
  if (!set || !matchMedia('(display-mode: standalone)').matches) return () => {}
  // What is due is worked out for schools.
  if (session.info.kind !== 'school') return () => {}
  const quietly = (done: Promise<void> | undefined) => void done?.catch(() => {})
  let cancel = () => {}
  const show = () => {
    const { work } = dueWorkOf(session)
    const today = work.today()
    const count = work.open().filter((one) => ['overdue', 'today'].includes(groupOf(one, today))).length
    quietly(count > 0 ? set(count) : clear?.())
  }
  const soon = () => {
    cancel()
    cancel = whenQuiet(show, QUIET)
  }
  const stop = session.subscribe((event) => {
    if (event.type === 'changed') soon()
  })
  const clock = setInterval(soon, HOUR)
  soon()
  return () => {
    stop()
    cancel()
    clearInterval(clock)
    quietly(clear?.())
  }
}
