import { copyBook, Stopped, type CopiedBook } from '../../../app/book-copy.ts'
import { applySettings, readSetting, type Differences, type PolicyTexts } from '../../../app/what-if.ts'
import type { Problem } from '../../../shared/result.ts'
import type { Desk } from '../../state/desk.svelte.ts'

/** Typing a number should not start a calculation per digit. */
const PAUSE = 250

/** Settings being tried, and what they would change; the workbook itself is not touched until they are applied. */
export class RuleTrial {
  /** As typed, by setting; only those that differ from what is in force. */
  typed = $state.raw<PolicyTexts>({})
  problems = $state.raw<Readonly<Record<string, Problem>>>({})
  differences = $state.raw<Differences | null>(null)
  busy = $state(false)
  /** 0 … 1 while a large workbook is being copied. */
  progress = $state(0)
  failed = $state(false)

  #copy: CopiedBook | null = null
  #copying: AbortController | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Only the answer to the last question is shown. */
  #asked = 0
  readonly #stopListening: () => void

  constructor(private readonly desk: Desk) {
    this.#stopListening = desk.session.subscribe((event) => {
      if (event.type !== 'changed') return
      // The copy is of a moment that has passed.
      this.#forget()
      if (this.count) this.#soon()
    })
  }

  get count(): number {
    return Object.keys(this.typed).length
  }

  get ready(): boolean {
    return (
      this.count > 0 && Object.keys(this.problems).length === 0 && !this.busy && this.differences !== null
    )
  }

  set(key: string, text: string, inForce: string): void {
    const { [key]: _typed, ...typed } = this.typed
    const { [key]: _problem, ...problems } = this.problems
    const read = readSetting(key, text)
    const same = read.ok && read.value === inForce
    this.typed = same ? typed : { ...typed, [key]: read.ok ? read.value : text }
    this.problems = read.ok ? problems : { ...problems, [key]: read.problem }
    this.#soon()
  }

  reset(): void {
    this.typed = {}
    this.problems = {}
    this.differences = null
    this.busy = false
    this.#asked++
    clearTimeout(this.#timer)
    this.#copying?.abort()
  }

  /** The rules become what was tried; one step to undo. */
  apply(): number {
    const { count } = this
    const texts = this.typed
    this.reset()
    applySettings(this.desk.session, texts, {
      person: this.desk.settings.current.person,
      now: this.desk.session.book.environment().now,
    })
    return count
  }

  stop(): void {
    this.#stopListening()
    this.reset()
    this.#forget()
  }

  #forget(): void {
    this.#asked++
    this.#copying?.abort()
    this.#copy?.close()
    this.#copy = null
  }

  #soon(): void {
    clearTimeout(this.#timer)
    const asked = ++this.#asked
    this.failed = false
    if (Object.keys(this.problems).length) return void (this.busy = false)
    if (!this.count) {
      this.differences = null
      this.busy = false
      return
    }
    this.busy = true
    this.#timer = setTimeout(() => void this.#compare(asked), PAUSE)
  }

  async #compare(asked: number): Promise<void> {
    try {
      const copy = (this.#copy ??= await this.#open())
      const differences = await copy.compare(this.typed)
      if (asked !== this.#asked) return
      this.differences = differences
    } catch (error) {
      if (asked !== this.#asked || error instanceof Stopped) return
      this.failed = true
    }
    this.busy = false
  }

  async #open(): Promise<CopiedBook> {
    this.#copying?.abort()
    const copying = new AbortController()
    this.#copying = copying
    this.progress = 0
    try {
      return await copyBook(this.desk.session.book, {
        signal: copying.signal,
        onProgress: (share) => (this.progress = share),
      })
    } finally {
      if (this.#copying === copying) this.#copying = null
    }
  }
}
