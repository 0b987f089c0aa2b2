import { tick } from 'svelte'
import { conflictsOf, type Conflict } from '../../app/conflicts.ts'
import type { Session } from '../../app/session.ts'
import type { Problem } from '../../shared/result.ts'

/** The list 待确认 as the screen watches it: read when a merge has brought something, shorter with each decision. */
export class ConflictList {
  conflicts = $state.raw<readonly Conflict[]>([])
  problem = $state.raw<Problem | null>(null)
  /** Who wrote what is being read; until then nothing is known, not even that there is nothing. */
  reading = $state(true)
  readonly #stop: () => void
  #again = false

  constructor(private readonly session: Session) {
    this.#stop = session.subscribe((event) => {
      if (event.type !== 'changed') return
      const { disputes } = session
      const open = this.conflicts.filter(({ id }) => disputes.get(id) !== null)
      if (open.length < this.conflicts.length) this.conflicts = open
      if (disputes.size > open.length || event.change.source === 'merge') void this.read()
    })
    void this.read()
  }

  async read(): Promise<void> {
    if (this.#again) return
    this.#again = true
    // What has moved in one go is read once.
    await tick()
    this.#again = false
    this.reading = true
    const found = await conflictsOf(this.session)
    this.reading = false
    this.problem = found.ok ? null : found.problem
    if (found.ok) this.conflicts = found.value
  }

  stop(): void {
    this.#stop()
  }
}
