import type { Geometry } from './geometry.ts'
import { activeOf, isSingle, rangesOf, type Range, type Selection } from './selection.ts'

/** Half the handle's side, in pixels. */
const HANDLE = 4

/**
 * The selection as a few boxes laid over the rows: they scroll with them at no cost, and their number does not
 * depend on how much is selected. Frozen columns stick to the left inside every row, so their part of the selection
 * is drawn in a second layer that sticks too.
 */
export class SelectionLayer {
  readonly #scrolling = layer('selection-layer')
  readonly #frozen = layer('selection-layer selection-layer-frozen')
  /** The little square at the end of the selection that continues it. */
  readonly handle = box('selection-handle')
  readonly #preview = box('selection-fill')
  readonly #active = { scrolling: box('selection-active'), frozen: box('selection-active') }
  /** One for each range; there are more than one only after Ctrl. */
  readonly #ranges: { scrolling: HTMLElement; frozen: HTMLElement }[] = []
  readonly #unfollow: () => void
  #clip: { element: HTMLElement; left: number }[] = []
  #frozenWidth = 0
  /** As last heard: reading it while painting would make the browser lay out everything within the key press. */
  #scrollLeft: number

  constructor(rowArea: HTMLElement, viewport: HTMLElement) {
    this.#scrolling.append(this.#active.scrolling, this.#preview)
    this.#frozen.append(this.#active.frozen)
    rowArea.prepend(this.#frozen)
    rowArea.append(this.#scrolling)
    this.#scrollLeft = viewport.scrollLeft
    const follow = () => {
      if (viewport.scrollLeft === this.#scrollLeft) return
      this.#scrollLeft = viewport.scrollLeft
      this.#hideUnderFrozen()
    }
    viewport.addEventListener('scroll', follow, { passive: true })
    this.#unfollow = () => viewport.removeEventListener('scroll', follow)
  }

  destroy(): void {
    this.#unfollow()
    this.#scrolling.remove()
    this.#frozen.remove()
  }

  /** `framed` is false where the active line is the heading of a group, which has no cell to frame. */
  paint(selection: Selection | null, geometry: Geometry, framed = true): void {
    this.#clip = []
    this.#frozenWidth = geometry.frozenWidth
    const frozen = geometry.columns.filter((column) => column.frozen).length
    const last = geometry.columns.length - 1
    const at = selection && activeOf(selection)
    const active: Range | null =
      at && framed ? { top: at.row, bottom: at.row, left: at.column, right: at.column } : null
    // A single cell has its frame; a tint would only hide its own colour.
    const ranges = selection && !isSingle(selection) ? rangesOf(selection) : []
    this.#makeRoom(ranges.length)
    this.#ranges.forEach((boxes, i) => {
      this.#place(boxes.frozen, ranges[i] ?? null, 0, frozen - 1, geometry)
      this.#place(boxes.scrolling, ranges[i] ?? null, frozen, last, geometry)
    })
    this.#place(this.#active.frozen, active, 0, frozen - 1, geometry)
    this.#place(this.#active.scrolling, active, frozen, last, geometry)
    const all = selection ? rangesOf(selection) : []
    // With several ranges there is no one end to pull, and a heading has nothing to fill with.
    this.#placeHandle(all.length === 1 && framed ? all[0]! : null, geometry)
    this.#hideUnderFrozen()
  }

  /** Outlines where a pull of the handle would fill; null when nobody pulls. */
  preview(range: Range | null, geometry: Geometry): void {
    this.#clip = this.#clip.filter(({ element }) => element !== this.#preview)
    this.#place(this.#preview, range, 0, geometry.columns.length - 1, geometry)
    this.#hideUnderFrozen()
  }

  #makeRoom(ranges: number): void {
    while (this.#ranges.length > Math.max(1, ranges)) {
      const { scrolling, frozen } = this.#ranges.pop()!
      scrolling.remove()
      frozen.remove()
    }
    while (this.#ranges.length < ranges) {
      const boxes = { scrolling: box('selection-range'), frozen: box('selection-range') }
      this.#scrolling.prepend(boxes.scrolling)
      this.#frozen.prepend(boxes.frozen)
      this.#ranges.push(boxes)
    }
  }

  #placeHandle(range: Range | null, geometry: Geometry): void {
    const last = range && geometry.columns[range.right]
    this.handle.hidden = !last
    if (!range || !last) return
    const home = last.frozen ? this.#frozen : this.#scrolling
    if (this.handle.parentElement !== home) home.append(this.handle)
    this.handle.style.transform = `translate(${last.left + last.width}px, ${geometry.rows.top(range.bottom) + geometry.rows.height(range.bottom)}px)`
    if (!last.frozen) this.#clip.push({ element: this.handle, left: last.left + last.width - HANDLE })
  }

  /** Draws the part of a range that lies in the columns `from` to `to`. */
  #place(element: HTMLElement, range: Range | null, from: number, to: number, geometry: Geometry): void {
    const first = geometry.columns[Math.max(range?.left ?? 0, from)]
    const last = geometry.columns[Math.min(range?.right ?? -1, to)]
    const shown = range !== null && first !== undefined && last !== undefined && first.left <= last.left
    element.hidden = !shown
    if (!shown) return
    const { style } = element
    const { rows } = geometry
    const top = rows.top(range.top)
    style.transform = `translate(${first.left}px, ${top}px)`
    style.width = `${last.left + last.width - first.left}px`
    style.height = `${rows.top(range.bottom) + rows.height(range.bottom) - top}px`
    if (!first.frozen) this.#clip.push({ element, left: first.left })
  }

  #hideUnderFrozen(): void {
    for (const { element, left } of this.#clip) {
      const covered = this.#scrollLeft + this.#frozenWidth - left
      element.style.clipPath = covered > 0 ? `inset(-2px -2px -2px ${covered}px)` : ''
    }
  }
}

function layer(className: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  made.setAttribute('aria-hidden', 'true')
  return made
}

function box(className: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  made.hidden = true
  return made
}
