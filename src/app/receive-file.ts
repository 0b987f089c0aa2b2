import { ok, type Result } from '../shared/result.ts'
import { isPackageFile } from '../sync/package-file.ts'
import { fingerprintOf } from '../sync/signature.ts'
import type { carriesState, receiveFile } from '../workers/bridge.ts'
import type { Received } from '../workers/package-work.ts'
import type { Work } from './book-copy.ts'
import type { Verdict } from './key-ring.ts'
import { mergeReceived, type MergeOutcome } from './merge-package.ts'
import type { PickedFile } from './read-file.ts'
import type { Session } from './session.ts'

export type { Received }

/** Is this a file that another copy of a workbook, or this one, has made to be merged? Anything else is imported. */
export async function isOurs(
  { bytes }: PickedFile,
  worker?: { readonly carriesState: typeof carriesState },
): Promise<boolean> {
  if (isPackageFile(bytes)) return true
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip && (worker ?? (await import('../workers/bridge.ts'))).carriesState(bytes)
}

/** Who has sent a file, as far as its signature tells. */
export interface Signer {
  readonly verdict: Verdict
  /** Null when the file is not signed. */
  readonly fingerprint: string | null
}

export interface ReceivedFile extends Received {
  readonly signer: Signer
  /** Attachments in it that this computer does not have yet. */
  readonly newFiles: number
}

interface Reading {
  readonly password?: string
  /** Whether to find out what was done to its sheets; true when left out. */
  readonly compare?: boolean
}

/** Which workbook a file is of, for a program that has none open. */
export async function workbookOf(
  { bytes, name }: PickedFile,
  { password }: Reading = {},
): Promise<Result<Received['workbook']>> {
  const { receiveFile } = await import('../workers/bridge.ts')
  const now = new Date().toISOString()
  const received = await receiveFile({ bytes, name, password, workbook: null, now, compare: false })
  return received.ok ? ok(received.value.workbook) : received
}

/** Reads a file of ours and says all about it. Nothing is written, whatever is in it. */
export async function receive(
  session: Session,
  { bytes, name }: PickedFile,
  reading: Reading = {},
  work: Work = {},
  worker?: { readonly receiveFile: typeof receiveFile },
): Promise<Result<ReceivedFile>> {
  const { receiveFile } = worker ?? (await import('../workers/bridge.ts'))
  await session.settled()
  const now = new Date().toISOString()
  const received = await receiveFile({ bytes, name, ...reading, workbook: session.info.id, now }, work)
  if (!received.ok) return received
  const { key, making } = received.value
  const verdict = (await session.keys?.judge(key, making?.replica ?? '')) ?? ({ is: 'unsigned' } as const)
  const fingerprint = key && (await fingerprintOf(key))
  const here = new Set((await session.files.all()).map(({ hash }) => hash))
  const newFiles = received.value.files.filter(({ hash }) => !here.has(hash)).length
  return ok({ ...received.value, signer: { verdict, fingerprint }, newFiles })
}

/** The file's workbook was begun apart from the open one: it is taken in only when somebody says so. */
export const isOther = ({ outlook }: Received): boolean => outlook !== null && !outlook.met

/** Merges what has been received, and remembers whose it was. */
export async function takeIn(
  session: Session,
  { file, files, key, making, signer }: Pick<ReceivedFile, 'file' | 'files' | 'key' | 'making' | 'signer'>,
  { name }: { readonly name?: string } = {},
  work: Work = {},
  merger?: Parameters<typeof mergeReceived>[4],
): Promise<Result<MergeOutcome>> {
  const merged = await mergeReceived(session, { file, files }, new Date().toISOString(), work, merger)
  if (merged.ok && key !== null && making !== null && signer.verdict.is !== 'own')
    await session.keys?.remember(key, making.replica, name)
  return merged
}
