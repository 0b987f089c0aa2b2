import { OpenWork } from '../../app/open-work.ts'
import type { Session } from '../../app/session.ts'
import { whileIdle } from './idle.ts'

/** What is still to be done about incidents, as screens watch it; one for an open workbook, however often one looks. */
export class OpenWorkWatch {
  readonly work: OpenWork
  /** Grows whenever something may have moved. */
  revision = $state(0)
  /** The ledger has been gone through; before that the lists grow. */
  complete = $state(false)

  constructor(session: Session) {
    this.work = new OpenWork(session.book)
    session.subscribe((event) => {
      if (event.type !== 'changed') return
      if (event.moved.everything) this.#look()
      else this.work.follow(event.moved)
      this.revision++
    })
    this.#look()
  }

  #stopLooking: () => void = () => {}

  #look(): void {
    this.#stopLooking()
    this.complete = false
    this.#stopLooking = whileIdle(this.work.look(), () => {
      this.complete = true
      this.revision++
    })
  }

  undecidedIn(term: string): number {
    void this.revision
    return this.work.undecidedIn(term).length
  }

  firstUndecidedIn(term: string): string | null {
    return this.work.undecidedIn(term)[0] ?? null
  }
}

/** The ledger of a workbook is gone through once, also when somebody comes back to a screen. */
const watches = new WeakMap<Session, OpenWorkWatch>()

export function openWorkOf(session: Session): OpenWorkWatch {
  let watch = watches.get(session)
  if (!watch) watches.set(session, (watch = new OpenWorkWatch(session)))
  return watch
}
