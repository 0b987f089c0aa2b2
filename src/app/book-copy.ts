import { trustedUrl } from '../shared/trusted-url.ts'
import { BookCopy, contentOf, piecesOf, Trial, type PolicyTexts } from '../engine/trial.ts'
import { standingOf, type Differences, type Standing } from '../engine/standing.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { TrialAnswer, TrialRequest } from '../workers/trial-messages.ts'
// As a URL, not as a constructor: the page's policy wants to see the address before a worker is made of it.
import workerUrl from '../workers/trial-worker.ts?worker&url'

/** From here on a copy takes long enough to be felt, and a worker is worth its start. */
const MANY_INCIDENTS = 5_000

/** A second workbook with the same rows, worked out from scratch. */
export interface CopiedBook {
  /** What would differ with these settings. */
  compare(texts: PolicyTexts): Promise<Differences>
  standing(): Promise<Standing>
  close(): void
}

export interface Work {
  /** 0 … 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** Thrown when somebody stopped the work. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/**
 * Copies the workbook, column by column, letting the page answer keys in between. Whoever asks must stop the work when
 * the workbook changes meanwhile: a copy of two moments is a copy of neither.
 */
export async function copyBook(book: Workbook, work: Work = {}): Promise<CopiedBook> {
  const { now } = book.environment()
  if (book.view('incidents').size <= MANY_INCIDENTS) return copyHere(book, now)
  const worker = new Worker(trustedUrl(workerUrl), { type: 'module', name: 'trial' })
  const copied = new CopyInWorker(worker)
  try {
    const pieces = piecesOf(book)
    let sent = 0
    for (const piece of contentOf(book)) {
      stopIfAsked(work)
      copied.send({ is: 'piece', piece })
      // Working everything out takes about as long as sending it.
      work.onProgress?.((++sent / pieces) * 0.6)
      await turn()
    }
    await copied.ask({ is: 'open', now }, work.signal)
    work.onProgress?.(1)
    return copied
  } catch (error) {
    copied.close()
    throw error
  }
}

function copyHere(book: Workbook, now: string): CopiedBook {
  const copy = new BookCopy()
  for (const piece of contentOf(book)) copy.take(piece)
  const copied = copy.open(book.tables, now)
  let trial: Trial | null = null
  return {
    compare: async (texts) => (trial ??= new Trial(copied)).compare(texts),
    standing: async () => standingOf(copied),
    close: () => {},
  }
}

class CopyInWorker implements CopiedBook {
  private readonly waiting: { done: (answer: TrialAnswer) => void; failed: (error: Error) => void }[] = []

  constructor(private readonly worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<TrialAnswer>) => this.waiting.shift()?.done(data)
    worker.onerror = (event) => this.fail(new Error(event.message || 'worker failed'))
  }

  send(request: TrialRequest): void {
    this.worker.postMessage(request)
  }

  ask(request: TrialRequest, signal?: AbortSignal): Promise<TrialAnswer> {
    return new Promise((done, failed) => {
      if (signal?.aborted) return failed(new Stopped())
      signal?.addEventListener('abort', () => this.fail(new Stopped()), { once: true })
      this.waiting.push({ done, failed })
      this.send(request)
    })
  }

  async compare(texts: PolicyTexts): Promise<Differences> {
    const answer = await this.ask({ is: 'compare', texts })
    if (answer.is !== 'differences') throw new Error(`the worker answered ${answer.is}`)
    return answer.differences
  }

  async standing(): Promise<Standing> {
    const answer = await this.ask({ is: 'standing' })
    if (answer.is !== 'standing') throw new Error(`the worker answered ${answer.is}`)
    return answer.standing
  }

  close(): void {
    this.fail(new Stopped())
  }

  private fail(error: Error): void {
    this.worker.terminate()
    for (const { failed } of this.waiting.splice(0)) failed(error)
  }
}

export function stopIfAsked({ signal }: Work): void {
  if (signal?.aborted) throw new Stopped()
}

/** Lets the page answer whatever has been pressed meanwhile. */
export const turn = (): Promise<void> => new Promise((resume) => setTimeout(resume))
