import { newId } from '../shared/id.ts'
import { localTime, type LocalTime } from '../shared/local-date.ts'
import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import { passwordKey, type PasswordKey } from '../exchange/backup-key.ts'
import { backUpSession, backupName, type BackupMaker, type MadeBackup } from './backup.ts'
import { isCopyDue } from './copy-due.ts'
import { copiesToDelete, type DatedCopy } from './copy-rotation.ts'
import type { DeviceSettings } from './device-settings.ts'
import { folderProblem, isThere, removeCopy, writeCopy, type Folder } from './folder.ts'
import type { Session } from './session.ts'

/** A copy that lies in the folder and was read back when it was written. */
export interface FolderCopy extends DatedCopy {
  readonly size: number
  /** Number of the last change that is in it. */
  readonly saved: number
  readonly hash: string
}

/** What this computer remembers of the folder of one workbook. */
interface FolderRecord {
  readonly handle: Folder
  /** In the name of every copy: files without it are not ours, and never touched. */
  readonly tag: string
  /** Copies are encrypted with it; nobody can read the password from it. */
  readonly key: PasswordKey | null
  /** In the order in which they were written. */
  readonly copies: readonly FolderCopy[]
  /** A file that was begun and has not been read back: what a computer that stopped in between leaves. */
  readonly begun: string | null
  readonly failed: { readonly at: LocalTime; readonly problem: Problem } | null
}

export interface FolderState {
  readonly name: string
  readonly locked: boolean
  readonly copies: readonly FolderCopy[]
  readonly failed: FolderRecord['failed']
  /** `prompt`: the browser wants to be told once more that this program may write there. */
  readonly permission: PermissionState
  readonly working: boolean
}

export interface FolderSurroundings extends BackupMaker {
  readonly settings: BackupMaker['settings'] & Pick<DeviceSettings, 'folder' | 'keepFolder' | 'noteCopy'>
  /** What the program is called, for the names of copies. */
  readonly program: () => string
}

/**
 * Copies of the open workbook that go into a folder by themselves. Each is a new file, read back and compared before it
 * counts and before any older one goes; a copy that cannot be written leaves the others as they are and is said.
 */
export class BackupFolder {
  private record: FolderRecord | null = null
  private permission: PermissionState = 'prompt'
  private working: Promise<void> | null = null
  private readonly listeners = new Set<(state: FolderState | null) => void>()

  constructor(
    private readonly session: Session,
    private readonly world: FolderSurroundings,
  ) {}

  /** Null when no folder has been picked. */
  get state(): FolderState | null {
    if (!this.record) return null
    const { handle, key, copies, failed } = this.record
    const { permission } = this
    return {
      name: handle.name,
      locked: key !== null,
      copies,
      failed,
      permission,
      working: this.working !== null,
    }
  }

