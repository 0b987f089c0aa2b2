import { ROW_HEIGHT, type PlacedColumn, type RowPlaces } from './geometry.ts'

export interface EditorEvents {
  /** A key or an input method put the first character into the empty field. */
  readonly onstart: () => void
  /** The text changed, outside of a composition. */
  readonly ontext: (text: string) => void
  readonly onkey: (event: KeyboardEvent) => void
  readonly onleave: () => void
}

const MAX_WIDTH = 480

/**
 * The one text field of the grid. It always has the focus, lies unseen over the active cell, and becomes the editor
 * by itself when text arrives in it. So an input method composes from the very first key, in the place where the
 * text will stand. For that to hold, the element never moves in the document, never loses the focus between two
 * cells, and its text is never written while something is being composed.
 */
export class CellEditor {
  readonly field = document.createElement('textarea')
  readonly #row = document.createElement('div')
  readonly #cell = document.createElement('div')
  readonly #viewport: HTMLElement
  readonly #events: EditorEvents
  #editing = false
  #composing = false
  #ending = false
  #column: PlacedColumn | null = null
  #rowHeight = ROW_HEIGHT

  constructor(rowArea: HTMLElement, viewport: HTMLElement, events: EditorEvents) {
    this.#viewport = viewport
    this.#events = events
    this.#row.className = 'editor-row'
    this.#row.setAttribute('role', 'row')
    this.#cell.className = 'editor-cell'
    this.#cell.setAttribute('role', 'gridcell')
    const { field } = this
    field.className = 'editor'
    field.rows = 1
    field.spellcheck = false
    field.autocomplete = 'off'
    field.autocapitalize = 'off'
    this.#keepKeyboardDown()
    this.#cell.append(field)
    this.#row.append(this.#cell)
    rowArea.prepend(this.#row)
    this.#listen()
  }

  get editing(): boolean {
    return this.#editing
  }

  get composing(): boolean {
    return this.#composing
  }

  get text(): string {
    return this.field.value
  }

  focus(): void {
    if (document.activeElement !== this.field) this.field.focus({ preventScroll: true })
  }

  /** Lays the field over a cell, so that an input method opens its window there. */
  place(index: number, position: number, column: PlacedColumn, rows: RowPlaces): void {
    this.#column = column
    this.#rowHeight = rows.height(index)
    // Two header facts for screen readers: row 1 is the headings, column 1 the row numbers.
    this.#row.setAttribute('aria-rowindex', String(index + 2))
    this.#cell.setAttribute('aria-colindex', String(position + 2))
    this.#row.classList.toggle('editor-row-frozen', column.frozen)
    this.#cell.style.transform = `translate(${column.left}px, ${rows.top(index)}px)`
    this.grow()
  }

  /** Opens with a text to change; without one, over what is being typed. */
  open(text: string | null, select = false): void {
    this.#editing = true
    this.field.classList.add('editing')
    this.field.inputMode = 'text'
    if (text !== null) {
      this.field.value = text
      this.field.setSelectionRange(select ? 0 : text.length, text.length)
    }
    this.focus()
    this.grow()
  }

  /** Replaces the text, as a pick from a list or calendar does. */
  write(text: string): void {
    if (this.#composing) return
    this.field.value = text
    this.field.setSelectionRange(text.length, text.length)
    this.grow()
  }

  /** Writes on after what was typed, selected, so that the next key types over it. */
  complete(rest: string): void {
    const { length } = this.field.value
    if (this.#composing || this.field.selectionEnd !== length || this.field.selectionStart !== length) return
    this.field.setRangeText(rest, length, length, 'select')
    this.grow()
  }

  insert(text: string): void {
    this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, 'end')
    this.grow()
  }

  /** Ends a composition the way the browser does when one clicks away, so that its text counts. */
  settle(): string {
    if (this.#composing) {
      this.#ending = true
      this.field.blur()
      this.field.focus({ preventScroll: true })
      this.#ending = false
      this.#composing = false
    }
    return this.field.value
  }

  close(): void {
    this.settle()
    this.#editing = false
    this.field.value = ''
    this.field.classList.remove('editing')
    this.#keepKeyboardDown()
    this.grow()
  }

  /** Where popups attach. */
  get rect(): DOMRect {
    return this.field.getBoundingClientRect()
  }

  /** Wide enough for the text up to a limit, then as many lines as it takes. */
  grow(): void {
    const column = this.#column
    if (!column) return
    const { style } = this.field
    if (!this.#editing) {
      style.width = `${column.width}px`
      style.height = `${this.#rowHeight}px`
      return
    }
    const room = this.#viewport.scrollLeft + this.#viewport.clientWidth - column.left - 4
    const widest = Math.max(column.width, Math.min(MAX_WIDTH, room))
    style.width = `${column.width}px`
    style.whiteSpace = 'pre'
    const wanted = this.field.scrollWidth + 2
    style.whiteSpace = ''
    style.width = `${Math.min(Math.max(column.width, wanted), widest)}px`
    style.height = '0'
    style.height = `${Math.max(this.#rowHeight, this.field.scrollHeight + 2)}px`
  }

  destroy(): void {
    this.#row.remove()
  }

  #listen(): void {
    const { field } = this
    field.addEventListener('compositionstart', () => {
      this.#composing = true
      if (!this.#editing) this.#start()
    })
    field.addEventListener('compositionend', () => {
      this.#composing = false
      if (!this.#ending) this.#events.ontext(field.value)
    })
    field.addEventListener('input', () => {
      if (!this.#editing) this.#start()
      this.grow()
      if (!this.#composing) this.#events.ontext(field.value)
    })
    field.addEventListener('keydown', (event) => {
      // Keys of an input method are its own. 229 also marks the Enter that Safari sends after the composition.
      if (event.isComposing || event.keyCode === 229) event.stopPropagation()
      else this.#events.onkey(event)
    })
    field.addEventListener('blur', () => {
      // The window lost the focus, not the field: the edit goes on when it comes back.
      if (!this.#ending && document.activeElement !== field) this.#events.onleave()
    })
  }

  #start(): void {
    this.open(null)
    this.#events.onstart()
  }

  /** Else every tap on a cell would bring up a phone's keyboard. */
  #keepKeyboardDown(): void {
    this.field.inputMode = matchMedia('(pointer: coarse)').matches ? 'none' : 'text'
  }
}
