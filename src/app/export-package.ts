import { fail, ok, type Result } from '../shared/result.ts'
import type { MadeSheet, Making } from '../sync/package.ts'
import type { packStored } from '../workers/bridge.ts'
import type { Work } from './book-copy.ts'
import type { Session } from './session.ts'

/** Who packs: the worker, unless a test stands in for it. */
export interface Packer {
  readonly packStored: typeof packStored
}

/** The sheets that go out around a package, and the language their explanations are in. */
export interface AroundPackage {
  readonly sheets: readonly MadeSheet[]
  readonly locale: string
}

const BARE: AroundPackage = { sheets: [], locale: '' }

/** All of the open workbook as one signed file that another copy can merge exactly. */
export async function exportPackage(
  session: Session,
  around: AroundPackage = BARE,
  work: Work = {},
  packer?: Packer,
): Promise<Result<Uint8Array>> {
  const { packStored } = packer ?? (await import('../workers/bridge.ts'))
  const { id, kind, name } = session.info
  const key = (await session.keys?.own()) ?? null
  for (;;) {
    await session.settled()
    // What could not be saved is not in the state, and a file that leaves it out would say so to nobody.
    if (session.saving.problem) return { ok: false, problem: session.saving.problem }
    const { saved: last, pending } = session.saving
    if (pending > 0) continue
    const making: Omit<Making, 'replica' | 'schema'> = {
      ...around,
      at: new Date().toISOString(),
      now: session.book.environment().now,
    }
    const packed = await packStored({ workbook: { id, kind, name }, last, making, key }, work)
    if (!packed.ok) return packed
    if (work.signal?.aborted) return fail('file.stopped')
    if (packed.value !== 'overtaken') return ok(packed.value)
  }
}
