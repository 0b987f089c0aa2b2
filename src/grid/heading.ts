import type { Column, IHeaderComp, IHeaderParams } from 'ag-grid-community'

export interface HeadingActions {
  readonly title: (column: string) => {
    readonly label: string
    readonly required: boolean
    readonly hint: string
  }
  readonly isFiltered: (column: string) => boolean
  readonly toggleSort: (column: string) => void
  readonly openMenu: (column: string) => void
  readonly menuLabel: (column: string) => string
}

/**
 * A column's heading: its label sorts, the button at its end opens the menu with filter, freeze and the rest. Both
 * are out of the Tab order, because the whole grid is one stop in it; from a cell Alt+Down opens the same menu.
 */
export class Heading implements IHeaderComp {
  readonly #root = element('div', 'heading')
  readonly #label = element('span', 'heading-label')
  readonly #sort = element('span', 'heading-sort')
  readonly #button = element('button', 'heading-menu')
  #column!: Column
  #actions!: HeadingActions

  init(params: IHeaderParams & { actions: HeadingActions }): void {
    this.#column = params.column
    this.#actions = params.actions
    this.#button.type = 'button'
    this.#button.tabIndex = -1
    this.#root.append(this.#label, this.#sort, this.#button)
    this.#sort.setAttribute('aria-hidden', 'true')
    const key = params.column.getColId()
    this.#root.addEventListener('click', (event) => {
      if (event.target === this.#button) this.#actions.openMenu(key)
      else this.#actions.toggleSort(key)
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
