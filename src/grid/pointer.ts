import type { GridAdapter } from './adapter.ts'
import { headingIndexOf, isCell, isRowNumber } from './ag-grid-dom.ts'
import { HEADER_HEIGHT } from './geometry.ts'
import { listenToLongPress } from './long-press.ts'
import { same, type Pointing, type Position } from './selection.ts'

export interface PointerActions {
  /** False when the press has taken a cell out of the selection: it begins no drag. */
  readonly select: (at: Position, how: Pointing & { rows: boolean }) => boolean
  /** The handle is pulled over a cell; `done` when it is let go there, `other` while Ctrl is held. */
  readonly fill: (to: Position, how: { done: boolean; other: boolean }) => void
  readonly fillDown: () => void
  readonly edit: () => void
  /** The heading of a group was pressed. */
  readonly toggleGroup: (index: number) => void
  readonly menu: (at: Position, point: { x: number; y: number }) => void
  readonly hover: (at: Position, cell: HTMLElement) => void
}

const EDGE = 24
const DOUBLE_TAP = 400

/**
 * Mouse, pen and finger over the rows. Mouse and pen drag a range, scrolling at the edges; a finger pans as
 * everywhere, so it selects by a tap and edits by a second one.
 */
export function listenToPointer(
  adapter: GridAdapter,
  handle: HTMLElement,
  actions: PointerActions,
): () => void {
  const { rowArea, viewport } = adapter
  const stop = new AbortController()
  const { signal } = stop
  let drag: { what: 'cells' | 'rows' | 'fill'; x: number; y: number; last: Position; other: boolean } | null =
    null
  let frame = 0
  let tap: { at: Position; time: number } | null = null

  const positionAt = (x: number, y: number): Position => {
    const content = rowArea.getBoundingClientRect()
    const frame = viewport.getBoundingClientRect()
    // Beyond the edge of what is in sight the nearest cell in sight is meant; scrolling brings the others.
    const inside = Math.min(Math.max(y, frame.top + HEADER_HEIGHT), frame.top + viewport.clientHeight - 1)
    const across = Math.min(Math.max(x, frame.left), frame.left + viewport.clientWidth - 1)
    return adapter.geometry.cellAt(
      across - content.left,
      inside - content.top,
      viewport.scrollLeft,
      adapter.rowCount,
    )
  }

  const follow = () => {
    frame = 0
    if (!drag) return
    const edge = viewport.getBoundingClientRect()
    const down = beyond(drag.y, edge.top + HEADER_HEIGHT, edge.bottom - EDGE)
    const along =
      drag.what === 'rows' ? 0 : beyond(drag.x, edge.left + adapter.geometry.frozenWidth, edge.right - EDGE)
    if (down) viewport.scrollTop += down
    if (along) viewport.scrollLeft += along
    const at = positionAt(drag.x, drag.y)
    if (!same(at, drag.last)) {
      drag.last = at
      if (drag.what === 'fill') actions.fill(at, { done: false, other: drag.other })
      else actions.select(at, { extend: true, add: false, rows: drag.what === 'rows' })
    }
    if (down || along) frame = requestAnimationFrame(follow)
  }

  const targetOf = (event: Event): HTMLElement | null =>
    event.target instanceof HTMLElement && isCell(event.target) ? event.target : null

  const headingOf = (event: Event): number | null =>
    event.target instanceof HTMLElement ? headingIndexOf(event.target) : null

  rowArea.addEventListener(
    'mousedown',
    (event) => {
      // The focus stays with the editor; a mousedown would take it to the nearest focusable ancestor.
      if (targetOf(event) || headingOf(event) !== null || event.target === handle) event.preventDefault()
    },
    { signal },
  )
  rowArea.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'touch' || event.button !== 0) return
      const target = targetOf(event)
      const at = positionAt(event.clientX, event.clientY)
      const from = { x: event.clientX, y: event.clientY, last: at, other: event.ctrlKey || event.metaKey }
      if (event.target === handle) drag = { ...from, what: 'fill' }
      if (!target && headingOf(event) === null) return
      const rows = target !== null && isRowNumber(target)
      const goesOn = actions.select(at, { extend: event.shiftKey, add: from.other, rows })
      if (goesOn) drag = { ...from, what: rows ? 'rows' : 'cells' }
    },
    { signal },
  )
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!drag) return
      drag.x = event.clientX
      drag.y = event.clientY
      drag.other = event.ctrlKey || event.metaKey
      if (!frame) frame = requestAnimationFrame(follow)
    },
    { signal },
  )
  const end = () => {
    if (!drag) return
    // A quick drag may end before its frame came: its last point counts too.
    if (frame) cancelAnimationFrame(frame)
    follow()
    if (drag.what === 'fill') actions.fill(drag.last, { done: true, other: drag.other })
    drag = null
  }
  window.addEventListener('pointerup', end, { signal })
  window.addEventListener('pointercancel', () => (drag = null), { signal })

  rowArea.addEventListener(
    'click',
    (event) => {
      const heading = headingOf(event)
      // With Shift or Ctrl it is selected along.
      if (heading !== null && !event.shiftKey && !event.ctrlKey && !event.metaKey)
        return actions.toggleGroup(heading)
      const target = targetOf(event)
      if (!target || !(event instanceof PointerEvent) || event.pointerType !== 'touch') return
      const at = positionAt(event.clientX, event.clientY)
      const again = tap !== null && same(tap.at, at) && event.timeStamp - tap.time < DOUBLE_TAP
      tap = { at, time: event.timeStamp }
      if (again) actions.edit()
      else actions.select(at, { extend: false, add: false, rows: isRowNumber(target) })
    },
    { signal },
  )
  rowArea.addEventListener(
    'dblclick',
    (event) => {
      const target = targetOf(event)
      if (event.target === handle) actions.fillDown()
      else if (target && !isRowNumber(target)) actions.edit()
    },
    { signal },
  )
  listenToLongPress(
    rowArea,
    (target) => target instanceof HTMLElement && (isCell(target) || headingIndexOf(target) !== null),
    (point) => actions.menu(positionAt(point.x, point.y), point),
    signal,
  )
  rowArea.addEventListener(
    'contextmenu',
    (event) => {
      if (!targetOf(event) && headingOf(event) === null) return
      event.preventDefault()
      actions.menu(positionAt(event.clientX, event.clientY), { x: event.clientX, y: event.clientY })
    },
    { signal },
  )
  rowArea.addEventListener(
    'pointerover',
    (event) => {
      const target = targetOf(event)
      if (target) actions.hover(positionAt(event.clientX, event.clientY), target)
    },
    { signal },
  )
  return () => {
    stop.abort()
    cancelAnimationFrame(frame)
  }
}

const beyond = (at: number, low: number, high: number) => (at < low ? at - low : at > high ? at - high : 0)
