import { popupId, type CellPopup } from './cell-popup.ts'
import type { Input, Suggestion } from './row-source.ts'
import { presumed } from './suggestion-list.ts'

export interface ListOptions {
  readonly search: (query: string) => readonly Suggestion[]
  /** Nothing outside the list is a valid value, so any match may be presumed. */
  readonly closed: boolean
  /** Without an arrow key no entry is meant: what was typed counts. */
  readonly onlyByArrow?: boolean
  /** Several values in one cell, separated by 、 */
  readonly multiple: boolean
  readonly read: () => string
  readonly write: (text: string) => void
  readonly commit: () => void
}

const SEPARATOR = /[、,，;；]/

/** More entries than anybody reads; typing narrows them. */
const SHOWN = 200

/** The list under a choice, yes/no or person cell. */
export class CellList implements CellPopup {
  readonly id = popupId()
  readonly #options: ListOptions
  readonly #picked = new Map<string, string>()
  entries = $state.raw<readonly Suggestion[]>([])
  active = $state(-1)
  #chosen: Suggestion | null = null
  #typed = false
  /** An entry was reached with the arrows: it stays the one in hand. */
  #walked = false

  constructor(options: ListOptions) {
    this.#options = options
    this.entries = options.search('').slice(0, SHOWN)
    const current = options.multiple ? '' : options.read()
    this.active = this.entries.findIndex((entry) => entry.label === current)
  }

  get activeId(): string | null {
    return this.active < 0 ? null : `${this.id}-${this.active}`
  }

  /** The way of matching got better: the same text may fit more. */
  again(): void {
    if (this.#typed && !this.#walked) this.typed(this.#options.read())
  }

  typed(text: string): void {
    this.#typed = true
    this.#walked = false
    const { multiple, closed, onlyByArrow, search } = this.#options
    const query = multiple ? (text.split(SEPARATOR).at(-1) ?? '') : text
    this.entries = search(query.trim()).slice(0, SHOWN)
    this.active = onlyByArrow ? -1 : presumed(this.entries, query, closed)
    this.#chosen = this.entries[this.active] ?? null
  }

  key(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const count = this.entries.length
      if (count === 0) return true
      this.#walked = true
      const by = event.key === 'ArrowDown' ? 1 : -1
      this.active = this.active < 0 ? (by > 0 ? 0 : count - 1) : (this.active + by + count) % count
      this.#chosen = this.entries[this.active] ?? null
      return true
    }
    if (event.key === 'Enter' && this.#options.multiple && this.#chosen) {
      this.pick(this.active)
      return true
    }
    return false
  }

  /** By mouse, or by Enter where several may be picked. */
  pick(index: number): void {
    const entry = this.entries[index]
    if (!entry) return
    const { multiple, write, commit } = this.#options
    this.#picked.set(entry.label, entry.input)
    if (!multiple) {
      this.#chosen = entry
      write(entry.label)
      commit()
      return
    }
    const kept = this.#options.read().split(SEPARATOR).slice(0, -1)
    const text = [...kept, entry.label, ''].join('、')
    write(text)
    this.typed(text)
  }

  input(text: string): Input {
    if (!this.#options.multiple) return this.#chosen?.input ?? text
    const labels = text.split(SEPARATOR).map((label) => label.trim())
    if (this.#chosen) labels[labels.length - 1] = this.#chosen.label
    return [...new Set(labels.filter((label) => label !== ''))].map(
      (label) => this.#picked.get(label) ?? this.#inputOf(label),
    )
  }

  #inputOf(label: string): string {
    const same = this.#options.search(label).filter((entry) => entry.label === label)
    return same.length === 1 ? same[0]!.input : label
  }
}
