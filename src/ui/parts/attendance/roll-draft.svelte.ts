import {
  classRolls,
  recordRolls,
  SESSIONS,
  withCount,
  type AbsentKind,
  type ClassRoll,
  type RollOutcome,
  type RollSession,
} from '../../../app/class-roll.ts'
import type { Session } from '../../../app/session.ts'
import { dateOf } from '../../../shared/local-date.ts'

/** The roll as it is being called: of one session of one day, begun from what has been reported before. */
export class RollDraft {
  date = $state('')
  time = $state<RollSession>(SESSIONS[0])
  rolls = $state.raw<readonly ClassRoll[]>([])
  /** Something has been entered and is not reported yet. */
  begun = $state(false)

  constructor(private readonly session: Session) {
    this.date = dateOf(session.now)
    this.read()
  }

  /** Another day or session: its own roll. */
  turnTo(date: string, time: RollSession): void {
    this.date = date
    this.time = time
    this.read()
  }

  read(): void {
    this.rolls = this.date === '' ? [] : classRolls(this.session.book, this.date, this.time)
    this.begun = false
  }

  setCount(at: number, kind: AbsentKind, count: number): void {
    this.#replace(at, withCount(this.rolls[at]!, kind, count))
  }

  setPupil(at: number, pupil: number, change: { readonly code?: string; readonly name?: string }): void {
    const roll = this.rolls[at]!
    const absent = roll.absent.map((each, other) => (other === pupil ? { ...each, ...change } : each))
    this.#replace(at, { ...roll, absent })
  }

  #replace(at: number, roll: ClassRoll): void {
    this.rolls = this.rolls.map((each, other) => (other === at ? roll : each))
    this.begun = true
  }

  record(): RollOutcome {
    const outcome = recordRolls(this.session, { date: this.date, session: this.time, rolls: this.rolls })
    this.read()
    return outcome
  }
}

const drafts = new WeakMap<Session, RollDraft>()

/** One for an open workbook: whoever is called away in the middle finds it as it was left. */
export function rollDraftOf(session: Session): RollDraft {
  const kept = drafts.get(session)
  const isOfToday = kept?.date === dateOf(session.now)
  if (kept && (kept.begun || isOfToday)) {
    if (!kept.begun) kept.read()
    return kept
  }
  const draft = new RollDraft(session)
  drafts.set(session, draft)
  return draft
}
