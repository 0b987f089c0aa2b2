import { daysBetween, type LocalDate } from '../../../shared/local-date.ts'
import { deadlineOf } from '../../../tables/school/hazard-steps.ts'
import { isOpen } from '../county-figures.ts'
import type { ListedFact } from './county-facts.ts'
import { isMajor, type HazardRow } from './figures.ts'

/** What is to be chased of a major hazard. */
export type Chase =
  /** The bureau has not put it on its list. */
  | 'list'
  /** Past its day. */
  | 'overdue'
  /** Nothing holds the danger off meanwhile. */
  | 'interim'
  /** On the list without a plan, or without anybody who watches over it. */
  | 'plan'
  | 'leader'
  /** The school says it is put right: somebody must look. */
  | 'check'
  /** The school has closed it, the bureau has not taken it off. */
  | 'take-off'
  /** On the list, but not major by the school's ledger, or not in it any more. */
  | 'level'
  | 'gone'

export interface WatchedHazard {
  /** Row of the ledger; null where the list names one that is not there. */
  readonly hazard: string | null
  /** Row of the bureau's own list. */
  readonly listed: string | null
  /** The school's place; -1 for none. */
  readonly school: number
  readonly daysOpen: number | null
  readonly daysOver: number
  readonly chase: readonly Chase[]
}

/** Is the hazard for the list: major and open, or on the bureau's own and not taken off there? */
export const isWatched = (hazard: HazardRow, listed: ListedFact | undefined): boolean =>
  (isMajor(hazard) && isOpen(hazard)) || (listed !== undefined && listed.closed === null)

export function watched(
  row: { readonly id: string; readonly school: number; readonly hazard: HazardRow },
  listed: ListedFact | undefined,
  today: LocalDate,
): WatchedHazard {
  const { hazard } = row
  const open = isOpen(hazard)
  // The day the bureau has set goes before the school's own.
  const deadline = (listed && deadlineOf(listed)) ?? deadlineOf(hazard)
  const daysOver = open && deadline !== null ? Math.max(0, daysBetween(deadline, today)) : 0
  const chase: Chase[] = []
  if (daysOver > 0) chase.push('overdue')
  if (!listed) chase.push('list')
  if (listed && listed.plan === null) chase.push('plan')
  if (listed && listed.leader === null) chase.push('leader')
  if (open && hazard.interim === null) chase.push('interim')
  if (open && hazard.done_on !== null) chase.push('check')
  if (!open) chase.push('take-off')
  if (listed && !isMajor(hazard)) chase.push('level')
  return {
    hazard: row.id,
    listed: listed?.id ?? null,
    school: row.school,
    daysOpen: hazard.found_on === null ? null : Math.max(0, daysBetween(hazard.found_on, today)),
    daysOver,
    chase,
  }
}

export const goneFromLedger = ({ id }: ListedFact): WatchedHazard => ({
  hazard: null,
  listed: id,
  school: -1,
  daysOpen: null,
  daysOver: 0,
  chase: ['gone'],
})

/** What is furthest past its day first, then what is open longest. */
export const byUrgency = (a: WatchedHazard, b: WatchedHazard): number =>
  b.daysOver - a.daysOver || (b.daysOpen ?? 0) - (a.daysOpen ?? 0) || (a.hazard! < b.hazard! ? -1 : 1)
