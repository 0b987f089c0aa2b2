/** Who may write this workbook in this browser: this tab, another one, or none at the moment. */
export type Writer = 'this' | 'other' | 'none'

/** How long a tab that is asked to hand over may take. A frozen or crashed one never answers. */
const PATIENCE = 2000

type Message =
  | { readonly kind: 'moved'; readonly n: number }
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'seat'; readonly taken: boolean }

export interface SeatOptions {
  readonly workbook: string
  /** Null where the browser has none: every tab may write then, and the check inside each write keeps order. */
  readonly locks: LockManager | null
  readonly channel: (name: string) => BroadcastChannel
  /** Brings to an end what this tab is writing, before another one takes over. */
  readonly drain: () => Promise<void>
  readonly onWriter: (writer: Writer) => void
  /** Another tab has written up to number `n`. */
  readonly onMoved: (n: number) => void
  readonly patience?: number
}

/**
 * The one seat from which a workbook is written. It is a Web Lock, so it is free again when its tab ends however it
 * ends. Two tabs both believing to sit would still do no harm: each write looks at the last number first.
 */
export class Seat {
  writer: Writer = 'none'
  private readonly name: string
  private readonly channel: BroadcastChannel
  private leave: (() => void) | null = null
  private taking: Promise<void> | null = null

  constructor(private readonly options: SeatOptions) {
    this.name = `dutybook.writer.${options.workbook}`
    this.channel = options.channel(this.name)
    this.channel.onmessage = (event: MessageEvent<Message>) => void this.hear(event.data)
  }

  /** Sits down if nobody else does. */
  async sit(): Promise<void> {
    if (!(await this.request({ ifAvailable: true }))) this.become('other')
  }

  /** Sits down in any case: asks whoever sits to hand over, and does not wait for one who does not answer. */
  take(): Promise<void> {
    if (this.writer === 'this') return Promise.resolve()
    this.taking ??= this.askAndTake().finally(() => {
      this.taking = null
    })
    return this.taking
  }

  announce(n: number): void {
    this.say({ kind: 'moved', n })
  }

  close(): void {
    this.release('none')
    this.channel.close()
  }

  private async askAndTake(): Promise<void> {
    this.say({ kind: 'hand-over' })
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), this.options.patience ?? PATIENCE)
    try {
      await this.request({ signal: patience.signal })
    } catch (error) {
      if (!patience.signal.aborted) throw error
      await this.request({ steal: true })
    } finally {
      clearTimeout(timer)
    }
  }

  /** True when the seat is ours; it stays so until `release`, or until another tab steals it. */
  private request(how: LockOptions): Promise<boolean> {
    const { locks } = this.options
    if (!locks) {
      this.become('this')
      return Promise.resolve(true)
    }
    return new Promise((answer, refuse) => {
      locks
        .request(this.name, how, (lock) => {
          if (!lock) return answer(false)
          return new Promise<void>((leave) => {
            this.leave = leave
            this.become('this')
            this.say({ kind: 'seat', taken: true })
            answer(true)
          })
        })
        // Ends here when somebody has taken the seat by force, and before we ever sat when patience is over.
        .catch((error: unknown) => {
          refuse(error)
          if (this.writer === 'this' && this.leave) {
            this.leave = null
            this.become('other')
          }
        })
    })
  }

  private async hear(message: Message): Promise<void> {
    if (message.kind === 'moved') this.options.onMoved(message.n)
    else if (message.kind === 'seat') {
      if (this.writer !== 'this') this.become(message.taken ? 'other' : 'none')
    } else if (this.writer === 'this' && this.leave) {
      await this.options.drain()
      this.release('other')
    }
  }

  private release(now: Writer): void {
    const { leave } = this
    if (!leave) return
    this.leave = null
    this.become(now)
    this.say({ kind: 'seat', taken: false })
    leave()
  }

  private become(writer: Writer): void {
    if (this.writer === writer) return
    this.writer = writer
    this.options.onWriter(writer)
  }

  private say(message: Message): void {
    this.channel.postMessage(message)
  }
}
