import type { Result } from '../shared/result.ts'
import type { Store } from '../store/open-store.ts'
import { backupFolderKey } from '../store/workbook-settings.ts'
import type { LastCopy } from './copy-age.ts'

/** How the person at this computer likes the program; never part of a workbook and never exported. */
export interface Device {
  /** Written beside every change in the history; empty until somebody says it. */
  readonly person: string
  /** The person has been asked for the name, and may have skipped it. */
  readonly asked: boolean
  readonly locale: string
  readonly theme: 'system' | 'light' | 'dark' | 'contrast'
  /** The workbook in hand when the page was left. */
  readonly workbook: string | null
  /** Where in the program: a screen or table, by its name in the address. */
  readonly place: string
  readonly panelOpen: boolean
  readonly panelWidth: number
  /** On a narrow screen tables are shown as cards. */
  readonly cards: boolean
  /** Groups of the navigation that are folded. */
  readonly folded: readonly string[]
  /** Groups of the navigation that show all their tables. */
  readonly unfolded: readonly string[]
}

const FIRST: Device = {
  person: '',
  asked: false,
  locale: 'zh-Hans',
  theme: 'system',
  workbook: null,
  place: '',
  panelOpen: true,
  panelWidth: 380,
  cards: false,
  folded: [],
  unfolded: [],
}

/**
 * The settings of this computer, read once at start. A write that fails costs a preference, not data, so nobody is
 * stopped by it.
 */
export class DeviceSettings {
  private constructor(
    private readonly store: Pick<Store, 'setting' | 'setSetting'>,
    private device: Device,
    private readonly views: Record<string, unknown>,
    private readonly drafts: Record<string, unknown>,
    private readonly exports: Record<string, unknown>,
    private readonly copies: Record<string, unknown>,
    private readonly imports: Record<string, unknown>,
  ) {}

  static async read(store: Pick<Store, 'setting' | 'setSetting'>): Promise<DeviceSettings> {
    const [device, views, drafts, exports, copies, imports] = await Promise.all([
      store.setting('device').catch(() => undefined),
      store.setting('views').catch(() => undefined),
      store.setting('drafts').catch(() => undefined),
      store.setting('exports').catch(() => undefined),
      store.setting('copies').catch(() => undefined),
      store.setting('imports').catch(() => undefined),
    ])
    return new DeviceSettings(
      store,
      { ...FIRST, ...asRecord(device) },
      asRecord(views),
      asRecord(drafts),
      asRecord(exports),
      asRecord(copies),
      asRecord(imports),
    )
  }

  get current(): Device {
    return this.device
  }

  set(change: Partial<Device>): Promise<Result<void>> {
    this.device = { ...this.device, ...change }
    return this.store.setSetting('device', this.device)
  }

  /** How a table was arranged, as it was given to `keepView`. */
  view(table: string): unknown {
    return this.views[table] ?? null
  }

  keepView(table: string, view: unknown): Promise<Result<void>> {
    this.views[table] = view
    return this.store.setSetting('views', this.views)
  }

  /** What somebody has begun to enter in a workbook and not finished, as it was given to `keepDraft`. */
  draft(workbook: string): unknown {
    return this.drafts[workbook] ?? null
  }

  /** Null when it is finished or thrown away. */
  keepDraft(workbook: string, draft: unknown): Promise<Result<void>> {
    if (draft === null) delete this.drafts[workbook]
    else this.drafts[workbook] = draft
    return this.store.setSetting('drafts', this.drafts)
  }

  /** Local time of the last file somebody took out of a workbook on this computer, or null. */
  lastExport(workbook: string): string | null {
    const at = this.exports[workbook]
    return typeof at === 'string' ? at : null
  }

  noteExport(workbook: string, at: string): Promise<Result<void>> {
    this.exports[workbook] = at
    return this.store.setSetting('exports', this.exports)
  }

  /** The last whole copy that has left the browser: a backup, or a complete workbook file. */
  lastCopy(workbook: string): LastCopy | null {
    return (this.copies[workbook] as LastCopy | undefined) ?? null
  }

  noteCopy(workbook: string, copy: LastCopy): Promise<Result<void>> {
    this.copies[workbook] = copy
    return this.store.setSetting('copies', this.copies)
  }

  /** Where copies of a workbook go by themselves, as it was given to `keepFolder`; read anew, for it may be large. */
  folder(workbook: string): Promise<unknown> {
    return this.store.setting(backupFolderKey(workbook)).catch(() => undefined)
  }

  keepFolder(workbook: string, folder: unknown): Promise<Result<void>> {
    return this.store.setSetting(backupFolderKey(workbook), folder)
  }

  /** How a file of this shape was imported the last time, as it was given to `keepImport`. */
  import(shape: string): unknown {
    return this.imports[shape] ?? null
  }

  /** Null forgets it. The oldest are forgotten by themselves. */
  keepImport(shape: string, choice: unknown): Promise<Result<void>> {
    delete this.imports[shape]
    if (choice !== null) this.imports[shape] = choice
    for (const oldest of Object.keys(this.imports).slice(0, -SHAPES)) delete this.imports[oldest]
    return this.store.setSetting('imports', this.imports)
  }
}

/** Shapes of files that are remembered. */
const SHAPES = 100

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
