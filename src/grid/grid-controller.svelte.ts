import { labelOf, t, tell } from '../i18n/translate.ts'
import { GridAdapter } from './adapter.ts'
import { Block } from './block.ts'
import type { CellCalendar } from './cell-calendar.svelte.ts'
import type { CellList } from './cell-list.svelte.ts'
import { CellEditor } from './editor.ts'
import { commandFor, type Command } from './keyboard.ts'
import { Fill, pulled, type FillWish } from './fill.ts'
import { listenToPointer } from './pointer.ts'
import { pictureOf, type GridPicture } from './picture.ts'
import { popupFor } from './popup-for.ts'
import type { EditRequest, MovedRows, RowSource, Write } from './row-source.ts'
import { SelectionLayer } from './selection-layer.ts'
import {
  cellsIn,
  dataEdge,
  extendTo,
  fit,
  isSingle,
  nextCell,
  rangeOf,
  selectAll,
  selectCell,
  selectRows,
  step,
  type Extent,
  type Position,
  type Range,
  type Selection,
} from './selection.ts'
import { summarise, type Summary } from './summary.ts'
import type { ViewState } from './view-state.ts'

/** What the grid asks of the screen around it. Every write of cells goes through `onedit` alone. */
export interface GridCallbacks {
  readonly onedit: (requests: readonly EditRequest[], how: Write) => void
  /** New rows at the end; their ids, so that the first of them can be selected. */
  readonly onadd: (count: number) => readonly string[]
  readonly ondelete: (rows: readonly string[]) => void
  readonly onselect: (row: string | null, column: string) => void
  /** The selection or what it holds has changed. */
  readonly onrange: (selected: Selected) => void
  readonly onview: (view: ViewState) => void
  /** The history of a cell. */
  readonly oncontext: (row: string, column: string) => void
}

/** The selection as the status line counts it. */
export interface Selected {
  readonly rows: number
  readonly columns: number
  readonly summary: () => Generator<void, Summary>
}

export type Anchor = () => DOMRect

/** A menu or dialog of the grid; one at a time. */
export type GridMenu =
  | { readonly kind: 'column' | 'filter'; readonly column: string; readonly anchor: Anchor }
  | { readonly kind: 'columns' | 'context'; readonly anchor: Anchor }

interface Edit {
  readonly row: string
  readonly column: string
  /** The text the cell showed: committing it unchanged writes nothing. */
  readonly shown: string
  /** Typed over, arrows commit and go on; opened to change the text, they move in it. */
  readonly over: boolean
}

/** Joins the parts: what keys and pointer mean, where the editor stands, what is said to screen readers. */
export class GridController {
  readonly adapter: GridAdapter
  readonly block: Block
  readonly #fill: Fill
  readonly source: RowSource
  popup = $state.raw<CellList | CellCalendar | null>(null)
  menu = $state.raw<GridMenu | null>(null)
  /** A sentence under the active cell: its problem, or why it cannot be typed into. */
  note = $state('')
  /** Spoken politely to screen readers. */
  announcement = $state('')
  /** Grows when a popup should look at its place again. */
  placed = $state(0)

  readonly #callbacks: GridCallbacks
  readonly #editor: CellEditor
  readonly #layer: SelectionLayer
  readonly #stopPointer: () => void
  #selection: Selection = selectCell({ row: 0, column: 0 })
  /** The active cell by name, which finds it again after sorting, filtering and moved columns. */
  #active: { row: string | null; column: string } = { row: null, column: '' }
  #edit: Edit | null = null
  #tabStart: number | null = null
  #leaving = false

