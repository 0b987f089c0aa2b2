import { turn } from '../../../app/book-copy.ts'
import type { MergeOutcome } from '../../../app/merge-package.ts'
import { acceptProposals, proposalsOf, rowsGone, type Proposal } from '../../../app/proposals.ts'
import { isOther, receive, takeIn, type ReceivedFile } from '../../../app/receive-file.ts'
import type { PickedFile } from '../../../app/read-file.ts'
import type { Session } from '../../../app/session.ts'
import type { Problem } from '../../../shared/result.ts'

export type ReceiveStep =
  | { readonly is: 'reading' | 'merging' | 'accepting' }
  | { readonly is: 'refused'; readonly problem: Problem }
  /** To be agreed to. */
  | { readonly is: 'merge' }
  /** Merged, or nothing to merge: what was done in Excel is on the table. */
  | { readonly is: 'proposals' }

/** One file of ours from its reading to what is taken of it. Only `merge` and `accept` write. */
export class ReceiveFlow {
  step = $state.raw<ReceiveStep>({ is: 'reading' })
  /** 0 … 1 of what is being done. */
  share = $state(0)
  received = $state.raw<ReceivedFile | null>(null)
  /** What the merge has done; null before it, and when there was nothing to merge. */
  merged = $state.raw<MergeOutcome | null>(null)
  proposals = $state.raw<readonly Proposal[]>([])
  chosen = $state.raw<ReadonlySet<string>>(new Set())
  /** How many of the proposals have been taken; null before anybody has. */
  accepted = $state<number | null>(null)
  undone = $state(false)
  senderName = $state('')
  takesOther = $state(false)
  #work = new AbortController()

  constructor(
    private readonly session: Session,
    readonly file: PickedFile,
  ) {
    void this.#read()
  }

  get isOther(): boolean {
    return this.received !== null && isOther(this.received)
  }

  get late(): number {
    return this.received ? rowsGone(this.session, this.received.returned) : 0
  }

  /** Ends whatever is being done; nothing has been changed by it. */
  stop(): void {
    this.#work.abort()
  }

  #begin(is: 'reading' | 'merging'): AbortController {
    this.#work.abort()
    this.#work = new AbortController()
    this.share = 0
    this.step = { is }
    return this.#work
  }

  #telling(controller: AbortController) {
    return { signal: controller.signal, onProgress: (share: number) => (this.share = share) }
  }

  async #read(): Promise<void> {
    const work = this.#begin('reading')
    const read = await receive(this.session, this.file, {}, this.#telling(work))
    if (work.signal.aborted) return
    if (!read.ok) {
      this.step = { is: 'refused', problem: read.problem }
      return
    }
    this.received = read.value
    // Photos may come after the rows that name them; and with another school's workbook even nothing new is a question.
    if (read.value.outlook?.news || read.value.newFiles > 0 || this.isOther) this.step = { is: 'merge' }
    else this.#propose()
  }

  async merge(): Promise<void> {
    if (!this.received || this.step.is !== 'merge' || (this.isOther && !this.takesOther)) return
    const work = this.#begin('merging')
    const name = this.senderName.trim()
    const named = name === '' ? {} : { name }
    const merged = await takeIn(this.session, this.received, named, this.#telling(work))
    if (work.signal.aborted) {
      this.step = { is: 'merge' }
      return
    }
    if (!merged.ok) {
      this.step = { is: 'refused', problem: merged.problem }
      return
    }
    this.merged = merged.value
    this.#propose()
  }

  /** Deleting is left for people to tick: a row missing from a list is more often a slip than a wish. */
  #propose(): void {
    this.proposals = this.received ? proposalsOf(this.session, this.received.returned) : []
    this.chosen = new Set(this.proposals.filter(({ is }) => is !== 'deletion').map(({ id }) => id))
    this.step = { is: 'proposals' }
  }

  choose(ids: readonly string[], on: boolean): void {
    const chosen = new Set(this.chosen)
    for (const id of ids) {
      if (on) chosen.add(id)
      else chosen.delete(id)
    }
    this.chosen = chosen
  }

  async accept(): Promise<void> {
    const accepted = this.proposals.filter(({ id }) => this.chosen.has(id))
    if (accepted.length === 0) return
    this.step = { is: 'accepting' }
    await turn()
    acceptProposals(this.session, accepted, this.file.name)
    await this.session.settled()
    this.accepted = accepted.length
    this.#propose()
  }

  async undo(): Promise<void> {
    await this.session.undo()
    this.accepted = null
    this.undone = true
    this.#propose()
  }
}
