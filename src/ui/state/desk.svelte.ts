import { rowsWithAttachments } from '../../app/attachments.ts'
import { createSubscriber } from 'svelte/reactivity'
import { TableFormats } from '../../app/format-looks.ts'
import type { DeviceSettings } from '../../app/device-settings.ts'
import type { PickedFile } from '../../app/read-file.ts'
import type { Session, SteppedBack } from '../../app/session.ts'
import type { WorkbookKind } from '../../tables/kinds.ts'
import type { MenuItem } from '../../grid/grid-actions.ts'
import { changed, t } from '../../i18n/translate.ts'
import type { PrintId } from '../../reports/prints.ts'
import { addressOf, placeIn } from './address.ts'
import type { BackupWatch } from './backup.svelte.ts'
import { ProblemWatch } from './problems.svelte.ts'
import { TableRows, type Reader } from './row-source.ts'
import { isScreenId, isScreenOf } from './screen-ids.ts'
import type { Book, CellPlace, Saving } from './session-types.ts'

export type PanelTab = 'form' | 'linked' | 'attachments' | 'history'
export type DeskDialog = 'import' | 'export' | 'backup'

/** What is being added to the workbook, or renamed in it. */
export type Arranging =
  | { readonly is: 'add-column'; readonly table: string; readonly after: string }
  | { readonly is: 'change-column'; readonly table: string; readonly column: string }
  | { readonly is: 'rename'; readonly table: string; readonly column: string | null }
  | { readonly is: 'add-table' }
  /** Conditional formats; a new one is proposed for the column. */
  | { readonly is: 'formats'; readonly table: string; readonly column: string }

/** A short sentence about what has just happened; gone by itself, and read out once. */
export interface Notice {
  readonly text: string
  readonly kind: 'done' | 'attention'
}

/** How a cell is gone to: with the keys, unless something else keeps them; `gently` leaves filters that hide it. */
export interface RevealHow {
  readonly gently?: boolean
  readonly focus?: boolean
}

/** How a screen takes part in moving around: the table on show can go to a cell and finish what is being typed. */
export interface CellHost {
  /** False when the table is another one. */
  readonly reveal: (cell: CellPlace, how?: RevealHow) => boolean
  readonly commit: () => void
  /** The rows as they stand on the screen: sorted, and without those a filter hides. */
  readonly rows: () => readonly string[]
  readonly focus: () => void
  readonly actions: () => TableActions
}

/** What the table on show can do with the selection and with the column in hand. */
export interface TableActions {
  /** The table as a whole: kept views, printing. */
  readonly table: readonly MenuItem[]
  readonly cells: readonly MenuItem[]
  readonly column: readonly MenuItem[]
}

/** Rows of a table that are shown without the others, and what they are. */
export interface AloneRows {
  readonly table: string
  readonly rows: readonly string[]
  readonly why: string
}

/** The same width as in the style sheets: below it the panel is a sheet of its own. */
const narrow = () => matchMedia('(max-width: 760px)')

const WIDEST = 900
const NARROWEST = 280

/** The open workbook on the screen: where we are, which row is in hand, what is open beside it. */
export class Desk {
  place = $state('')
  /** The cell in hand; its row is what the side panel shows. */
  inHand = $state.raw<CellPlace | null>(null)
  panelOpen = $state(true)
  panelWidth = $state(380)
  panelTab = $state<PanelTab>('form')
  /** The history panel shows this column only. */
  historyColumn = $state<string | null>(null)
  /** The disputed cell that somebody wants to decide about. */
  toDecide = $state.raw<CellPlace | null>(null)
  dialog = $state.raw<{ readonly kind: DeskDialog; readonly file: File | null } | null>(null)
  /** A file of ours, read or merged in a dialog of its own. */
  received = $state.raw<PickedFile | null>(null)
  /** A bureau's tasks for schools, read or taken in. */
  tasks = $state.raw<PickedFile | null>(null)
  /** Tasks that are to go out to schools; all that are there where none is named. */
  sending = $state.raw<readonly string[] | null>(null)
  /** Cells that an undo has spared, because somebody else has changed them since: to be asked about. */
  overtaken = $state.raw<SteppedBack['overtaken']>([])
  notice = $state.raw<Notice | null>(null)
  /** What somebody wants on paper (null: that is to be asked), and of which rows. */
  printing = $state.raw<{ readonly kind: PrintId | null; readonly rows: readonly string[] } | null>(null)
  /** The bar that searches; `replace` with its second line. */
  finding = $state<'find' | 'replace' | null>(null)
  /** The list of all commands, or the sheet of keys. */
  commanding = $state<'palette' | 'shortcuts' | null>(null)
  /** Sensitive cells are shown as they are; until the page is loaded again, never longer. */
  revealed = $state(false)
  /** Copies of the workbook; null until the start is over. */
  backups = $state.raw<BackupWatch | null>(null)
  nothingToUndo = $state(false)
  nothingToRedo = $state(true)
  /** The selection as the table on show counts it. */
  selectionText = $state('')
  /** Several cells counted and added up. */
  summaryText = $state('')

