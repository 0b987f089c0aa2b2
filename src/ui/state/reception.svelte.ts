import {
  doubtsOf,
  readReports,
  takeReports,
  type Doubt,
  type Received,
  type Taken,
} from '../../app/bureau/receive-reports.ts'
import type { Session } from '../../app/session.ts'
import type { Problem } from '../../shared/result.ts'
import type { JudgedReport } from '../../app/bureau/judge-report.ts'

export type Outcome = 'ready' | 'doubt' | 'taken' | 'older' | 'same' | 'plain' | 'whole' | 'broken'

/** Filters of the list, and what each shows. */
export const FILTERS = {
  all: null,
  ready: ['ready', 'older'],
  doubt: ['doubt'],
  taken: ['taken'],
  known: ['same'],
  refused: ['plain', 'whole', 'broken'],
} as const satisfies Readonly<Record<string, readonly Outcome[] | null>>
export type Filter = keyof typeof FILTERS

/** A file in the list, and what somebody has decided about it. */
export class Arrival {
  readonly doubts: readonly Doubt[]
  /** It is to be taken in. */
  chosen = $state(false)
  /** With what was written into its sheets. */
  corrected = $state(false)
  taken = $state(false)

  constructor(readonly received: Received) {
    this.doubts = received.is === 'report' ? doubtsOf(received.judged) : []
    this.chosen = received.is === 'report' && received.judged.is !== 'same' && this.doubts.length === 0
  }

  get outcome(): Outcome {
    const { received } = this
    if (received.is !== 'report') return received.is
    if (this.taken) return 'taken'
    if (received.judged.is === 'same') return 'same'
    if (this.doubts.length > 0) return 'doubt'
    return received.judged.is === 'older' ? 'older' : 'ready'
  }
}

export type ReceptionStep =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly done: number; readonly of: number }
  | { readonly is: 'taking'; readonly share: number }

/** The files that have come, from being dropped to standing in the ledgers. */
export class Reception {
  step = $state.raw<ReceptionStep>({ is: 'idle' })
  arrivals = $state.raw<readonly Arrival[]>([])
  taken = $state.raw<Taken | null>(null)
  problem = $state.raw<Problem | null>(null)
  #stop: AbortController | null = null

  constructor(private readonly session: Session) {}

  get chosen(): readonly Arrival[] {
    return this.arrivals.filter(({ chosen, taken }) => chosen && !taken)
  }

  async read(files: readonly File[]): Promise<void> {
    if (this.step.is !== 'idle') return
    const stop = (this.#stop = new AbortController())
    this.problem = null
    this.taken = null
    this.step = { is: 'reading', done: 0, of: files.length }
    const onProgress = (done: number, of: number) => (this.step = { is: 'reading', done, of })
    try {
      const received = await readReports(this.session, files, { onProgress, signal: stop.signal })
      this.arrivals = received.map((each) => new Arrival(each))
    } finally {
      this.step = { is: 'idle' }
    }
  }

  /** What has been read until now stays. */
  stop(): void {
    this.#stop?.abort()
  }

  clear(): void {
    this.arrivals = []
    this.taken = null
    this.problem = null
  }

  /** Those about which this alone is asked are agreed to at once. */
  agree(doubt: Doubt): void {
    for (const arrival of this.onlyDoubted(doubt)) arrival.chosen = true
  }

  onlyDoubted(doubt: Doubt): readonly Arrival[] {
    return this.arrivals.filter(
      ({ doubts, chosen, taken }) =>
        !chosen && !taken && doubts.includes(doubt) && doubts.every((each) => this.#isLight(each, doubt)),
    )
  }

  /** A school that is not in the directory has never sent a signature either. */
  #isLight(each: Doubt, doubt: Doubt): boolean {
    return each === doubt || (doubt === 'new-school' && each === 'new-key')
  }

  /** `problemsOf` says in words what stays written on the receipt of a report. */
  async take(problemsOf: (judged: JudgedReport) => string): Promise<void> {
    const { chosen } = this
    this.step = { is: 'taking', share: 0 }
    try {
      const taking = chosen.flatMap(({ received, corrected }) =>
        received.is === 'report' ? [{ file: received.file, judged: received.judged, corrected }] : [],
      )
      const taken = await takeReports(this.session, taking, {
        problemsOf,
        onProgress: (share) => (this.step = { is: 'taking', share }),
      })
      if (!taken.ok) {
        this.problem = taken.problem
        return
      }
      await this.session.settled()
      for (const arrival of chosen) arrival.taken = true
      this.taken = taken.value
      this.problem = this.session.saving.problem
    } finally {
      this.step = { is: 'idle' }
    }
  }
}

/** One for a workbook, however often one looks away. */
const receptions = new WeakMap<Session, Reception>()

export function receptionOf(session: Session): Reception {
  let reception = receptions.get(session)
  if (!reception) receptions.set(session, (reception = new Reception(session)))
  return reception
}
