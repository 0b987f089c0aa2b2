import { scalePhoto, type Photo } from '../exchange/photo.ts'
import type { Result } from '../shared/result.ts'
import type { Job, Reply } from './worker-queue.ts'

/** Unpacks and draws photos beside the page: one of a telephone takes an old computer seconds. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Job<Uint8Array>>) => void) | null
  postMessage(reply: Reply<Result<Photo>>, transfer?: Transferable[]): void
}

scope.onmessage = ({ data }) => void work(data)

async function work({ job, request }: Job<Uint8Array>): Promise<void> {
  try {
    const answer = await scalePhoto(request, (width, height) => new OffscreenCanvas(width, height))
    const { value } = answer.ok ? answer : { value: null }
    scope.postMessage({ job, answer }, value ? [value.bytes.buffer, value.thumbnail.buffer] : [])
  } catch (error) {
    scope.postMessage({ job, failed: error instanceof Error ? error.name : 'Error' })
  }
}
