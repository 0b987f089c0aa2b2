import { backupName, backUpSession, type BackupLock, type MadeBackup } from '../../app/backup.ts'
import { BackupFolder, type FolderState, type FolderSurroundings } from '../../app/backup-folder.ts'
import { copyAge, type CopyAge, type LastCopy } from '../../app/copy-age.ts'
import type { DeviceSettings } from '../../app/device-settings.ts'
import { isSample } from '../../app/is-sample.ts'
import type { Session } from '../../app/session.ts'
import { t } from '../../i18n/translate.ts'
import { localTime } from '../../shared/local-date.ts'
import type { Result } from '../../shared/result.ts'

/** How often it is asked whether a copy is due. */
const A_MINUTE = 60_000
/** The start has other things to do first. */
const AFTER_START = 5_000

/** The backups of the open workbook, as screens watch them: how old the last one is, and the folder they go to. */
export class BackupWatch {
  folder = $state.raw<FolderState | null>(null)
  /** A school to play in: nobody is asked to take copies of it. */
  sample = $state(false)
  readonly folders: BackupFolder
  readonly #maker: FolderSurroundings
  #last = $state.raw<LastCopy | null>(null)

  constructor(
    readonly session: Session,
    private readonly settings: DeviceSettings,
  ) {
    this.#maker = { settings, now: () => new Date(), program: () => t('ui.title') }
    this.folders = new BackupFolder(session, this.#maker)
    this.#last = settings.lastCopy(session.info.id)
    this.folders.onState((state) => {
      this.folder = state
      this.#last = settings.lastCopy(session.info.id)
    })
    void isSample(session).then((sample) => (this.sample = sample))
    void this.folders.begin()
  }

  /** Makes copies when they are due, until the answer is called. */
  run(): () => void {
    const look = () => void this.folders.copyIfDue()
    const first = setTimeout(look, AFTER_START)
    const timer = setInterval(look, A_MINUTE)
    const hidden = () => {
      if (document.visibilityState === 'hidden') void this.folders.copyIfDue(true)
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', hidden)
    }
  }

  age(saved: number, now: string): CopyAge {
    const { created } = this.session.info
    return copyAge({ last: this.#last, created: localTime(new Date(created)), saved, now })
  }

  make(
    lock: BackupLock,
    work: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
  ): Promise<Result<MadeBackup>> {
    return backUpSession(this.session, lock, this.#maker, work)
  }

  nameNow(): string {
    return backupName(t('ui.title'), this.session.info.name, new Date())
  }

  /** A whole copy has been handed to the person. */
  note(saved: number): void {
    this.#last = { at: localTime(new Date()), saved }
    void this.settings.noteCopy(this.session.info.id, this.#last)
  }
}

const watches = new WeakMap<Session, BackupWatch>()

export function backupsOf(session: Session, settings: DeviceSettings): BackupWatch {
  let watch = watches.get(session)
  if (!watch) watches.set(session, (watch = new BackupWatch(session, settings)))
  return watch
}
