import { ok, type Problem, type Result } from '../shared/result.ts'
import { hex, sha256 } from '../shared/sha-256.ts'

/** A folder that somebody has picked for copies, as far as copies need one. */
export interface Folder {
  readonly name: string
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FolderFile>
  removeEntry(name: string): Promise<void>
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>
}

export interface FolderFile {
  createWritable(): Promise<{
    write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
    close(): Promise<void>
    abort?(): Promise<void>
  }>
  getFile(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }>
}

/**
 * Writes a new file and reads it back; it counts only when what lies there is what was meant. No file that was there
 * is touched, and what could not be finished is taken away again.
 */
export async function writeCopy(
  folder: Folder,
  name: string,
  { bytes, hash }: { readonly bytes: Uint8Array; readonly hash: string },
): Promise<Result<void>> {
  try {
    const file = await folder.getFileHandle(name, { create: true })
    const stream = await file.createWritable()
    try {
      await stream.write(bytes as Uint8Array<ArrayBuffer>)
      await stream.close()
    } catch (error) {
      await stream.abort?.().catch(() => {})
      throw error
    }
    const found = new Uint8Array(await (await file.getFile()).arrayBuffer())
    if (hex(await sha256(found)) === hash) return ok(undefined)
    await removeCopy(folder, name)
    return { ok: false, problem: { code: 'backup.copy-differs' } }
  } catch (error) {
    await removeCopy(folder, name)
    return { ok: false, problem: folderProblem(error) }
  }
}

/** True when it is gone. A copy that cannot be removed stays, and does no harm. */
export async function removeCopy(folder: Folder, name: string): Promise<boolean> {
  try {
    await folder.removeEntry(name)
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError'
  }
}

export async function isThere(folder: Folder, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name)
    return true
  } catch {
    return false
  }
}

const CODES: Readonly<Record<string, string>> = {
  NotFoundError: 'backup.folder-gone',
  NotAllowedError: 'backup.folder-not-allowed',
  SecurityError: 'backup.folder-not-allowed',
  NoModificationAllowedError: 'backup.folder-locked',
  InvalidStateError: 'backup.folder-changed',
  TypeMismatchError: 'backup.folder-changed',
  QuotaExceededError: 'backup.folder-full',
}

export function folderProblem(error: unknown): Problem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : 'Error'
  const code = Object.hasOwn(CODES, name) ? CODES[name] : undefined
  return code === undefined ? { code: 'backup.folder-failed', params: { error: name } } : { code }
}
