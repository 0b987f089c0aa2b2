import { ok, type Result } from '../shared/result.ts'
import { fingerprintOf } from '../sync/signature.ts'
import type { receiveFile } from '../workers/bridge.ts'
import type { Work } from './book-copy.ts'
import type { MergeOutcome } from './merge-package.ts'
import type { PickedFile } from './read-file.ts'
import { takeIn, type ReceivedFile } from './receive-file.ts'
import type { Session } from './session.ts'
import type { Workbooks } from './workbooks.ts'

/** Reads a file of ours that is not to be merged into anything that is open. Nothing is written. */
export async function receiveApart(
  { bytes, name }: PickedFile,
  work: Work = {},
  worker?: { readonly receiveFile: typeof receiveFile },
): Promise<Result<ReceivedFile>> {
  const { receiveFile } = worker ?? (await import('../workers/bridge.ts'))
  const now = new Date().toISOString()
  const received = await receiveFile({ bytes, name, workbook: null, now }, work)
  if (!received.ok) return received
  const { key, files } = received.value
  // A workbook that is not here has met nobody.
  const verdict = { is: key === null ? 'unsigned' : 'new' } as const
  const fingerprint = key && (await fingerprintOf(key))
  return ok({ ...received.value, signer: { verdict, fingerprint }, newFiles: files.length })
}

export interface OpenedCopy {
  readonly session: Session
  readonly merge: MergeOutcome
}

/**
 * Opens the workbook a file is of as one of this browser's own: a copy of the same workbook that goes on by itself and
 * can be merged with the others. What was open stays as it is.
 */
export async function openCopy(
  books: Workbooks,
  received: ReceivedFile,
  { name }: { readonly name?: string } = {},
  work: Work = {},
  merger?: Parameters<typeof takeIn>[4],
): Promise<Result<OpenedCopy>> {
  const { id } = received.workbook
  const before = books.current?.info.id ?? null
  const wasHere = (await books.vectorOf(id)) !== null
  const opened = await books.openPackaged(received.workbook)
  if (!opened.ok) return opened
  const session = opened.value
  const merge = await takeIn(session, received, name === undefined ? {} : { name }, work, merger)
  if (merge.ok) return ok({ session, merge: merge.value })
  // An empty workbook of that name would be taken for the school.
  if (!wasHere) {
    await books.remove(id)
    if (before !== null) await books.open(before)
  }
  return merge
}
