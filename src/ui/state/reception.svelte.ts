import {
  doubtsOf,
  readReports,
  takeReports,
  type Doubt,
  type Received,
  type ReceivedPlain,
  type Taken,
  type Taking,
} from '../../app/bureau/receive-reports.ts'
import { knownReports } from '../../app/bureau/known-reports.ts'
import { PlainReadings } from '../../app/bureau/plain/plain-readings.ts'
import {
  listedSchools,
  planPlainReport,
  readingsOf,
  type KnownPlain,
  type PlainDecision,
  type PlainPlan,
} from '../../app/bureau/plain/plan-plain.ts'
import type { Session } from '../../app/session.ts'
import type { Problem, Result } from '../../shared/result.ts'
import type { JudgedReport } from '../../app/bureau/judge-report.ts'
import { pathOf } from './dropped-files.ts'

export type Outcome = 'ready' | 'doubt' | 'taken' | 'older' | 'same' | 'plain' | 'locked' | 'whole' | 'broken'

/** Filters of the list, and what each shows. */
export const FILTERS = {
  all: null,
  ready: ['ready', 'older'],
  doubt: ['doubt', 'plain', 'locked'],
  taken: ['taken'],
  known: ['same'],
  refused: ['whole', 'broken'],
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
  received = $state.raw<Received>() as Received
  /** Other spreadsheets of the same school, month and table that have come with it: of two that differ only one can stand. */
  rivals = $state.raw<readonly string[]>([])

  constructor(received: Received) {
    this.received = received
    this.doubts = received.is === 'report' ? doubtsOf(received.judged) : []
    this.chosen = this.outcome === 'ready' || this.outcome === 'older'
  }

  get outcome(): Outcome {
    const { received } = this
    if (this.taken) return 'taken'
    if (received.is === 'plain') {
      if (received.same) return 'same'
      if (received.plan.asks.length > 0) return 'plain'
      return received.plan.older ? 'older' : 'ready'
    }
    if (received.is !== 'report') return received.is
    if (received.judged.is === 'same') return 'same'
    if (this.doubts.length > 0) return 'doubt'
    return received.judged.is === 'older' ? 'older' : 'ready'
  }

  /** Nothing keeps it from being taken but that somebody says so. */
  get canBeChosen(): boolean {
    return ['ready', 'doubt', 'older'].includes(this.outcome)
  }
}

function areRivals(
  { received: one, taken }: Arrival,
  { received: other, taken: otherTaken }: Arrival,
): boolean {
  if (one.is !== 'plain' || other.is !== 'plain' || taken || otherTaken || one.same || other.same)
    return false
  const { school, month, rows } = one.plan
  if (school === null || month === null || school !== other.plan.school || month !== other.plan.month)
    return false
  return [...rows.tables.keys()].some((table) => other.plan.rows.tables.has(table))
}

export type ReceptionStep =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly done: number; readonly of: number }
  | { readonly is: 'taking'; readonly share: number }

/** What people should know of what they take in. */
export interface ReceiptWords {
  readonly problemsOf: (judged: JudgedReport) => string
  readonly plainProblemsOf: (received: ReceivedPlain) => string
}

