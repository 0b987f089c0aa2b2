import type { Session } from '../../app/session.ts'
import { whenQuiet, whileIdle } from './idle.ts'
import { ProblemIndex } from './problem-index.ts'

/** The files of a county come in in thirty changes of ten thousand rows: a look that each begins anew ends with none. */
const QUIET = 1000

/** The list of problems as screens watch it: complete soon after the start, then kept up with every change. */
export class ProblemWatch {
  readonly index: ProblemIndex
  /** Grows whenever the list may have changed. */
  revision = $state(0)
  /** The whole workbook has been looked through since the last change that may have moved anything. */
  complete = $state(false)
  #looking = false
  #stopLooking: () => void = () => {}
  #stopCatchingUp: () => void = () => {}
  readonly #stopListening: () => void

  constructor(session: Session) {
    this.index = new ProblemIndex(session.book)
    this.#stopListening = session.subscribe((event) => {
      if (event.type !== 'changed') return
      if (event.moved.everything) this.look(QUIET)
      else {
        this.index.follow(event.moved)
        this.#catchUp()
      }
      this.revision++
    })
    this.look()
  }

  get count(): number {
    void this.revision
    return this.index.count
  }

  /** Looks through everything anew, once nothing has come for so many milliseconds. */
  look(quiet = 0): void {
    this.#stopLooking()
    this.complete = false
    this.#looking = true
    this.#stopLooking = whenQuiet(() => {
      this.#stopLooking = whileIdle(this.index.look(), () => {
        this.#looking = false
        this.complete = true
        this.revision++
      })
    }, quiet)
  }

  /** At once what a key can move; the rest of a large paste after it is painted. */
  #catchUp(): void {
    const steps = this.index.catchUp()
    if (steps.next().done) return
    this.#stopCatchingUp()
    this.complete = false
    this.#stopCatchingUp = whileIdle(steps, () => {
      this.complete = !this.#looking
      this.revision++
    })
  }

  stop(): void {
    this.#stopCatchingUp()
    this.#stopLooking()
    this.#stopListening()
  }
}
