import type { CellCalendar } from './cell-calendar.svelte.ts'
import type { CellList } from './cell-list.svelte.ts'
import type { CellEditor } from './editor.ts'
import { commandFor, type Movement } from './keyboard.ts'
import { completionOf } from './column-words.ts'
import { popupFor, wordList } from './popup-for.ts'
import type { Input, RowSource } from './row-source.ts'
import type { ActiveCell } from './selecting.ts'

export interface EditingEvents {
  /** The cell to edit. */
  readonly active: () => ActiveCell
  readonly write: (row: string, column: string, input: Input) => void
  readonly move: (movement: Movement) => void
  /** The words that the column holds around the cell. */
  readonly words: (column: string) => readonly string[]
  /** The text grew or shrank: popups look for their place again. */
  readonly ontext: () => void
  readonly onclose: () => void
}

interface Edit {
  readonly row: string
  readonly column: string
  /** The text the cell showed: committing it unchanged writes nothing. */
  readonly shown: string
  /** Typed over, arrows commit and go on; opened to change the text, they move in it. */
  readonly over: boolean
  /** Read at the first key; null for a column whose texts do not repeat. */
  words: readonly string[] | null
  /** How long the text was at the last key: what is taken away is not written on. */
  length: number
}

/** One cell being edited: from the first key to the write or its cancelling. */
export class Editing {
  popup = $state.raw<CellList | CellCalendar | null>(null)
  #edit: Edit | null = null

  constructor(
    private readonly source: RowSource,
    private readonly editor: CellEditor,
    private readonly events: EditingEvents,
  ) {}

  /** The cell, while there is one. */
  get cell(): Edit | null {
    return this.#edit
  }

  /** With a text to change; without one, over what is being typed. */
  begin(text: string | null): void {
    const { row, column } = this.events.active()
    if (row === null) return
    const shown = this.source.text(row, column)
    this.#edit = { row, column, shown, over: text === null, words: null, length: 0 }
    if (text !== null) this.editor.open(text)
    this.popup = popupFor(this.source, column, this.#text)
  }

  readonly #text = {
    read: () => (this.#edit ? this.editor.text : ''),
    write: (written: string) => this.editor.write(written),
    commit: () => this.commit(),
  }

  typed(text: string): void {
    if (this.popup) this.popup.typed(text)
    else this.#complete(text)
    this.events.ontext()
  }

  /** As in Excel: the one word of the column that begins so is written on. */
  #complete(text: string): void {
    const edit = this.#edit
    if (!edit) return
    const grew = text.length > edit.length
    edit.length = text.length
    if (!edit.over || !grew || !this.#repeats(edit.column)) return
    edit.words ??= this.events.words(edit.column)
    const rest = completionOf(edit.words, text)
    if (rest !== '') this.editor.complete(rest)
  }

  /** Texts that tell one row from all others do not repeat, and long ones are never the same. */
  #repeats(column: string): boolean {
    const { columns, key } = this.source.table
    return columns[column]!.type === 'text' && !(key.length === 1 && key[0] === column)
  }

  #openWords(): boolean {
    const edit = this.#edit
    if (!edit || this.popup || this.source.table.columns[edit.column]!.type !== 'text') return false
    this.popup = wordList(edit.words ?? this.events.words(edit.column), this.#text)
    this.events.ontext()
    return true
  }

  /** Writes what is being edited, if it changed. */
  commit(): void {
    const edit = this.#edit
    if (!edit) return
    const text = this.editor.settle()
    const input = this.popup?.input(text) ?? text
    this.cancel()
    // A pick counts even under the same text: the name may belong to two people.
    if (text === edit.shown && (input === text || Array.isArray(input))) return
    const empty = input === '' || (Array.isArray(input) && input.length === 0)
    this.events.write(edit.row, edit.column, empty ? null : input)
  }

  cancel(): void {
    this.#edit = null
    this.popup = null
    this.editor.close()
    this.events.onclose()
  }

  /** False when the key is the text field's own. */
  key(event: KeyboardEvent): boolean {
    if (this.popup?.key(event)) return true
    if (event.altKey && event.key === 'ArrowDown') return this.#openWords()
    switch (event.key) {
      case 'Enter':
        if (event.altKey) this.editor.insert('\n')
        else this.#leave({ do: 'enter', backwards: event.shiftKey })
        return true
      case 'Tab':
        this.#leave({ do: 'tab', backwards: event.shiftKey })
        return true
      case 'Escape':
        this.cancel()
        return true
    }
    const command = commandFor(event)
    if (command?.do === 'now') {
      const { now } = this.source.context
      this.editor.insert(event.shiftKey ? now : now.slice(0, 10))
      this.typed(this.editor.text)
      return true
    }
    if (command?.do !== 'move' || command.extend || command.jump) return false
    if (!this.#edit?.over || this.popup) return false
    this.#leave(command)
    return true
  }

  #leave(movement: Movement): void {
    this.commit()
    this.events.move(movement)
  }
}
