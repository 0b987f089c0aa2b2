import { labelOf, t } from '../i18n/translate.ts'
import { GridAdapter } from './adapter.ts'
import { Block } from './block.ts'
import { askClipboard, listenToClipboard } from './clipboard.ts'
import { wordsNear } from './column-words.ts'
import { Editing } from './editing.svelte.ts'
import { CellEditor } from './editor.ts'
import type { FillWish } from './fill.ts'
import { Filling } from './filling.ts'
import type { Anchor, GridCallbacks, GridMenu } from './grid-callbacks.ts'
import { commandFor, type Command } from './keyboard.ts'
import { readClipboard, type PastedBlock, type PasteOptions } from './pasted-block.ts'
import { Pasting } from './pasting.ts'
import { pictureOf, type GridPicture } from './picture.ts'
import { listenToPointer } from './pointer.ts'
import type { EditRequest, MovedRows, RowSource, Write } from './row-source.ts'
import { RowActions } from './row-actions.ts'
import { listenToRowResize } from './row-resize.ts'
import { Selecting } from './selecting.ts'
import { SelectionLayer } from './selection-layer.ts'
import { cellsInAll } from './ranges.ts'
import {
  activeOf,
  isSelected,
  isSingle,
  selectCell,
  selectRange,
  type Pointing,
  type Position,
  type Range,
} from './selection.ts'
import { Speech } from './speech.ts'
import { summarise } from './summary.ts'
import type { ViewState } from './view-state.ts'

/** Joins the parts: selection, editing, filling, clipboard and menus over one table. */
export class GridController {
  readonly adapter: GridAdapter
  readonly block: Block
  readonly rows: RowActions
  readonly source: RowSource
  menu = $state.raw<GridMenu | null>(null)
  /** A sentence under the active cell: its problem, or why it cannot be typed into. */
  note = $state('')
  /** Spoken politely to screen readers. */
  announcement = $state('')
  /** Grows when a popup should look at its place again. */
  placed = $state(0)

  readonly #callbacks: GridCallbacks
  readonly #speech: Speech
  readonly #selecting: Selecting
  readonly #editing: Editing
  readonly #filling: Filling
  readonly #pasting: Pasting
  readonly #editor: CellEditor
  readonly #layer: SelectionLayer
  readonly #stopPointer: () => void
  readonly #stopResize: () => void
  #leaving = false

