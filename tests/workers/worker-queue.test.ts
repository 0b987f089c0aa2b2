import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WorkerQueue, type Job, type Reply, type WorkerLike } from '../../src/workers/worker-queue.ts'

/** A worker of the test's own: it hears jobs and answers when told to. */
class HandWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onmessageerror: WorkerLike['onmessageerror'] = null
  onerror: WorkerLike['onerror'] = null
  readonly heard: Job<string>[] = []
  ended = false

  postMessage(message: unknown) {
    this.heard.push(message as Job<string>)
  }

  terminate() {
    this.ended = true
  }

  say(reply: Reply<string>) {
    this.onmessage?.({ data: reply } as MessageEvent)
  }

  answer(answer: string) {
    this.say({ job: this.heard.at(-1)!.job, answer })
  }
}

let workers: HandWorker[]
let queue: WorkerQueue<string, string>

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  queue = new WorkerQueue(() => {
    const worker = new HandWorker()
    workers.push(worker)
    return worker
  })
})
afterEach(() => vi.useRealTimers())

const stopped = { ok: false, problem: { code: 'file.stopped' } }

describe('the queue to a worker', () => {
  it('gives one job at a time, in order, to one worker', async () => {
    const first = queue.run('a')
    const second = queue.run('b')
    expect(workers[0]!.heard.map((job) => job.request)).toEqual(['a'])
    workers[0]!.answer('A')
    expect(await first).toEqual({ ok: true, value: 'A' })
    expect(workers[0]!.heard.map((job) => job.request)).toEqual(['a', 'b'])
    workers[0]!.answer('B')
    expect(await second).toEqual({ ok: true, value: 'B' })
    expect(workers.length).toBe(1)
  })

  it('passes on how far the job is', async () => {
    const shares: number[] = []
    const done = queue.run('a', { onProgress: (share) => shares.push(share) })
    const { job } = workers[0]!.heard[0]!
    workers[0]!.say({ job, share: 0.5 })
    workers[0]!.say({ job: job + 7, share: 0.9 })
    workers[0]!.answer('A')
    await done
    expect(shares).toEqual([0.5])
  })

  it('ends a worker that takes too long, and starts another for the next job', async () => {
    const slow = queue.run('slow', { limit: 10_000 })
    const next = queue.run('next')
    vi.advanceTimersByTime(10_000)
    expect(await slow).toEqual({ ok: false, problem: { code: 'file.too-slow' } })
    expect(workers[0]!.ended).toBe(true)
    workers[0]!.answer('too late')
    workers[1]!.answer('N')
    expect(await next).toEqual({ ok: true, value: 'N' })
  })

  it('stops the running job, a waiting one, and one stopped before it began', async () => {
    const [running, waiting, before] = [new AbortController(), new AbortController(), new AbortController()]
    before.abort()
    const a = queue.run('a', { signal: running.signal })
    const b = queue.run('b', { signal: waiting.signal })
    const c = queue.run('c')
    expect(await queue.run('d', { signal: before.signal })).toEqual(stopped)
    waiting.abort()
    expect(await b).toEqual(stopped)
    expect(workers[0]!.ended).toBe(false)
    running.abort()
    expect(await a).toEqual(stopped)
    expect(workers[0]!.ended).toBe(true)
    workers[1]!.answer('C')
    expect(await c).toEqual({ ok: true, value: 'C' })
  })

  it('says when the worker broke down', async () => {
    const broken = { ok: false, problem: { code: 'file.worker-failed' } }
    const a = queue.run('a')
    workers[0]!.onerror?.({} as ErrorEvent)
    expect(await a).toEqual(broken)
    const b = queue.run('b')
    workers[1]!.say({ job: workers[1]!.heard[0]!.job, failed: 'TypeError' })
    expect(await b).toEqual(broken)
    const none = new WorkerQueue<string, string>(() => {
      throw new Error('no workers here')
    })
    expect(await none.run('a')).toEqual(broken)
  })

  it('lets an idle worker go, and a closed one with its jobs', async () => {
    const a = queue.run('a')
    workers[0]!.answer('A')
    await a
    vi.advanceTimersByTime(60_000)
    expect(workers[0]!.ended).toBe(true)
    const b = queue.run('b')
    const c = queue.run('c')
    queue.close()
    expect(await b).toEqual(stopped)
    expect(await c).toEqual(stopped)
    expect(workers[1]!.ended).toBe(true)
    expect(workers.length).toBe(2)
  })
})
