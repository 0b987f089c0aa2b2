import { daysBetween, type LocalDate } from '../../shared/local-date.ts'

/** As far as the way 登记→整改→复查→销号 reads a hazard. */
export interface HazardSteps {
  readonly found_on: LocalDate | null
  readonly measure?: string | null
  readonly owner: string | null
  readonly done_on: LocalDate | null
  readonly reviewer: string | null
  readonly reviewed_on: LocalDate | null
  readonly review: string | null
  readonly closed_on: LocalDate | null
  readonly shelved?: boolean | null
  readonly taken_over?: boolean | null
}

export type HazardState = '待整改' | '整改中' | '待复查' | '待销号' | '已销号' | '挂账(学校无力整改已上报)'

/** Longer than this, and the danger needs something to hold it off meanwhile. */
const LONG_WAIT_DAYS = 7

/** Put right, and not before it was found. */
const isRectified = ({ found_on, done_on }: HazardSteps): boolean =>
  done_on !== null && (found_on === null || done_on >= found_on)

/** Looked at again and found in order, by somebody who did not put it right himself. */
const isPassed = (hazard: HazardSteps): boolean =>
  isRectified(hazard) &&
  hazard.review === '合格' &&
  hazard.reviewed_on !== null &&
  hazard.reviewed_on >= hazard.done_on! &&
  hazard.reviewer !== null &&
  hazard.reviewer !== hazard.owner

/**
 * The day it is off the list: a day that somebody typed before the steps that lead there closes nothing. What came closed
 * out of an old ledger is closed, for that ledger knew no steps.
 */
export function closedOn(hazard: HazardSteps): LocalDate | null {
  const { closed_on, found_on } = hazard
  if (closed_on === null) return null
  const isClosed =
    hazard.taken_over === true
      ? found_on === null || closed_on >= found_on
      : isPassed(hazard) && closed_on >= hazard.reviewed_on!
  return isClosed ? closed_on : null
}

/** Does a row from outside say when it was closed, and nothing of how? */
export const isClosedWithoutSteps = (cells: Readonly<Record<string, unknown>>): boolean =>
  typeof cells['closed_on'] === 'string' &&
  ['done_on', 'reviewer', 'reviewed_on', 'review'].every((key) => (cells[key] ?? null) === null)

/** How far a hazard has come. What was sent back is being put right again, whatever day stands in 整改完成时间. */
export function stateOf(hazard: HazardSteps): HazardState {
  if (closedOn(hazard) !== null) return '已销号'
  if (isPassed(hazard)) return '待销号'
  if (hazard.review === '不合格退回') return '整改中'
  if (isRectified(hazard)) return '待复查'
  if (hazard.shelved === true) return '挂账(学校无力整改已上报)'
  return (hazard.measure ?? null) === null ? '待整改' : '整改中'
}

/** The day it has to be right: the first one set, or the later one that was agreed to. */
export const deadlineOf = ({
  due,
  extension,
}: {
  readonly due: LocalDate | null
  readonly extension: LocalDate | null
}): LocalDate | null => extension ?? due

export const needsInterim = (hazard: {
  readonly level: string | null
  readonly found_on: LocalDate | null
  readonly due: LocalDate | null
  readonly extension: LocalDate | null
}): boolean => {
  const deadline = deadlineOf(hazard)
  return (
    hazard.level === '重大' ||
    (deadline !== null && hazard.found_on !== null && daysBetween(hazard.found_on, deadline) > LONG_WAIT_DAYS)
  )
}
