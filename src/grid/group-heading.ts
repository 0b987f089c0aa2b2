import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { Handle } from './column-definitions.ts'

/** What the heading of a group says. */
export interface HeadingWords {
  /** The column with the text that its rows share. */
  readonly name: string
  readonly count: string
  /** Sums, each with its column. */
  readonly sums: readonly string[]
  readonly level: number
  readonly folded: boolean
}

export interface GroupHeadings {
  /** Null when the group is gone. */
  readonly words: (group: string) => HeadingWords | null
  /** Those on the page, to be written anew. */
  readonly shown: Set<GroupHeading>
  /** The group whose heading is the active line. */
  active: string | null
}

/** The heading of a group, over the whole width of the grid. It has no listener: the grid hears what is pressed in it. */
export class GroupHeading implements ICellRendererComp<Handle> {
  /** In a row of the grid stand cells only. */
  readonly #cell = document.createElement('div')
  readonly #button = document.createElement('button')
  readonly #name = part('grid-group-name')
  readonly #count = part('grid-group-count')
  readonly #sums = part('grid-group-sums')
  #headings!: GroupHeadings
  #group = ''

  init(params: ICellRendererParams<Handle> & { headings: GroupHeadings }): void {
    this.#headings = params.headings
    this.#cell.setAttribute('role', 'gridcell')
    this.#cell.append(this.#button)
    this.#button.type = 'button'
    this.#button.className = 'grid-group'
    // The grid is one stop of the Tab key.
    this.#button.tabIndex = -1
    this.#button.append(this.#name, this.#count, this.#sums)
    this.#headings.shown.add(this)
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.#cell
  }

  refresh({ data }: ICellRendererParams<Handle>): boolean {
    this.#group = data?.id ?? ''
    this.write()
    return true
  }

  write(): void {
    const words = this.#headings.words(this.#group)
    if (!words) return
    const { name, count, sums, level, folded } = words
    this.#name.textContent = name
    this.#count.textContent = count
    this.#sums.textContent = sums.join('　')
    // Laid out apart, the parts would be read with a space between a name and its number.
    this.#button.setAttribute('aria-label', [`${name}${count}`, ...sums].join(' '))
    this.#button.style.setProperty('--level', String(level))
    this.#button.setAttribute('aria-expanded', String(!folded))
    this.#button.classList.toggle('active', this.#headings.active === this.#group)
  }

  destroy(): void {
    this.#headings.shown.delete(this)
  }
}

function part(className: string): HTMLElement {
  const made = document.createElement('span')
  made.className = className
  return made
}