  constructor(root: HTMLElement, source: RowSource, view: ViewState | null, callbacks: GridCallbacks) {
    this.source = source
    this.#callbacks = callbacks
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
    })
    this.block = new Block(source, this.adapter)
    this.#fill = new Fill(source, this.adapter)
    this.#layer = new SelectionLayer(this.adapter.rowArea, this.adapter.viewport)
    this.#editor = new CellEditor(this.adapter.rowArea, this.adapter.viewport, {
      onstart: () => this.#begin(null),
      ontext: (text) => this.#typed(text),
      onkey: (event) => this.#key(event),
      onleave: () => this.commit(),
    })
    this.#listenToClipboard()
    this.adapter.viewport.setAttribute('aria-label', labelOf(source.table))
    this.adapter.viewport.addEventListener('scroll', this.#scrolled, { passive: true })
    this.#stopPointer = listenToPointer(this.adapter, this.#layer.handle, {
      fill: (to, { done, other }) => this.#pull(to, done, other),
      fillDown: () =>
        this.#pull({ row: this.#fill.downTo(this.range), column: this.range.right }, true, false),
      select: (at, { extend, rows }) => this.#point(at, extend, rows),
      edit: () => this.edit(),
      menu: (at, { x, y }) => this.#contextMenu(at, () => new DOMRect(x, y, 0, 0)),
      hover: (at, cell) => this.#hover(at, cell),
    })
    this.#select(this.#selection, false)
  }

  destroy(): void {
    this.#stopPointer()
    this.adapter.viewport.removeEventListener('scroll', this.#scrolled)
    this.#editor.destroy()
    this.#layer.destroy()
    this.adapter.destroy()
  }

  get field(): HTMLTextAreaElement {
    return this.#editor.field
  }

  get range(): Range {
    return rangeOf(this.#selection)
  }

  labelOf(column: string): string {
    return labelOf(this.source.table.columns[column]!)
  }

  focus(): void {
    this.#editor.focus()
  }

  picture(): GridPicture {
    return pictureOf(this.adapter, this.source, (column) => this.labelOf(column))
  }

  /** Goes to a cell by name, from a problem list or a search. False when the row is not in sight of the filter. */
  select(row: string, column: string): boolean {
    this.commit()
    const at = { row: this.adapter.indexOf(row), column: this.adapter.geometry.indexOf(column) }
    if (at.row < 0 || at.column < 0) return false
    this.#select(selectCell(at), true)
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
    if (this.#edit) return
    const { row, column } = this.#active
    if (row === null) return
    if (!this.source.editable(column)) return this.#refuse()
    this.#begin(this.source.text(row, column))
  }

  /** Writes what is being edited, if it changed. */
  commit(): void {
    const edit = this.#edit
    if (!edit) return
    const text = this.#editor.settle()
    const input = this.popup?.input(text) ?? text
    this.#close()
    // A pick counts even under the same text: the name may belong to two people.
    if (text === edit.shown && (input === text || Array.isArray(input))) return
    const empty = input === '' || (Array.isArray(input) && input.length === 0)
    this.#write([this.block.request(edit.row, edit.column, empty ? null : input)], 'user', 'grid.edit')
  }

  cancel(): void {
    this.#close()
  }

  openColumnMenu(kind: 'column' | 'filter', column: string): void {
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

  addRows(): void {
    const { top, bottom } = this.range
    const [first] = this.#callbacks.onadd(Math.max(1, bottom - top + 1))
    if (first !== undefined) this.select(first, this.#active.column)
  }

  deleteRows(): void {
    const rows = this.block.rows(this.range)
    if (rows.length > 0) this.#callbacks.ondelete(rows)
  }

  clear(source: 'user' | 'paste' = 'user', code = 'grid.clear'): void {
    this.#write(this.block.clear(this.range), source, code)
  }

  /** Continues the filled rows at the top of the selection over its empty ones; its first row when none is empty. */
  fillSelection(wish: FillWish): void {
    const { range } = this
    let bottom = range.top
    while (bottom < range.bottom && !this.#isEmpty({ row: bottom + 1, column: range.left })) bottom++
    const given = bottom === range.bottom ? range.top : bottom
    this.#fillOver({ ...range, bottom: given }, range, wish)
  }

  /** Ctrl+D and Ctrl+R: copies the first row or column of the selection, or the cell before a single one. */
  fillFromEdge(toward: 'down' | 'right'): void {
    const { range } = this
    if (toward === 'down') {
      const top = range.top === range.bottom ? Math.max(0, range.top - 1) : range.top
      this.#fillOver({ ...range, top, bottom: top }, { ...range, top }, 'copy')
    } else {
      const left = range.left === range.right ? Math.max(0, range.left - 1) : range.left
      this.#fillOver({ ...range, left, right: left }, { ...range, left }, 'copy')
    }
  }

  #pull(to: Position, done: boolean, other: boolean): void {
    const whole = pulled(this.range, to)
    this.#layer.preview(done ? null : whole, this.adapter.geometry)
    if (!done) return
    this.#fillOver(this.range, whole, other ? 'other' : 'auto')
    this.#select(
      { anchor: { row: whole.top, column: whole.left }, head: { row: whole.bottom, column: whole.right } },
      false,
    )
    this.focus()
  }

  #fillOver(given: Range, whole: Range, wish: FillWish): void {
    this.#write(this.#fill.over(given, whole, wish), 'user', 'grid.fill')
  }

  history(): void {
    if (this.#active.row !== null) this.#callbacks.oncontext(this.#active.row, this.#active.column)
  }

  /** From a menu: the browser's own copy command runs the same handler as Ctrl+C. */
  copy(command: 'copy' | 'cut'): void {
    this.focus()
    document.execCommand(command)
  }

  get #extent(): Extent {
    return { rows: this.adapter.rowCount, columns: this.adapter.geometry.columns.length }
  }

  #begin(text: string | null): void {
    const { row, column } = this.#active
    if (row === null) return
    this.#leaving = false
    this.note = ''
    const shown = this.source.text(row, column)
    this.#edit = { row, column, shown, over: text === null }
    if (text !== null) this.#editor.open(text)
    this.popup = popupFor(this.source, column, {
      read: () => (this.#edit ? this.#editor.text : ''),
      write: (written) => this.#editor.write(written),
      commit: () => this.commit(),
    })
  }

  #typed(text: string): void {
    this.popup?.typed(text)
    this.placed++
  }

  #close(): void {
    this.#edit = null
    this.popup = null
    this.#editor.close()
    this.#place()
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
    const handled = this.#edit ? this.#editKey(event) : this.#idleKey(event)
    if (!handled) return
    event.preventDefault()
    // AG Grid listens further up and would move the focus.
    event.stopPropagation()
  }

  #editKey(event: KeyboardEvent): boolean {
    if (this.popup?.key(event)) return true
    switch (event.key) {
      case 'Enter':
        if (event.altKey) {
          this.#editor.insert('\n')
          return true
        }
        this.commit()
        this.#run({ do: 'enter', backwards: event.shiftKey })
        return true
      case 'Tab':
        this.commit()
        this.#run({ do: 'tab', backwards: event.shiftKey })
        return true
      case 'Escape':
        this.cancel()
        return true
    }
    const command = commandFor(event)
    if (command?.do === 'now') {
      const now = this.source.context.now
      this.#editor.insert(event.shiftKey ? now : now.slice(0, 10))
      this.#typed(this.#editor.text)
      return true
    }
    const moves = command?.do === 'move' && !command.extend && !command.jump
    if (!moves || !this.#edit?.over || this.popup) return false
    this.commit()
    this.#run(command)
    return true
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
    if (types && !this.source.editable(this.#active.column)) this.#refuse()
    return false
  }

  #run(command: Command, event?: KeyboardEvent): boolean {
    const { anchor, head } = this.#selection
    const extent = this.#extent
    if (command.do !== 'leave') this.#leaving = false
    switch (command.do) {
      case 'move': {
        const from = command.extend ? head : anchor
        const to = command.jump
          ? dataEdge(from, command.direction, extent, this.#isEmpty)
          : step(from, command.direction, extent)
        this.#go(to, command.extend)
        return true
      }
      case 'page': {
        const from = command.extend ? head : anchor
        this.#go(step(from, command.direction, extent, this.adapter.pageRows), command.extend)
        return true
      }
      case 'edge': {
        const from = command.extend ? head : anchor
        const row = command.sheet ? (command.end ? extent.rows - 1 : 0) : from.row
        this.#go({ row, column: command.end ? extent.columns - 1 : 0 }, command.extend)
        return true
      }
      case 'enter': {
        const column = this.#tabStart ?? anchor.column
        const at = step({ row: anchor.row, column }, command.backwards ? 'up' : 'down', extent)
        this.#go(at, false)
        return true
      }
      case 'tab': {
        const start = this.#tabStart ?? anchor.column
        this.#go(nextCell(anchor, command.backwards, extent) ?? anchor, false)
        this.#tabStart = command.backwards ? null : start
        return true
      }
      case 'edit':
        this.edit()
        return true
      case 'overwrite':
        if (this.source.editable(this.#active.column)) this.#begin('')
        else this.#refuse()
        return true
      case 'clear':
        this.clear()
        return true
      case 'select-all':
        this.#select(selectAll(extent), false)
        return true
      case 'select-rows':
        this.#select(selectRows(anchor.row, head.row, extent), false)
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
        this.openColumnMenu(command.do === 'filter' ? 'filter' : 'column', this.#active.column)
        return true
      case 'context-menu':
        this.#contextMenu(anchor, () => this.#editor.rect)
        return true
      case 'leave':
        this.#leaving = true
        this.announcement = t('grid.leave')
        return true
    }
  }

  /** Space on a yes/no cell turns it; elsewhere it is a character. */
  #toggle(): boolean {
    const { row, column } = this.#active
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
    const { row, column } = this.#active
    if (row === null || !this.source.editable(column)) return false
    const now = this.source.context.now
    const time = withTime || this.source.table.columns[column]!.type === 'time'
    this.#write([this.block.request(row, column, time ? now : now.slice(0, 10))], 'user', 'grid.edit')
    return true
  }

  readonly #isEmpty = ({ row, column }: Position): boolean => {
    const id = this.adapter.rowAt(row)
    const key = this.adapter.geometry.columns[column]?.key
    return id === null || key === undefined || this.source.text(id, key) === ''
  }

  #go(to: Position, extend: boolean): void {
    this.#select(extend ? extendTo(this.#selection, to) : selectCell(to), true)
  }

  #point(at: Position, extend: boolean, rows: boolean): void {
    // The click that ends an edit must not be lost to the refresh that the commit brings.
    this.commit()
    this.menu = null
    const { anchor } = this.#selection
    if (rows) this.#select(selectRows(extend ? anchor.row : at.row, at.row, this.#extent), false)
    else this.#select(extend ? extendTo(this.#selection, at) : selectCell(at), false)
    this.focus()
  }

  #select(selection: Selection, reveal: boolean): void {
    this.#selection = fit(selection, this.#extent)
    this.#tabStart = null
    const { anchor, head } = this.#selection
    const column = this.adapter.geometry.columns[head.column]
    if (reveal && column) this.adapter.reveal(head.row, column.key)
    const before = this.#active
    this.#active = {
      row: this.adapter.rowAt(anchor.row),
      column: this.adapter.geometry.columns[anchor.column]?.key ?? '',
    }
    this.#place()
    this.#announce()
    this.#tellRange()
    if (before.row !== this.#active.row || before.column !== this.#active.column)
      this.#callbacks.onselect(this.#active.row, this.#active.column)
  }

  /** Rows or columns moved: the active cell is where its row and column now stand. */
  #follow(): void {
    // AG Grid reports its first layout before the other parts are built.
    if (!this.#editor) return
    const { anchor, head } = this.#selection
    const row = this.#active.row === null ? -1 : this.adapter.indexOf(this.#active.row)
    const column = this.adapter.geometry.indexOf(this.#active.column)
    const stayed = row === anchor.row && column === anchor.column
    if (stayed) this.#selection = fit({ anchor, head }, this.#extent)
    else {
      const at = { row: row < 0 ? anchor.row : row, column: column < 0 ? anchor.column : column }
      this.#selection = fit(selectCell(at), this.#extent)
    }
    if (row < 0 || column < 0) this.#select(this.#selection, false)
    else {
      this.#place()
      this.#describe()
      this.#tellRange()
    }
  }

  #tellRange(): void {
    const { range } = this
    this.#callbacks.onrange({
      rows: range.bottom - range.top + 1,
      columns: range.right - range.left + 1,
      summary: () => summarise(this.block.cells(range)),
    })
  }

  #place(): void {
    const { geometry, rowCount } = this.adapter
    this.#layer.paint(rowCount > 0 ? this.#selection : null, geometry)
    const edited = this.#edit
    const row = edited ? this.adapter.indexOf(edited.row) : this.#selection.anchor.row
    const index = edited ? geometry.indexOf(edited.column) : this.#selection.anchor.column
    const column = geometry.columns[index]
    if (row >= 0 && column) this.#editor.place(row, index, column)
    // A field that takes no text keeps the input method shut over a computed cell.
    if (!edited) this.field.readOnly = this.#active.row === null || !this.source.editable(this.#active.column)
    this.placed++
  }

  /** Names the active cell: the field's label, and its problem as a note for everybody. */
  #describe(): string {
    const { row, column } = this.#active
    if (row === null || column === '') {
      this.field.setAttribute('aria-label', t('grid.empty'))
      this.note = ''
      return t('grid.empty')
    }
    const label = t('grid.cell', {
      row: this.#selection.anchor.row + 1,
      column: this.labelOf(column),
      value: this.source.text(row, column) || t('grid.blank'),
    })
    const noted = this.#noteOf(row, column)
    const whole = noted ? `${label} ${noted}` : label
    this.field.setAttribute('aria-label', whole)
    if (!this.#edit) this.note = noted
    return whole
  }

  /** Why the cell is marked; empty when it is not. */
  #noteOf(row: string, column: string): string {
    const problem = this.source.problem(row, column)
    const notes = [problem && tell(problem), this.source.disputed(row, column) && t('grid.disputed')]
    return notes.filter(Boolean).join(' ')
  }

  #announce(): void {
    const cell = this.#describe()
    const { top, bottom, left, right } = this.range
    this.announcement = isSingle(this.#selection)
      ? cell
      : t('grid.range', { rows: bottom - top + 1, columns: right - left + 1, cells: cellsIn(this.range) })
  }

  #refuse(): void {
    const { column } = this.#active
    const computed = this.source.table.columns[column]?.computed === true
    this.note = t(computed ? 'grid.computed' : 'grid.locked', { column: this.labelOf(column) })
    this.announcement = this.note
  }

  #contextMenu(at: Position, anchor: Anchor): void {
    this.commit()
    const { top, bottom, left, right } = this.range
    const inside = at.row >= top && at.row <= bottom && at.column >= left && at.column <= right
    if (!inside) this.#select(selectCell(at), false)
    this.menu = { kind: 'context', anchor }
  }

  #hover(at: Position, cell: HTMLElement): void {
    const row = this.adapter.rowAt(at.row)
    const column = this.adapter.geometry.columns[at.column]?.key
    if (row === null || column === undefined) return void (cell.title = '')
    const clipped = cell.scrollWidth > cell.clientWidth
    cell.title = this.#noteOf(row, column) || (clipped ? this.source.text(row, column) : '')
  }

  readonly #scrolled = (): void => {
    this.placed++
  }

  #listenToClipboard(): void {
    const copy = (event: ClipboardEvent): boolean => {
      if (this.#edit || !event.clipboardData || this.#active.row === null) return false
      event.preventDefault()
      this.block.copy(this.range, event.clipboardData)
      this.announcement = t('grid.copied', { cells: cellsIn(this.range) })
      return true
    }
    this.field.addEventListener('copy', copy)
    this.field.addEventListener('cut', (event) => {
      if (copy(event)) this.clear('user', 'grid.cut')
    })
    this.field.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (this.#edit) return
      event.preventDefault()
      this.#paste(text)
    })
  }

  #paste(text: string): void {
    const pasted = this.block.paste(text, this.range)
    if (!pasted) return
    const { requests, added, range, skipped } = pasted
    this.#write(requests, 'paste', 'grid.paste', added)
    this.#select(
      { anchor: { row: range.top, column: range.left }, head: { row: range.bottom, column: range.right } },
      false,
    )
    if (skipped === 0) return
    this.note = t('grid.paste-skipped', { count: skipped })
    this.announcement = this.note
  }
}