/** The files that have come, from being dropped to standing in the ledgers. */
export class Reception {
  step = $state.raw<ReceptionStep>({ is: 'idle' })
  arrivals = $state.raw<readonly Arrival[]>([])
  taken = $state.raw<Taken | null>(null)
  problem = $state.raw<Problem | null>(null)
  #stop: AbortController | null = null
  /** In memory only, and only as long as the workbook is open. */
  readonly #passwords: string[] = []
  /** Spreadsheets about which somebody has said how they are to be read, taken in or not. */
  readonly #agreed: { readonly file: string; readonly plan: PlainPlan }[] = []

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
      const received = await readReports(this.session, files, {
        ...{ onProgress, signal: stop.signal, pathOf },
        passwords: this.#passwords,
      })
      this.arrivals = received.map((each) => new Arrival(each))
      this.#compareRivals()
    } finally {
      this.step = { is: 'idle' }
    }
  }

  #compareRivals(): void {
    for (const arrival of this.arrivals) {
      const rivals = this.arrivals.filter((other) => other !== arrival && areRivals(arrival, other))
      // Which of them is meant nobody but a person can say.
      if (rivals.length > 0 && arrival.rivals.length === 0) arrival.chosen = false
      arrival.rivals = rivals.map(({ received }) => received.file)
    }
  }

  get locked(): readonly Arrival[] {
    return this.arrivals.filter(({ outcome }) => outcome === 'locked')
  }

  /** Tries a password on every file that is locked; what it opens stands in the place of what was locked. */
  async unlock(password: string): Promise<void> {
    const { locked } = this
    if (this.step.is !== 'idle' || locked.length === 0) return
    const stop = (this.#stop = new AbortController())
    this.step = { is: 'reading', done: 0, of: locked.length }
    const opened = new Map<Arrival, Arrival[]>()
    try {
      for (const [done, arrival] of locked.entries()) {
        if (stop.signal.aborted || arrival.received.is !== 'locked') break
        this.step = { is: 'reading', done, of: locked.length }
        const reading = { signal: stop.signal, pathOf, passwords: [password] }
        const received = await readReports(this.session, [arrival.received.source], reading)
        if (received.length === 0 || received[0]!.is === 'locked') continue
        opened.set(
          arrival,
          received.map((each) => new Arrival(each)),
        )
      }
    } finally {
      this.arrivals = this.arrivals.flatMap((each) => opened.get(each) ?? [each])
      this.#compareRivals()
      this.step = { is: 'idle' }
    }
    // Those that come later are often locked alike.
    if (opened.size > 0 && !this.#passwords.includes(password)) this.#passwords.push(password)
  }

  /** How a school's own spreadsheet would be read if this were decided. Nothing is kept of it yet. */
  plan({ received }: Arrival, decided: PlainDecision): Promise<Result<PlainPlan>> {
    if (received.is !== 'plain') throw new TypeError('not a spreadsheet')
    return planPlainReport(received.plain, received.path, this.session.now, this.#known(), decided)
  }

  /** Takes a spreadsheet to be read so, and others of its shape with it, which then ask no more. */
  async agree(arrival: Arrival, plan: PlainPlan): Promise<void> {
    const { received } = arrival
    if (received.is !== 'plain') return
    arrival.received = { ...received, plan: { ...plan, asks: [] } }
    arrival.chosen = true
    this.#agreed.push({ file: received.file, plan })
    for (const other of this.arrivals) {
      if (other === arrival || other.received.is !== 'plain' || other.outcome !== 'plain') continue
      const again = await this.plan(other, {})
      if (!again.ok) continue
      other.received = { ...other.received, plan: again.value }
      other.chosen = other.canBeChosen
    }
    this.#compareRivals()
  }

  #known(): KnownPlain {
    const reports = knownReports(this.session.book)
    const readings = new PlainReadings(reports)
    for (const { file, plan } of this.#agreed)
      readings.learn(plan.school!, file, readingsOf(plan), plan.monthly)
    return { schools: listedSchools(this.session.book), readings, reports }
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
  agreeTo(doubt: Doubt): void {
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

  /** `words` say what stays written on the receipt of a report. */
  async take({ problemsOf, plainProblemsOf }: ReceiptWords): Promise<void> {
    const { chosen } = this
    this.step = { is: 'taking', share: 0 }
    try {
      const taking = chosen.flatMap(({ received, corrected }): Taking[] => {
        if (received.is === 'report') return [{ file: received.file, judged: received.judged, corrected }]
        if (received.is !== 'plain') return []
        const { file, plain, plan } = received
        return [{ file, plain, plan, problems: plainProblemsOf(received) }]
      })
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