  constructor(root: HTMLElement, source: RowSource, view: ViewState | null, callbacks: GridCallbacks) {
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
    })
    const { rowArea, viewport } = this.adapter
    this.block = new Block(source, this.adapter)
    this.#layer = new SelectionLayer(rowArea, viewport)
    this.#selecting = new Selecting(this.adapter, this.#isEmpty, (moved) => this.#selected(moved))
    this.rows = new RowActions(this.adapter, this.block, this.#selecting, callbacks, {
      say: (text) => this.#say(text),
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
      write: (requests, added) => this.#write(requests, 'paste', 'grid.paste', added),
      select: (range) => this.#selecting.select(selectRange(range)),
      skipped: (count) => this.#say(t('grid.paste-skipped', { count })),
      ask: callbacks.onpaste,
    })
    this.#editor = new CellEditor(rowArea, viewport, {
      onstart: () => this.#begin(null),
      ontext: (text) => this.#editing.typed(text),
      onkey: (event) => this.#key(event),
      onleave: () => this.commit(),
    })
    this.#editing = new Editing(source, this.#editor, {
      active: () => this.#selecting.active,
      write: (row, column, input) =>
        this.#write([this.block.request(row, column, input)], 'user', 'grid.edit'),
      move: (movement) => this.#run(movement),
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
    this.#listenToClipboard()
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
      menu: (at, { x, y }) => this.#contextMenu(at, () => new DOMRect(x, y, 0, 0)),
      hover: (at, cell) => this.#hover(at, cell),
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

  /** Goes to a cell by name, from a problem list or a search. False when the row is not in sight of the filter. */
  select(row: string, column: string): boolean {
    this.commit()
    const at = { row: this.adapter.indexOf(row), column: this.adapter.geometry.indexOf(column) }
    if (at.row < 0 || at.column < 0) return false
    this.#selecting.select(selectCell(at), at)
    return true
  }

  refresh(moved: MovedRows | null): void {
    this.adapter.refresh(moved)
    this.#follow()
  }

  /** The reader's language changed. */
  relabel(): void {
    this.adapter.relabel()
    this.adapter.viewport.setAttribute('aria-label', labelOf(this.source.table))
    this.#describe()
  }

  /** Opens the active cell with its text. */
  edit(): void {
    if (this.#editing.cell) return
    const { row, column } = this.#selecting.active
    if (row === null) return
    if (!this.source.editable(column)) return this.#refuse()
    this.#begin(this.source.text(row, column))
  }

  commit(): void {
    this.#editing.commit()
  }

  openColumnMenu(kind: 'column' | 'filter' | 'sort' | 'subtotal', column: string): void {
    this.commit()
    this.menu = {
      kind,
      column,
      anchor: () => (this.adapter.headingOf(column) ?? this.adapter.viewport).getBoundingClientRect(),
    }
  }

  openColumns(): void {
    this.menu = { kind: 'columns', anchor: this.menu?.anchor ?? (() => this.#editor.rect) }
  }

  closeMenu(): void {
    this.menu = null
    this.focus()
  }

  /** Runs what was chosen in a menu; the action may open the next one. */
  choose(run: () => void): void {
    const { menu } = this
    run()
    if (this.menu === menu) this.closeMenu()
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

  /** From a menu: the browser's own copy command runs the same handler as Ctrl+C. */
  copy(command: 'copy' | 'cut'): void {
    this.focus()
    document.execCommand(command)
  }

  /** From a menu. Where the browser does not let the page read, the dialog with a field to paste into is left. */
  async pasteFromClipboard(): Promise<void> {
    const clipped = await askClipboard()
    if (clipped === null) this.pasteSpecial()
    else if (clipped.text === '' && clipped.html === '') this.#say(t('ui.paste-special.empty'))
    else await this.paste(readClipboard(clipped.text, clipped.html))
  }

  pasteSpecial(): void {
    this.#callbacks.onpastespecial()
  }

  async paste(block: PastedBlock, options?: PasteOptions): Promise<void> {
    if (!(await this.#pasting.paste(block, this.ranges, options))) this.#say(t('grid.paste-ranges'))
  }

  #begin(text: string | null): void {
    if (this.#selecting.active.row === null) return
    this.#leaving = false
    this.note = ''
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
    const handled = this.#editing.cell ? this.#editing.key(event) : this.#idleKey(event)
    if (!handled) return
    event.preventDefault()
    // AG Grid listens further up and would move the focus.
    event.stopPropagation()
  }

  #idleKey(event: KeyboardEvent): boolean {
    const command = commandFor(event)
    if (command?.do === 'tab' && this.#leaving) {
      // Not ours: the browser goes on to what stands after (or before) the grid.
      event.stopPropagation()
      this.#leaving = false
      return false
    }
    if (command) return this.#run(command, event)
    const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey
    if (types && !this.source.editable(this.#selecting.active.column)) this.#refuse()
    return false
  }

  #run(command: Command, event?: KeyboardEvent): boolean {
    if (command.do !== 'leave') this.#leaving = false
    const { column } = this.#selecting.active
    switch (command.do) {
      case 'edit':
        this.edit()
        return true
      case 'overwrite':
        if (this.source.editable(column)) this.#begin('')
        else this.#refuse()
        return true
      case 'clear':
        this.clear()
        return true
      case 'paste-special':
        this.pasteSpecial()
        return true
      case 'toggle':
        return this.#toggle()
      case 'now':
        return this.#enterNow(event?.shiftKey === true)
      case 'fill-down':
        this.fillFromEdge('down')
        return true
      case 'fill-right':
        this.fillFromEdge('right')
        return true
      case 'column-menu':
      case 'filter':
        this.openColumnMenu(command.do === 'filter' ? 'filter' : 'column', column)
        return true
      case 'context-menu':
        this.#contextMenu(activeOf(this.#selecting.selection), () => this.#editor.rect)
        return true
      case 'move-rows':
        this.rows.move(command.direction)
        return true
      case 'insert-rows':
      case 'delete-rows':
        // Over cells these keys are the browser's, which zooms with them.
        if (!this.#selecting.wholeRows) return false
        if (command.do === 'insert-rows') this.rows.insert('before')
        else this.rows.delete()
        return true
      case 'add-range':
        this.announcement = t(this.#selecting.toggleAdding() ? 'grid.adding' : 'grid.adding-over')
        return true
      case 'leave':
        this.#leaving = true
        this.announcement = t('grid.leave')
        return true
      default:
        this.#selecting.move(command)
        return true
    }
  }

  /** Space on a yes/no cell turns it; elsewhere it is a character. */
  #toggle(): boolean {
    const { row, column } = this.#selecting.active
    if (row === null || this.source.table.columns[column]?.type !== 'yesno') return false
    if (!this.source.editable(column)) {
      this.#refuse()
      return true
    }
    const next = this.source.value(row, column) !== true
    this.#write([this.block.request(row, column, next)], 'user', 'grid.edit')
    this.#announce()
    return true
  }

  #enterNow(withTime: boolean): boolean {
    const { row, column } = this.#selecting.active
    if (row === null || !this.source.editable(column)) return false
    const { now } = this.source.context
    const time = withTime || this.source.table.columns[column]!.type === 'time'
    this.#write([this.block.request(row, column, time ? now : now.slice(0, 10))], 'user', 'grid.edit')
    return true
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
    this.#announce()
    this.#tellRange()
    const { row, column } = this.#selecting.active
    if (moved) this.#callbacks.onselect(row, column)
  }

  #follow(): void {
    // AG Grid reports its first layout before the other parts are built.
    if (!this.#editing) return
    if (!this.#selecting.follow()) return this.#selecting.select(this.#selecting.selection)
    this.#place()
    this.#describe()
    this.#tellRange()
  }

  #tellRange(): void {
    const { range, ranges } = this
    this.#callbacks.onrange({
      ranges: ranges.length,
      cells: cellsInAll(ranges),
      rows: range.bottom - range.top + 1,
      columns: range.right - range.left + 1,
      summary: () => summarise(this.block.cells(ranges)),
    })
  }

  #place(): void {
    const { geometry, rowCount } = this.adapter
    const { selection, active } = this.#selecting
    this.#layer.paint(rowCount > 0 ? selection : null, geometry)
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

  /** Names the active cell: the field's label, and its problem as a note for everybody. */
  #describe(): string {
    const { active, selection } = this.#selecting
    const whole = this.#speech.cell(active, activeOf(selection).row)
    this.field.setAttribute('aria-label', whole)
    if (!this.#editing.cell)
      this.note =
        active.row === null || active.column === '' ? '' : this.#speech.note(active.row, active.column)
    return whole
  }

  #announce(): void {
    const cell = this.#describe()
    this.announcement = isSingle(this.#selecting.selection) ? cell : this.#speech.ranges(this.ranges)
  }

  #refuse(): void {
    this.#say(this.#speech.refusal(this.#selecting.active.column))
  }

  #contextMenu(at: Position, anchor: Anchor): void {
    this.commit()
    if (!isSelected(this.#selecting.selection, at)) this.#selecting.select(selectCell(at))
    this.menu = { kind: 'context', anchor }
  }

  #hover(at: Position, cell: HTMLElement): void {
    const row = this.adapter.rowAt(at.row)
    const column = this.adapter.geometry.columns[at.column]?.key
    if (row === null || column === undefined) return void (cell.title = '')
    const clipped = cell.scrollWidth > cell.clientWidth
    cell.title = this.#speech.note(row, column) || (clipped ? this.source.text(row, column) : '')
  }

  readonly #scrolled = (): void => {
    this.placed++
  }

  #listenToClipboard(): void {
    const copy = (clipboard: DataTransfer): boolean => {
      if (this.#selecting.active.row === null) return false
      const cells = this.block.copy(this.ranges, clipboard)
      if (cells === null) this.#say(t('grid.copy-ranges'))
      else this.announcement = t('grid.copied', { cells })
      return cells !== null
    }
    listenToClipboard(this.field, {
      ours: () => this.#editing.cell === null,
      copy,
      cut: (clipboard) => {
        // As in Excel: what is cut goes to one place, so it comes from one.
        if (this.ranges.length > 1) this.#say(t('grid.cut-ranges'))
        else if (copy(clipboard)) this.clear('user', 'grid.cut')
      },
      paste: ({ text, html, valuesOnly }) => void this.paste(readClipboard(text, html, { valuesOnly })),
    })
  }

  /** To everybody: beside the active cell, and spoken. */
  #say(text: string): void {
    this.note = this.announcement = text
  }
}
