import { makeRota, type RotaSolution } from '../../../app/rota/make-rota.ts'
import { tell } from '../../../i18n/translate.ts'
import type { Result } from '../../../shared/result.ts'

type Work = Parameters<typeof makeRota>[0] extends Result<infer W> ? W : never

/** Working out a rota, as a dialog shows it: how far it is, what came of it, or why not. */
export class Making<W extends Work> {
  share = $state(0)
  problem = $state('')
  made = $state.raw<{
    readonly work: W
    readonly teachers: RotaSolution
    readonly leaders: RotaSolution
  } | null>(null)
  #running = $state.raw<AbortController | null>(null)

  get running(): boolean {
    return this.#running !== null
  }

  async start(work: Result<W>): Promise<void> {
    this.problem = ''
    this.share = 0
    this.made = null
    const running = new AbortController()
    this.#running = running
    const done = await makeRota(work, {
      signal: running.signal,
      onProgress: (share) => (this.share = share),
    })
    if (this.#running !== running) return
    this.#running = null
    if (done.ok) this.made = done.value
    // Whoever has stopped it knows.
    else if (done.problem.code !== 'file.stopped') this.problem = tell(done.problem)
  }

  stop(): void {
    this.#running?.abort()
  }

  /** Back to what was asked. */
  again(): void {
    this.made = null
  }
}
