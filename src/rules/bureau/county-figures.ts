import { daysBetween, type LocalDate } from '../../shared/local-date.ts'
import { deadlineOf } from '../../tables/school/hazard-steps.ts'
import type { Children } from '../rule.ts'
import { isIn, type Span } from './spans.ts'

interface HazardFacts {
  readonly state: string | null
  readonly closed_on: LocalDate | null
}

/** Not off the list, by what the school's own book says; a ledger without states goes by the day it was closed. */
export const isOpen = ({ state, closed_on }: HazardFacts): boolean =>
  state === null ? closed_on === null : state !== '已销号'

/** Days past its deadline, 0 within it or once it is closed. Waiting to be looked at again does not stop the clock. */
export function daysOverdue(
  hazard: HazardFacts & { readonly due: LocalDate | null; readonly extension: LocalDate | null },
  today: LocalDate,
): number {
  const deadline = deadlineOf(hazard)
  return deadline === null || !isOpen(hazard) ? 0 : Math.max(0, daysBetween(deadline, today))
}

export interface IncidentFacts {
  readonly times: string | null
  readonly class6: string | null
  readonly confirmed: string | null
}

/** Found to be somebody's fault. While the school has not decided, it is expected only and counts for nothing. */
export const isAtFault = ({ class6, confirmed }: Omit<IncidentFacts, 'times'>): boolean =>
  class6 !== null && class6.endsWith('责任事故') && (confirmed === null || confirmed === '已认定')

export const isSevereFault = (incident: Omit<IncidentFacts, 'times'>): boolean =>
  isAtFault(incident) && incident.class6 === '严重的安全责任事故'

export const count = <R>(rows: Children<R>, holds: (row: R) => boolean): number =>
  rows.fold(0, (sum, row) => sum + (holds(row) ? 1 : 0))

export const faultsIn = (incidents: Children<IncidentFacts>, span: Span): number =>
  count(incidents, (incident) => isIn(incident.times, span) && isAtFault(incident))

export const yearSpan = (year: string): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** Only these visits count for the quarter (P1-36). */
export const isSpecialVisit = (form: string | null): boolean => form === '专门督查'

export const specialVisitsIn = (
  visits: Children<{ readonly date: LocalDate | null; readonly form: string | null }>,
  span: Span,
): number => count(visits, ({ date, form }) => isSpecialVisit(form) && isIn(date, span))

/** A part of a whole as per cent, to one decimal; null of nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10

/** A long list is read by nobody: its beginning, and how many there are. */
export const listed = (names: readonly string[], most = 20): string =>
  names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等${names.length}所`
