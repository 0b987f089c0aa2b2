import type { Column, IHeaderComp, IHeaderParams } from 'ag-grid-community'
import type { Pointing } from './selection.ts'

export interface HeadingActions {
  readonly title: (column: string) => {
    readonly label: string
    readonly required: boolean
    readonly hint: string
  }
  readonly isFiltered: (column: string) => boolean
  /** `add` sorts by this column among rows that are equal by the others. */
  readonly toggleSort: (column: string, add: boolean) => void
  /** Which of several sorts the column is, from 1; 0 when it is the only one or none. */
  readonly sortPlace: (column: string) => number
  readonly openMenu: (column: string) => void
  readonly menuLabel: (column: string) => string
  readonly sortLabel: (column: string) => string
  readonly select: (column: string, how: Pointing) => void
}

/**
 * A column's heading, as on a sheet: a click selects the column, the double arrow sorts by it, the button at the end
 * opens the menu with filter, freeze and the rest. All are out of the Tab order, because the whole grid is one stop in
 * it; from a cell Ctrl+Space selects the column and Alt+Down opens the menu.
 */
export class Heading implements IHeaderComp {
  readonly #root = element('div', 'heading')
  readonly #label = element('span', 'heading-label')
  readonly #sort = element('button', 'heading-sort')
  readonly #button = element('button', 'heading-menu')
  #column!: Column
  #actions!: HeadingActions

  init(params: IHeaderParams & { actions: HeadingActions }): void {
    this.#column = params.column
    this.#actions = params.actions
    for (const button of [this.#sort, this.#button]) {
      button.type = 'button'
      button.tabIndex = -1
    }
    this.#root.append(this.#label, this.#sort, this.#button)
    // The focus stays with the editor, for the key that follows.
    this.#sort.addEventListener('mousedown', (event) => event.preventDefault())
    const key = params.column.getColId()
    this.#root.addEventListener('click', (event) => {
      if (event.target === this.#button) this.#actions.openMenu(key)
      else if (event.target === this.#sort) this.#actions.toggleSort(key, event.shiftKey)
      else this.#actions.select(key, { extend: event.shiftKey, add: event.ctrlKey || event.metaKey })
    })
    this.#show()
    params.column.addEventListener('sortChanged', this.#show)
  }

  getGui(): HTMLElement {
    return this.#root
  }

  refresh(): boolean {
    this.#show()
    return true
  }

  destroy(): void {
    this.#column.removeEventListener('sortChanged', this.#show)
  }

  readonly #show = (): void => {
    const key = this.#column.getColId()
    const { label, required, hint } = this.#actions.title(key)
    this.#label.textContent = label
    this.#label.classList.toggle('heading-required', required)
    this.#root.title = hint
    this.#sort.className = `heading-sort ${this.#column.getSort() ?? ''}`
    const place = String(this.#actions.sortPlace(key) || '')
    this.#sort.dataset['place'] = this.#sort.textContent = place
    this.#sort.setAttribute('aria-label', this.#actions.sortLabel(key))
    this.#button.setAttribute('aria-label', this.#actions.menuLabel(key))
    this.#button.classList.toggle('filtered', this.#actions.isFiltered(key))
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className
  return made
}
