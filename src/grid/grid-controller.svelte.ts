import { labelOf, t } from '../i18n/translate.ts'
import { GridAdapter } from './adapter.ts'
import { Block } from './block.ts'
import { askClipboard } from './clipboard.ts'
import { wordsNear } from './column-words.ts'
import { Commands } from './commands.ts'
import { listenToCopying } from './copying.ts'
import { Editing } from './editing.svelte.ts'
import { CellEditor } from './editor.ts'
import type { FillWish } from './fill.ts'
import { Filling } from './filling.ts'
import { GroupActions } from './group-actions.ts'
import type { GridCallbacks, GridMenu } from './grid-callbacks.ts'
import type { MenuItem } from './menu-item.ts'
import { Menus } from './menus.svelte.ts'
import { readClipboard, type PastedBlock, type PasteOptions } from './pasted-block.ts'
import { Pasting } from './pasting.ts'
import { pictureOf, type GridPicture } from './picture.ts'
import { listenToPointer } from './pointer.ts'
import { RowActions } from './row-actions.ts'
import { listenToRowResize } from './row-resize.ts'
import type { EditRequest, MovedRows, RowSource, Write } from './row-source.ts'
import { seenTable, type SeenTable } from './seen-table.ts'
import { Selecting } from './selecting.ts'
import { SelectionLayer } from './selection-layer.ts'
import { activeOf, selectCell, selectRange, type Pointing, type Position, type Range } from './selection.ts'
import { Speech } from './speech.ts'
import { summarise } from './summary.ts'
import { Telling } from './telling.svelte.ts'
import type { ViewState } from './view-state.ts'

interface ControllerCallbacks extends GridCallbacks {
  /** The list of what one can do with a grid now; it stands above the grid, and so is handed in. */
  readonly actions: (grid: GridController) => readonly MenuItem[]
}

/** Joins the parts: selection, editing, filling, clipboard and menus over one table. */
export class GridController {
  readonly adapter: GridAdapter
  readonly block: Block
  readonly rows: RowActions
  readonly groups: GroupActions
  readonly source: RowSource
  /** Grows when a popup should look at its place again. */
  placed = $state(0)

  readonly #callbacks: GridCallbacks
  readonly #speech: Speech
  readonly #selecting: Selecting
  readonly #telling: Telling
  readonly #menus: Menus
  readonly #commands: Commands
  readonly #editing: Editing
  readonly #filling: Filling
  readonly #pasting: Pasting
  readonly #editor: CellEditor
  readonly #layer: SelectionLayer
  readonly #stopPointer: () => void
  readonly #stopResize: () => void

