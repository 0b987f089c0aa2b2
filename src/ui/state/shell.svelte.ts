import type { DeviceSettings } from '../../app/device-settings.ts'
import type { PickedFile } from '../../app/read-file.ts'
import type { Session } from '../../app/session.ts'
import { askToKeep, isKept, problemsAtStart, type Persistence } from '../../app/storage-state.ts'
import type { NewWorkbook, WorkbookInfo, Workbooks } from '../../app/workbooks.ts'
import { isLocale, onLocale, setLocale, t, type Locale } from '../../i18n/translate.ts'
import type { Installation, InstallState } from '../../pwa/install.ts'
import type { OfflineState } from '../../pwa/offline.ts'
import type { Update } from '../../pwa/register.ts'
import { localTime } from '../../shared/local-date.ts'
import type { Problem } from '../../shared/result.ts'
import { Desk } from './desk.svelte.ts'
import { wearTheme, type Theme } from './theme.ts'
import { typed } from './typing.ts'

/** The program around the workbook: which one is open, whose computer this is, what the browser promises. */
export class Shell {
  desk = $state.raw<Desk | null>(null)
  /** The start screen is asked for while a workbook is open. */
  choosing = $state(false)
  workbooks = $state.raw<readonly WorkbookInfo[]>([])
  /** A workbook is being opened or made. */
  busy = $state(false)
  problem = $state.raw<Problem | null>(null)
  /** What was not as it had been left: to be read before going on. */
  warnings = $state.raw<readonly Problem[]>([])
  /** This tab must not write any more. */
  locked = $state.raw<Problem | null>(null)
  /** A backup is being brought back: its file, or null while it is still to be chosen. */
  restoring = $state.raw<{ readonly file: File | null } | null>(null)
  /** A file given to the start screen, or another school's: it is opened as a workbook of its own, if it is one. */
  opening = $state.raw<File | PickedFile | null>(null)
  /** A new workbook is being asked for, with the file to import into it if that was the way in. */
  founding = $state.raw<{ readonly file: File | null; readonly kind?: NewWorkbook['kind'] } | null>(null)
  update = $state.raw<Update | null>(null)
  updating = $state(false)
  offline = $state<OfflineState>('preparing')
  kept = $state.raw<Persistence | null>(null)
  install = $state<InstallState>('unavailable')
  installation: Installation | null = null

  person = $state('')
  theme = $state<Theme>('system')
  /** Grows with every change of language: words are spoken anew. */
  spoken = $state(0)
  #undress: () => void

  constructor(
    readonly books: Workbooks,
    readonly settings: DeviceSettings,
    /** Workbooks that were here and are gone; `told` is called once the person has read it. */
    private readonly lost: {
      readonly problems: readonly Problem[]
      readonly told: () => void
    } = NOTHING_LOST,
  ) {
    const { person, theme } = settings.current
    this.person = person
    this.theme = theme
    this.warnings = lost.problems.map(inLocalTime)
    this.#undress = wearTheme(theme)
    books.onCurrent((session) => this.#sit(session))
    books.onLocked((problem) => (this.locked = problem))
    onLocale((locale) => {
      document.documentElement.lang = LANGUAGE[locale]
      document.title = this.#title()
      this.spoken++
    })
    this.#sit(books.current)
  }

  /** What the program opens with: the workbook that was open last, else the choice. */
  async begin(): Promise<void> {
    const { locale, workbook } = this.settings.current
    if (isLocale(locale) && locale !== 'zh-Hans') await setLocale(locale).catch(() => {})
    await this.list()
    if (workbook !== null && this.workbooks.some(({ id }) => id === workbook)) await this.open(workbook)
    void this.lookAtStorage()
  }

  async list(): Promise<void> {
    this.workbooks = await this.books.list().catch(() => [])
  }

  open(id: string): Promise<Session | null> {
    return this.#opening(() => this.books.open(id))
  }

  async create(as: NewWorkbook): Promise<Session | null> {
    const session = await this.#opening(() => this.books.create(as))
    // Browsers keep data more readily once there is some and somebody has just pressed a button.
    if (session) this.kept = await askToKeep(navigator.storage)
    return session
  }

  async #opening(task: () => ReturnType<Workbooks['open']>): Promise<Session | null> {
    this.busy = true
    this.problem = null
    const opened = await task()
    this.busy = false
    if (!opened.ok) {
      this.problem = opened.problem
      return null
    }
    this.choosing = false
    return opened.value
  }

  /** The person has read what was not as it had been left. */
  goOn(): void {
    this.lost.told()
    this.warnings = []
  }

  choose(): void {
    this.desk?.commit()
    this.choosing = true
    void this.list()
  }

  #sit(session: Session | null): void {
    if (this.desk?.session === session) return
    this.desk?.stop()
    this.desk = session && new Desk(session, this.settings)
    document.title = this.#title()
    if (!session) return
    const found = problemsAtStart(session.startReport).map(inLocalTime)
    if (found.length) this.warnings = [...this.warnings, ...found]
    void this.settings.set({ workbook: session.info.id })
  }

  #title(): string {
    const name = this.desk?.session.info.name
    return name ? t('ui.title-of', { name }) : t('ui.title')
  }

  setPerson(name: string): void {
    this.person = name.trim()
    void this.settings.set({ person: this.person, asked: true })
  }

  setTheme(theme: Theme): void {
    this.theme = theme
    this.#undress()
    this.#undress = wearTheme(theme)
    void this.settings.set({ theme })
  }

  async setLanguage(locale: Locale): Promise<void> {
    try {
      await setLocale(locale)
      void this.settings.set({ locale })
    } catch {
      this.desk?.say(t('ui.language-failed'), 'attention')
    }
  }

  async lookAtStorage(): Promise<void> {
    this.kept = await isKept(navigator.storage)
  }

  async askToKeep(): Promise<void> {
    this.kept = await askToKeep(navigator.storage)
  }

  async startUpdate(): Promise<void> {
    if (!this.update) return
    this.updating = true
    this.desk?.commit()
    await this.update.apply()
  }

  /** When this tab may be replaced: nobody is typing and all is durable. */
  async settled(): Promise<void> {
    await typed()
    await this.desk?.session.settled()
  }
}

const NOTHING_LOST = { problems: [], told: () => {} }

/** Instants are stored in UTC; people read the clock on their wall. */
function inLocalTime({ code, params = {} }: Problem): Problem {
  const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
  const said = Object.entries(params).map(([name, value]) => [
    name,
    instant.test(String(value)) ? localTime(new Date(value)) : value,
  ])
  return { code, params: Object.fromEntries(said) as Problem['params'] }
}

const LANGUAGE: Readonly<Record<Locale, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en' }
