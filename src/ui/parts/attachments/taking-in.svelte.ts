import { attach } from '../../../app/attach.ts'
import { readGiven } from '../../../app/take-in-file.ts'
import { t, tell } from '../../../i18n/translate.ts'
import type { Desk } from '../../state/desk.svelte.ts'

/** Files on their way to a row: how far they are, and what came of it. */
export class TakingIn {
  count = $state(0)
  share = $state(0)
  /** What was not taken, and what to look out for; until the next time. */
  notes = $state.raw<readonly string[]>([])
  problem = $state('')
  #work: AbortController | null = null

  constructor(private readonly desk: Desk) {}

  get isRunning(): boolean {
    return this.count > 0
  }

  async take(files: readonly File[], to: { readonly table: string; readonly row: string }): Promise<void> {
    if (files.length === 0 || this.isRunning) return
    const work = new AbortController()
    this.#work = work
    this.count = files.length
    this.share = 0
    this.notes = []
    this.problem = ''
    const taken = await attach(
      this.desk.session,
      to,
      files.map((file) => () => readGiven(file)),
      { signal: work.signal, onProgress: (share) => (this.share = share) },
    )
    this.count = 0
    if (!taken.ok) {
      this.problem = tell(taken.problem)
      return
    }
    const { ids, refused, asTheyWere } = taken.value
    if (ids.length > 0) this.desk.say(t('ui.attachments.added', { count: ids.length }))
    this.problem = refused
      .map(({ name, problem }) => {
        const why = tell(problem)
        return name
          ? t('ui.attachments.refused', { name, why })
          : t('ui.attachments.refused-unnamed', { why })
      })
      .join('\n')
    this.notes = asTheyWere > 0 ? [t('ui.attachments.as-they-were', { count: asTheyWere })] : []
  }

  stop(): void {
    this.#work?.abort()
  }
}
