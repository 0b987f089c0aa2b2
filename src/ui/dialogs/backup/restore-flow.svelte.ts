import { backupName, type MadeBackup } from '../../../app/backup.ts'
import { pick, type PickedFile } from '../../../app/read-file.ts'
import {
  readBackupFile,
  restoreBackup,
  standingOf,
  type ReadBackup,
  type Restored,
  type Standing,
} from '../../../app/restore-backup.ts'
import { t } from '../../../i18n/translate.ts'
import { ok, type Problem, type Result } from '../../../shared/result.ts'
import type { Shell } from '../../state/shell.svelte.ts'
import { saveFile } from '../export/save-file.ts'

export type RestoreStep =
  | { readonly is: 'choose' | 'reading' | 'restoring' }
  | { readonly is: 'locked'; readonly wrong: boolean }
  | { readonly is: 'preview'; readonly backup: ReadBackup; readonly standing: Standing }
  /** What is here cannot be read whole. */
  | { readonly is: 'not-whole'; readonly backup: ReadBackup }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'done'; readonly restored: Restored; readonly was: Standing }

/** With its photos a backup may be larger than any spreadsheet. */
const LARGEST = 768 * 1024 * 1024

/** Where the copy of what was here lies. */
export type KeptSafe = { readonly in: 'folder' } | { readonly in: 'download'; readonly name: string }

/** One backup from the choice of its file to the restored workbook. Only `restore` writes. */
export class RestoreFlow {
  step = $state.raw<RestoreStep>({ is: 'choose' })
  share = $state(0)
  file = $state.raw<PickedFile | null>(null)
  safe = $state.raw<KeptSafe | null>(null)
  #work = new AbortController()

  constructor(private readonly shell: Shell) {}

  async take(file: File): Promise<void> {
    const { signal } = this.#begin()
    const picked = await pick(file, LARGEST)
    if (signal.aborted) return
    this.file = picked.ok ? picked.value : { name: file.name, bytes: new Uint8Array() }
    if (picked.ok) await this.open()
    else this.step = { is: 'refused', problem: picked.problem }
  }

  async open(password?: string): Promise<void> {
    const { signal } = this.#begin()
    const job = { signal, onProgress: (share: number) => (this.share = share) }
    const read = await readBackupFile(this.file!.bytes, password, job)
    if (signal.aborted) return
    if (!read.ok) {
      const { code } = read.problem
      const locked = code === 'file.password' || code === 'file.wrong-password'
      this.step = locked
        ? { is: 'locked', wrong: code !== 'file.password' }
        : { is: 'refused', problem: read.problem }
      return
    }
    const standing = await standingOf(this.shell.books, read.value)
    if (!signal.aborted) this.step = { is: 'preview', backup: read.value, standing }
  }

  async restore(beside?: string): Promise<void> {
    if (this.step.is !== 'preview' && this.step.is !== 'not-whole') return
    const { backup } = this.step
    const was =
      this.step.is === 'preview' ? this.step.standing : { here: false, onlyInBackup: 0, onlyHere: 0 }
    this.step = { is: 'restoring' }
    this.safe = null
    this.shell.desk?.commit()
    const restored = await restoreBackup(backup, {
      settings: this.shell.settings,
      now: () => new Date(),
      books: this.shell.books,
      keepSafe: (copy) => this.#keepSafe(copy),
      ...(beside === undefined ? {} : { beside }),
    })
    void this.shell.list()
    if (restored.ok) this.step = { is: 'done', restored: restored.value, was }
    else if (restored.problem.code === 'store.not-whole') this.step = { is: 'not-whole', backup }
    else this.step = { is: 'refused', problem: restored.problem }
  }

  /** Into the backup folder, where it is read back; without one, into the downloads. */
  async #keepSafe(copy: MadeBackup): Promise<Result<void>> {
    const { desk } = this.shell
    const { id, name: school } = copy.facts.workbook
    if (desk?.session.info.id === id && desk.backups?.folder?.permission === 'granted') {
      const written = await desk.backups.folders.write(copy)
      if (written.ok) {
        this.safe = { in: 'folder' }
        return written
      }
    }
    const name = backupName(t('ui.title'), school, new Date())
    saveFile(copy.bytes, name)
    this.safe = { in: 'download', name }
    return ok(undefined)
  }

  stop(): void {
    this.#work.abort()
    this.step = { is: 'choose' }
  }

  close(): void {
    this.#work.abort()
  }

  #begin(): AbortController {
    this.#work.abort()
    this.#work = new AbortController()
    this.share = 0
    this.step = { is: 'reading' }
    return this.#work
  }
}