  onState(listener: (state: FolderState | null) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Reads what was picked before this start. */
  async begin(): Promise<void> {
    await this.read()
    await this.look()
  }

  /** Another window of this browser may have made copies meanwhile, or switched them off. */
  private async read(): Promise<FolderRecord | null> {
    const kept = await this.world.settings.folder(this.session.info.id)
    return (this.record = isRecord(kept) ? kept : null)
  }

  /** Takes a folder that somebody has just picked; with a password copies are encrypted from now on. */
  async choose(handle: Folder, password: string): Promise<void> {
    // A copy that is just being written belongs to the folder before this one.
    await this.working
    const tag = this.record?.tag ?? newId().slice(1, 7)
    const key = password === '' ? null : await passwordKey(password)
    await this.keep({ handle, tag, key, copies: [], begun: null, failed: null })
    await this.look()
    await this.copy()
  }

  /** Asks the browser to allow it again; only right after somebody has pressed a button. */
  async renew(): Promise<void> {
    const { record } = this
    if (!record) return
    this.permission = (await record.handle.requestPermission?.({ mode: 'readwrite' })) ?? 'granted'
    this.tell()
    if (this.permission === 'granted') await this.copy()
  }

  /** No more copies; those that are there stay. */
  async end(): Promise<void> {
    await this.working
    this.record = null
    await this.world.settings.keepFolder(this.session.info.id, null)
    this.tell()
  }

  /** Makes a copy if it is time for one. */
  async copyIfDue(hidden = false): Promise<void> {
    const { session } = this
    if (!this.record || this.working || session.writer !== 'this') return
    const record = await this.read()
    if (!record) return this.tell()
    await this.look()
    const last = record.copies.at(-1)
    const tried =
      [last?.at, record.failed?.at]
        .filter((at) => at !== undefined)
        .sort()
        .at(-1) ?? null
    const { saved, pending } = session.saving
    const changed = saved + pending > (last?.saved ?? 0)
    const now = localTime(this.world.now())
    const due = isCopyDue({ tried, changed, hidden, size: last?.size ?? 0, now })
    if (this.permission === 'granted' && due) await this.copy()
  }

  /** Makes a copy now. How it went is in `state`. */
  async copy(): Promise<void> {
    this.working ??= this.copyOnce().finally(() => {
      this.working = null
      this.tell()
    })
    this.tell()
    await this.working
  }

  private async copyOnce(): Promise<void> {
    const { session, world } = this
    const record = await this.read()
    if (!record) return
    const made = await backUpSession(session, record.key, world)
    const written = made.ok ? await this.put(made.value) : made
    if (!written.ok) await this.fail(written.problem)
  }

  /** Writes a backup of this workbook into the folder, as one copy more. */
  async write(made: MadeBackup): Promise<Result<void>> {
    await this.working
    return this.put(made)
  }

  private async put(made: MadeBackup): Promise<Result<void>> {
    const { world } = this
    const record = await this.read()
    if (!record) return fail('backup.folder-gone')
    const { handle, begun } = record
    const now = world.now()
    try {
      if (begun !== null) await removeCopy(handle, begun)
      const name = await this.freshName(record, now)
      // Written down first: should the computer stop now, the next start knows which file is only half there.
      await this.change({ begun: name })
      const written = await writeCopy(handle, name, made)
      if (!written.ok) return written
      const { bytes, hash, last } = made
      const copy = { name, at: localTime(now), size: bytes.length, saved: last, hash }
      await world.settings.noteCopy(this.session.info.id, { at: copy.at, saved: last })
      await this.change({ copies: [...record.copies, copy], begun: null, failed: null })
      await this.rotate(copy.at)
      return ok(undefined)
    } catch (error) {
      return { ok: false, problem: folderProblem(error) }
    }
  }

  /** Takes away what is not needed any more, only after the new copy has been read back. */
  private async rotate(now: LocalTime): Promise<void> {
    const { handle, copies } = this.record!
    const gone = new Set<string>()
    for (const { name } of copiesToDelete(copies, now)) if (await removeCopy(handle, name)) gone.add(name)
    if (gone.size > 0) await this.change({ copies: copies.filter(({ name }) => !gone.has(name)) })
  }

  private async freshName({ handle, tag }: FolderRecord, at: Date): Promise<string> {
    const { program } = this.world
    for (let more = 0; ; more++) {
      const name = backupName(program(), this.session.info.name, at, more === 0 ? tag : `${tag}-${more}`)
      if (!(await isThere(handle, name))) return name
    }
  }

  private fail(problem: Problem): Promise<void> {
    return this.change({ failed: { at: localTime(this.world.now()), problem } })
  }

  private async look(): Promise<void> {
    const { record } = this
    if (!record) return this.tell()
    const asked = await record.handle.queryPermission?.({ mode: 'readwrite' }).catch(() => 'prompt' as const)
    this.permission = asked ?? 'granted'
    this.tell()
  }

  private async change(change: Partial<FolderRecord>): Promise<void> {
    // Switched off meanwhile: what was being written lies there as one file more.
    if (this.record) await this.keep({ ...this.record, ...change })
  }

  private async keep(record: FolderRecord): Promise<void> {
    this.record = record
    this.tell()
    await this.world.settings.keepFolder(this.session.info.id, record)
  }

  private tell(): void {
    const { state } = this
    for (const listener of this.listeners) listener(state)
  }
}

const isRecord = (kept: unknown): kept is FolderRecord => {
  const record = kept as Partial<FolderRecord> | null | undefined
  return typeof record === 'object' && record !== null && Array.isArray(record.copies) && !!record.handle
}
