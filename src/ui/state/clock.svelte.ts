import { createSubscriber } from 'svelte/reactivity'

/** The time of day for everything on the page that counts down: one timer, and none while nobody looks. */
export class Clock {
  readonly #look: () => void

  constructor(private readonly read: () => number = Date.now) {
    this.#look = createSubscriber((update) => {
      let timer: ReturnType<typeof setTimeout>
      const tick = () => {
        update()
        // To the next full second, so that all counters move together and none drifts.
        timer = setTimeout(tick, 1000 - (this.read() % 1000))
      }
      timer = setTimeout(tick, 1000 - (this.read() % 1000))
      return () => clearTimeout(timer)
    })
  }

  /** Milliseconds, as of this moment; read again every second. */
  get now(): number {
    this.#look()
    return this.read()
  }
}

let clock: Clock | null = null

/** The page's one clock. */
export const pageClock = (): Clock => (clock ??= new Clock())
