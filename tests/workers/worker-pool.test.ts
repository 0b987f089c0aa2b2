import { expect, it } from 'vitest'
import { WorkerPool } from '../../src/workers/worker-pool.ts'
import type { Job, WorkerLike } from '../../src/workers/worker-queue.ts'

/** Workers of the test's own, which answer when told to: what each was asked, in the order they were started. */
function handWorkers() {
  const asked: string[][] = []
  const answers: (() => void)[][] = []
  const start = (): WorkerLike => {
    const [jobs, waiting]: [string[], (() => void)[]] = [[], []]
    asked.push(jobs)
    answers.push(waiting)
    const worker: WorkerLike = {
      onmessage: null,
      onmessageerror: null,
      onerror: null,
      postMessage: (message) => {
        const { job, request } = message as Job<string>
        jobs.push(request)
        waiting.push(
          () => void worker.onmessage?.({ data: { job, answer: request.toUpperCase() } } as MessageEvent),
        )
      },
      terminate: () => {},
    }
    return worker
  }
  return { asked, answers, start }
}

it('starts no more workers than jobs, and gives each next job to whoever has least to do', async () => {
  const { asked, answers, start } = handWorkers()
  const pool = new WorkerPool<string, string>(2, start)
  const first = pool.run('a')
  expect(asked).toEqual([['a']])
  const second = pool.run('b')
  expect(asked).toEqual([['a'], ['b']])
  answers[1]!.shift()!()
  expect(await second).toEqual({ ok: true, value: 'B' })
  const third = pool.run('c')
  expect(asked).toEqual([['a'], ['b', 'c']])
  answers[0]!.shift()!()
  answers[1]!.shift()!()
  expect(await Promise.all([first, third])).toEqual([
    { ok: true, value: 'A' },
    { ok: true, value: 'C' },
  ])
  pool.close()
})

it('tells what is running that it was stopped when the pool is closed', async () => {
  const { start } = handWorkers()
  const pool = new WorkerPool<string, string>(2, start)
  const running = [pool.run('a'), pool.run('b'), pool.run('c')]
  pool.close()
  for (const each of running)
    expect(await each).toMatchObject({ ok: false, problem: { code: 'file.stopped' } })
})
