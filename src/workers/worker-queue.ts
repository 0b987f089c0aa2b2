import { fail, type Result } from '../shared/result.ts'

/** The part of a Worker that a queue uses. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => unknown) | null
  onmessageerror: ((event: MessageEvent) => unknown) | null
  onerror: ((event: ErrorEvent) => unknown) | null
  postMessage(message: unknown, transfer: Transferable[]): void
  terminate(): void
}

/** What goes to the worker and what comes back; the worker answers each job once, after any number of tellings. */
export interface Job<Request> {
  readonly job: number
  readonly request: Request
}
export type Reply<Answer> =
  | { readonly job: number; readonly share: number }
  | { readonly job: number; readonly answer: Answer }
  | { readonly job: number; readonly failed: string }

export interface JobOptions {
  readonly signal?: AbortSignal
  /** Milliseconds after which the worker is ended: a file made to hang a reader hangs only its worker. */
  readonly limit?: number
  readonly transfer?: Transferable[]
  /** 0 … 1 */
  readonly onProgress?: (share: number) => void
}

interface Waiting<Request, Answer> {
  readonly job: number
  readonly request: Request
  readonly options: JobOptions
  readonly settle: (result: Result<Answer>) => void
}

/** A minute without work, and the worker gives its memory back. */
const IDLE = 60_000

/**
 * One worker, one job at a time, in the order asked. A job that is stopped, takes too long or brings the worker down
 * ends the worker, and the next job starts a new one; nobody waits for ever and nothing half done is kept.
 */
export class WorkerQueue<Request, Answer> {
  readonly #start: () => WorkerLike
  readonly #queue: Waiting<Request, Answer>[] = []
  #worker: WorkerLike | null = null
  #running: Waiting<Request, Answer> | null = null
  #limit: ReturnType<typeof setTimeout> | undefined
  #idle: ReturnType<typeof setTimeout> | undefined
  #jobs = 0

  constructor(start: () => WorkerLike) {
    this.#start = start
  }

  run(request: Request, options: JobOptions = {}): Promise<Result<Answer>> {
    return new Promise((resolve) => {
      const { signal } = options
      if (signal?.aborted) return resolve(fail('file.stopped'))
      const job = ++this.#jobs
      const stop = () => this.#stop(job)
      signal?.addEventListener('abort', stop, { once: true })
      const settle = (result: Result<Answer>) => {
        signal?.removeEventListener('abort', stop)
        resolve(result)
      }
      this.#queue.push({ job, request, options, settle })
      this.#next()
    })
  }

  /** Ends the worker; what is running or waiting is told so. */
  close(): void {
    const waiting = this.#queue.splice(0)
    this.#finish(fail('file.stopped'), true)
    for (const one of waiting) one.settle(fail('file.stopped'))
  }

  #next() {
    if (this.#running !== null) return
    clearTimeout(this.#idle)
    const next = this.#queue.shift()
    if (!next) {
      if (this.#worker !== null) this.#idle = setTimeout(() => this.#end(), IDLE)
      return
    }
    this.#running = next
    try {
      const worker = (this.#worker ??= this.#open())
      if (next.options.limit !== undefined)
        this.#limit = setTimeout(() => this.#finish(fail('file.too-slow'), true), next.options.limit)
      worker.postMessage({ job: next.job, request: next.request }, next.options.transfer ?? [])
    } catch {
      // No worker can be started here, or the request cannot be sent.
      this.#finish(fail('file.worker-failed'), true)
    }
  }

  #open(): WorkerLike {
    const worker = this.#start()
    worker.onmessage = ({ data }: MessageEvent<Reply<Answer>>) => this.#hear(worker, data)
    worker.onmessageerror = () => this.#broken(worker)
    worker.onerror = () => this.#broken(worker)
    return worker
  }

  #hear(worker: WorkerLike, reply: Reply<Answer>) {
    // A word from a worker that was ended, or about a job that is over.
    if (worker !== this.#worker || reply.job !== this.#running?.job) return
    if ('share' in reply) this.#running.options.onProgress?.(reply.share)
    else if ('answer' in reply) this.#finish({ ok: true, value: reply.answer }, false)
    else this.#finish(fail('file.worker-failed'), true)
  }

  #broken(worker: WorkerLike) {
    if (worker === this.#worker) this.#finish(fail('file.worker-failed'), true)
  }

  #stop(job: number) {
    if (this.#running?.job === job) return this.#finish(fail('file.stopped'), true)
    const at = this.#queue.findIndex((waiting) => waiting.job === job)
    if (at >= 0) this.#queue.splice(at, 1)[0]!.settle(fail('file.stopped'))
  }

  #finish(result: Result<Answer>, endWorker: boolean) {
    clearTimeout(this.#limit)
    const finished = this.#running
    this.#running = null
    if (endWorker) this.#end()
    finished?.settle(result)
    this.#next()
  }

  #end() {
    clearTimeout(this.#idle)
    this.#worker?.terminate()
    this.#worker = null
  }
}