  /** Grows when there are other tables or columns than before: what was made for the old ones is made anew. */
  shape = $state(0)
  /** A row that came from a school, or a file of one, to be looked at as it came. */
  original = $state.raw<{ readonly table: string; readonly row: string } | null>(null)
  /** A column or table is being added or renamed. */
  arranging = $state.raw<Arranging | null>(null)

  readonly problems: ProblemWatch
  /** How tables are read: what is covered, and what is in dispute. */
  readonly reader: Reader
  readonly #changed: () => void
  readonly #saving: () => void
  readonly #rows = new Map<string, TableRows>()
  /** Rows with files, by table, until something changes: the grid asks for every row on show. */
  readonly #filed = new Map<string, ReadonlySet<string>>()
  readonly #formats = new Map<string, TableFormats>()
  readonly #stop: (() => void)[] = []
  #host: CellHost | null = null
  /** A cell to go to as soon as its table is on show. */
  #wanted: { readonly cell: CellPlace; readonly how: RevealHow } | null = null
  /** What the next table on show is to show alone. */
  #alone: AloneRows | null = null
  #noticeTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly session: Session,
    readonly settings: DeviceSettings,
  ) {
    const { panelOpen, panelWidth } = settings.current
    this.reader = {
      revealed: () => this.revealed,
      disputes: session.disputes,
      formats: (table) => this.formats(table),
      withFiles: (table) => this.#withFiles(table),
    }
    this.panelOpen = panelOpen && !narrow().matches
    this.panelWidth = panelWidth
    this.#changed = createSubscriber((update) =>
      session.subscribe((event) => {
        if (event.type === 'changed') update()
      }),
    )
    this.#saving = createSubscriber((update) => session.subscribe(() => update()))
    this.problems = new ProblemWatch(session)
    this.#stop.push(
      () => this.problems.stop(),
      session.subscribe((event) => {
        if (event.type === 'shape') this.#reshape()
        if (event.type !== 'changed') return
        this.#filed.clear()
        for (const formats of this.#formats.values()) formats.moved(event.moved)
        this.nothingToUndo = false
        const { source } = event.change
        if (source !== 'undo' && source !== 'redo') this.nothingToRedo = true
      }),
    )
    // Zoomed in, or turned upright: what stood beside the table would now cover it.
    const width = narrow()
    const close = () => {
      this.panelOpen = settings.current.panelOpen && !width.matches
    }
    width.addEventListener('change', close)
    this.#stop.push(() => width.removeEventListener('change', close))
    this.place = placeIn(location.hash, this.#isPlace) ?? this.#firstPlace()
  }

  stop(): void {
    for (const stop of this.#stop) stop()
    clearTimeout(this.#noticeTimer)
  }

  /** The workbook; what reads it in a component is read again after every change. */
  get book(): Book {
    this.#changed()
    return this.session.book
  }

  get saving(): Saving {
    this.#saving()
    return this.session.saving
  }

  /** Cells and rows that people must decide about. */
  get disputed(): number {
    this.#changed()
    return this.session.disputes.size
  }

  /** Whose workbook it is; what only the other kind has is not shown. */
  get kind(): WorkbookKind {
    return this.session.info.kind
  }

  rows(table: string): TableRows {
    let rows = this.#rows.get(table)
    if (!rows) {
      rows = new TableRows(this.session.book, table, this.reader)
      this.#rows.set(table, rows)
    }
    return rows
  }

  formats(table: string): TableFormats {
    let formats = this.#formats.get(table)
    if (!formats) {
      formats = new TableFormats(this.session.book, table, () => this.session.now)
      this.#formats.set(table, formats)
    }
    return formats
  }

  #withFiles(table: string): ReadonlySet<string> {
    let rows = this.#filed.get(table)
    if (!rows) this.#filed.set(table, (rows = rowsWithAttachments(this.session.book, table)))
    return rows
  }

  /** A screen or a table: somewhere one can be. */
  readonly #isPlace = (place: string): boolean =>
    isScreenOf(place, this.kind) || Object.hasOwn(this.session.book.tables, place)

  /** Tables that define others show in what they define: an undo there goes nowhere. */
  readonly #hasSheet = (table: string): boolean =>
    Object.hasOwn(this.session.book.tables, table) && !this.session.book.tables[table]!.defines

  #reshape(): void {
    this.#rows.clear()
    this.#formats.clear()
    this.shape++
    if (!this.#isPlace(this.place)) this.show('today')
    else if (this.inHand && !Object.hasOwn(this.session.book.tables, this.inHand.table)) this.inHand = null
  }

  // ── Moving around ────────────────────────────────────────────────────────────────────────────────────────────

  show(place: string): void {
    if (!this.#isPlace(place)) return
    this.#host?.commit()
    this.#wanted = null
    if (place !== this.place) this.inHand = null
    this.place = place
    if (location.hash !== addressOf(place)) history.pushState(null, '', addressOf(place))
    void this.settings.set({ place })
  }

  /** The browser's own back and forward. */
  followAddress(): void {
    const place = placeIn(location.hash, this.#isPlace)
    if (place !== null && place !== this.place) this.show(place)
  }

  /** Goes to a table that shows these rows and no others, until somebody asks for all. */
  showAlone(alone: AloneRows): void {
    this.#alone = alone
    this.show(alone.table)
  }

  /** For the screen of a table that comes on show: once, for whoever comes again wants the whole table. */
  takeAlone(table: string): AloneRows | null {
    const alone = this.#alone
    this.#alone = null
    return alone?.table === table ? alone : null
  }

  /** Goes to a cell: shows its table, makes it the active one, and its row the one in hand. */
  goTo(table: string, row: string, column?: string, { focus = true } = {}): void {
    const wanted = { table, row, column: column ?? Object.keys(this.session.book.tables[table]!.columns)[0]! }
    this.show(table)
    this.inHand = wanted
    this.#reveal(wanted, { focus })
  }

  /** Goes to where a disputed cell is decided; of the row itself when it is not the cell. */
  decide(table: string, row: string, column: string): void {
    this.toDecide = { table, row, column }
    this.show('conflicts')
  }

  /** Makes a row the one in hand, with its panel open, without leaving the screen. */
  inspect(table: string, row: string, column = ''): void {
    this.inHand = { table, row, column }
    this.setPanel(true)
  }

  /** The table on show takes part from here on; the answer ends it. */
  host(host: CellHost): () => void {
    this.#host = host
    if (this.#wanted) this.#reveal(this.#wanted.cell, this.#wanted.how)
    return () => {
      if (this.#host === host) this.#host = null
    }
  }

  /** Now, or when the table comes on show: another one may still be on its way there. */
  #reveal(cell: CellPlace, how: RevealHow): void {
    this.#wanted = this.#host?.reveal(cell, how) ? null : { cell, how }
  }

  /** The rows of the table on show as they stand there; null where none is on show. */
  shownRows(): readonly string[] | null {
    return this.#host?.rows() ?? null
  }

  tableActions(): TableActions {
    return this.#host?.actions() ?? { table: [], cells: [], column: [] }
  }

  /** Hands the keys back to the table on show; false where none is. */
  focusTable(): boolean {
    this.#host?.focus()
    return this.#host !== null
  }

  /** Writes what is being typed in the table on show. */
  commit(): void {
    this.#host?.commit()
  }

  setPanel(open: boolean): void {
    this.panelOpen = open
    // On a phone the panel covers everything: open there says nothing about the next start.
    if (!narrow().matches) void this.settings.set({ panelOpen: open })
  }

  setPanelWidth(width: number): void {
    this.panelWidth = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
    void this.settings.set({ panelWidth: this.panelWidth })
  }

  openDialog(kind: DeskDialog, file: File | null = null): void {
    this.commit()
    this.dialog = { kind, file }
  }

  openPrint(kind: PrintId | null, rows: readonly string[] = []): void {
    this.commit()
    this.printing = { kind, rows }
  }

  /** A file that a copy of a workbook has made goes on in the dialog that merges, whichever way it came in. */
  openReceived(file: PickedFile): void {
    this.commit()
    this.dialog = null
    this.received = file
  }

  openTasks(file: PickedFile): void {
    this.commit()
    this.dialog = null
    this.tasks = file
  }

  openSending(orders: readonly string[] = []): void {
    this.commit()
    this.sending = orders
  }

  // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Adds an empty row, which the program fills with what it knows, and goes there. */
  addRow(table: string, cells: Readonly<Record<string, string>> = {}): string {
    const { ids } = this.session.add(table, [cells], {
      source: 'user',
      label: { code: 'row.add', params: { count: 1 } },
    })
    return ids[0]!
  }

  removeRows(table: string, rows: readonly string[]): void {
    const { change, problems } = this.session.remove(table, rows, {
      source: 'user',
      label: { code: 'row.remove', params: { count: rows.length } },
    })
    if (change) this.say(t('ui.rows-removed', { count: change.edits.length }))
    else if (problems.length) this.say(t('ui.rows-generated'), 'attention')
  }

  async undo(): Promise<void> {
    this.commit()
    const outcome = await this.session.undo()
    if (!outcome) this.nothingToUndo = true
    else this.nothingToRedo = false
    // The edit that somebody made comes before what followed from it; the undoing runs backwards.
    this.#stepped(
      outcome,
      'ui.undone',
      'ui.nothing-to-undo',
      outcome?.change ? [...outcome.change.edits].reverse() : null,
    )
  }

  async redo(): Promise<void> {
    this.commit()
    const outcome = await this.session.redo()
    if (!outcome) this.nothingToRedo = true
    this.#stepped(outcome, 'ui.redone', 'ui.nothing-to-redo', outcome?.change?.edits ?? null)
  }

  #stepped(
    outcome: SteppedBack | null,
    done: 'ui.undone' | 'ui.redone',
    nothing: 'ui.nothing-to-undo' | 'ui.nothing-to-redo',
    edits: readonly CellPlace[] | null = null,
  ) {
    if (!outcome) return this.say(t(nothing))
    this.overtaken = outcome.overtaken
    if (outcome.change) this.say(t(done, { what: changed(outcome.change.label) }))
    else if (outcome.overtaken.length === 0) this.say(t('ui.undo-overtaken'), 'attention')
    this.#showWhere(edits ?? [])
  }

  /** Goes to where something has happened: in the table on show, if it is there too, else in its own. */
  #showWhere(cells: readonly CellPlace[]): void {
    // A screen shows what follows from the cells: scores, matters to decide, the history. One is there to see that.
    if (isScreenId(this.place)) return
    const there = cells.filter(({ table, row }) => this.#hasSheet(table) && this.session.book.has(table, row))
    const cell = there.find(({ table }) => table === this.place) ?? there[0]
    if (!cell) {
      // Rows that are gone: their table at least.
      const table = (
        cells.find((gone) => gone.table === this.place) ?? cells.find((gone) => this.#hasSheet(gone.table))
      )?.table
      if (table !== undefined && table !== this.place) this.show(table)
      return
    }
    const { columns } = this.session.book.tables[cell.table]!
    const column = cell.column in columns ? cell.column : Object.keys(columns)[0]!
    this.show(cell.table)
    const wanted = { ...cell, column }
    this.#reveal(wanted, { gently: true })
  }

  /** Writes over the cells that an undo has spared, or leaves them. */
  settleOvertaken(overwrite: boolean): void {
    const spared = this.overtaken
    this.overtaken = []
    if (!overwrite) return
    const { change } = this.session.overwrite(spared)
    if (change) this.say(changed(change.label))
  }

  /** Whoever presses Ctrl+S wants to hear that all is well. */
  saySaved(): void {
    this.commit()
    this.say(t('ui.already-saved', { n: this.saving.saved }))
  }

  say(text: string, kind: Notice['kind'] = 'done'): void {
    clearTimeout(this.#noticeTimer)
    this.notice = { text, kind }
    this.#noticeTimer = setTimeout(() => (this.notice = null), kind === 'done' ? 4000 : 8000)
  }

  /** Where the person was the last time, or the screen that tells what is due. */
  #firstPlace(): string {
    const { place } = this.settings.current
    return this.#isPlace(place) ? place : 'today'
  }
}
