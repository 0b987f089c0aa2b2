import { DueWork, type Obligation } from '../../app/due-work.ts'
import type { Session } from '../../app/session.ts'

/** What is due, as the screen of the day watches it; one for an open workbook. */
export class DueWorkWatch {
  readonly work: DueWork
  #revision = $state(0)

  constructor(session: Session) {
    this.work = new DueWork(session.book)
    session.subscribe((event) => {
      if (event.type !== 'changed') return
      this.work.follow(event.moved)
      this.#revision++
    })
  }

  get open(): readonly Obligation[] {
    void this.#revision
    return this.work.open()
  }
}

const watches = new WeakMap<Session, DueWorkWatch>()

export function dueWorkOf(session: Session): DueWorkWatch {
  let watch = watches.get(session)
  if (!watch) watches.set(session, (watch = new DueWorkWatch(session)))
  return watch
}
