import { mount } from 'svelte'
import { automation } from './app/automation.ts'
import { DeviceSettings } from './app/device-settings.ts'
import type { Session } from './app/session.ts'
import { Workbooks } from './app/workbooks.ts'
import { knowLabels, loadWords, say, tell } from './i18n/translate.ts'
import { watchInstallation } from './pwa/install.ts'
import { watchOffline } from './pwa/offline.ts'
import { registerServiceWorker } from './pwa/register.ts'
import type { Problem, Result } from './shared/result.ts'
import { openStore, type Store } from './store/open-store.ts'
import { lostWorkbook } from './store/start-report.ts'
import { allLabels, labelsOf } from './tables/all-labels.ts'
import { isTableName } from './tables/index.ts'
import App from './ui/App.svelte'
import FailurePage from './ui/parts/FailurePage.svelte'
import { placeIn } from './ui/state/address.ts'
import { whenIdle } from './ui/state/idle.ts'
import { liftPicture } from './ui/state/last-seen.ts'
import { Shell } from './ui/state/shell.svelte.ts'
import { wearTheme } from './ui/state/theme.ts'

/** Puts the parts together. Nothing else in the program starts by being imported. */
async function start(): Promise<void> {
  // The check before us has found a reason why nothing would work, and is saying so.
  if (document.documentElement.hasAttribute('data-boot')) return
  const target = document.getElementById('app')!
  knowLabels(allLabels())
  // The address names a table: its screen is fetched while the database opens.
  if (placeIn(location.hash, isTableName) !== null) void import('./ui/screens/TableScreen.svelte')

  const opened = await openStore({ onWaiting: sayWaiting })
  if (!opened.ok) {
    wearTheme('system')
    liftPicture()
    mount(FailurePage, { target, props: { problem: opened.problem } })
    return
  }
  const store = opened.value
  const settings = await DeviceSettings.read(store)
  const books = new Workbooks(store, { person: () => settings.current.person })
  // A bureau's tables come with its workbook, and so do their words.
  books.onCurrent((session) => {
    if (session !== null && session.info.kind !== 'school') knowLabels(labelsOf(session.book.tables))
  })
  const shell = new Shell(books, settings, lostFrom(store))
  // The browser's offer to install comes once, early.
  shell.installation = watchInstallation((state) => (shell.install = state))
  shell.install = shell.installation.state
  const ready = shell.begin()
  // The words that the start leaves out load in a quiet moment; a program that asks for rows wants them at once.
  openDoors(books, settings, () => ready.then(loadWords))
  await ready
  mount(App, { target, props: { shell } })
  watchBrowser(shell)
}

/** The database is still held by an older page; it opens by itself as soon as that one is closed. */
function sayWaiting(problem: Problem): void {
  const line = document.querySelector('.boot-say')
  line?.replaceChildren(tell(problem))
}

function lostFrom(store: Store) {
  const { workbooks, dataLoss } = store.emptied
  return {
    problems: workbooks.map((marker) => lostWorkbook(marker, dataLoss)),
    told: () => workbooks.forEach(({ workbook }) => store.forget(workbook)),
  }
}

function openDoors(books: Workbooks, settings: DeviceSettings, ready: () => Promise<void>): void {
  const maker = { settings, now: () => new Date() }
  const session = async (opening: Promise<Result<Session>>): Promise<Session> => {
    const opened = await opening
    if (!opened.ok) throw new Error(opened.problem.code)
    return opened.value
  }
  const doors = automation({
    ready,
    current: () => books.current,
    create: (options) => session(books.create(options)),
    open: (id) => session(books.open(id)),
    openPackaged: (workbook) => session(books.openPackaged(workbook)),
    list: () => books.list(),
    read: async (bytes, name, options) =>
      (await import('./workers/bridge.ts')).readFile(bytes, name, options),
    export: async (open, request) => {
      const [{ exportWorkbook }, { exportWords }] = await Promise.all([
        import('./app/export-workbook.ts'),
        import('./ui/dialogs/export/export-words.ts'),
        loadWords(),
      ])
      return exportWorkbook(open, request, exportWords(open.book.tables))
    },
    backUp: async (open, password) => {
      const { backUpSession } = await import('./app/backup.ts')
      const made = await backUpSession(open, password === '' ? null : { password }, maker)
      if (!made.ok) throw new Error(made.problem.code)
      return made.value.bytes
    },
    restore: async (bytes, password) => {
      const { readBackupFile, restoreBackup } = await import('./app/restore-backup.ts')
      const read = await readBackupFile(bytes, password)
      if (!read.ok) return read
      const restored = await restoreBackup(read.value, { ...maker, books, keepSafe: null })
      if (!restored.ok) return restored
      const { merge, files } = restored.value
      return { ok: true, value: { ...merge, files } }
    },
    say,
  })
  Object.assign(globalThis, { dutybook: doors })
}

function watchBrowser(shell: Shell): void {
  // Looked at once it is registered: before that, a first visit would find nothing and say so for good.
  const look = () => whenIdle(() => void watchOffline((state) => (shell.offline = state)))
  void registerServiceWorker({
    settled: () => shell.settled(),
    onUpdate: (update) => (shell.update = update),
  }).then(look)
}

void start()
