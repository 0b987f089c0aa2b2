import { scalePhoto, type Photo } from '../exchange/photo.ts'
import type { Result } from '../shared/result.ts'
import { trustedUrl } from '../shared/trusted-url.ts'
import { WorkerQueue, type JobOptions } from './worker-queue.ts'
// As a URL, not as a constructor: the page's policy wants to see the address before a worker is made of it.
import workerUrl from './photo-worker.ts?worker&url'

/** An old computer needs seconds for the largest photos; what takes longer was made to. */
const LIMIT = 60_000

const queue = new WorkerQueue<Uint8Array, Result<Photo>>(
  () => new Worker(trustedUrl(workerUrl), { type: 'module', name: 'photo' }),
)

/** A picture as a small upright JPEG without anything else the file said, or why not. The caller's bytes stay its own. */
export async function makePhoto(
  bytes: Uint8Array,
  { signal }: Pick<JobOptions, 'signal'> = {},
): Promise<Result<Photo>> {
  // Safari before 16.4 draws on the page only.
  if (typeof OffscreenCanvas === 'undefined') return scalePhoto(bytes, canvasOnPage)
  const copy = new Uint8Array(bytes)
  const done = await queue.run(copy, { signal, limit: LIMIT, transfer: [copy.buffer] })
  return done.ok ? done.value : done
}

function canvasOnPage(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}