  constructor(root: HTMLElement, source: RowSource, view: ViewState | null, callbacks: ControllerCallbacks) {
    this.source = source
    this.#callbacks = callbacks
    this.#speech = new Speech(source)
    this.adapter = new GridAdapter(root, source, view, {
      onlayout: () => this.#follow(),
      onview: callbacks.onview,
      title: (key) => {
        const column = source.table.columns[key]!
        const hint = column.hint ? labelOf(column.hint) : ''
        return { label: labelOf(column), required: column.required === true, hint }
      },
      menuLabel: (column) => t('grid.column-menu', { column: this.labelOf(column) }),
      openMenu: (column) => this.openColumnMenu('column', column),
      sortLabel: (column) => t('grid.sort-by', { column: this.labelOf(column) }),
      select: (column, how) => this.#pointColumn(column, how),
      groupWords: (group, how) => this.#speech.heading(group, how),
    })
    const { rowArea, viewport } = this.adapter
    this.block = new Block(source, this.adapter)
    this.#layer = new SelectionLayer(rowArea, viewport)
    this.#selecting = new Selecting(this.adapter, this.#isEmpty, (moved) => this.#selected(moved))
    this.#editor = new CellEditor(rowArea, viewport, {
      onstart: () => this.#begin(null),
      ontext: (text) => this.#editing.typed(text),
      onkey: (event) => this.#key(event),
      onleave: () => this.commit(),
    })
    this.#telling = new Telling(this.#speech, source, this.adapter, this.#selecting, {
      editing: () => this.#editing.cell !== null,
      name: (text) => this.field.setAttribute('aria-label', text),
    })
    this.#menus = new Menus(this.adapter, this.#selecting, this.#editor, () => this.commit())
    this.groups = new GroupActions(this.adapter, this.#selecting, () => this.#follow())
    this.rows = new RowActions(this.adapter, this.block, this.#selecting, this.groups, callbacks, {
      say: (text) => this.#telling.say(text),
      goTo: (row) => void this.select(row, this.#selecting.active.column),
    })
    this.#filling = new Filling(
      source,
      this.adapter,
      this.#layer,
      this.#selecting,
      this.#isEmpty,
      (requests) => this.#write(requests, 'user', 'grid.fill'),
    )
    this.#pasting = new Pasting(source, this.adapter, {
      canAdd: callbacks.canAdd,
      write: (requests, added) =>
        this.#write(
          requests,
          'paste',
          'grid.paste',
          added.map((row) => ({ ...this.groups.cells(), ...row })),
        ),
      select: (range) => this.#selecting.select(selectRange(range)),
      skipped: (count) => this.#telling.say(t('grid.paste-skipped', { count })),
      headings: () => this.#telling.say(t('grid.group-paste')),
      ask: callbacks.onpaste,
    })
    this.#commands = new Commands(
      source,
      this.block,
      this.#selecting,
      this.groups,
      this.#menus,
      this.#telling,
      {
        list: () => callbacks.actions(this),
        overwrite: () => this.#begin(''),
        write: (requests) => this.#write(requests, 'user', 'grid.edit'),
      },
    )
    this.#editing = new Editing(source, this.#editor, {
      active: () => this.#selecting.active,
      write: (row, column, input) =>
        this.#write([this.block.request(row, column, input)], 'user', 'grid.edit'),
      move: (movement) => this.#commands.run(movement),
      words: (column) =>
        wordsNear(
          source,
          column,
          (index) => this.adapter.rowAt(index),
          activeOf(this.#selecting.selection).row,
        ),
      ontext: () => void this.placed++,
      onclose: () => this.#place(),
    })
    listenToCopying(this.field, this.block, this.#selecting, this.#telling, {
      ours: () => this.#editing.cell === null,
      clear: () => this.clear('user', 'grid.cut'),
      paste: (block) => void this.paste(block),
    })
    viewport.setAttribute('aria-label', labelOf(source.table))
    viewport.addEventListener('scroll', this.#scrolled, { passive: true })
    this.#stopResize = listenToRowResize(this.adapter, (row, height) => {
      const whole = this.#selecting.wholeRows ? this.block.rows(this.ranges) : []
      this.adapter.setRowHeights(whole.includes(row) ? whole : [row], height)
    })
    this.#stopPointer = listenToPointer(this.adapter, this.#layer.handle, {
      fill: (to, how) => {
        this.#filling.pull(to, how)
        if (how.done) this.focus()
      },
      fillDown: () => {
        this.#filling.down()
        this.focus()
      },
      select: (at, how) => this.#point(at, how),
      edit: () => this.edit(),
      toggleGroup: (index) => {
        this.groups.toggle(index)
        this.focus()
      },
      menu: (at, { x, y }) => this.#menus.openContext(at, () => new DOMRect(x, y, 0, 0)),
      hover: (at, cell) => this.#telling.hover(at, cell),
    })
    this.#selecting.select(selectCell({ row: 0, column: 0 }))
  }

  destroy(): void {
    this.#stopPointer()
    this.#stopResize()
    this.adapter.viewport.removeEventListener('scroll', this.#scrolled)
    this.#editor.destroy()
    this.#layer.destroy()
    this.adapter.destroy()
  }

  get field(): HTMLTextAreaElement {
    return this.#editor.field
  }

  get popup() {
    return this.#editing.popup
  }

  get menu(): GridMenu | null {
    return this.#menus.menu
  }

  set menu(menu: GridMenu | null) {
    this.#menus.menu = menu
  }

  /** A sentence under the active cell. */
  get note(): string {
    return this.#telling.note
  }

  /** Spoken politely to screen readers. */
  get announcement(): string {
    return this.#telling.announcement
  }

  set announcement(text: string) {
    this.#telling.announcement = text
  }

  get activeColumn(): string {
    return this.#selecting.active.column
  }

  get range(): Range {
    return this.#selecting.range
  }

  get ranges(): readonly Range[] {
    return this.#selecting.ranges
  }

  labelOf(column: string): string {
    return this.#speech.labelOf(column)
  }

  focus(): void {
    this.#editor.focus()
  }

  picture(): GridPicture | null {
    return pictureOf(this.adapter, this.source, (column) => this.labelOf(column))
  }

  /** The table as it is seen: its columns, filter, order and groups. */
  seen(): SeenTable {
    const label = (column: string) => this.labelOf(column)
    return seenTable(this.adapter, this.source, label, (group) => {
      const { groups } = this.adapter
      const { name, count, sums } = this.#speech.heading(group, {
        folded: groups.isFolded(group),
        sums: groups.sumsOf(group),
      })
      return [`${name}${count}`, ...sums].join('　')
    })
  }

  /** Goes to a cell by name, from a problem list or a search. False when the row is not in sight of the filter. */
  select(row: string, column: string): boolean {
    this.commit()
    this.adapter.groups.unfoldTo(row)
    const at = { row: this.adapter.indexOf(row), column: this.adapter.geometry.indexOf(column) }
    if (at.row < 0 || at.column < 0) return false
    this.#selecting.select(selectCell(at), at)
    return true
  }

  refresh(moved: MovedRows | null): void {
    const { row, column } = this.#selecting.active
    this.adapter.refresh(moved)
    if (row === null || !this.#isFoldedAway(row)) return this.#follow()
    // A row that was edited away into a folded group takes whoever edited it along.
    this.adapter.groups.unfoldTo(row)
    const at = { row: this.adapter.indexOf(row), column: this.adapter.geometry.indexOf(column) }
    this.#selecting.select(selectCell(at), at)
  }

  /** The reader's language changed. */
  relabel(): void {
    this.adapter.relabel()
    this.adapter.viewport.setAttribute('aria-label', labelOf(this.source.table))
    this.#telling.describe()
  }

  /** Opens the active cell with its text. */
  edit(): void {
    if (this.#editing.cell) return
    const { row, column } = this.#selecting.active
    if (row === null) return
    if (!this.source.editable(column)) return this.#telling.refuse()
    this.#begin(this.source.text(row, column))
  }

  commit(): void {
    this.#editing.commit()
  }

  openColumnMenu(kind: 'column' | 'filter' | 'sort' | 'subtotal', column: string): void {
    this.#menus.openColumn(kind, column)
  }

  openColumns(): void {
    this.#menus.openColumns()
  }

  closeMenu(): void {
    this.#menus.close()
  }

  /** Runs what was chosen in a menu; the action may open the next one. */
  choose(run: () => void): void {
    this.#menus.choose(run)
  }

  clear(source: 'user' | 'paste' = 'user', code = 'grid.clear'): void {
    this.#write(this.block.clear(this.ranges), source, code)
  }

  /** The whole columns that are selected together with one; else that one. */
  columnsWith(column: string): readonly string[] {
    const bottom = this.adapter.rowCount - 1
    const whole = this.ranges.filter((range) => range.top === 0 && range.bottom === bottom)
    const columns = [...new Set(whole.flatMap((range) => this.block.columns(range)))]
    return columns.includes(column) ? columns : [column]
  }

  fillSelection(wish: FillWish): void {
    this.#filling.selection(wish)
  }

  fillFromEdge(toward: 'down' | 'right'): void {
    this.#filling.fromEdge(toward)
  }

  history(): void {
    const { row, column } = this.#selecting.active
    if (row !== null) this.#callbacks.oncontext(row, column)
  }

  formats(column: string): void {
    this.#callbacks.onformats(column)
  }

  /** From a menu: the browser's own copy command runs the same handler as Ctrl+C. */
  copy(command: 'copy' | 'cut'): void {
    this.focus()
    document.execCommand(command)
  }

  /** From a menu. Where the browser does not let the page read, the dialog with a field to paste into is left. */
  async pasteFromClipboard(): Promise<void> {
    const clipped = await askClipboard()
    if (clipped === null) this.pasteSpecial()
    else if (clipped.text === '' && clipped.html === '') this.#telling.say(t('ui.paste-special.empty'))
    else await this.paste(readClipboard(clipped.text, clipped.html))
  }

  pasteSpecial(): void {
    this.#callbacks.onpastespecial()
  }

  async paste(block: PastedBlock, options?: PasteOptions): Promise<void> {
    if (!(await this.#pasting.paste(block, this.ranges, options))) this.#telling.say(t('grid.paste-ranges'))
  }

  #isFoldedAway(row: string): boolean {
    return this.adapter.indexOf(row) < 0 && this.adapter.groups.holderOf(row) !== null
  }

  #begin(text: string | null): void {
    if (this.#selecting.active.row === null) return
    this.#commands.stay()
    this.#telling.note = ''
    this.#editing.begin(text)
  }

  #write(
    requests: readonly EditRequest[],
    source: Write['source'],
    code: string,
    rows: Write['rows'] = [],
  ): void {
    if (requests.length === 0 && rows.length === 0) return
    this.#callbacks.onedit(requests, { source, label: { code, params: { count: requests.length } }, rows })
  }

  #key(event: KeyboardEvent): void {
    const handled = this.#editing.cell ? this.#editing.key(event) : this.#commands.key(event)
    if (!handled) return
    event.preventDefault()
    // AG Grid listens further up and would move the focus.
    event.stopPropagation()
  }

  readonly #isEmpty = ({ row, column }: Position): boolean => {
    const id = this.adapter.rowAt(row)
    const key = this.adapter.geometry.columns[column]?.key
    return id === null || key === undefined || this.source.text(id, key) === ''
  }

  #point(at: Position, { rows, ...how }: Pointing & { readonly rows: boolean }): boolean {
    // The click that ends an edit must not be lost to the refresh that the commit brings.
    this.commit()
    this.menu = null
    const goesOn = rows || this.#selecting.point(at, how)
    if (rows) this.#selecting.pointRow(at.row, how)
    this.focus()
    return goesOn
  }

  #pointColumn(column: string, how: Pointing): void {
    this.commit()
    this.menu = null
    const index = this.adapter.geometry.indexOf(column)
    if (index >= 0) this.#selecting.pointColumn(index, how)
    this.focus()
  }

  #selected(moved: boolean): void {
    this.#place()
    this.#telling.announce()
    this.#tellRange()
    const { row, column } = this.#selecting.active
    if (moved) this.#callbacks.onselect(row, column)
  }

  #follow(): void {
    // AG Grid reports its first layout before the other parts are built.
    if (!this.#editing) return
    if (!this.#selecting.follow()) return this.#selecting.select(this.#selecting.selection)
    this.#place()
    this.#telling.describe()
    this.#tellRange()
  }

  #tellRange(): void {
    const { range, ranges } = this
    this.#callbacks.onrange({
      ranges: ranges.length,
      cells: this.#selecting.cells,
      rows: this.#selecting.rowsIn(range),
      columns: range.right - range.left + 1,
      summary: () => summarise(this.block.cells(ranges)),
    })
  }

  #place(): void {
    const { geometry, rowCount } = this.adapter
    const { selection, active } = this.#selecting
    const { heading } = this.groups
    this.#layer.paint(rowCount > 0 ? selection : null, geometry, heading === null)
    this.adapter.groups.mark(heading)
    const edited = this.#editing.cell
    const at = activeOf(selection)
    const row = edited ? this.adapter.indexOf(edited.row) : at.row
    const index = edited ? geometry.indexOf(edited.column) : at.column
    const column = geometry.columns[index]
    if (row >= 0 && column) this.#editor.place(row, index, column, geometry.rows)
    // A field that takes no text keeps the input method shut over a computed cell.
    if (!edited) this.field.readOnly = active.row === null || !this.source.editable(active.column)
    this.placed++
  }

  readonly #scrolled = (): void => {
    this.placed++
  }
}
